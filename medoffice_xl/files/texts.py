"""A text file is looked at before it is taken apart: its lines and cells are counted, and none is overlong."""

import re

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import LARGEST_TEXT, LONGEST_LINE, MOST_CELLS, MOST_LINES

_LONG_LINE = re.compile(rb"[^\r\n]{%d}" % (LONGEST_LINE + 1))
_BETWEEN_CELLS = (b",", b";", b"\t", b"|")


def check_text(content: bytes, name: str) -> None:
    """Raise CannotRead for a text that would take all memory once it is lines and cells."""
    if len(content) > LARGEST_TEXT:
        raise CannotRead(
            f"{name} has {len(content):,} bytes; text files of up to {LARGEST_TEXT:,} are read. Export it in parts, by "
            "month for example."
        )
    lines = max(content.count(b"\n"), content.count(b"\r"))
    if lines > MOST_LINES:
        raise CannotRead(
            f"{name} has {lines:,} lines; {MOST_LINES:,} of a file are read. Export it in parts, by month for example."
        )
    cells = max(map(content.count, _BETWEEN_CELLS)) + lines
    if cells > MOST_CELLS:
        raise CannotRead(
            f"{name} has {cells:,} cells; {MOST_CELLS:,} of a file are read. Export it in parts, by month for example."
        )
    long = _LONG_LINE.search(content)
    if long:
        line = content.count(b"\n", 0, long.start()) + 1
        raise CannotRead(
            f"Line {line} of {name} has more than {LONGEST_LINE:,} bytes, so it is no table. Export it as CSV or .xlsx."
        )
