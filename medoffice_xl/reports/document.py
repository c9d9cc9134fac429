"""A report is a page that holds its values itself: an outcome in one line, tables one under another, remarks."""

from collections.abc import Mapping, Sequence

from medoffice_xl.measure import Breakdown, Unit, Value
from medoffice_xl.pages.blocks import Listing, Note, Rows, Verdict
from medoffice_xl.pages.fields import Field, of_unit
from medoffice_xl.pages.page import Page


def section(
    heading: str,
    columns: Sequence[Field],
    rows: Sequence[Sequence[Value]],
    totals: Sequence[Value] = (),
    empty: str = "None.",
) -> Listing:
    """One table of a report.

    `rows` and `totals` are in the order of `columns`; money is whole cents. `empty` is said instead of a table that
    has no rows.
    """
    return Listing(name=heading, fields=columns, source=Rows(rows, totals), title=heading, empty=empty)


def breakdown_section(heading: str, found: Breakdown, widths: Mapping[str, float]) -> Listing:
    """A breakdown as a table of a report; a last row that begins with Total is its total.

    `widths` are those of columns that want other room than usual, by their headings.
    """
    columns = [
        of_unit(each.header, each.unit, widths.get(each.header, 16 if each.unit is Unit.TEXT else 13))
        for each in found.columns
    ]
    has_total = bool(found.body) and found.body[-1][0] == "Total"
    body, total = (found.body[:-1], found.body[-1]) if has_total else (found.body, ())
    return section(heading, columns, body, total)


def report_page(
    sheet: str, title: str, subtitle: str, verdict: str, sections: Sequence[Listing], notes: Sequence[str] = ()
) -> Page:
    """A whole report. `sheet` names the sheet that is its own; `verdict` says the outcome in one line."""
    return Page(sheet, title, subtitle, (Verdict(verdict), *sections, *(Note(words) for words in notes)))
