"""The report Cash forecast: the next three months, what the A/R is worth, how payers pay."""

from collections.abc import Sequence

from medoffice_xl.areas.forecast import cash_forecast, net_realizable, payment_pattern
from medoffice_xl.areas.forecast.sources import NEEDED, experience_of, rules_of
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.measure import BreakdownColumn, Unit, Value
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import Field, month, of_unit
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.practice import Practice, tables_of

SHEET = "Cash forecast report"


def build(practice: Practice) -> Page:
    """The forecast as of the practice's day."""
    tables = tables_of(practice).narrowed((*NEEDED, *RULEBOOK.reads))
    of, rules = experience_of(tables, practice.as_of), rules_of(tables, practice.as_of)
    judging = tables.shared(RULEBOOK).thresholds.on(practice.as_of)
    cash = cash_forecast.cash_forecast(of, rules, practice.as_of)
    worth = net_realizable.realizable_by_payer(of, rules, judging)
    expected = sum(int(str(row[3])) for row in cash.body)
    pattern = payment_pattern.payment_pattern(of, rules)
    *payers, total = worth.body
    return report_page(
        sheet=SHEET,
        title="Cash forecast",
        subtitle=f"As of {practice.as_of:%m/%d/%Y}",
        verdict=f"{show(expected)} expected in three months; of {show(int(str(total[1])))} A/R, "
        f"{show(int(str(total[2])))} will come in.",
        sections=(
            _section("Cash to come", cash.columns, cash.body),
            _section("What the A/R is worth", worth.columns, payers, total),
            _section("How fast payers pay", pattern.columns, pattern.body),
        ),
        notes=(*cash.notes, *worth.notes),
    )


def _section(
    heading: str, columns: Sequence[BreakdownColumn], rows: Sequence[Sequence[Value]], total: Sequence[Value] = ()
) -> Listing:
    return section(heading, [_field(column.header, column.unit) for column in columns], rows, total)


def _field(name: str, unit: Unit) -> Field:
    return month(name) if unit is Unit.DATE else of_unit(name, unit, 26 if unit is Unit.TEXT else 0)
