"""What an empty workbook of each version held: by it, what a user has put into one is told from what came with it.

`medoffice build` writes the record of the version it builds, so that the next one knows it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from medoffice_xl.book.layout import Layout, read_layout
from medoffice_xl.book.package import Package
from medoffice_xl.book.places import Place, split_sheet
from medoffice_xl.book.shared_strings import shared_items, text_of
from medoffice_xl.book.sheet_part import Cell, cells, formulas, rows, split
from medoffice_xl.errors import BookVersion
from medoffice_xl.upgrade.parts import kind, relations, target
from medoffice_xl.upgrade.rules import count_rules

BEHIND_THE_SCENES = ("Handles", "Workings", "xlwings.conf")
"""Hidden sheets that hold no work of a user."""

_ANCHOR = re.compile(rb"<(?:\w+:)?(?:twoCell|oneCell|absolute)Anchor\b")


@dataclass(frozen=True, slots=True)
class Recorded:
    """An empty workbook: its sheets, names and tables, which cells its sheets filled, and its functions' arguments.

    `anchors` counts the charts and pictures of its sheets, `rules` their conditional formats. `published` holds the
    rows that tables came with, as texts by table name; `reports` the sheets that buttons make.
    """

    schema: str
    sheets: frozenset[str]
    reports: frozenset[str]
    names: frozenset[str]
    tables: Mapping[str, tuple[str, ...]]
    filled: Mapping[str, frozenset[str]]
    anchors: Mapping[str, int]
    rules: Mapping[str, int]
    inputs: Mapping[str, str]
    published: Mapping[str, tuple[tuple[str, ...], ...]]
    functions: Mapping[str, tuple[str, ...]]


@cache
def recorded(schema: str) -> Recorded:
    """The record of the version whose tables are of this number. Raises BookVersion where there is none."""
    found = files("medoffice_xl.upgrade") / "recorded" / f"schema_{schema}.json"
    if not schema.isalnum() or not found.is_file():
        raise BookVersion(
            f"The workbook's tables are version {schema}, which this program does not know: it was made by a newer "
            "one. Install that version."
        )
    told = json.loads(found.read_text(encoding="utf-8"))
    return Recorded(
        schema,
        frozenset(told["sheets"]),
        frozenset(told["reports"]),
        frozenset(told["names"]),
        {name: tuple(headings) for name, headings in told["tables"].items()},
        {sheet: frozenset(places.split()) for sheet, places in told["filled"].items()},
        told["anchors"],
        told["rules"],
        told["inputs"],
        {name: tuple(map(tuple, body)) for name, body in told["published"].items()},
        {name: tuple(arguments) for name, arguments in told["functions"].items()},
    )


def record(package: Package, functions: Mapping[str, Iterable[str]], reports: Iterable[str]) -> str:
    """The record of an empty workbook, as text; `functions` gives each function's argument names."""
    layout = read_layout(package)
    told: dict[str, Any] = {
        "sheets": list(layout.sheets),
        "reports": sorted(reports),
        "names": sorted(layout.names),
        "tables": {table.name: list(table.headers) for table in layout.tables.values()},
        "filled": {
            sheet: " ".join(filled_cells(package, part))
            for sheet, part in layout.sheets.items()
            if sheet not in BEHIND_THE_SCENES
        },
        "anchors": {sheet: number for sheet, part in layout.sheets.items() if (number := anchors(package, part))},
        "rules": {sheet: number for sheet, part in layout.sheets.items() if (number := count_rules(package, part))},
        "inputs": dict(_inputs(package, layout)),
        "published": {name: body for name in layout.tables if (body := table_texts(package, layout, name))},
        "functions": {name: list(arguments) for name, arguments in sorted(functions.items())},
    }
    return json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _inputs(package: Package, layout: Layout) -> Iterator[tuple[str, str]]:
    """What the named cells hold."""
    shared = shared_items(package)
    for name, reference in sorted(layout.names.items()):
        sheet, address = split_sheet(reference)
        if sheet in BEHIND_THE_SCENES or sheet not in layout.sheets or ":" in address or name.startswith("_"):
            continue
        part = layout.sheets[sheet]
        place = Place.parse(address)
        found = (cell for _, row in rows(split(package.read(part), part).rows) for cell in cells(row))
        yield name, shown(next((cell for cell in found if cell.place == place), None), shared)


def shown(cell: Cell | None, shared: Sequence[bytes]) -> str:
    """A cell's formula, or its text; "" for none."""
    if cell is None:
        return ""
    formula = next(formulas(cell.raw), None) if b"<f" in cell.inner else None
    return f"={formula.text}" if formula else text_of(cell, shared)


def anchors(package: Package, part: str) -> int:
    """How many charts and pictures stand on a sheet."""
    drawings = [target(part, relation) for relation in relations(package, part) if kind(relation) == "drawing"]
    return sum(len(_ANCHOR.findall(package.read(drawing))) for drawing in drawings)


def filled_cells(package: Package, part: str) -> list[str]:
    """The addresses of the cells of a sheet that hold something, a value or a formula."""
    return [str(cell.place) for cell in cells(split(package.read(part), part).rows) if cell.inner]


def table_texts(package: Package, layout: Layout, name: str) -> list[list[str]]:
    """The rows of a table as texts, those that hold something."""
    table = layout.tables[name]
    part = layout.sheets[table.sheet]
    items = shared_items(package)
    width = range(table.area.first.column, table.area.last.column + 1)
    found = []
    for number, row in rows(split(package.read(part), part).rows):
        if not table.body.first.row <= number <= table.body.last.row:
            continue
        shown = {cell.place.column: text_of(cell, items) for cell in cells(row) if cell.inner}
        texts = [shown.get(column, "") for column in width]
        if any(texts):
            found.append(texts)
    return found
