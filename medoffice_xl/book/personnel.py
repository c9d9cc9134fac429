"""The Personnel workbook, read: encrypted or not, in memory, and never written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from medoffice_xl.book.access import read_bytes
from medoffice_xl.book.book import Book
from medoffice_xl.book.package import Package
from medoffice_xl.errors import BookError
from medoffice_xl.files.encrypted import decrypted, is_encrypted
from medoffice_xl.problems import Problem
from medoffice_xl.tables.personnel import PERSONNEL_TABLES

NAME = "Personnel.xlsm"


@dataclass(frozen=True, slots=True)
class Personnel:
    """Its tables by name, what was wrong in them, and whether a password keeps it."""

    tables: Mapping[str, pd.DataFrame]
    is_encrypted: bool
    problems: list[Problem] = field(default_factory=list)


def read_personnel(path: Path, password: Callable[[], str]) -> Personnel:
    """The tables of the workbook; `password` is asked only where it is encrypted.

    Raises BookError or BookInUse where it cannot be read or is none, CannotRead for another password.
    """
    data = read_bytes(path)
    locked = is_encrypted(data)
    plain = decrypted(data, password(), path.name) if locked else data
    book = Book(path, plain, Package(plain, path.name))
    missing = [table.sheet for table in PERSONNEL_TABLES if table.excel_name not in book.layout.tables]
    if missing:
        raise BookError(
            f"{path.name} is no Personnel workbook: it has no {', '.join(missing)}. Make one with: medoffice init "
            "FOLDER --personnel"
        )
    read = {table.name: book.as_the_file_has_it(table) for table in PERSONNEL_TABLES}
    problems = [problem for each in read.values() for problem in each.problems]
    return Personnel({name: each.frame for name, each in read.items()}, locked, problems)
