"""A workbook's large tables moved into a ledger beside it, and back.

Nothing is moved that a ledger cannot hold: rows that cannot be read, columns of the user's own, formulas in cells. It
is said first, by name, and then nothing is done.
"""

from collections.abc import Iterator
from pathlib import Path

from medoffice_xl.book.book import Book
from medoffice_xl.book.places import LAST_ROW
from medoffice_xl.errors import BookError
from medoffice_xl.lake import Lake, make_lake, open_whole
from medoffice_xl.lake.typed_beside import taken
from medoffice_xl.tables import TABLES, Table


def large_tables(book: Book) -> list[Table]:
    """The tables of the workbook that a ledger may hold."""
    return [table for table in TABLES.values() if table.by_month and table.excel_name in book.layout.tables]


def move_out(book: Book, folder: Path) -> Lake:
    """Let a new ledger in `folder` hold the large tables; the caller saves the workbook, and with it the ledger.

    Raises BookError, before anything is written, where something on their sheets would be lost.
    """
    if book.lake:
        raise BookError(f"{book.path.name} has a ledger already: {book.lake.folder}. Nothing was changed.")
    tables = large_tables(book)
    frames = {table.name: book.read(table.name) for table in tables}
    if lost := [words for table in tables for words in _would_be_lost(book, table)]:
        listed = "\n".join(f"  · {words}" for words in lost)
        raise BookError(f"A ledger cannot hold this, so nothing was changed:\n{listed}")
    lake = make_lake(folder).staged(frames)
    book.keep_in(lake)
    return lake


def move_back(book: Book) -> Path:
    """Let the workbook's own sheets hold all rows again; the ledger's folder stays as it is, and is returned.

    Raises BookError where a table has more rows than a sheet, or a sheet has rows that the ledger does not hold.
    """
    lake = _ledger_of(book)
    for name in lake.manifest.tables:
        if typed := len(book.typed_beside(name)):
            raise BookError(
                f"{typed:,} rows on the sheet {TABLES[name].sheet} are not in the ledger. Take them in (medoffice "
                "ledger BOOK --take) or delete them, and try again. Nothing was changed."
            )
        most = LAST_ROW - book.layout.tables[TABLES[name].excel_name].area.first.row
        if lake.rows(name) > most:
            raise BookError(
                f"{TABLES[name].sheet} has {lake.rows(name):,} rows, and a sheet holds {most:,}: they stay in the "
                f"ledger {lake.folder}. Nothing was changed."
            )
    book.show_all({name: lake.frame(name) for name in lake.manifest.tables})
    return lake.folder


def point_at(book: Book, folder: Path) -> Lake:
    """Say where the ledger is now, after its folder was moved; the caller saves the workbook."""
    lake = open_whole(folder.resolve())
    missing = [table.sheet for table in large_tables(book) if table.name not in lake]
    if missing:
        raise BookError(f"The ledger {folder} lacks {', '.join(missing)}. Nothing was changed.")
    book.keep_in(lake)
    return lake


def take_typed(book: Book) -> Iterator[str]:
    """Take what was typed on the sheets of the ledger's tables into it; says what became of it, table by table."""
    lake = _ledger_of(book)
    frames = {}
    for name in lake.manifest.tables:
        typed = book.typed_beside(name)
        if typed.empty:
            continue
        frames[name], places, new = taken(lake, TABLES[name], typed)
        yield f"{TABLES[name].sheet}: {places:,} rows changed, {new:,} rows added."
    book.take_typed(frames)


def _ledger_of(book: Book) -> Lake:
    if book.lake is None:
        raise BookError(f"{book.path.name} has no ledger: its tables stand on its sheets. Nothing was changed.")
    return book.lake


def _would_be_lost(book: Book, table: Table) -> Iterator[str]:
    part = book.layout.tables[table.excel_name]
    known = {word.casefold() for column in table for word in (column.header, column.name)}
    own = [heading for heading in part.headers if heading.strip().casefold() not in known]
    if own:
        yield f"Columns of your own on the sheet {part.sheet}: {', '.join(own)}. Move them to a sheet of your own."
    if any(cell.place in part.body for cell in book.formulas(part.sheet)):
        yield f"Formulas in the rows of the sheet {part.sheet}. Put their values in their place."
    unread = [problem for problem in book.problems if problem.file == table.told_as]
    if unread:
        yield (
            f"{len(unread):,} cells of the sheet {part.sheet} that cannot be read, the first in row {unread[0].line}: "
            f"{unread[0].problem} {unread[0].advice}"
        )
