"""Costs: what the practice spent, month by month, from the ledger or typed."""

from medoffice_xl.tables.schema import Table, day, money, text

MARKETING = "marketing"
"""The category of what is spent to be known."""

PHYSICIANS = "physicians"
"""The category of what physicians are paid; what is left without it is theirs."""

NOT_MAPPED = "not mapped"
"""The category of an account that *Accounts* does not say what it is for."""

FROM_LEDGER = "ledger"
"""The source of rows that follow from *Ledger*."""

STAFF_CATEGORIES = ("clinical staff", "office staff")
"""The categories of what staff are paid."""

COST_CATEGORIES = (
    PHYSICIANS, *STAFF_CATEGORIES, "billing", "supplies", "rent", "insurance", "equipment",
    MARKETING, "other", NOT_MAPPED,
)  # fmt: skip

COSTS = Table(
    name="costs",
    sheet="Costs",
    excel_name="tblCosts",
    doc="What the practice spent: one row a month and account. Fixed cost stays when a payer leaves, variable cost "
    "goes with the visits. Rows from the ledger follow from Ledger and Accounts; others are typed or from a list.",
    key=("month", "account", "category", "behaviour"),
    columns=(
        day("month", "Month", "Any day of the month the cost is of.", required=True,
            synonyms=("period", "posting month", "cost month", "accounting period")),
        text("account", "Account", "Account of the ledger, number or name.", required=True, width=28,
             synonyms=("account name", "gl account", "ledger account", "expense account", "expense")),
        text("category", "Cost category", "What it was for; physicians is what physicians are paid.", required=True,
             choices=COST_CATEGORIES, width=16, synonyms=("category", "expense category", "cost type")),
        text("behaviour", "Fixed or variable", "variable: rises and falls with visits, as supplies do; fixed: stays.",
             required=True, choices=("fixed", "variable"), width=14,
             synonyms=("behaviour", "behavior", "cost behavior", "cost behaviour", "fixed variable", "fixed",
                       "is fixed", "fixed cost", "fixed share", "variable", "is variable", "variable cost")),
        money("amount", "Cost", "Dollars of the month; a credit is negative.", required=True,
              synonyms=("amount", "expense amount", "actual", "dollars", "net change")),
        text("source", "Cost source", "ledger: from Ledger and Accounts, made anew with every import; empty: typed or "
             "from a list.", choices=("", FROM_LEDGER), width=11, counts=False),
        text("note", "Cost note", "Anything worth knowing.", width=30, counts=False),
    ),
)  # fmt: skip
