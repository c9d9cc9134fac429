"""A ledger's folder as it is read, and a next state of it as it is written."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd

from medoffice_xl.errors import LedgerError
from medoffice_xl.files.lock import clear_leavings
from medoffice_xl.files.whole import make_folder, write_whole, writing
from medoffice_xl.lake.database import relation, told_in_words
from medoffice_xl.lake.manifest import NAME, Manifest, Part, read_manifest
from medoffice_xl.lake.part_checks import check_columns, check_contents
from medoffice_xl.lake.parts import as_parquet, by_month, part_of, read_parts, read_places
from medoffice_xl.lake.places import Places, places_kept
from medoffice_xl.lake.shown import newest
from medoffice_xl.tables import TABLES, Table


@dataclass(frozen=True, slots=True)
class Shelved:
    """One table of a ledger in one state: `rows` of it for DuckDB, or the whole `frame`, of the columns that count."""

    folder: Path
    table: Table
    parts: tuple[Part, ...]
    version: str
    _frames: "list[pd.DataFrame]" = field(default_factory=list, repr=False)
    _relations: list[Any] = field(default_factory=list, repr=False)

    def __len__(self) -> int:
        return sum(part.rows for part in self.parts)

    def check(self) -> None:
        """Raise LedgerError where a file is not there, or not of the length, rows and columns that it is to have."""
        check_columns(self.folder, self.table, self.parts)

    def frame(self) -> pd.DataFrame:
        """All rows in memory, read once."""
        if not self._frames:
            self._frames.append(read_parts(self.folder, self.table, self.parts, self.table.counted))
        return self._frames[0]

    def relation(self) -> Any:
        """All rows as DuckDB reads them from the files, always the same object; raises LedgerError as `check` does."""
        self.check()
        if not self._relations:
            with told_in_words():
                self._relations.append(relation(self.folder, self.table, self.parts, self.table.counted))
        return self._relations[0]


@dataclass(frozen=True, slots=True)
class Lake:
    """A ledger in one state. `before` is what its folder held when it was opened: another state is staged."""

    folder: Path
    manifest: Manifest
    before: Manifest

    def __contains__(self, table: object) -> bool:
        return table in self.manifest.tables

    @property
    def is_staged(self) -> bool:
        """Whether this state is still to be published."""
        return self.manifest.tables != self.before.tables

    @property
    def state(self) -> str:
        """A short hash of everything in it."""
        return self.manifest.state

    @property
    def opened(self) -> "Lake":
        """The state in which it was opened."""
        return Lake(self.folder, self.before, self.before)

    def rows(self, table: str) -> int:
        """How many rows a table has."""
        return self.manifest.rows(table)

    def frame(self, table: str, columns: Sequence[str] | None = None) -> pd.DataFrame:
        """A table, or some of its columns, in the order in which its rows came in; raises LedgerError."""
        return read_parts(self.folder, TABLES[table], self.manifest.tables[table], columns or TABLES[table].names)

    def newest(self, table: str, most: int) -> pd.DataFrame:
        """The rows of the newest days, so many at most, in the order of the table. Other months are not opened."""
        needed: list[Part] = []
        for part in sorted(self.manifest.tables[table], key=_age):
            needed.append(part)
            if sum(each.rows for each in needed) >= most:
                break
        frame = read_parts(self.folder, TABLES[table], needed, TABLES[table].names)
        return newest(TABLES[table], frame, most)

    def shelved(self, table: str) -> Shelved:
        """A table as figures take it."""
        return Shelved(self.folder, TABLES[table], self.manifest.tables[table], self.manifest.version(table))

    def check_files(self) -> None:
        """Raise LedgerError where any file is not there, or not of the length, rows and columns that it is to have."""
        for name in self.manifest.tables:
            self.shelved(name).check()

    def check(self) -> None:
        """The same, and every byte of every file as it was written."""
        for name, parts in self.manifest.tables.items():
            check_contents(self.folder, TABLES[name], parts)

    def staged(self, frames: Mapping[str, pd.DataFrame]) -> "Lake":
        """The next state, with these tables: its files are written, and belong to no ledger until it is published."""
        after = {name: tuple(self._written(TABLES[name], frame)) for name, frame in frames.items()}
        return replace(self, manifest=self.manifest.followed_by(after))

    def published(self) -> "Lake":
        """Make this the ledger's state, in one step; files that neither it nor the one before needs are taken away.

        Raises LedgerError where another run was quicker, and leaves the ledger as it is.
        """
        with only_writer_of(self.folder):
            if self.before.tables and read_manifest(self.folder).state != self.before.state:
                raise LedgerError(
                    f"The ledger {self.folder} was changed by another run after it was opened here. It was left so, "
                    "and nothing of this run is in it. Try again."
                )
            for name, parts in self.manifest.tables.items():
                check_columns(self.folder, TABLES[name], parts)
            after = replace(self.manifest, former=tuple(sorted(self.before.files - self.manifest.files)))
            write_whole(self.folder / NAME, after.as_bytes())
            with suppress(OSError):  # the ledger is whole, and the next state clears up, too
                self._clear({*after.files, *after.former})
        return Lake(self.folder, after, after)

    def taken_back(self) -> None:
        """Put the state before in the place of this one, which was published and is not to be."""
        with only_writer_of(self.folder):
            if self.before.tables:
                write_whole(self.folder / NAME, self.before.as_bytes())
            else:
                (self.folder / NAME).unlink(missing_ok=True)

    def _written(self, table: Table, frame: pd.DataFrame) -> Iterator[Part]:
        """The table's rows as files, each whole and on the disk."""
        before = self.manifest.tables.get(table.name, ())
        keys, numbers = read_places(self.folder, table, before, table.key)
        places = places_kept(table.key, keys, numbers, frame)
        for month, rows in by_month(table, frame):
            yield write_part(self.folder, table, month, frame.iloc[rows], places[rows])

    def _clear(self, needed: set[str]) -> None:
        """Take away files of no state, and what killed runs left; who still reads the state before finds all of it."""
        kept = {self.folder / name for name in needed}
        for table in TABLES.values():
            if table.by_month:
                for month in (self.folder / table.name).glob("month=*"):
                    clear_leavings(month)
                for path in (self.folder / table.name).glob("month=*/*.parquet"):
                    if path not in kept:
                        with suppress(OSError):
                            path.unlink()


def write_part(folder: Path, table: Table, month: str, rows: pd.DataFrame, places: Places) -> Part:
    """A month's rows as a file of a ledger, whole and on the disk; one that is there already stays."""
    content = as_parquet(table, rows, places)
    part = part_of(table, month, len(rows), content)
    target = folder / part.file
    if not _holds(target, content):
        make_folder(target.parent)
        write_whole(target, content)
    return part


def ledger_file(folder: Path) -> Path:
    """The file that says what a ledger holds: who writes the ledger is the only one who writes it."""
    return folder / NAME


def only_writer_of(folder: Path) -> AbstractContextManager[None]:
    """Be the one who writes the ledger in this folder; raises InUse while another run does, or CannotWrite."""
    return writing(ledger_file(folder))


def _holds(path: Path, content: bytes) -> bool:
    """Whether a file is there with this content: one that cannot be read is to be written anew."""
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _age(part: Part) -> tuple[bool, int]:
    """Newest months first, rows without a day last."""
    return (not part.month[:1].isdigit(), -int(part.month.replace("-", "")) if part.month[:1].isdigit() else 0)
