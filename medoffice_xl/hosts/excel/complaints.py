"""What went wrong, and what went well, in the host's message boxes."""

import xlwings

TITLE = "Practice Manager"


def tell(book: xlwings.Book, words: str) -> None:
    """A message box of the host."""
    book.app.alert(words, title=TITLE, mode="critical")


def inform(book: xlwings.Book, words: str) -> None:
    """The same, with good news."""
    book.app.alert(words, title=TITLE, mode="info")
