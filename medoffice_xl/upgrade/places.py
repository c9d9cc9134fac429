"""Where a cell of one of our data sheets goes in the new workbook: our columns by heading, the rest beside them."""

from collections.abc import Mapping
from dataclasses import dataclass

from medoffice_xl.book.layout import TablePart
from medoffice_xl.book.places import Place


@dataclass(frozen=True, slots=True)
class Move:
    """The way from an old data sheet to its new one.

    `columns` says where each old column of the table goes; what stood right of the table keeps its distance to it.
    """

    columns: Mapping[int, int]
    old_last: int
    new_last: int
    down: int

    def column(self, old: int) -> int | None:
        """Where a column goes; None for one of ours that the new version no longer has."""
        if old > self.old_last:
            return old + self.new_last - self.old_last
        return self.columns.get(old)

    def place(self, old: Place) -> Place | None:
        """Where a cell goes."""
        column = self.column(old.column)
        return None if column is None or old.row + self.down < 1 else Place(old.row + self.down, column)


def move_of(old: TablePart, new: TablePart, renamed: Mapping[str, str], own: list[str]) -> Move:
    """The way from an old table's sheet to the new one's, the user's `own` columns behind ours.

    `renamed` gives the present heading of columns that were called otherwise.
    """
    present = {heading.casefold(): new.area.first.column + index for index, heading in enumerate(new.headers)}
    mine = {heading.casefold(): new.area.last.column + 1 + index for index, heading in enumerate(own)}
    columns = {}
    for index, heading in enumerate(old.headers):
        key = renamed.get(heading, heading).casefold()
        found = mine.get(key) or present.get(key)
        if found:
            columns[old.area.first.column + index] = found
    down = new.area.first.row - old.area.first.row
    return Move(columns, old.area.last.column, new.area.last.column + len(own), down)
