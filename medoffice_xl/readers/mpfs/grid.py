"""A CSV file or a workbook's sheets as rows of text."""

import csv
import io

from medoffice_xl.blanks import as_seen, trimmed
from medoffice_xl.errors import CannotRead
from medoffice_xl.files.texts import check_text
from medoffice_xl.files.workbooks import opened_workbook, refused_in_words

Grid = list[list[str]]


def grids(content: bytes, name: str) -> list[Grid]:
    """The rows of a CSV file, or of each sheet of a workbook, every cell as stripped text; raises CannotRead."""
    return _workbook(content, name) if is_workbook(content) else [grid(content, name)]


def is_workbook(content: bytes) -> bool:
    """Whether a file is a workbook by its first bytes."""
    return content.startswith(b"PK\x03\x04")


def grid(content: bytes, name: str, delimiter: str = ",") -> Grid:
    """The rows of a text file, every cell as stripped text; raises CannotRead where it is no such file."""
    check_text(content, name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    lines = io.StringIO(as_seen(text), newline="")
    try:
        return [[trimmed(cell) for cell in row] for row in csv.reader(lines, delimiter=delimiter)]
    except csv.Error as error:
        raise CannotRead(f"{name} cannot be read as CSV ({error}). Take it from the CMS zip again.") from error


def _workbook(content: bytes, name: str) -> list[Grid]:
    book = opened_workbook(content, name)
    with refused_in_words(name):
        sheets = [
            book.get_sheet_by_index(index).to_python(skip_empty_area=False) for index in range(len(book.sheet_names))
        ]
    return [[[_text(cell) for cell in row] for row in sheet] for sheet in sheets]


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return trimmed(as_seen(str(cell)))
