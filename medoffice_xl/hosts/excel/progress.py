"""Progress in the status bar, which is the user's again afterwards."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import xlwings

Progress = Callable[[str], None]
"""Says what is being done now."""


@contextmanager
def progress(book: xlwings.Book, label: str) -> Iterator[Progress]:
    """Show `label: what is being done` while the work lasts."""

    def say(what: str) -> None:
        _show(book, f"{label}: {what} …")

    try:
        yield say
    finally:
        _show(book, False)


def _show(book: xlwings.Book, words: str | bool) -> None:
    # A host without a status bar, or one that is busy, is no reason not to do the work.
    with suppress(Exception):
        book.app.status_bar = words
