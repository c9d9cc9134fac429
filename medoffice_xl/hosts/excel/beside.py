"""A folder beside the workbook, for the files that a button writes."""

from pathlib import Path

import xlwings

from medoffice_xl.errors import BookError


def folder_beside(book: xlwings.Book, name: str) -> Path:
    """The folder of this name beside the workbook; a workbook that lives nowhere on this computer has none.

    Of a workbook in OneDrive or SharePoint Excel tells an address of the web; xlwings finds the local file behind it.
    """
    try:
        home = Path(book.fullname).parent
        stands = home.is_absolute() and home.is_dir()
    except Exception:
        stands = False
    if not stands:
        raise BookError(
            "The files go beside the workbook, and it was not found on this computer. If it lies in OneDrive or "
            "SharePoint, choose “Always keep on this device” for its folder in the Explorer; else save it to a "
            "folder of this computer first."
        )
    return home / name
