"""The reference pages of docs/, generated from the catalogue of functions and the schemas of the tables."""

from collections.abc import Iterator
from itertools import groupby

import udfs
from medoffice_xl.build.page_docs import pages_page
from medoffice_xl.cells import CATALOGUE, CellFunction
from medoffice_xl.cells.arguments import Argument
from medoffice_xl.tables import TABLES, Table

MADE_BY = "<!-- Made by `medoffice build` from the source; change that, not this page. -->"


def pages() -> dict[str, str]:
    """Every generated page: its name under docs/ and its text."""
    return {"functions.md": functions_page(), "tables.md": tables_page(), "pages.md": pages_page(MADE_BY)}


def functions_page() -> str:
    """One section a category, one entry a cell function."""
    lines = [MADE_BY, "", "# Cell functions", "", f"Registered by {', '.join(f'`udfs/{m}.py`' for m in udfs.__all__)}."]
    in_order = sorted(CATALOGUE.values(), key=lambda cell: (cell.category, cell.name))
    for category, cells in groupby(in_order, key=lambda cell: cell.category):
        lines += ["", f"## {category}"]
        for cell in cells:
            lines += _function(cell)
    return "\n".join(lines) + "\n"


def _function(cell: CellFunction) -> Iterator[str]:
    shown = ", ".join(_shown(argument) for argument in cell.arguments)
    yield from (
        "",
        f"### {cell.name}",
        "",
        f"`={cell.name}({shown})`{' · spills' if cell.spills else ''}",
        "",
        cell.doc,
    )
    yield from ("", "| argument | takes | what it is |", "|---|---|---|")
    for argument in cell.arguments:
        optional = ", as many as you like" if argument.repeats else ", may be left out" if argument.optional else ""
        yield f"| `{argument.name}` | {argument.takes}{optional} | {_in_a_row(argument.doc)} |"


def _shown(argument: Argument) -> str:
    if argument.repeats:
        return f"{argument.name}…"
    return f"[{argument.name}]" if argument.optional else argument.name


def tables_page() -> str:
    """One section a table, one row a column."""
    lines = [MADE_BY, "", "# Tables", "",
             "Each table stands on its own sheet. The heading is what the sheet shows, the field what formulas' "
             "explanations and mapping files call it."]  # fmt: skip
    for table in TABLES.values():
        lines += _table(table)
    return "\n".join(lines) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield from ("", f"## {table.sheet} (`{table.excel_name}`)", "", table.doc)
    yield from ("", "A row is identified by " + ", ".join(f"`{name}`" for name in table.key) + ".")
    yield from ("", "| heading | field | holds | what it is | also found as |", "|---|---|---|---|---|")
    for column in table:
        required = ", required" if column.required else ""
        choices = f" One of: {', '.join(choice or 'empty' for choice in column.choices)}." if column.choices else ""
        yield (
            f"| {column.header} | `{column.name}` | {column.kind}{required} | {_in_a_row(column.doc + choices)} | "
            f"{', '.join(column.synonyms)} |"
        )


def _in_a_row(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
