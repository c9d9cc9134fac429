"""Why cells show errors: what our functions said, also where an error was passed on from cell to cell."""

from collections.abc import Iterable, Mapping
from typing import Any

from medoffice_xl.book.places import Area, Place, split_sheet, with_sheet
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.cells.error_cells import error_code

_BEYOND = {
    "Spill": "There is no room below or beside the cell for the result, or it has more than the 10,000 cells that can "
    "be calculated without Excel. Clear the cells it needs, or ask for fewer rows.",
    "Circ": "The formula refers to itself, directly or through other cells.",
    "NImpl": "This formula cannot be computed without Excel. Open the workbook in Excel and press F9.",
    "Error": "This formula cannot be computed without Excel. Open the workbook in Excel and press F9.",
    "Name": "A function or name in this formula is not known without Excel. Check its spelling, or open the workbook "
    "in Excel and press F9.",
}
"""Errors of the engine's own."""

_MOST_PLACES = 10_000
"""Cells of an area that are looked through for an error: a whole column passes on none that a function of ours gave."""


class Reasons:
    """The reasons of one workbook's errors, by cell as `Sheet!A1`. `names` are its defined names and what they mean."""

    def __init__(self, engine: Any, names: Mapping[str, str]) -> None:
        """`engine` is the formualizer workbook whose cells show the errors."""
        self._engine = engine
        self._names = names
        self._said: dict[str, str] = {}
        self._gathered: dict[str, str] = {}

    def say(self, cell: str, reason: str) -> None:
        """The function in a cell gave this reason."""
        self._said[cell] = reason

    def gather(self, cells: Iterable[str]) -> None:
        """Work out the reasons of those of the cells that now show errors, for `known`."""
        self._gathered = {cell: self._passed_on(cell) for cell in cells if self._error(cell)}

    def known(self, asked: str, cell: str) -> str:
        """The gathered reason of the cell that a reference or a name means, or what the function in `cell` said."""
        return self._gathered.get(self._cell_meant(asked)) or self._said.get(cell, "")

    def of(self, cell: str) -> str:
        """Why a cell shows an error."""
        return self._gathered.get(cell) or self._passed_on(cell)

    def _passed_on(self, cell: str) -> str:
        """A cell's own reason, or that of the nearest one its error was passed on from."""
        waiting, seen = [cell], set()
        while waiting:
            near = waiting.pop(0)
            if near in seen:
                continue
            seen.add(near)
            if near in self._said:
                return self._said[near]
            waiting += self._failed_precedents(near)
        raw: Any = self._value(cell)
        return _BEYOND.get(raw["kind"]) or str(CATALOGUE["WHY"].call(raw))

    def _failed_precedents(self, cell: str) -> list[str]:
        found = []
        for precedent in self._engine.precedents(cell).precedents:
            reference = precedent.reference
            name = reference.resolution
            meant = reference.address or reference.resolved or (name and (name.address or name.resolved))
            if not meant:
                continue
            sheet, address = split_sheet(meant)
            area = _area(address)
            places = area.places() if area and _is_small(area) else []
            found += [near for place in places if self._error(near := with_sheet(sheet, place))]
        return found

    def _cell_meant(self, asked: str) -> str:
        sheet, address = split_sheet(self._names.get(asked.lower(), asked))
        try:
            return with_sheet(sheet, Place.parse(address))
        except ValueError:
            return asked

    def _error(self, cell: str) -> str:
        return error_code(self._value(cell))

    def _value(self, cell: str) -> Any:
        sheet, address = split_sheet(cell)
        place = Place.parse(address)
        return self._engine.get_value(sheet, place.row, place.column)


def _is_small(area: Area) -> bool:
    height = area.last.row - area.first.row + 1
    return height * (area.last.column - area.first.column + 1) <= _MOST_PLACES


def _area(address: str) -> Area | None:
    try:
        return Area.parse(address)
    except ValueError:
        return None
