"""The workbook file itself: tables and values in and out of the .xlsm, all else untouched."""

from medoffice_xl.book.book import Book, edit_book, open_book

__all__ = ["Book", "edit_book", "open_book"]
