"""The ledger beside a former workbook, carried into a new folder: the former workbook keeps the one it has."""

from collections.abc import Iterator
from contextlib import contextmanager

from medoffice_xl.book.book import Book
from medoffice_xl.lake import Lake, make_lake, open_lake
from medoffice_xl.lake.former import former_rows
from medoffice_xl.tables import SCHEMA_VERSION, TABLES


def carried_ledger(former: Book, version: str) -> Lake | None:
    """The rows of the former workbook's ledger as a ledger of this version, staged; None where it has none.

    Raises LedgerError where it cannot be read, or something stands in its new folder.
    """
    folder = former.ledger_folder
    if folder is None:
        return None
    before = open_lake(folder, version)
    large = [name for name in before.manifest.tables if name in TABLES and TABLES[name].by_month]
    made = make_lake(folder.with_name(f"{folder.name} (version {SCHEMA_VERSION})"))
    return made.staged({name: former_rows(folder, TABLES[name], before.manifest.tables[name]) for name in large})


@contextmanager
def published(lake: Lake | None) -> Iterator[None]:
    """The ledger is there within, and stays unless what is done within fails."""
    if lake is None:
        yield
        return
    lake.published()
    try:
        yield
    except BaseException:
        lake.taken_back()
        raise
