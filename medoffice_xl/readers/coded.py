"""A column of cells as its different values and which of them stands in each row.

A hundred thousand rows hold a few hundred days and payers: whatever is worked out of cells is worked out once for each
different one.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from medoffice_xl.readers.sheets import Cell

Codes = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]


class Coded(Sequence[Cell]):
    """The cells of a column, in the order of the rows. `values` may hold some that stand in no row any more."""

    __slots__ = ("codes", "values")

    def __init__(self, codes: Codes, values: Sequence[Cell]) -> None:
        self.codes = codes
        self.values = values

    def __len__(self) -> int:
        return len(self.codes)

    @overload
    def __getitem__(self, place: int) -> Cell: ...

    @overload
    def __getitem__(self, place: slice) -> list[Cell]: ...

    def __getitem__(self, place: int | slice) -> Cell:
        if isinstance(place, slice):
            return [self.values[code] for code in self.codes[place].tolist()]
        return self.values[self.codes[place]]

    def __iter__(self) -> Iterator[Cell]:
        return map(self.values.__getitem__, self.codes.tolist())

    def present(self) -> Mask:
        """Which of the values stand in any row."""
        found = np.zeros(len(self.values), dtype=bool)
        found[self.codes] = True
        return found

    def distinct(self) -> list[Cell]:
        """The values that stand in any row."""
        return [value for value, there in zip(self.values, self.present().tolist(), strict=True) if there]

    def where(self, test: Callable[[Cell], bool]) -> Mask:
        """The rows whose cell passes."""
        passed = np.fromiter(map(test, self.values), dtype=bool, count=len(self.values))
        return passed[self.codes]

    def rows(self, kept: "Mask | Codes") -> "Coded":
        """The column of some rows, by a mask or by their places."""
        return Coded(self.codes[kept], self.values)


def coded(cells: Sequence[Cell]) -> Coded:
    """A column of cells, coded. Cells of different types are different: 1 is neither True nor 1.0."""
    if isinstance(cells, Coded):
        return cells
    places: dict[Any, int] = {}
    codes = [places.setdefault((cell.__class__, cell), len(places)) for cell in cells]
    return Coded(np.array(codes, dtype=np.intp), [cell for _, cell in places])
