"""What a report is: headings, columns with units, rows, totals and notes. Where they go is not its business."""

from collections.abc import Sequence
from dataclasses import dataclass

from medoffice_xl.measure import Unit, Value


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what its values count, and how wide it wants to be, in characters."""

    header: str
    unit: Unit
    width: int = 13


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a report.

    `rows` and `totals` are in the order of `columns`; money is whole cents. `empty` is said instead of a table
    that has no rows.
    """

    heading: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    totals: Sequence[Value] = ()
    empty: str = "None."


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. `sheet` names the sheet that is its own; `verdict` says the outcome in one line."""

    sheet: str
    title: str
    subtitle: str
    verdict: str
    sections: Sequence[Section]
    notes: Sequence[str] = ()
