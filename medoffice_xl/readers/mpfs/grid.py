"""A CSV or a workbook sheet as rows of text."""

import csv
import io

from python_calamine import CalamineError, CalamineWorkbook

from medoffice_xl.errors import CannotRead

Grid = list[list[str]]


def grid(content: bytes, name: str) -> Grid:
    """The rows of a CSV file or of a workbook's first sheet, every cell as stripped text."""
    if content[:4] == b"PK\x03\x04":
        return _workbook(content, name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(text, newline=""))]


def _workbook(content: bytes, name: str) -> Grid:
    try:
        rows = (
            CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
        )
    except CalamineError as error:
        raise CannotRead(f"{name} is not a workbook that can be read. Give the CSV file of the CMS zip.") from error
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
