"""A workbook's formula as the engine is given it.

The text in the file never changes; in memory a few things are said in other words, because the engine cannot
know them: which cell calls a function of ours, arguments left out, defined names that are more than a cell,
a table's bare name, and the columns of a formula's own row.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from medoffice_xl.book.layout import TablePart
from medoffice_xl.book.places import Place, with_sheet
from medoffice_xl.cells.formula import Structured, Word, parse, rewrite
from medoffice_xl.errors import BadArgument

_COLUMN = r"((?:'.|[^\[\]'])+)"
_THIS_ROW = re.compile(rf"\[@\[?{_COLUMN}\]?\]|\[\[#This Row\],\s*\[{_COLUMN}\]\]", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d][\w.\\]*")
_DEEPEST = 16


@dataclass(frozen=True)
class Translator:
    """What a formula may mean in this workbook. `names` are those the engine left out, with what they stand for."""

    ours: Collection[str]
    tables: Mapping[str, TablePart]
    names: Mapping[str, str]

    def translate(self, formula: str, sheet: str, place: Place, depth: int = 0) -> str:
        """The formula, without its =, for the engine; raises BadArgument when it cannot be taken apart.

        Each function of ours gets the calling cell as its first argument, and WHY the text of what it asks about
        as its second.
        """
        if self._says_nothing_else(formula):
            return formula
        cell = with_sheet(sheet, place)
        by_name = self._by_name

        def call(name: str, arguments: list[str]) -> str:
            if name.upper() not in self.ours:
                return f"{name}({','.join(arguments)})"
            given = [argument if argument.strip() else '""' for argument in arguments]
            asked = [_quoted(with_own_sheet(given[0], sheet))] if name.upper() == "WHY" and given else []
            return f"{name.upper()}({','.join([_quoted(cell), *asked, *given])})"

        def word(name: str) -> str:
            definition = self.names.get(name.lower())
            if definition is not None:
                if depth == _DEEPEST:
                    raise BadArgument(f"The name {name} refers to itself.")
                meant = self.translate(definition, sheet, place, depth + 1)
                return meant if _is_one_reference(definition) else f"({meant})"
            return f"{name}[#Data]" if name.casefold() in by_name else name

        def structured(table: str, inner: str) -> str:
            part = by_name.get(table.casefold()) if table else _around(self.tables, sheet, place)
            match = _THIS_ROW.fullmatch(inner)
            if part is None or match is None:
                return f"{table}{inner}"
            return _in_row(part, re.sub("'(.)", r"\1", match[1] or match[2]), place) or f"{table}{inner}"

        return rewrite(parse(formula), call=call, word=word, structured=structured)

    def _says_nothing_else(self, formula: str) -> bool:
        """Whether the engine knows every word of a formula, as of the thousands of cells that show another cell."""
        if "[" in formula or formula.startswith("=") or formula.count("(") != formula.count(")"):
            return False
        return self._said_otherwise.isdisjoint(_WORDS.findall(formula.casefold()))

    @cached_property
    def _by_name(self) -> dict[str, TablePart]:
        return {name.casefold(): table for name, table in self.tables.items()}

    @cached_property
    def _said_otherwise(self) -> frozenset[str]:
        return frozenset(name.casefold() for name in (*self.ours, *self.names, *self.tables))


def with_own_sheet(reference: str, sheet: str) -> str:
    """A reference that says its sheet; anything but a plain cell stays as it is.

    >>> with_own_sheet("$B$5", "Dashboard")
    'Dashboard!B5'
    """
    try:
        return with_sheet(sheet, Place.parse(reference.strip()))
    except ValueError:
        return reference.strip()


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _is_one_reference(definition: str) -> bool:
    pieces = parse(definition)
    return len(pieces) == 2 and isinstance(pieces[0], Word) and isinstance(pieces[1], Structured)


def _around(tables: Mapping[str, TablePart], sheet: str, place: Place) -> TablePart | None:
    return next((table for table in tables.values() if table.sheet == sheet and place in table.area), None)


def _in_row(table: TablePart, header: str, place: Place) -> str:
    """The cell of a column in the row of `place`; "" when the table has no such column or row."""
    headers = [name.casefold() for name in table.headers]
    if header.casefold() not in headers or not table.body.first.row <= place.row <= table.body.last.row:
        return ""
    return with_sheet(table.sheet, Place(place.row, table.area.first.column + headers.index(header.casefold())))
