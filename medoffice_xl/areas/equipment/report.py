"""The report Equipment: every candidate with its verdict, then its cash year by year."""

from medoffice_xl.areas.equipment import yearly
from medoffice_xl.areas.equipment.ranking import BUY, Evaluation, by_worth
from medoffice_xl.areas.equipment.sources import NEEDED, USED, Lookback, Sources, sources_of
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.measure import Value
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, ratio, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.practice import Practice, tables_of
from medoffice_xl.reports.rows import counted

SHEET = "Equipment report"

_VERDICTS = (
    text("Candidate", 24),
    cents("Price"),
    cents("NPV"),
    text("IRR", 14),
    ratio("Payback, years"),
    count("Break-even a month"),
    cents("NPV at less volume"),
    cents("NPV at lower rates"),
    text("Lease or buy", 26),
    text("Verdict", 30),
)

_YEARS = (count("Year"), count("Procedures"), *(cents(column.header) for column in yearly.COLUMNS[2:]))


def build(practice: Practice) -> Page:
    """Every candidate of the practice, at its payer mix of the year up to its day."""
    sources = sources_of(tables_of(practice).narrowed((*NEEDED, *USED, *RULEBOOK.reads)))
    back = Lookback(practice.as_of)
    found = by_worth(sources, back)
    worth = [one for one in found if one.verdict == BUY]
    return report_page(
        sheet=SHEET,
        title="Equipment",
        subtitle=f"As of {practice.as_of:%m/%d/%Y}, the most worth for each dollar first",
        verdict=f"{counted(len(worth), 'candidate is', 'candidates are')} worth the price, of {len(found)}"
        + (f": {worth[0].name} is worth {show(worth[0].npv or 0)} beyond it." if worth else "."),
        sections=(
            section("Candidates", _VERDICTS, [_verdict(one) for one in found]),
            *(_year_by_year(sources, back, one) for one in found if one.index is not None),
        ),
        notes=(
            "NPV is what a candidate is worth today beyond its price, after tax, at the practice's own payer mix and "
            "contract rates of the last 365 days.",
            "What the budget leaves now stands on the page Equipment.",
        ),
    )


def _verdict(one: Evaluation) -> tuple[Value, ...]:
    known = one.index is not None
    return (
        one.name,
        one.price if known else None,
        one.npv,
        one.irr,
        None if one.payback is None else float(one.payback),
        one.break_even,
        one.less_volume,
        one.lower_rates,
        one.lease,
        one.verdict,
    )


def _year_by_year(sources: Sources, back: Lookback, one: Evaluation) -> Listing:
    return section(f"{one.name}, year by year", _YEARS, yearly.equipment_flows(sources, back, one.name).body)
