"""The budget: what was planned, what cash there is, which months are closed, and what is said of them."""

from collections.abc import Sequence
from typing import Final

from medoffice_xl.tables.schema import Table, day, money, number, text

BUDGET_VS_ACTUALS = "budget vs actuals"
BUDGET_IIF = "budget IIF"
MADE_FROM_LAST_YEAR = "last year"
BUDGET_SOURCES: Final[Sequence[str]] = (BUDGET_VS_ACTUALS, BUDGET_IIF, MADE_FROM_LAST_YEAR)

BUDGET_AMOUNTS = Table(
    name="budget_amounts",
    sheet="Budget amounts",
    excel_name="tblBudget",
    doc="What was planned for each account in each month: typed, from QuickBooks, or made from last year by the button "
    "Make budget. A later file takes the place of what is here for the same month and account.",
    key=("month", "account"),
    columns=(
        day("month", "Budget month", "Any day of the month.", required=True),
        text("account", "Budgeted account", "The account, as on Accounts.", required=True, width=36),
        money("amount", "Budgeted amount", "Dollars of the month: income and expenses positive.", required=True,
              width=14),
        number("hours", "Budgeted hours", "Of an account of pay: the paid hours that the amount buys.", width=10),
        text("source", "Budget source", "Where it comes from; empty where it was typed.",
             choices=("", *BUDGET_SOURCES), width=16),
    ),
)  # fmt: skip

BUDGET_VISITS = Table(
    name="budget_visits",
    sheet="Budget visits",
    excel_name="tblBudgetVisits",
    doc="What the income of the budget rests on: visits by payer, how many of them new patients', and what a visit is "
    "allowed. With it, a shortfall of income is told as volume, payer mix, rate, losses and timing.",
    key=("month", "payer"),
    columns=(
        day("month", "Planned month", "Any day of the month.", required=True),
        text("payer", "Planned payer", "Payer, as on the payer list.", required=True, width=24),
        number("visits", "Planned visits", "Visits of the month.", required=True),
        number("new_visits", "Planned new patients", "How many of them are new patients'.", width=13),
        money("allowed", "Planned allowed a visit", "Dollars that a visit is allowed, by payer and patient together.",
              required=True, width=14),
        money("losses", "Planned losses", "Dollars of the month expected to be written off though they were allowed: "
              "denials, bad debt, small balances.", width=12),
        money("receivable_growth", "Planned A/R growth", "Dollars by which what can be collected is expected to grow "
              "in the month.", width=12),
    ),
)  # fmt: skip

CASH = Table(
    name="cash",
    sheet="Cash",
    excel_name="tblCash",
    doc="What stood on each bank account at the end of each month, what was paid on loans in the month, and the least "
    "that is to stay there.",
    key=("month", "bank_account"),
    columns=(
        day("month", "Cash month", "Any day of the month.", required=True),
        text("bank_account", "Bank account", "What the account is called, such as Operating.", required=True, width=22),
        money("balance", "Cash balance", "Dollars at the end of the month that may be spent freely.", required=True,
              width=14),
        money("debt_service", "Debt service", "Dollars of interest and principal paid from it on loans in the month.",
              width=13),
        money("floor", "Cash floor", "Dollars that are never to be fallen short of on it.", width=13),
        text("note", "Cash note", "Anything worth knowing.", width=36, counts=False),
    ),
)  # fmt: skip

CLOSED_MONTHS = Table(
    name="closed_months",
    sheet="Closed months",
    excel_name="tblClosedMonths",
    doc="The months whose books are closed, a row each. A month that is not here is shown with what is posted so far, "
    "and never judged.",
    key=("month",),
    columns=(
        day("month", "Closed month", "Any day of the month.", required=True),
        day("closed_on", "Closed on", "The day its books were closed; before it, the month counts as open."),
        text("closed_by", "Closed by", "Who closed them.", width=18),
        text("note", "Closing note", "Anything worth knowing.", width=40, counts=False),
    ),
)  # fmt: skip

BUDGET_NOTES = Table(
    name="budget_notes",
    sheet="Budget notes",
    excel_name="tblBudgetNotes",
    doc="What you say of an account's variance, and who sees to it. No import changes these rows; the page Budget "
    "shows the newest of each account.",
    key=("month", "account"),
    columns=(
        day("month", "Month of the note", "Any day of the month that is spoken of.", required=True),
        text("account", "Account of the note", "The account, as on Accounts.", required=True, width=36),
        text("comment", "Comment", "Why it differs, and what is done.", required=True, width=56),
        text("owner", "Owner", "Who sees to it.", width=18),
        day("due", "Due", "By when."),
    ),
)  # fmt: skip

BUDGET_TABLES = (BUDGET_AMOUNTS, BUDGET_VISITS, CASH, CLOSED_MONTHS, BUDGET_NOTES)
