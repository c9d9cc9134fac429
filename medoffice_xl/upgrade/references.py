"""A user's formula in the words of the new workbook: what it points at has moved, its functions take other arguments.

References to our data sheets follow their columns, to a setting become the setting's name. One to a place on a page
of ours cannot be followed, because pages are laid out anew: it is told, and never left to point at something else.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token, TokenizerError

from medoffice_xl.book.places import Place, letters, split_sheet, with_sheet
from medoffice_xl.upgrade.places import Move

_POINT = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})")
_COLUMNS = re.compile(r"(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})")
_ROWS = re.compile(r"(\$?)(\d{1,7}):(\$?)(\d{1,7})")


class Unfollowed(Exception):
    """A reference that cannot be followed; the text says which, and why."""


@dataclass(frozen=True, slots=True)
class Moves:
    """Where everything went: data sheets by name, settings by where they stood, pages of ours that are laid out anew.

    `by_call` puts a call of a function of ours in its present words, or gives it back as it is.
    """

    sheets: Mapping[str, Move]
    inputs: Mapping[tuple[str, Place], str]
    pages: frozenset[str]
    by_call: Callable[[str], str] = field(default=lambda formula: formula)

    def formula(self, formula: str, sheet: str) -> str:
        """The formula, which stood on `sheet` and is written without =, as it must be now; raises Unfollowed."""
        written = self.by_call(formula)
        try:
            tokens = Tokenizer(f"={written}")
        except (TokenizerError, IndexError) as error:
            raise Unfollowed(f"the formula {formula} cannot be read") from error
        return "".join(self._token(token, sheet) for token in tokens.items)

    def _token(self, token: Token, sheet: str) -> str:
        value = str(token.value)
        if token.type != Token.OPERAND or token.subtype != Token.RANGE or "[" in value:
            return value
        named, address = split_sheet(value) if "!" in value else ("", value)
        where = named or sheet
        if where not in self.sheets and where not in self.pages:
            return value
        if where in self.pages:
            return self._on_page(where, address, value)
        moved = _moved(self.sheets[where], address, value)
        return with_sheet(named, moved) if named else moved

    def _on_page(self, page: str, address: str, value: str) -> str:
        if not _is_place(address):
            return value  # a name
        name = self.inputs.get((page, Place.parse(address))) if _POINT.fullmatch(address) else None
        if name is None:
            raise Unfollowed(f"{value} points at the page {page}, which is laid out anew")
        return name


def _is_place(address: str) -> bool:
    if _COLUMNS.fullmatch(address) or _ROWS.fullmatch(address):
        return True
    return all(_POINT.fullmatch(corner) for corner in address.split(":"))


def _moved(move: Move, address: str, value: str) -> str:
    if match := _COLUMNS.fullmatch(address):
        return f"{match[1]}{_column(move, match[2], value)}:{match[3]}{_column(move, match[4], value)}"
    if match := _ROWS.fullmatch(address):
        return f"{match[1]}{int(match[2]) + move.down}:{match[3]}{int(match[4]) + move.down}"
    if not _is_place(address):
        return address  # a name
    return ":".join(_corner(move, corner, value) for corner in address.split(":"))


def _corner(move: Move, corner: str, value: str) -> str:
    match = _POINT.fullmatch(corner)
    assert match is not None
    return f"{match[1]}{_column(move, match[2], value)}{match[3]}{int(match[4]) + move.down}"


def _column(move: Move, name: str, value: str) -> str:
    column = move.column(Place.parse(f"{name}1").column)
    if column is None:
        raise Unfollowed(f"{value} points at a column that is no longer there")
    return letters(column)
