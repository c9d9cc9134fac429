"""A regular text table read by Arrow, a column at a time: as quick as a file can be read, where nothing odd is in it.

Regular is a table in UTF-8 whose rows all have as many cells, on one line each. Any other is read cell by cell
(`sheets.py`), which says what is odd about it; both give the same cells.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv

from medoffice_xl.blanks import bytes_as_seen
from medoffice_xl.files.reading import read_whole
from medoffice_xl.files.texts import check_text
from medoffice_xl.readers.coded import Coded
from medoffice_xl.readers.excel_text import as_meant
from medoffice_xl.readers.markup import is_markup
from medoffice_xl.readers.sheets import HEAD_BYTES, Grid, delimiter_of, grid_of_head, is_workbook

_ODD_QUOTES = re.compile(rb"[,;\t|] +\"|[^\s,;\t|]\"[^,;\t|\r\n\"]")
"""Quotation marks that do not stand at the ends of a cell."""

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text table in memory: its first rows, and all of its columns when they are asked for."""

    head: Grid
    content: bytes
    delimiter: str

    def columns(self, heading_line: int, width: int) -> tuple[list[Coded], list[int]] | None:
        """The columns under the headings, and the lines of their rows, wholly empty rows left out; None where the
        table is not regular.
        """
        try:
            table = csv.read_csv(
                pa.BufferReader(self.content),
                read_options=csv.ReadOptions(
                    skip_rows=heading_line,
                    column_names=[str(place) for place in range(width)],
                    block_size=max(len(self.content), 1),
                    use_threads=False,
                ),
                parse_options=csv.ParseOptions(delimiter=self.delimiter, ignore_empty_lines=False),
                convert_options=csv.ConvertOptions(
                    column_types={str(place): _CODED for place in range(width)}, strings_can_be_null=False
                ),
            )
        except (pa.ArrowInvalid, pa.ArrowKeyError):
            return None
        lines = self.content.count(b"\n") + (not self.content.endswith(b"\n"))
        if table.num_rows != lines - heading_line:  # a cell goes over several lines
            return None
        return _without_empty_rows([_coded(column) for column in table.columns], heading_line)


_CODED = pa.dictionary(pa.int32(), pa.string())


def plain_text(path: Path) -> PlainText | None:
    """The file, where it is a text table that may be regular; None for any other. Raises CannotRead."""
    content = read_whole(path).removeprefix(_BOM)
    if is_workbook(content) or is_markup(content):
        return None
    content = as_meant(content)
    if _is_odd(content):
        return None
    check_text(content, path.name)
    try:
        content.decode()
    except UnicodeDecodeError:
        return None
    head = content[: content.rfind(b"\n", 0, 4 * HEAD_BYTES) + 1] if len(content) > 4 * HEAD_BYTES else content
    grid = grid_of_head(head, path.name, most=HEAD)
    if grid is None or not grid.rows:
        return None
    first = head.decode().splitlines(keepends=True)[:60]
    return PlainText(grid, bytes_as_seen(content), delimiter_of(first))


def _is_odd(content: bytes) -> bool:
    """Zeros, lone carriage returns, quotation marks inside cells or without a second one: what readers of tables take
    in several ways.
    """
    if b"\x00" in content or content.count(b"\r") != content.count(b"\r\n"):
        return True
    quotes = content.count(b'"')
    return quotes % 2 == 1 or (quotes > 0 and _ODD_QUOTES.search(content) is not None)


HEAD = 300
"""Rows that show what the headings are and what stands under them."""


def _coded(column: pa.ChunkedArray) -> Coded:
    whole = column.combine_chunks()
    if isinstance(whole, pa.ChunkedArray):
        whole = whole.chunk(0) if whole.num_chunks else pa.array([], _CODED)
    values = [value.lstrip(" ") for value in whole.dictionary.to_pylist()]
    return Coded(whole.indices.to_numpy(zero_copy_only=False).astype(np.intp), values)


def _without_empty_rows(columns: Sequence[Coded], heading_line: int) -> tuple[list[Coded], list[int]]:
    said = np.zeros(len(columns[0]) if columns else 0, dtype=bool)
    for column in columns:
        said |= column.where(bool)
    lines = range(heading_line + 1, heading_line + 1 + len(said))
    if said.all():
        return list(columns), list(lines)
    return [column.rows(said) for column in columns], list(compress(lines, said.tolist()))
