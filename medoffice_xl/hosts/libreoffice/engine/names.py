"""Defined names, of a workbook or of one sheet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from xlwings import XlwingsError

from medoffice_xl.hosts.libreoffice.bridge import struct
from medoffice_xl.hosts.libreoffice.engine.plain_errors import plain_errors
from medoffice_xl.hosts.libreoffice.engine.ranges import Range

if TYPE_CHECKING:
    from medoffice_xl.hosts.libreoffice.engine.books import Book


@plain_errors
class Names:
    """The names, in LibreOffice's order."""

    def __init__(self, book: "Book", api: Any) -> None:
        self.book = book
        self.api = api

    def __call__(self, key: int | str) -> "Name":
        """The name of this place (from 1) or spelling."""
        if isinstance(key, int):
            return Name(self, self.api.getByIndex(key - 1))
        for name in self.api.ElementNames:
            if name.casefold() == key.casefold():
                return Name(self, self.api.getByName(name))
        raise KeyError(key)

    def contains(self, key: int | str) -> bool:
        """Whether there is such a name."""
        if isinstance(key, int):
            return 1 <= key <= len(self)
        return any(name.casefold() == key.casefold() for name in self.api.ElementNames)

    __contains__ = contains

    def __len__(self) -> int:
        return int(self.api.Count)

    def __iter__(self) -> Iterator["Name"]:
        return iter([Name(self, self.api.getByIndex(place)) for place in range(len(self))])

    def snapshot(self) -> "list[tuple[str, Name]]":
        """All names at once."""
        return [(name.name, name) for name in self]

    def add(self, name: str, refers_to: str) -> "Name":
        """Define a name, anew if it is there."""
        origin = struct("com.sun.star.table.CellAddress")
        tokens = self.book.parser.parseFormula(refers_to.removeprefix("="), origin)
        if self.api.hasByName(name):
            self.api.removeByName(name)
        self.api.addNewByName(name, "", origin, 0)
        made = self.api.getByName(name)
        made.setTokens(tokens)
        return Name(self, made)


@plain_errors
class Name:
    """One name."""

    def __init__(self, names: Names, api: Any) -> None:
        self._names = names
        self.api = api

    @property
    def name(self) -> str:
        """The name itself."""
        return str(self.api.Name)

    @name.setter
    def name(self, name: str) -> None:
        self.api.Name = name

    @property
    def refers_to(self) -> str:
        """What it stands for, as a formula."""
        book = self._names.book
        return "=" + str(book.parser.printFormula(self.api.getTokens(), self.api.ReferencePosition))

    @refers_to.setter
    def refers_to(self, formula: str) -> None:
        tokens = self._names.book.parser.parseFormula(formula.removeprefix("="), self.api.ReferencePosition)
        self.api.setTokens(tokens)

    @property
    def refers_to_range(self) -> Range:
        """The range it stands for."""
        cells = self.api.getReferredCells()
        if cells is None:
            raise XlwingsError(f"The name {self.name} stands for no range.")
        return self._names.book.range_of(cells.RangeAddress)

    def delete(self) -> None:
        """Take the name away."""
        self._names.api.removeByName(self.api.Name)
