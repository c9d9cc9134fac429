"""How far a sheet reaches: its last row and column with a cell."""

from dataclasses import dataclass, field

from medoffice_xl.files.columns import letters


@dataclass(slots=True)
class Reach:
    """The last row and column with a cell, and how many cells take their text from the workbook's common list.

    `characters` are those between the tags, where they were counted; `marks` what was looked for beside and found.
    """

    rows: int = 0
    columns: int = 0
    shared: int = 0
    characters: int = 0
    marks: set[bytes] = field(default_factory=set)

    @property
    def cells(self) -> int:
        """The cells that it is once it is read: all from the first one to the last."""
        return self.rows * self.columns

    def include(self, row: int, column: int) -> None:
        """Reach at least as far as this cell."""
        self.rows, self.columns = max(self.rows, row), max(self.columns, column)

    def __str__(self) -> str:
        return f"{letters(self.columns)}{self.rows}"
