"""The folder in which the live workbook stands."""

from pathlib import Path

import xlwings

from medoffice_xl.errors import BookError


def folder_of(book: xlwings.Book, what: str) -> Path:
    """The workbook's folder, for files (`what`) that go beside it.

    Raises BookError for a workbook that lives nowhere on this computer.
    """
    try:
        home = Path(book.fullname).parent
        stands = home.is_absolute() and home.is_dir()
    except Exception:
        stands = False
    if not stands:
        raise BookError(f"{what} beside the workbook: save it to a folder of this computer first.")
    return home
