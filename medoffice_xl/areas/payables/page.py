"""The page Accounts payable: what is owed, what to pay now, what may be billed twice, what to file."""

from medoffice_xl.areas.payables import ageing, discounts, duplicates, filings, form_1099, pay_this_week
from medoffice_xl.areas.payables.deposit_days import EVERY, PAYDAY, SCHEDULE, Deposits, Every
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Figure, Figures, Input, Listing, spill
from medoffice_xl.pages.contents import Formula, ours, ours_or
from medoffice_xl.pages.fields import Tone, count, day, dollars, percent, ratio, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column, figure
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Accounts payable"
VENDORS = 12
PAIRS = 10
TO_PAY = 20
DISCOUNTS = 6
FORMS = 12
FILINGS = 14
OWED_NOW = "Accounts payable"
AHEAD = 60

SETTINGS = (
    Input("RunDays", "Days until the next payments", 7, Unit.COUNT,
          "How often you pay bills. What is due before the next time is paid now, and so is a bill whose discount "
          "lapses before then.", ("7", "14", "30")),
    Input("CashOnHand", "Cash on hand today", "", Unit.MONEY,
          "Dollars that can be spent today. Empty: what the sheet Cash says of the last month-end."),
    Input(SCHEDULE, "Payroll tax is deposited", Deposits.MONTHLY, Unit.TEXT,
          "monthly or semi-weekly, as the IRS says by what was due in its look-back period. Filings of the year goes "
          "by it.", tuple(Deposits)),
    Input(PAYDAY, "A payday", "", Unit.DATE, "For semi-weekly deposits: any one; the others are reckoned from it."),
    Input(EVERY, "Paid every", Every.TWO_WEEKS, Unit.TEXT,
          "How often people are paid. half month: on the 15th and the last day.", tuple(Every)),
)  # fmt: skip

OWED = Figures(
    "owed",
    (
        Figure(OWED_NOW, ours("=AP_TOTAL(Payables,AsOf)"), Unit.MONEY, says="Open bills, credits taken off"),
        Figure("Past due", ours("=AP_PAST_DUE(Payables,AsOf)"), Unit.MONEY, says="Due before the day", alarm=Tone.POOR),
        Figure("Days payable", ours("=DPO(Payables,AsOf)"), Unit.DAYS, says="Accounts payable ÷ a day's purchases"),
        Figure(
            "Bills less ledger",
            ours_or("=AP_TIE(Payables,AsOf)", "no A/P there"),
            Unit.MONEY,
            says="0: the bills tie to the ledger; else by how much not. Books on the cash basis have none",
        ),
    ),
    title="What is owed",
)

AGEING = Listing(
    "ageing",
    (
        text("Vendor", 30),
        *(dollars(bucket) for bucket in ageing.BUCKETS),
        dollars("Credits"),
        dollars("Total"),
    ),
    spill(f"=AP_AGING(Payables,AsOf,{VENDORS})", ageing.COLUMNS),
    title="By vendor and days past due",
    room=VENDORS + 1,
    has_total=True,
    empty="No bill is dated by this day.",
)

PAY_NOW = Listing(
    "pay now",
    (
        text("Vendor", 30),
        text("Number", 14),
        day("Due"),
        dollars("Open"),
        dollars("Discount"),
        dollars("To pay"),
        text("Why", 24),
        dollars("Cash after"),
        text("Decision", 16, tones={pay_this_week.WAIT: Tone.FAIR}),
    ),
    spill("=PAY_THIS_WEEK(Payables,AsOf,CashOnHand,RunDays,CostOfCapital)", pay_this_week.COLUMNS),
    title="What to pay now, in order",
    room=TO_PAY,
    has_total=True,
    empty="Nothing has to be paid before the next payments, or nobody says what cash there is.",
    note="It stops where a payment would take cash below the floor of the sheet Cash.",
)

LAPSING = Listing(
    "discounts",
    (
        text("Vendor", 30),
        text("Number", 14),
        day("Discount until"),
        day("Due"),
        dollars("Open"),
        dollars("Discount"),
        percent("Worth a year"),
        percent("Compounded"),
        text("Take it", 8, tones={"yes": Tone.GOOD}),
    ),
    spill("=AP_DISCOUNTS(Payables,AsOf,RunDays,CostOfCapital)", discounts.COLUMNS),
    title="Discounts about to lapse",
    room=DISCOUNTS,
    has_total=True,
    empty="No discount lapses before the next payments.",
)

TWICE = Listing(
    "duplicates",
    (
        text("Vendor", 30),
        text("Number", 14),
        day("Bill date"),
        dollars("Amount"),
        text("Other number", 14),
        day("Other date"),
        dollars("Other amount"),
        ratio("Score", number_format="0.0"),
        text("Why", 34, lines=2),
    ),
    spill(f"=AP_DUPLICATES(Payables,AsOf,{PAIRS + 1})", duplicates.COLUMNS),
    title="Bills that may be one bill entered twice: to look at",
    room=PAIRS,
    empty="No two bills look like one.",
)

REPORTED = Listing(
    "form 1099",
    (
        text("Vendor", 30),
        text("Box", 16),
        dollars("Paid"),
        dollars("By card"),
        dollars("On the form"),
        text("W-9 on file", 10),
        text("What to do", 34, tones={form_1099.ASK_W9: Tone.FAIR, form_1099.DECIDE: Tone.FAIR}),
    ),
    spill("=FORM_1099(Payables,AsOf)", form_1099.COLUMNS),
    title="Form 1099: payments of the year",
    room=FORMS,
    has_total=True,
    empty="No vendor was paid this year.",
)

TO_FILE = Listing(
    "filings",
    (
        text("Filing", 36),
        text("For", 16),
        day("Due"),
        count("Days left"),
        text("Who", 16),
        text("Standing", 10, tones={filings.LATE: Tone.POOR, filings.TODAY: Tone.FAIR}),
    ),
    spill(f"=FILINGS_DUE(Payables,AsOf,{AHEAD})", filings.COLUMNS),
    title="To be filed, deposited or renewed",
    room=FILINGS,
    empty=f"Nothing has to be filed in the next {AHEAD} days.",
)

TO_DO = (
    ToDo(
        "Discounts about to lapse",
        Formula(f'=COUNTIF({column("discounts", "Take it", NAME)},"yes")'),
        NAME,
        "Pay these bills before the day: the discount is worth more than borrowing costs.",
        Urgency.MONEY,
    ),
    ToDo(
        "Pairs of bills that may be one",
        Formula(f"=COUNT({column('duplicates', 'Score', NAME)})"),
        NAME,
        "Look at both before either is paid.",
        Urgency.LOOK,
    ),
    ToDo(
        "Filings late or due within 14 days",
        Formula(f'=COUNTIF({column("filings", "Days left", NAME)},"<=14")'),
        NAME,
        "File them, and type the day under Filing done on the sheet Filings.",
        Urgency.DUE,
    ),
)

PAGE = Page(
    NAME,
    "Accounts payable",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (OWED, AGEING, PAY_NOW, LAPSING, TWICE, REPORTED, TO_FILE),
    key=KeyFigure("owed to vendors", f"={figure('owed', OWED_NOW, NAME)}", Unit.MONEY),
    reading=(
        "The list of what to pay is in order and stops at the cash floor. A discount's worth a year is compared with "
        "what borrowing costs. Two bills that may be one are a question, not a finding."
    ),
    then=(
        "*Pay this week* is the list to sign. Ask the vendor about pairs before paying, and type the day of payment "
        "on *Bill payments*. Filings that were made get their day on *Filings*."
    ),
)
