"""One of CMS's files as its reader is given it: its rows, its name, and the names of what it came with."""

from collections.abc import Callable
from dataclasses import dataclass

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers.mpfs.grid import Grid
from medoffice_xl.readers.mpfs.release import Release, release


@dataclass(frozen=True, slots=True)
class CmsFile:
    """`beside` are the names of the other files of the release and of the zip or folder that holds them."""

    rows: Grid
    name: str
    beside: tuple[str, ...] = ()

    def release(self, header: int) -> Release:
        """Which release it is of; `header` is the index of its row of headings. Raises CannotRead."""
        return release(self.rows[: header + 1], self.name, self.beside)

    def under(self, header: int, last: int, is_data: Callable[[list[str]], bool]) -> list[tuple[int, list[str]]]:
        """The rows of data under the headings with their lines; `last` is the last column that each must reach.

        Raises CannotRead where a row ends before it: the file was cut off.
        """
        kept = []
        for line, row in enumerate(self.rows[header + 1 :], header + 2):
            if not row or not is_data(row):
                continue
            if len(row) <= last:
                raise CannotRead(
                    f"{self.name} is cut off or damaged: its row {line} ends after {len(row)} of {last + 1} cells. "
                    "Take the file from the CMS zip again, or download the zip again."
                )
            kept.append((line, row))
        return kept

    def place(self, labels: list[str], *words: str) -> int:
        """The first column whose label has one of the words; raises CannotRead where there is none."""
        for place, label in enumerate(labels):
            if any(word in label for word in words):
                return place
        raise CannotRead(
            f"{self.name} has no column “{words[0].title()}”: its columns ran together or were lost. "
            "Take the file from the CMS zip, with all its headings."
        )
