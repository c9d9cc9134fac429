"""How a report looks, before any host is asked: a grid of cells, and which blocks of it look how."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Any

from medoffice_xl.measure import Unit, Value
from medoffice_xl.reports.document import Column, Report, Section

MARGIN = 1
"""Empty columns to the left of every report."""

NUMBER_FORMATS = {
    Unit.MONEY: "$#,##0.00;[Red]-$#,##0.00",
    Unit.DAYS: "0.0",
    Unit.PERCENT: "0.0%",
    Unit.COUNT: "#,##0",
    Unit.RATIO: "0.00",
    Unit.POINTS: '+0.0" pts";-0.0" pts"',
    Unit.TEXT: "@",
    Unit.DATE: "mm/dd/yyyy",
}
"""Text is "@", so that a host takes a code such as 12E3, or a name that begins with =, as what it is."""


class Look(Enum):
    """What a block of the page is, which decides how it looks."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    VERDICT = "verdict"
    HEADING = "heading"
    HEADER = "header"
    TOTALS = "totals"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """Rows and columns of the page, counted from 0; both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(slots=True)
class Page:
    """A report laid out: `grid` holds what the cells hold, all rows equally long.

    `bodies` are the rows of the tables, with their totals; `wrapped` is the text in them that goes on in its cell.
    """

    grid: list[list[Any]]
    looks: list[tuple[Look, Block]] = field(default_factory=list)
    formats: list[tuple[str, Block]] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    right_aligned: list[Block] = field(default_factory=list)
    bodies: list[Block] = field(default_factory=list)
    wrapped: list[Block] = field(default_factory=list)

    @property
    def extent(self) -> Block:
        """The whole of it."""
        return Block(0, 0, len(self.grid) - 1, len(self.grid[0]) - 1)


def lay_out(report: Report) -> Page:
    """The page of a report: title, subtitle, verdict, then one section below the other, then the notes."""
    width = MARGIN + max((len(section.columns) for section in report.sections), default=1)
    page = Page(grid=[], widths=_widths(report, width))
    for look, words in ((Look.TITLE, report.title), (Look.SUBTITLE, report.subtitle), (Look.VERDICT, report.verdict)):
        _line(page, width, words, look)
    for section in report.sections:
        _blank(page, width)
        _section(page, width, section)
    if report.notes:
        _blank(page, width)
    for note in report.notes:
        _line(page, width, note, Look.NOTE)
    return page


def _widths(report: Report, width: int) -> list[int]:
    wanted = [10] * width
    wanted[:MARGIN] = [2] * MARGIN
    for section in report.sections:
        for place, column in enumerate(section.columns, MARGIN):
            if not _runs_over(column, place, section, width):
                wanted[place] = max(wanted[place], column.width)
    return wanted


def _runs_over(column: Column, place: int, section: Section, width: int) -> bool:
    """Whether it is text at the end of a table that is narrower than the page: it has the empty cells beside it."""
    return column.unit is Unit.TEXT and place == MARGIN + len(section.columns) - 1 < width - 1


def _line(page: Page, width: int, words: str, look: Look) -> None:
    row = len(page.grid)
    # The band of the title goes over the margin, too.
    left = 0 if look in (Look.TITLE, Look.SUBTITLE) else MARGIN
    page.looks.append((look, Block(row, left, row, width - 1)))
    page.formats.append((NUMBER_FORMATS[Unit.TEXT], Block(row, MARGIN, row, MARGIN)))
    page.grid.append(_padded([words], width))


def _blank(page: Page, width: int) -> None:
    page.grid.append([None] * width)


def _section(page: Page, width: int, section: Section) -> None:
    _line(page, width, section.heading, Look.HEADING)
    if not section.rows:
        _line(page, width, section.empty, Look.NOTE)
        return
    last = MARGIN + len(section.columns) - 1
    if _runs_over(section.columns[-1], last, section, width):
        last = width - 1
    if any(column.header for column in section.columns):
        row = len(page.grid)
        page.looks.append((Look.HEADER, Block(row, MARGIN, row, last)))
        page.grid.append(_padded([column.header for column in section.columns], width))
        _align(page, row, row, section.columns)
    first = len(page.grid)
    for row_values in section.rows:
        page.grid.append(_padded(_cells(row_values, section.columns), width))
    if section.totals:
        row = len(page.grid)
        page.looks.append((Look.TOTALS, Block(row, MARGIN, row, last)))
        page.grid.append(_padded(_cells(section.totals, section.columns), width))
    bottom = len(page.grid) - 1
    page.bodies.append(Block(first, MARGIN, bottom, last))
    for place, column in enumerate(section.columns, MARGIN):
        block = Block(first, place, bottom, place)
        page.formats.append((NUMBER_FORMATS[column.unit], block))
        if column.unit is Unit.TEXT and not _runs_over(column, place, section, width):
            page.wrapped.append(block)


def _align(page: Page, top: int, bottom: int, columns: Sequence[Column]) -> None:
    """Headings of figures and days stand over them: hosts set both to the right."""
    for place, column in enumerate(columns, MARGIN):
        if column.unit is not Unit.TEXT:
            page.right_aligned.append(Block(top, place, bottom, place))


def _padded(cells: Sequence[Any], width: int) -> list[Any]:
    return [*[None] * MARGIN, *cells, *[None] * (width - MARGIN - len(cells))]


def _cells(values: Sequence[Value], columns: Sequence[Column]) -> list[Any]:
    return [_cell(value, column.unit) for value, column in zip(values, columns, strict=True)]


def _cell(value: Value, unit: Unit) -> Any:
    """What the cell holds: dollars for cents, a datetime for a day."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)
    if unit is Unit.MONEY and isinstance(value, int | float):
        return round(value) / 100
    return value
