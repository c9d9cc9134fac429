"""Accounts: the practice's chart of accounts, and what each account means for its costs."""

from medoffice_xl.tables.costs import COST_CATEGORIES, NOT_MAPPED, PHYSICIANS
from medoffice_xl.tables.schema import Table, rate, text

INCOME = ("income", "other income")
COST_KINDS = ("expense", "cost of goods", "other expense")
BALANCE_SHEET = ("asset", "liability", "equity")
KINDS = (*INCOME, *COST_KINDS, *BALANCE_SHEET)

YES = "yes"

CASH_LINE = "cash"
RECEIVABLE_LINE = "accounts receivable"
CURRENT_ASSET = "other current asset"
PAYABLE_LINE = "accounts payable"
CURRENT_LIABILITY = "other current liability"
LONG_LIABILITY = "long-term liability"
DRAWS, CONTRIBUTIONS = "draws", "contributions"
DEPRECIATION, INTEREST = "depreciation", "interest"

CURRENT_ASSETS = (CASH_LINE, RECEIVABLE_LINE, CURRENT_ASSET)
CURRENT_LIABILITIES = (PAYABLE_LINE, CURRENT_LIABILITY)
STATEMENT_LINES = (
    *CURRENT_ASSETS, "fixed asset", "other asset", *CURRENT_LIABILITIES, LONG_LIABILITY,
    "capital", DRAWS, CONTRIBUTIONS, DEPRECIATION, INTEREST,
)  # fmt: skip

ACCOUNTS = Table(
    name="accounts",
    sheet="Accounts",
    excel_name="tblAccounts",
    doc="The chart of accounts, one row an account of the ledger. Files bring in accounts that are new; what each is "
    "for is filled in once, and Costs follows from Ledger.",
    key=("account",),
    columns=(
        text("account", "Ledger account", "The account as the books call it, after its parents: Rent:Main office.",
             required=True, width=36),
        text("kind", "Account kind", "Expense, cost of goods and other expense are costs; assets, liabilities and "
             "equity belong to the balance sheet.", choices=("", *KINDS), width=16),
        text("category", "Account category", "What a cost is for. Leave it empty for what physicians are paid.",
             choices=("", *(name for name in COST_CATEGORIES if name not in (PHYSICIANS, NOT_MAPPED))), width=16),
        rate("fixed_share", "Fixed share", "Share of a cost that stays when visits fall: 100% for rent, 0% for "
             "supplies. Empty is not known yet, and counts as fixed.", width=11),
        text("driver", "Cost driver", "What the variable share goes with: visits, or cash for a billing fee.",
             choices=("", "visits", "cash", "none"), width=11),
        text("line", "Statement line", "Where the account stands on the statements: current or not, the owners' draws "
             "and contributions, depreciation, interest. Other income and expenses need none.",
             choices=("", *STATEMENT_LINES), width=20),
        text("physician_pay", "Physician pay", "yes for what physicians are paid.", choices=("", YES, "no"), width=13),
        text("staff", "Staff paid", "Whose hours the account pays, as on Staff: a kind, role or department such as "
             "front office. With hours on Budget amounts, its spending is told as wage and hours.", width=16),
        text("note", "Account note", "Anything worth knowing.", width=40, counts=False),
    ),
)  # fmt: skip
