"""The one way to get rows with their line numbers out of CSV and spreadsheet files, and what is called so.

Whatever the file is, it becomes grids: rows of cells, each row with the number under which the user finds it.
A text file has one grid and every cell is text; a workbook has one grid a sheet, with numbers and dates as
they are stored.
"""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any

from medoffice_xl.blanks import as_seen
from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import MOST_COLUMNS
from medoffice_xl.files.reading import read_whole
from medoffice_xl.files.texts import check_markup, check_text
from medoffice_xl.files.workbooks import opened_workbook, refused_in_words
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.excel_text import as_meant
from medoffice_xl.readers.markup import is_markup, page_in, tables_of

HEAD_BYTES = 65_536
HEAD_ROWS = 60

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_DELIMITERS = ",;\t|"
csv.field_size_limit(2**31 - 1)

Cell = Any


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of cells. `lines` holds the 1-based line (text) or row (sheet) on which each row starts."""

    file: str
    sheet: str
    rows: list[list[Cell]]
    lines: list[int]
    problems: list[Problem] = field(default_factory=list)


def read_grids(path: Path) -> list[Grid]:
    """Every sheet of a workbook, or the one grid of a text file. Wholly empty rows are left out."""
    return grids_of(read_whole(path), path.name)


def grids_of(content: bytes, name: str, most: int | None = None) -> list[Grid]:
    """The same for a file that is in memory, such as a member of a zip; of one with sheets at most `most` rows each."""
    if is_workbook(content):
        return _from_workbook(name, content, most)
    return _from_markup(name, content, most) if is_markup(content) else [_from_text(name, content)]


def head_of(path: Path) -> bytes:
    """What a reader needs to recognise the file: its first bytes, or the first rows of a workbook as text."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not is_workbook(head) and not is_markup(head):
        return head
    grids = grids_of(read_whole(path), path.name, HEAD_ROWS)
    rows = (row for grid in grids for row in grid.rows)
    return "\n".join("\t".join(" ".join(str(cell).split()) for cell in row) for row in rows).encode()


def grid_of_head(head: bytes, name: str, most: int = HEAD_ROWS) -> Grid | None:
    """The first rows of a file from its head; None where the head is not text."""
    if is_workbook(head):
        return None
    try:
        grid = _from_text(name, head, most)
    except (CannotRead, UnicodeError):
        return None
    return grid


def _from_markup(name: str, content: bytes, most: int | None = None) -> list[Grid]:
    check_markup(content, name)
    text, problems = _decode(name, page_in(content), whole=True)
    found = [
        _grid(name, sheet, ((line, _as_seen(row)) for line, row in rows[:most]))
        for sheet, rows in tables_of(text, name)
    ]
    found[0].problems.extend(problems)
    return found


def is_workbook(head: bytes) -> bool:
    """Whether a file begins as Excel's workbooks do, of today or of before."""
    return head.startswith((_ZIP, _OLE))


def _from_workbook(file: str, content: bytes, most: int | None = None) -> list[Grid]:
    book = opened_workbook(content, file)
    grids = []
    for name in book.sheet_names:
        with refused_in_words(file):
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=most)
        grids.append(_grid(file, name, enumerate(map(_as_seen, rows), 1)))
    return grids


def _as_seen(row: list[Cell]) -> list[Cell]:
    return [as_seen(cell) if isinstance(cell, str) else cell for cell in row]


def _grid(file: str, sheet: str, numbered: Iterable[tuple[int, list[Cell]]]) -> Grid:
    filled = [(line, row) for line, row in numbered if _says_something(row)]
    if any(len(row) > MOST_COLUMNS for _, row in filled):
        filled = [(line, _narrow(file, line, row)) for line, row in filled]
    return Grid(file, sheet, [row for _, row in filled], [line for line, _ in filled])


def _says_something(row: list[Cell]) -> bool:
    return any(not isinstance(cell, str) or cell.strip(" ") for cell in row)


