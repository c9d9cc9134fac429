"""What a refresh notes in the live workbook, so that its own formulas tell how fresh the figures are."""

from datetime import datetime

import xlwings

from medoffice_xl.book.told_names import AT, NOW, PYTHON, THEN
from medoffice_xl.hosts.excel.live_tables import values


def note_refreshed(book: xlwings.Book) -> None:
    """Note when the figures were refreshed and from what; a workbook that has no place for it is left as it is."""
    if any(name not in book.names for name in (AT, NOW, PYTHON, THEN)):
        return
    book.names[THEN].refers_to_range.value = values(book.names[NOW].refers_to_range)
    book.names[PYTHON].refers_to_range.clear_contents()
    book.names[AT].refers_to_range.value = datetime.now().replace(microsecond=0)
