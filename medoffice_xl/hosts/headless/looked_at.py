"""Which sheets and tables a formula looks at, so that the others need not be handed to the engine at all."""

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from medoffice_xl.book.layout import TablePart
from medoffice_xl.cells.formula import Call, Pieces, Word, parse
from medoffice_xl.errors import BadArgument

_ANYWHERE = frozenset({"INDIRECT", "OFFSET"})
"""Functions that make a reference while they are calculated: it may be to any cell."""


def looks_at(formulas: Iterable[str], tables: Iterable[TablePart]) -> frozenset[str]:
    """The sheets (in lower case) on which any of the formulas may look at a cell that a table there holds.

    A formula that cannot be read, or that makes its references itself, may look anywhere.
    """
    of = {table.name.casefold(): table.sheet.casefold() for table in tables}
    names = {*of, *(sheet.replace("'", "''") for sheet in of.values()), *(name.casefold() for name in _ANYWHERE)}
    worth_reading = re.compile("|".join(map(re.escape, names)))
    seen: set[str] = set()
    for formula in formulas:
        if not worth_reading.search(formula.casefold()):
            continue
        try:
            pieces = parse(formula)
        except BadArgument:
            return frozenset(of.values())
        for kind, name in _named(pieces):
            if kind == "several" or (kind == "call" and name.upper() in _ANYWHERE):
                return frozenset(of.values())
            if kind == "sheet":
                seen.add(name.casefold())
            elif name.casefold() in of:
                seen.add(of[name.casefold()])
    return frozenset(seen)


def _named(pieces: Pieces) -> Iterator[tuple[str, str]]:
    """Every name in a formula, with what it is of: a call, a sheet, several sheets, or a word (a table, a name)."""
    for piece, following, third, fourth in zip_longest(pieces, pieces[1:], pieces[2:], pieces[3:]):
        match piece:
            case Call(name, arguments):
                yield "call", name
                for argument in arguments:
                    yield from _named(argument)
            case Word(name) if following == ":" and isinstance(third, Word) and fourth == "!":
                yield "several", name
            case Word(name):
                yield ("sheet" if following == "!" else "word"), name
            case str() if piece.endswith("'!"):
                name = piece[1:-2].replace("''", "'")
                yield ("several" if ":" in name else "sheet"), name