def _narrow(file: str, line: int, row: list[Cell]) -> list[Cell]:
    """The row without empty cells behind the last column that a table may have; raises CannotRead for others there."""
    if any(cell not in ("", None) for cell in row[MOST_COLUMNS:]):
        raise CannotRead(
            f"{file} has a cell in a column beyond the {MOST_COLUMNS:,}th on line {line:,}: no export is so wide. "
            "Delete what stands far to the right, or export the file again."
        )
    return row[:MOST_COLUMNS]


def _from_text(name: str, content: bytes, most: int | None = None) -> Grid:
    check_text(content, name)
    text, problems = _decode(name, content, whole=most is None)
    text = as_meant(text.encode("utf-8", "surrogatepass")).decode("utf-8", "surrogatepass")
    lines = list(StringIO(as_seen(text), newline=""))
    numbered, unclosed = _records(lines, delimiter_of(lines[:HEAD_ROWS]), most)
    grid = _grid(name, "", numbered)
    if unclosed and most is None:
        grid.rows.pop()
        first = grid.lines.pop()
        problems.append(
            Problem(
                Severity.DATA,
                f"A quotation mark opened here is never closed; lines {first} to {len(lines)} were not taken in.",
                "Export the file again, or close the quotation mark, and import it again.",
                name,
                first,
            )
        )
    grid.problems.extend(problems)
    return grid


def _decode(name: str, content: bytes, *, whole: bool) -> tuple[str, list[Problem]]:
    """The bytes as text: by their byte-order mark, else UTF-8, else Windows-1252, which is reported."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content[: len(content) // 2 * 2 if encoding == "utf-16" else None].decode(encoding, "replace"), []
    if b"\x00" in content[:4096]:
        return _decode_utf16(name, content), []
    try:
        return content.decode("utf-8", "strict" if whole else "ignore"), []
    except UnicodeDecodeError:
        pass
    text = content.decode("cp1252", "replace")
    lost = text.count("�")
    advice = "Names with accents may look odd; export as UTF-8 if they do."
    found = "The file is not UTF-8; it was read as Windows text (cp1252)."
    if lost:
        found += f" {lost} characters are not in that alphabet and became “�”."
    return text, [Problem(Severity.DATA if lost else Severity.NOTE, found, advice, name)]


def _decode_utf16(name: str, content: bytes) -> str:
    """UTF-16 without a mark has a zero in every other byte; anything else with zeros is no text."""
    head = content[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(even, odd) < len(head) // 3 or min(even, odd) > len(head) // 20:
        raise CannotRead(f"{name} is neither text nor a workbook. Export it as CSV or .xlsx.")
    return content[: len(content) // 2 * 2].decode("utf-16-le" if odd > even else "utf-16-be", "replace")


def delimiter_of(lines: list[str]) -> str:
    """The sign that parts the cells: the one that gives most rows the same, larger number of cells."""

    def score(delimiter: str) -> int:
        widths = Counter(len(record) for record in csv.reader(lines, delimiter=delimiter))
        return max(((width - 1) * times for width, times in widths.items()), default=0)

    return max(_DELIMITERS, key=score)


def _records(lines: list[str], delimiter: str, most: int | None) -> tuple[list[tuple[int, list[Cell]]], bool]:
    """Records with the line each starts on, and whether the last one is an unclosed quotation."""
    reader = csv.reader(lines, delimiter=delimiter, skipinitialspace=True)
    records: list[tuple[int, list[Cell]]] = []
    before = 0
    for record in islice(reader, most):
        records.append((before + 1, record))
        before = reader.line_num
    start = records[-1][0] if records else 1
    spans = before - start > 0
    return records, spans and most is None and _unclosed(lines[start - 1 :], delimiter)


def _unclosed(lines: list[str], delimiter: str) -> bool:
    try:
        list(csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False
