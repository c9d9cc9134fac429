"""The page Payers: share of charges against share of payments, and how each payer pays."""

from medoffice_xl.areas.payers.payer_mix import COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Chart, Listing, PerRow, Series, spill
from medoffice_xl.pages.colors import ACCENT, THIRD
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.fields import count, days, dollars, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import this, total

NAME = "Payers"
TOP = 8
PAYER = this("Payer")
NOT_YET = "No service has been charged in this time."

MIX = Listing(
    "mix",
    (
        text("Payer", 22),
        dollars("Charges"),
        percent("Share of charges"),
        dollars("Payments"),
        percent("Share of payments"),
        percent("Mix gap"),
        count("Visits"),
        percent("Share of visits"),
        percent("Yield"),
    ),
    spill(f"=PAYER_MIX(Practice,AsOf,YearDays,{TOP},SettleDays)", COLUMNS),
    title="Payer mix: share of charges against share of payments",
    room=TOP + 1,
    has_total=True,
    empty=NOT_YET,
)

BEHAVIOUR = Listing(
    "behaviour",
    (
        text("Payer", 22),
        days("Days to pay", call=f'DAYS_TO_PAY(Practice,AsOf,WindowDays,"mean",{PAYER})'),
        days("9 in 10 within", call=f'DAYS_TO_PAY(Practice,AsOf,WindowDays,"p90",{PAYER})'),
        percent("Denial rate, initial", call=f'DENIAL_RATE(Practice,AsOf,WindowDays,"claims",{PAYER})'),
        percent(
            "Net collection rate",
            call=f'COLLECTION_RATE(Practice,AsOf,YearDays,"net","matched",{PAYER},SettleDays)',
        ),
        days("Days in A/R", call=f'AR_DAYS(Practice,AsOf,WindowDays,"gross",Credits,{PAYER})'),
        percent("Over 90 days", call=f'AR_OVER(Practice,AsOf,90,"post",{PAYER})'),
    ),
    PerRow("mix", "Payer", but="All other"),
    title=Formula('="How each payer pays, in the "&WindowDays&" days to "&TEXT(AsOf,"mmmm d, yyyy")'),
    room=TOP,
    empty=NOT_YET,
    note="The net collection rate is of the services above; A/R is what is owed now.",
)


def mix_chart(name: str, title: str) -> Chart:
    """Share of charges beside share of payments, for whichever page shows it."""
    return Chart(
        name,
        title,
        "mix",
        "Payer",
        (
            Series("Share of charges", "Share of charges", THIRD),
            Series("Share of payments", "Share of payments", ACCENT),
        ),
        bottom=Axis("Payer"),
        side=Axis("Share of the practice", "0%"),
        page=NAME,
    )


PAGE = Page(
    NAME,
    "Payers",
    Formula(
        '="Services of the "&YearDays&" days to "&TEXT(AsOf-SettleDays,"mmmm d, yyyy")'
        '&", with everything posted to them since"'
    ),
    (MIX, mix_chart("mix chart", "Who we work for, and who pays"), BEHAVIOUR),
    key=KeyFigure("of charges are paid, all payers", f"={total('mix', 'Yield', NAME)}", Unit.PERCENT),
    reading=(
        "A payer whose share of payments is below its share of charges is paid for by the others. Speed, denials and "
        "collection of a payer are read together: a slow one that pays in full is a matter of cash, not of price."
    ),
    then="What each payer leaves after cost, and what to do about it, stands on *Payer review*.",
)
