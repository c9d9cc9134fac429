"""A text file is looked at before it is taken apart: its lines and cells are counted, and none is overlong."""

import re

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import LARGEST_MARKUP, LARGEST_TEXT, LONGEST_LINE, MOST_CELLS, MOST_LINES, MOST_TAGS

_BREAK = re.compile(rb"[\r\n]")
_BETWEEN_CELLS = (b",", b";", b"\t", b"|")


def check_text(content: bytes, name: str) -> None:
    """Raise CannotRead for a text that would take all memory once it is lines and cells."""
    _check_size(len(content), LARGEST_TEXT, "text files", name)
    lines = max(content.count(b"\n"), content.count(b"\r"))
    if lines > MOST_LINES:
        raise CannotRead(
            f"{name} has {lines:,} lines; {MOST_LINES:,} of a file are read. Export it in parts, by month for example."
        )
    check_cells(max(map(content.count, _BETWEEN_CELLS)) + lines, name)
    long = _long_line(content)
    if long:
        raise CannotRead(
            f"Line {long} of {name} has more than {LONGEST_LINE:,} bytes, so it is no table. Export it as CSV or .xlsx."
        )


def _long_line(content: bytes) -> int:
    """The number of the first line that is too long; 0 where none is.

    A line that long holds a whole block of a third of it, so that only blocks without a break are looked at closely.
    """
    step = (LONGEST_LINE + 1) // 3
    for start in range(0, len(content), step):
        if not _BREAK.search(content, start, start + step):
            first = max(content.rfind(b"\n", 0, start), content.rfind(b"\r", 0, start)) + 1
            found = _BREAK.search(content, start)
            if (found.start() if found else len(content)) - first > LONGEST_LINE:
                return content.count(b"\n", 0, first) + 1
    return 0


def check_markup(content: bytes, name: str) -> None:
    """The same for a page or an XML file, which becomes a tree of its tags before it is cells."""
    _check_size(len(content), LARGEST_MARKUP, "pages and XML files", name)
    tags = content.count(b"<")
    if tags > MOST_TAGS:
        raise CannotRead(
            f"{name} has {tags:,} tags; pages and XML files of up to {MOST_TAGS:,} are read. Export it as CSV or .xlsx."
        )


def check_cells(cells: int, name: str) -> None:
    """Raise CannotRead for more cells than are read of a file."""
    if cells > MOST_CELLS:
        raise CannotRead(
            f"{name} has {cells:,} cells; {MOST_CELLS:,} of a file are read. Export it in parts, by month for example."
        )


def _check_size(size: int, most: int, kind: str, name: str) -> None:
    if size > most:
        raise CannotRead(
            f"{name} has {size:,} bytes; {kind} of up to {most:,} are read. Export it in parts, by month for example."
        )
