"""What systems call “Excel” and is markup: HTML tables, and the XML of Excel 2003. Rows of cells, numbered."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from html.parser import HTMLParser
from typing import Any
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.columns import LAST_ROW
from medoffice_xl.files.limits import MOST_UNENDED
from medoffice_xl.files.not_xml import NOT_XML
from medoffice_xl.files.texts import check_cells

Numbered = list[tuple[int, list[Any]]]

_SHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"
_MARKUP = re.compile(
    rb"(?i)\A(?:\xef\xbb\xbf)?\s*<(?:\?xml(?![^<]*(?:<\?OFX|<OFX))|!doctype|!--|html|head|body|meta|table|style|[a-z]*:?workbook)"
)
_FIELD = re.compile(rb"(?i)\A[a-z][a-z\-]*:")
_PARTS = re.compile(rb"(?im)^content-type:\s*multipart/related")
_SENT = re.compile(rb"(?im)^(received|delivered-to|return-path|to):")
_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>")
"""An XML declaration, which may name the encoding that the text no longer has."""

_DIGITS = 9
"""Digits of a place that are read: more of them only say that it is far out."""

_WIDEST = 2_000
"""Columns beyond which a cell that claims to stand there is wrong."""


def is_markup(head: bytes) -> bool:
    """Whether a file begins as HTML or XML, or is a page saved with all that belongs to it (MHTML)."""
    return _MARKUP.match(head) is not None or is_saved_page(head)


def is_saved_page(head: bytes) -> bool:
    """Whether a file begins as a page in one file: as an e-mail does, but nobody sent it."""
    top = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    return _PARTS.search(top) is not None and _FIELD.match(top) is not None and not _SENT.search(top)


def page_in(content: bytes) -> bytes:
    """The pages inside a saved page, one after the other; any other file as it is."""
    if not is_saved_page(content):
        return content
    pages = []
    for part in message_from_bytes(content.lstrip()).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            text = payload if isinstance(payload, bytes) else b""
            pages.append(_in_utf8(text, part.get_content_charset("utf-8")))
    return b"\n".join(pages)


def _in_utf8(text: bytes, alphabet: str) -> bytes:
    try:
        return text.decode(alphabet, "replace").encode()
    except LookupError:
        return text


def tables_of(text: str, file: str) -> list[tuple[str, Numbered]]:
    """Every table, by its name, with its rows and their numbers. Raises CannotRead where there is none."""
    found = list(_of_excel_xml(text, file)) if _SHEET[1:-1] in text[:65_536] else _of_html(text, file)
    if not found:
        raise CannotRead(f"{file} is a web page or XML file without a table. Export it as CSV or .xlsx.")
    return found


def _of_excel_xml(text: str, file: str) -> Iterator[tuple[str, Numbered]]:
    try:
        book = fromstring(_DECLARED.sub("", text, count=1).encode())
    except DefusedXmlException as error:
        raise CannotRead(
            f"{file} declares entities of its own, which no export does; it was not read. Export it as CSV or .xlsx."
        ) from error
    except NOT_XML as error:
        raise CannotRead(
            f"{file} is a damaged Excel file (XML): {error}. Export it again, or save it as .xlsx."
        ) from error
    made = 0
    for sheet in book.iter(f"{_SHEET}Worksheet"):
        rows: Numbered = []
        number = 0
        for row in sheet.iter(f"{_SHEET}Row"):
            number = min(_whole(row, "Index", number + 1), LAST_ROW)
            rows.append((number, _cells(row)))
            made += len(rows[-1][1])
            check_cells(made, file)
        yield sheet.get(f"{_SHEET}Name", ""), rows


def _cells(row: Element) -> list[Any]:
    cells: list[Any] = []
    for cell in row.iter(f"{_SHEET}Cell"):
        place = min(_whole(cell, "Index", len(cells) + 1), _WIDEST) - 1
        cells += [""] * (place - len(cells))
        cells.append(_value(cell.find(f"{_SHEET}Data")))
        cells += [""] * min(_whole(cell, "MergeAcross", 0), _WIDEST)
    return cells


def _whole(element: Element, name: str, otherwise: int) -> int:
    said = element.get(_SHEET + name, "")
    return int(said[:_DIGITS]) if said.isascii() and said.isdigit() else otherwise


def _value(data: Element | None) -> Any:
    if data is None:
        return ""
    text = "".join(data.itertext())
    kind = data.get(f"{_SHEET}Type")
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            return datetime.fromisoformat(text)
    except ValueError:
        return text
    return text


def _of_html(text: str, file: str) -> list[tuple[str, Numbered]]:
    page = _Page(file)
    page.feed(text)
    rest = page.rawdata
    if rest.count("<") * len(rest) > MOST_UNENDED:
        raise CannotRead(f"{file} breaks off inside a tag on line {page.getpos()[0]:,}. Export it again.")
    page.close()
    return [("", rows) for rows in page.tables if rows]


class _Page(HTMLParser):
    """The tables of a page. A table inside a cell is one of its own."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self._file = file
        self._made = 0
        self.tables: list[Numbered] = []
        self._open: list[Numbered] = []
        self._cell: list[str] | None = None
        self._span = 1
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("style", "script"):
            self._silent += 1
        elif tag == "table":
            rows: Numbered = []
            self.tables.append(rows)
            self._open.append(rows)
            self._cell = None
        elif tag == "tr" and self._open:
            self._end_cell()
            self._open[-1].append((self.getpos()[0], []))
        elif tag in ("td", "th") and self._open and self._open[-1]:
            self._end_cell()
            self._cell = []
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span[:_DIGITS]), _WIDEST) if span.isdecimal() else 1
        elif tag == "br" and self._cell is not None:
            self._cell.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("style", "script"):
            self._silent = max(0, self._silent - 1)
        elif tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag == "table" and self._open:
            self._end_cell()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._silent:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is None or not self._open or not self._open[-1]:
            return
        self._made += self._span
        check_cells(self._made, self._file)
        row = self._open[-1][-1][1]
        row += [" ".join("".join(self._cell).split()), *[""] * (self._span - 1)]
        self._cell = None
