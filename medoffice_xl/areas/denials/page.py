"""The page Denials by cause: what is at stake in each group, what to do, and what the front desk could prevent."""

from medoffice_xl.areas.denials.benchmarks import CLEAN_CLAIM_RATE, FIRST_PASS_RATE, INITIAL_DENIAL_RATE, OVERTURN_RATE
from medoffice_xl.areas.denials.denials_by import columns
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Chart, Figure, Figures, Listing, Note, Series, spill
from medoffice_xl.pages.colors import RESULT, SECOND
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import count, days, dollars, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import total

NAME = "Denials by cause"
GROUPS, NAMES = 12, 10

RATES = Figures(
    "rates",
    (
        Figure("Denial rate, initial, year", ours("=DENIAL_RATE(Practice,AsOf,YearDays)"), Unit.PERCENT,
               INITIAL_DENIAL_RATE, trend="Denial rate, initial, year"),
        Figure("First-pass resolution", ours("=FIRST_PASS_RATE(Practice,AsOf,YearDays)"), Unit.PERCENT,
               FIRST_PASS_RATE, trend="First-pass resolution"),
        Figure("Clean claims (proxy)", ours("=CLEAN_CLAIM_RATE(Denials,AsOf,YearDays)"), Unit.PERCENT,
               CLEAN_CLAIM_RATE, trend="Clean claims (proxy)"),
        Figure("Denials overturned", ours("=OVERTURN_RATE(Denials,AsOf,YearDays)"), Unit.PERCENT, OVERTURN_RATE,
               trend="Denials overturned"),
    ),
    title="A year of answers",
)  # fmt: skip


def _by(by: str, title: str, room: int) -> Listing:
    headings = columns(by)
    top = "" if by == "group" else f',YearDays,"",{room - 1}'
    return Listing(
        f"by {by}",
        (
            text(headings[0].header, 22),
            count("Claims"),
            dollars("At stake"),
            dollars("Still denied"),
            count("Lines overturned"),
            dollars("Recovered"),
            dollars("Front desk"),
            percent("Overturned"),
            count("Appealed"),
            days("Days to appeal"),
            days("Days to payment"),
        ),
        spill(f'=DENIALS_BY(Denials,AsOf,"{by}"{top})', headings),
        title=title,
        room=room,
        has_total=True,
        empty="No line was denied in the year.",
    )


CHART = Chart(
    "stake by cause",
    "At stake and recovered, by cause",
    "by group",
    "Cause",
    (Series("At stake", "At stake", SECOND), Series("Recovered", "Recovered", RESULT)),
    bottom=Axis("Cause"),
    side=Axis("Dollars", "$#,##0"),
)

PAGE = Page(
    NAME,
    "Denials by cause",
    Formula('="First answers of the year to "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        RATES,
        _by("group", "By group of causes", GROUPS),
        CHART,
        _by("payer", "By payer", NAMES),
        _by("code", "By code", NAMES),
        _by("provider", "By provider", NAMES),
        Note(
            "At stake is what the contract pays, not the charge. Front desk is the part that checks before the visit "
            "could have prevented. Groups, and what to do about each, are on Denial groups and Denial reasons: change "
            "them to your own. Days are medians from the denial; add a row to Appeals for each step of an appeal."
        ),
    ),
    key=KeyFigure("at stake in a year", f"={total('by group', 'At stake', NAME)}", Unit.MONEY),
    reading=(
        "“At stake” is what the contract would have paid, so it weighs causes by money and not by their number. "
        "“Front desk” marks what a check before the visit prevents; “overturned” says whether an appeal pays."
    ),
    then=(
        "Take on one cause a month: the one with most at stake that the practice can prevent. Appeal what is often "
        "overturned, from *Worklist*; the button *Denials* lists the lines."
    ),
)
