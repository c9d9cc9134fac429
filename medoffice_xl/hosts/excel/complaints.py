"""What went wrong, and what went well, in the host's message boxes."""

import xlwings

TITLE = "Practice Manager"


def tell(book: xlwings.Book, words: str) -> None:
    """A message box of the host."""
    book.app.alert(words, title=TITLE, mode="critical")


def confirm(book: xlwings.Book, question: str) -> bool:
    """A question that is answered with yes or no."""
    return str(book.app.alert(question, title=TITLE, buttons="yes_no", mode="info")) == "yes"


def inform(book: xlwings.Book, words: str) -> None:
    """The same, with good news."""
    book.app.alert(words, title=TITLE, mode="info")
