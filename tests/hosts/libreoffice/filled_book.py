"""The master workbook with a few rows in it, recalculated without a spreadsheet program."""

from pathlib import Path

from example_arguments import AS_OF, table_cells

from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.hosts.headless import refresh_book
from medoffice_xl.tables import TABLES, frame_from_cells

FILLED = ("charges", "payments", "remits")


def filled_book(folder: Path) -> Path:
    """A copy of the master workbook with charges, payments and remittance lines."""
    book = open_book(copy_master(folder))
    book.set_setting("AsOf", AS_OF.date())
    frames = {}
    for name in FILLED:
        cells = table_cells(name)
        frames[name] = frame_from_cells(TABLES[name], cells[0], cells[1:])[0]
    book.write(frames)
    refresh_book(book)
    book.save()
    return book.path
