"""The group's pack: its report and each practice's key figures, printed as the physicians' pack is."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from medoffice_xl.areas.pack.axes import ticks
from medoffice_xl.areas.pack.charts import LOOKS
from medoffice_xl.areas.pack.document import (
    ChartBlock,
    Drawing,
    Head,
    Meaning,
    Pack,
    PrintedChapter,
    Section,
    Sentence,
    TableBlock,
)
from medoffice_xl.group.key_figures import KeyFigures, on_dashboard
from medoffice_xl.group.practice import GroupPractice
from medoffice_xl.measure import Unit, Value
from medoffice_xl.pages.blocks import Listing, Note, Rows, Verdict
from medoffice_xl.pages.fields import NUMBER_FORMATS, Field
from medoffice_xl.pages.pack import CHAPTER_TITLES, Chapter
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.written import written

TITLE = "Group pack"

MOST_COLUMNS = 4
"""Figures that stand side by side and can be read."""

MOST_ROWS = 30
"""Rows of a list that fit on a page; the report beside the pack has all of them."""


def group_pack(report: Page, figures: KeyFigures, practices: Sequence[GroupPractice], as_of: date) -> Pack:
    """The pack of the group's report and of its practices' key figures."""
    by_practice, by_payer, both, *_ = (block for block in report.blocks if isinstance(block, Listing))
    said = next(block.words for block in report.blocks if isinstance(block, Verdict))
    notes = [str(block.words) for block in report.blocks if isinstance(block, Note)]
    return Pack(
        f"{len(practices):,} practices: {', '.join(each.name for each in practices)}",
        as_of,
        [Sentence("How the group stands", str(said)), *_most(by_practice, by_payer)],
        [
            PrintedChapter(
                CHAPTER_TITLES[Chapter.GLANCE],
                [
                    Section("Each practice", "", [[_table(by_practice)], [_bars(by_practice, "A/R")]]),
                    Section("Key figures", "", [[table] for table in _compared(figures, practices)]),
                ],
            ),
            PrintedChapter(
                "Payers across practices",
                [Section("Each payer", "", [[_table(by_payer)], [_bars(by_payer, "Underpaid")]])],
            ),
            PrintedChapter("Practices and payers", [Section("Each payer of each practice", "", [[_table(both)]])]),
        ],
        [
            Meaning(each.name, f"{each.says}.", each.benchmark.source if each.benchmark else "")
            for each in on_dashboard()
        ],
        [f"Figures are as of {as_of:%B} {as_of.day}, {as_of.year}: what was posted later does not count.", *notes],
        TITLE,
    )


def _most(by_practice: Listing, by_payer: Listing) -> list[Sentence]:
    """Where most is owed, and who paid most too little."""
    found = []
    for head, listing, column, says in (
        ("Where it is owed", by_practice, "A/R", "owed"),
        ("Who pays too little", by_payer, "Underpaid", "underpaid"),
    ):
        place = [field.name for field in listing.fields].index(column)
        rows = _body(listing)
        top = max(rows, key=lambda row: _number(row[place]), default=None)
        if top is None or _number(top[place]) <= 0:
            found.append(Sentence(head, f"Nothing is {says}."))
        else:
            found.append(Sentence(head, f"Most is {says} at {top[0]}: {_cell(top[place], listing.fields[place])}."))
    return found


def _body(listing: Listing) -> Sequence[Sequence[Value]]:
    assert isinstance(listing.source, Rows)
    return cast("Sequence[Sequence[Value]]", listing.source.body)


def _total(listing: Listing) -> Sequence[Value]:
    assert isinstance(listing.source, Rows)
    return cast("Sequence[Value]", listing.source.total)


def _table(listing: Listing) -> TableBlock:
    rows = _body(listing)
    more = [f"The first {MOST_ROWS} of {len(rows):,} rows; all are in the report."] if len(rows) > MOST_ROWS else []
    return TableBlock(
        "",
        [Head(field.name, not field.is_text) for field in listing.fields],
        [[_cell(value, field) for value, field in zip(row, listing.fields, strict=True)] for row in rows[:MOST_ROWS]],
        [_cell(value, field) for value, field in zip(_total(listing), listing.fields, strict=True)],
        notes=more,
    )


def _bars(listing: Listing, column: str) -> ChartBlock:
    """A bar a row, the longest first, of those that fit."""
    place = [field.name for field in listing.fields].index(column)
    rows = sorted(_body(listing), key=lambda row: -_number(row[place]))[:MOST_ROWS]
    names, values = [str(row[0]) for row in rows], [_number(row[place]) / 100 for row in rows]
    labels = [written(value, NUMBER_FORMATS[Unit.MONEY]) for value in values]
    title = f"{column} by {listing.fields[0].name.lower()}"
    told = f"{title}: " + ", ".join(f"{name} {label}" for name, label in zip(names, labels, strict=True)) + "."
    drawing = Drawing(column, values, "bar", LOOKS[0], labels)
    return ChartBlock(title, told, names, [drawing], ticks(values or [0.0], "$#,##0"), "Dollars", lies=True)


def _compared(figures: KeyFigures, practices: Sequence[GroupPractice]) -> list[TableBlock]:
    """A row a practice, a column a figure, as many tables as they need."""
    shown = on_dashboard()
    tables = []
    for first in range(0, len(shown), MOST_COLUMNS):
        part = slice(first, first + MOST_COLUMNS)
        rows = [
            [
                each.name,
                *(_figure(value, of.unit) for value, of in zip(figures[each.mark][part], shown[part], strict=True)),
            ]
            for each in practices[:MOST_ROWS]
        ]
        tables.append(TableBlock("", [Head("Practice", False), *(Head(of.name, True) for of in shown[part])], rows))
    return tables


def _figure(value: float | int | None, unit: Unit) -> str:
    if value is None:
        return "n/a"
    return written(value / 100 if unit is Unit.MONEY else value, NUMBER_FORMATS[unit])


def _cell(value: Value, field: Field) -> str:
    if field.unit is Unit.MONEY:
        return written(_number(value) / 100, field.shown_format)
    return written(value, field.shown_format)


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0
