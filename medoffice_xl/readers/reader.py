"""What every reader of a kind of file is: it says how sure it is of a file, and reads it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from medoffice_xl.tables import Column

if TYPE_CHECKING:
    from medoffice_xl.readers.file import File
    from medoffice_xl.readers.reading import Reading

CERTAIN = 100
"""The file says itself what it is."""

NO = 0
"""It is something else."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file.

    `recognises` answers in percent, from NO to CERTAIN, from the beginning of the file; `read` raises CannotRead where
    it is not what it should be. `columns` are the fields that a mapping may name. `read_together` reads those of many
    files that are quicker read as one, to the same readings by path, and leaves the others out.
    """

    kind: str
    recognises: "Callable[[File], int]"
    read: "Callable[[File], Reading]"
    columns: tuple[Column, ...] = ()
    read_together: "Callable[[Sequence[Path]], Mapping[Path, Reading]] | None" = None


def imported_later(kind: str, module: str, columns: tuple[Column, ...] = ()) -> Reader:
    """The READER of a module that is imported only when a file is to be looked at.

    Reading files needs libraries that a host of formulas may not have, and some of them are large.
    """

    def own() -> Reader:
        found: Reader = import_module(module).READER
        return found

    def together(paths: Sequence[Path]) -> "Mapping[Path, Reading]":
        several = own().read_together
        return several(paths) if several else {}

    return Reader(kind, lambda file: own().recognises(file), lambda file: own().read(file), columns, together)
