"""Explain: what one figure was made of, its definition with its source, and the rows behind it."""

from collections.abc import Sequence
from typing import Any

import narwhals as nw

from medoffice_xl.ledger.rows_behind import COLUMNS
from medoffice_xl.measure import Breakdown, Measure, Unit, Value
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import Field, cents, count, of_unit, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.rows import plain_rows

MOST_ROWS = 5_000
"""Rows behind a figure that are listed; a sheet of more helps nobody."""


def build(result: Measure | Breakdown, formula: str, place: str) -> Page:
    """The report on the result of `formula`, which stands in `place`, such as `Dashboard!C5`."""
    definition = result.definition
    return report_page(
        sheet="Explain",
        title=definition.name,
        subtitle=f"{place}: {formula}",
        verdict=_value(result),
        sections=(
            *_breakdown(result),
            _parts(result),
            *_left_out(result),
            _definition(result),
            *_rows(result.rows),
        ),
        notes=tuple(result.notes),
    )


def _value(result: Measure | Breakdown) -> str:
    if isinstance(result, Breakdown):
        return f"{len(result.body):,} rows."
    return f"{written(result.value, result.unit)}, from {result.rows_used:,} rows."


def written(value: Value, unit: Unit) -> str:
    """A value in words, as its unit is read.

    >>> written(0.9725, Unit.PERCENT)
    '97.25%'
    """
    if value is None or isinstance(value, str):
        return value or ""
    if not isinstance(value, int | float):
        return f"{value:%m/%d/%Y}"
    if unit is Unit.MONEY:
        return f"{'-' if value < 0 else ''}${abs(value) / 100:,.2f}"
    if unit is Unit.PERCENT:
        return f"{value * 100:,.2f}%"
    if unit is Unit.COUNT:
        return f"{value:,.0f}"
    return f"{value:,.2f} {unit}"


def _parts(result: Measure | Breakdown) -> Listing:
    rows = [(part.label, written(part.value, part.unit)) for part in result.parts]
    return section(
        heading="Made of",
        columns=(text("Part", 44), text("Value", 20)),
        rows=[*rows, ("Rows used", f"{result.rows_used:,}")],
    )


def _breakdown(result: Measure | Breakdown) -> list[Listing]:
    if isinstance(result, Measure):
        return []
    columns = [of_unit(column.header, column.unit, 16) for column in result.columns]
    return [section("The figures", columns, result.body)]


def _left_out(result: Measure | Breakdown) -> list[Listing]:
    if not result.left_out:
        return []
    return [
        section(
            heading="Left out",
            columns=(text("Why", 44), count("Rows", 20), cents("Worth")),
            rows=[(left.reason, left.rows, left.amount) for left in result.left_out],
        )
    ]


def _definition(result: Measure | Breakdown) -> Listing:
    return section(
        heading="Definition",
        columns=(text("", 44), text("", 20)),
        rows=[("Formula", result.definition.formula), ("Source", result.definition.source)],
    )


def _rows(behind: Any) -> list[Listing]:
    """The rows behind the figure, as far as the metric names them."""
    if behind is None:
        return []
    frame = nw.from_native(behind).lazy().head(MOST_ROWS + 1).collect().to_pandas()
    shown = frame.head(MOST_ROWS)
    heading = "Rows behind it" if len(frame) <= MOST_ROWS else f"The first {MOST_ROWS:,} rows behind it"
    columns = [_column(str(name), shown[name]) for name in shown]
    return [section(heading, columns, plain_rows(shown, [str(name) for name in shown]))]


def _column(name: str, values: Any) -> Field:
    known = COLUMNS.get(name)
    return of_unit(known.header, known.unit) if known else of_unit(name, _unit(values))


def _unit(values: Any) -> Unit:
    kinds: Sequence[tuple[str, Unit]] = (("M", Unit.DATE), ("i", Unit.COUNT), ("f", Unit.RATIO))
    return next((unit for kind, unit in kinds if values.dtype.kind == kind), Unit.TEXT)
