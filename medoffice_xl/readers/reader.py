"""What every reader of a kind of file is: it says how sure it is of a file, and reads it."""

from collections.abc import Callable
from dataclasses import dataclass

from medoffice_xl.readers.file import File
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables import Column

CERTAIN = 100
"""The file says itself what it is."""

NO = 0
"""It is something else."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of file.

    `recognises` answers in percent, from NO to CERTAIN, from the beginning of the file; `read` raises CannotRead where
    it is not what it should be. `columns` are the fields that a mapping may name.
    """

    kind: str
    recognises: Callable[[File], int]
    read: Callable[[File], Reading]
    columns: tuple[Column, ...] = ()
