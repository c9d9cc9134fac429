"""The page AR bridge: what moved the A/R since the last month's end, by payer, and what it did to days in A/R."""

from medoffice_xl.areas.receivables.ar_bridge import COLUMNS, LINES, PAYER_COLUMNS
from medoffice_xl.areas.receivables.ar_days_change import COLUMNS as DAYS_COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Across, Axis, Chart, Down, Listing, Note, Series, spill
from medoffice_xl.pages.colors import ACCENT
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.fields import cents, days, dollars, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import total
from medoffice_xl.tables.number_formats import BELOW_ZERO

NAME = "AR bridge"
PAYERS = 10
ENDS = 4
"""Opening, what restates it, the restated opening and the closing."""

BRIDGE = Listing(
    "bridge",
    (text("Line", 26), cents("Amount", 14)),
    spill("=AR_BRIDGE(Practice,AsOf)", COLUMNS),
    title="From last month's end to now",
    room=len(LINES) + ENDS,
    empty="No charge has been entered by this day.",
)

DAYS_CHANGE = Listing(
    "days change",
    (text("Line", 26), days("Days", 14, number_format=f"0.00;{BELOW_ZERO}-0.00")),
    spill("=AR_DAYS_CHANGE(Practice,AsOf,1,WindowDays)", DAYS_COLUMNS),
    title="What it did to days in A/R",
    room=6,
    empty="Nothing was charged in the window, so there are no days in A/R.",
    note="What is written off lowers days in A/R as money does; the last line is without it.",
)

BY_PAYER = Listing(
    "bridge by payer",
    (
        text("Payer", 22),
        *(
            dollars(name, heading=heading)
            for name, heading in (
                ("Opening A/R", "Opening"),
                ("Restated since", "Restated"),
                ("Charges", "Charges"),
                ("Voids", "Voids"),
                ("Insurance payments", "Insurance"),
                ("Patient payments", "Patient"),
                ("Contractual adjustments", "Contract"),
                ("Denials written off", "Denials"),
                ("Small balances", "Small"),
                ("Other adjustments", "Other"),
                ("Bad debt", "Bad debt"),
                ("Refunds", "Refunds"),
                ("Recoupments", "Taken back"),
                ("Unapplied cash", "Unapplied"),
                ("Closing A/R", "Closing"),
            )
        ),
    ),
    spill(f"=AR_BRIDGE_BY(Practice,AsOf,1,{PAYERS})", PAYER_COLUMNS),
    title="By payer",
    room=PAYERS + 1,
    has_total=True,
    empty="No charge has been entered by this day.",
)

CHART = Chart(
    "bridge chart",
    "A/R by payer, closing",
    "bridge by payer",
    "Payer",
    (Series("Closing A/R", "Closing A/R", ACCENT),),
    bottom=Axis("Payer"),
    side=Axis("Dollars", "$#,##0"),
)

PAGE = Page(
    NAME,
    "What moved the A/R",
    Formula('="From the end of "&TEXT(EDATE(AsOf,-1),"mmmm yyyy")&" to "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        Across((BRIDGE, Down((DAYS_CHANGE, CHART)))),
        BY_PAYER,
        Note(
            "Positive amounts raise the A/R. Entries posted before the month and typed in since restate the opening; "
            "they do not belong to the month."
        ),
    ),
    key=KeyFigure(
        "A/R moved by this month",
        f'=IFERROR({total("bridge by payer", "Closing A/R", NAME)}-{total("bridge by payer", "Opening A/R", NAME)},"")',
        Unit.MONEY,
    ),
    reading=(
        "From top to bottom the lines add up to the closing A/R, to the cent. Of the change in days, only the part "
        "that came in as money is good news; the part written off is not."
    ),
    then=(
        "Write-offs larger than usual: look at *Controls*, who posted them. Charges that grew faster than payments: "
        "look at *Denials by cause* and the charge lag on *Receivables*."
    ),
)
