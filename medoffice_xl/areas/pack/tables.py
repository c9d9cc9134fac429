"""Figures and lists of a page as the pack prints them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from medoffice_xl.areas.pack.document import BoardBlock, BoardLine, FigureBlock, FigureLine, Head, Mark, TableBlock
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Board, Cards, Figures, Listing
from medoffice_xl.pages.fields import Field, Tone
from medoffice_xl.pages.pack import Excerpt
from medoffice_xl.pages.shown import Row, Shown, ShownFigure, ShownPages, as_number
from medoffice_xl.pages.standing import FAIR, GOOD, POOR
from medoffice_xl.pages.written import written
from medoffice_xl.reports.small_cells import shown_list

NO_FIGURE = "n/a"
TARGET, BENCHMARK = "Target", "Benchmark"
"""The columns of a board that the pack shows besides how a figure stands."""

_STANDINGS: Mapping[str, Tone] = {GOOD: Tone.GOOD, FAIR: Tone.FAIR, POOR: Tone.POOR}

Names = Mapping[str, str]
"""Names that are not told, each with what stands for it."""


def board_block(excerpt: Excerpt, block: Board, pages: ShownPages) -> BoardBlock | None:
    """The figures of a board with their months; None where none of them is known."""
    shown = _chosen(excerpt, pages)
    if not any(as_number(each.value) is not None for each in shown):
        return None
    columns = {heading: column for column, heading, _ in block.words}
    lines = []
    for each in shown:
        label = each.declared.label
        known = as_number(each.value) is not None
        said = {
            heading: pages.words(excerpt.page, excerpt.block, label, columns[heading]) if heading in columns else ""
            for heading in (TARGET, BENCHMARK)
        }
        lines.append(
            BoardLine(
                label,
                written(each.value, each.number_format) if known else NO_FIGURE,
                [as_number(value) for value in pages.trend(label)] if known else [],
                each.remark,
                _standing(each.remark),
                said[TARGET],
                said[BENCHMARK],
            )
        )
    return BoardBlock(excerpt.title, lines)


def figure_block(excerpt: Excerpt, block: Cards | Figures, pages: ShownPages, fewest: int) -> FigureBlock | None:
    """Some figures of a page; None where none of them is known. Of few people it is said that they are few."""
    shown = _chosen(excerpt, pages)
    if all(each.value is None for each in shown):
        return None
    lines = []
    for each in shown:
        value = NO_FIGURE if each.value is None else written(each.value, each.number_format)
        if excerpt.people and each.declared.unit is Unit.COUNT and 0 < (as_number(each.value) or 0) < fewest:
            value = f"under {fewest}"
        standing = _standing(each.remark) if each.declared.benchmark else ""
        remark = "" if each.value is None and each.declared.benchmark else each.remark
        lines.append(FigureLine(each.declared.label, value, remark, standing))
    return FigureBlock(excerpt.title or _title(block, pages), lines)


def table_block(excerpt: Excerpt, listing: Listing, pages: ShownPages, names: Names, fewest: int) -> TableBlock | None:
    """Some of a list's columns and rows; None where it is empty, or all of it counts few people."""
    fields = [each for each in listing.fields if not excerpt.only or each.name in excerpt.only]
    rows, total = pages.rows(excerpt.page, excerpt.block), pages.total(excerpt.page, excerpt.block)
    if not rows:
        return None
    notes = []
    if excerpt.people:
        rows, few = without_few(rows, excerpt.people, fewest)
        if not rows:
            return None
        if few:
            notes.append(
                f"Left out: rows of fewer than {fewest} {excerpt.people.lower()}, and what would tell of them."
            )
    rows = under_other_names(rows, fields, names)
    if len(rows) > excerpt.rows:
        notes.append(f"The first {excerpt.rows} of {len(rows)} rows; all are on the sheet {excerpt.page}.")
    heads = [Head(pages.heading(excerpt.page, excerpt.block, each.name), not each.is_text) for each in fields]
    return TableBlock(
        excerpt.title or _title(listing, pages),
        [Head(head.words, head.right and place > 0) for place, head in enumerate(heads)],
        [[_cell(row[each.name], each) for each in fields] for row in rows[: excerpt.rows]],
        [] if total is None else [_cell(total[each.name], each) for each in fields],
        list(_marks(rows[: excerpt.rows], fields)),
        [at for at, row in enumerate(rows[: excerpt.rows]) if row[fields[0].name] in excerpt.sums],
        notes,
    )


def _chosen(excerpt: Excerpt, pages: ShownPages) -> list[ShownFigure]:
    shown = pages.figures(excerpt.page, excerpt.block)
    return [each for each in shown if not excerpt.only or each.declared.label in excerpt.only]


def _standing(remark: str) -> str:
    """How a figure stands, by the first word of what is said of it."""
    return str(_STANDINGS.get(remark.partition(" ")[0], ""))


def _title(block: Cards | Figures | Listing, pages: ShownPages) -> str:
    return block.title if isinstance(block.title, str) else ""


def _cell(value: Shown, field: Field) -> str:
    if value is None:
        return "" if field.is_text else written(None, field.shown_format)
    return written(value, field.shown_format)


def _marks(rows: Sequence[Row], fields: Sequence[Field]) -> Iterator[Mark]:
    for at, row in enumerate(rows):
        for place, field in enumerate(fields):
            value = row[field.name]
            if isinstance(value, str) and value in field.tones:
                yield Mark(at, place, str(field.tones[value]))


def without_few(rows: Sequence[Row], people: str, fewest: int) -> tuple[list[Row], bool]:
    """The rows that may be shown, and whether some are not."""
    counts = [round(as_number(row[people]) or 0) for row in rows]
    may = shown_list(counts, fewest).counts
    kept = [row for row, count in zip(rows, may, strict=True) if count is not None]
    return kept, len(kept) < len(rows)


def under_other_names(rows: Sequence[Row], fields: Sequence[Field], names: Names) -> list[Row]:
    """Rows with other names in place of those that are not told; what got one name is one row, its money added up."""
    first = fields[0].name
    found: list[Row] = []
    renamed: dict[Shown, dict[str, Shown]] = {}
    for row in rows:
        told = {name: _told(value, names) for name, value in row.items()}
        if told[first] == row[first]:
            found.append(told)
        elif told[first] in renamed:
            _add(renamed[told[first]], told, fields)
        elif told[first] != "":
            renamed[told[first]] = told
            found.append(told)
    return found


def _add(row: dict[str, Shown], other: Row, fields: Sequence[Field]) -> None:
    """Money is added up; of all else only what both say alike stays."""
    for field in fields[1:]:
        mine, theirs = row[field.name], other[field.name]
        if field.unit is Unit.MONEY and as_number(theirs) is not None:
            row[field.name] = round((as_number(mine) or 0.0) + (as_number(theirs) or 0.0), 2)
        else:
            row[field.name] = mine if mine == theirs else None


def _told(value: Shown, names: Names) -> Shown:
    return under_other_name(value, names) if isinstance(value, str) else value


def under_other_name(words: str, names: Names) -> str:
    """Words with what stands for the names that are not told; the longest name first, as one may begin another."""
    for name in sorted(names, key=len, reverse=True):
        if name in words:
            parts = re.split(rf"(?<!\w){re.escape(name)}(?!\w)", words)
            words = names[name].join(parts)
    return words
