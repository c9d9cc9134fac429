"""Ledger: what was posted to each account, month by month; and the trial balances that some of it comes from."""

from medoffice_xl.tables.schema import Table, day, money, text

PROFIT_AND_LOSS = "profit and loss"
GENERAL_LEDGER = "general ledger"
JOURNAL = "journal"
TRIAL_BALANCE = "trial balance"
BALANCE_SHEET_REPORT = "balance sheet"
BASES = ("", "accrual", "cash")

LEDGER = Table(
    name="ledger",
    sheet="Ledger",
    excel_name="tblLedger",
    doc="What was posted to each account in each month: from QuickBooks' profit and loss by month, general ledger or "
    "trial balances, or typed. A later file of a month states it anew.",
    key=("month", "account"),
    columns=(
        day("month", "Ledger month", "Any day of the month.", required=True),
        text("account", "Posted account", "The account, as on Accounts.", required=True, width=36),
        money("amount", "Posted amount", "Dollars of the month as the report shows them: income and expenses positive; "
              "a refund or credit negative.", required=True, width=14),
        text("basis", "Basis", "Accrual or cash, as the report says.", choices=BASES, width=9),
        text("source", "Ledger source", "The report it comes from; empty where it was typed.",
             choices=("", PROFIT_AND_LOSS, GENERAL_LEDGER, TRIAL_BALANCE, JOURNAL), width=16),
    ),
)  # fmt: skip

TRIAL_BALANCES = Table(
    name="trial_balances",
    sheet="Trial balances",
    excel_name="tblTrialBalances",
    doc="What stood on each account at the end of a month, since the beginning of the year. A month of Ledger is the "
    "difference of two of them.",
    key=("as_of", "account"),
    columns=(
        day("as_of", "Balance of", "Last day of the month.", required=True),
        text("account", "Balance account", "The account, as on Accounts.", required=True, width=36),
        money("balance", "Account balance", "Debit less credit, in dollars.", required=True, width=14),
        text("basis", "Balance basis", "Accrual or cash, as the report says.", choices=BASES, width=12),
        text("source", "Balance source", "The report it comes from. A balance sheet has no income and expenses: no "
             "month of Ledger is made of it.", choices=("", TRIAL_BALANCE, BALANCE_SHEET_REPORT), width=14),
    ),
)  # fmt: skip
