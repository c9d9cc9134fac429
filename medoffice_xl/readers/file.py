"""A file that is brought in: what it begins with, and what the user says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from medoffice_xl.readers.cms_zip import members_of
from medoffice_xl.readers.sheets import HEAD_BYTES, Grid, grid_of_head, head_of


@dataclass(frozen=True)
class File:
    """What every reader is given. Its beginning is read once, whoever asks for it.

    `mapping` (heading to field) is for tables, `payer` and `effective` (first day in force) are for fee schedules
    that lack them, dates after `today` (by default this day) are reported.
    """

    path: Path
    mapping: Mapping[str, str] = field(default_factory=dict)
    payer: str = ""
    effective: date | None = None
    today: date | None = None

    @property
    def name(self) -> str:
        """The file's name without folders."""
        return self.path.name

    @cached_property
    def begins(self) -> bytes:
        """Its first bytes."""
        with self.path.open("rb") as opened:
            return opened.read(HEAD_BYTES)

    @cached_property
    def is_zip(self) -> bool:
        """True for a zip of files, which a workbook is not. Raises CannotRead where it is damaged."""
        with members_of(self.path) as members:
            return members is not None

    @cached_property
    def head(self) -> bytes:
        """The same; of a workbook its first rows as text. Raises CannotRead where it is none that can be read."""
        return head_of(self.path)

    @cached_property
    def grid(self) -> Grid:
        """Its first rows; none where it is no table."""
        found = None if self.is_zip else grid_of_head(self.head, self.name)
        return Grid(self.name, "", [], []) if found is None else found
