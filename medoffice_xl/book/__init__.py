"""The workbook file itself: tables and values in and out of the .xlsm, all else untouched.

What reads workbook files is imported when it is asked for: addresses and layouts are used where no such library is.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from medoffice_xl.book.book import Book, edit_book, open_book

__all__ = ["Book", "edit_book", "open_book"]


def __getattr__(name: str) -> Any:
    """The names of `__all__`, from their module."""
    if name in __all__:
        return getattr(import_module("medoffice_xl.book.book"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
