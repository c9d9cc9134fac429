"""What the practice owes and has paid: its vendors, their bills, what was paid, and what has to be filed by when."""

from collections.abc import Sequence
from typing import Final

from medoffice_xl.tables.schema import Table, day, money, text

YES, NO = "yes", "no"

PAYROLL_TAX, RENT, INSURANCE, DRUGS = "payroll tax", "rent", "insurance", "drugs"
PAID_FIRST: Final[Sequence[str]] = (PAYROLL_TAX, RENT, INSURANCE, DRUGS)
"""What a practice cannot be late with, in the order in which it is paid."""

HOLD, VOID = "hold", "void"

BILL_PAYMENT, DIRECT = "bill payment", "direct"

CHECK, ACH, CARD, CASH_PAID = "check", "ACH", "card", "cash"
METHODS: Final[Sequence[str]] = (CHECK, ACH, CARD, CASH_PAID)

BOXES: Final[Sequence[str]] = ("NEC 1", "MISC 1 rents", "MISC 6 medical", "MISC 10 attorney")

FILING_KINDS: Final[Sequence[str]] = (
    "payroll deposit", "quarterly return", "yearly return", "estimate", "1099", "W-2", "retirement plan", "licence",
    "other",
)  # fmt: skip

VENDORS = Table(
    name="vendors",
    sheet="Vendors",
    excel_name="tblVendors",
    doc="Whom the practice buys from, one row a vendor. Files bring in those that are new; terms, what is paid first "
    "and what goes on form 1099 are filled in once.",
    key=("vendor",),
    columns=(
        text("vendor", "Vendor", "Name, as the books have it.", required=True, width=30),
        text("terms", "Vendor terms", "When its bills are due, as it writes it: Net 30; 2/10 net 30; 2% 10 Net 30; Due "
             "on receipt.", width=16),
        text("paid_first", "Paid first", "What cannot be late: payroll tax, rent, insurance or drugs are paid before "
             "all others, in this order.", choices=("", *PAID_FIRST), width=12),
        text("form_1099", "Form 1099", "yes where the year's payments are reported on a form 1099; empty or no: they "
             "are not (most corporations).", choices=("", YES, NO), width=10),
        text("box_1099", "Form 1099 box", "Which box its payments belong in. Empty: NEC 1.", choices=("", *BOXES),
             width=16),
        text("w9", "W-9 on file", "yes once its form W-9 is on file. Its taxpayer number stays out of this workbook.",
             choices=("", YES, NO), width=10),
        day("first_seen", "Vendor since", "Day it was set up in the books."),
        text("phone", "Vendor phone", "Telephone.", width=14),
        text("address", "Vendor address", "Where it is paid.", width=32),
        text("bank_ending", "Bank account ends in", "Last four digits of the account it is paid to; never all of them.",
             width=12),
        text("note", "Vendor note", "Anything worth knowing.", width=36, counts=False),
    ),
)  # fmt: skip

BILLS = Table(
    name="bills",
    sheet="Bills",
    excel_name="tblBills",
    doc="What vendors billed, one row a bill or credit memo. What is open of it is the amount less what Bill payments "
    "says was paid; from the day of a list of open bills, what that list said.",
    key=("vendor", "number", "bill_date", "amount"),
    told_by=("vendor", "number", "bill_date"),
    columns=(
        text("vendor", "Billed by", "Vendor, as on Vendors.", required=True, width=30),
        text("number", "Bill number", "The vendor's number; empty where it has none.", width=14),
        day("bill_date", "Bill date", "Day of the bill.", required=True),
        day("due_date", "Due date", "Last day to pay. Empty: the bill date and the terms say it."),
        money("amount", "Bill amount", "Dollars of the bill; a credit memo is negative.", required=True),
        money("open_balance", "Open balance", "What was open of it when a list of open bills was made; else "
              "empty."),
        day("open_as_of", "Open as of", "Day of that list."),
        text("terms", "Bill terms", "Where they differ from the vendor's: 2/10 net 30.", width=14),
        text("account", "Bill account", "Account of the ledger it was booked to.", width=26),
        text("state", "Bill state", "hold: not to be paid for now. void: it never counted.",
             choices=("", HOLD, VOID), width=9),
        text("entered_by", "Bill entered by", "Who entered it.", width=14),
        text("approved_by", "Approved by", "Who approved it to be paid.", width=14),
        text("note", "Bill note", "Anything worth knowing.", width=36, counts=False),
        text("source", "Bill source", "Report it comes from; empty where it was typed.", width=22, counts=False),
    ),
)  # fmt: skip

BILL_PAYMENTS = Table(
    name="bill_payments",
    sheet="Bill payments",
    excel_name="tblBillPayments",
    doc="What was paid to vendors, one row a payment; of a check that pays several bills, a row each if you say which. "
    "One that names no bill pays the one of its amount, else the oldest.",
    key=("vendor", "paid_date", "number", "amount", "kind"),
    told_by=("vendor", "paid_date", "number"),
    columns=(
        text("vendor", "Paid vendor", "Vendor, as on Vendors.", required=True, width=30),
        day("paid_date", "Vendor paid on", "Day of the payment.", required=True),
        text("number", "Payment number", "Number of the check or transfer.", width=14),
        money("amount", "Amount paid", "Dollars; what a vendor sent back is negative.", required=True),
        text("kind", "Vendor payment kind", "bill payment: pays what was billed. direct: paid without a bill, such as "
             "by debit card.", required=True, choices=(BILL_PAYMENT, DIRECT), width=14),
        text("method", "Paid by", "check, ACH, card or cash. What is paid by card is not on form 1099.",
             choices=("", *METHODS), width=9),
        text("bill_number", "Pays bill", "Number of the bill it pays; empty where that is not said.", width=14),
        text("account", "Paid from", "Bank or card account it was paid from.", width=22),
        text("note", "Payment note", "Anything worth knowing.", width=36, counts=False),
        text("source", "Payment source", "Report it comes from; empty where it was typed.", width=22, counts=False),
    ),
)  # fmt: skip

FILINGS = Table(
    name="filings",
    sheet="Filings",
    excel_name="tblFilings",
    doc="What has to be filed, deposited or renewed, one row a thing and day: payroll deposits, returns, estimates, "
    "1099 and W-2 forms, the retirement plan, licences. The button Filings of the year puts in the federal ones.",
    key=("filing", "due_date"),
    columns=(
        text("filing", "Filing", "What is to be done: Form 941, Licence of Dr. Able.", required=True, width=34),
        text("kind", "Filing kind", "What sort of thing it is.", choices=("", *FILING_KINDS), width=16),
        text("period", "Filing period", "What it is for: Q2 2026.", width=14),
        day("due_date", "Filing due", "Last day, moved to the next business day where the law does so.", required=True),
        text("who", "Filing owner", "Who does it.", width=18),
        day("done_date", "Filing done", "Day it was done; empty while it is not."),
        text("source", "Filing source", "Where the due day comes from.", width=36),
        text("note", "Filing note", "Anything worth knowing.", width=36, counts=False),
    ),
)  # fmt: skip

PAYABLES_TABLES = (VENDORS, BILLS, BILL_PAYMENTS, FILINGS)
