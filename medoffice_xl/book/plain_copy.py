"""A workbook as plain .xlsx: every sheet as it looks, every formula as the value that is stored, no macros.

For those who may not run macros, and for whoever is only to read. What serves the program alone (the way to Python, the
handles) is emptied, so that a copy that is passed on says nothing of the computer it comes from.
"""

import re
from collections.abc import Iterator

from medoffice_xl.book.layout import read_layout
from medoffice_xl.book.package import Package
from medoffice_xl.files.sheet_reach import FORMULA

EMPTIED = ("xlwings.conf", "Handles", "_IntelliSense_")
"""Sheets that serve the program alone."""

_PROGRAM = re.compile(
    r"xl/vba\w*\.bin|xl/_rels/vba\w*\.bin\.rels|customUI/.*|xl/metadata\.xml|xl/calcChain\.xml|docProps/custom\.xml"
)
"""Parts with macros, the ribbon, the order of calculation, and the mark that makes a workbook one of ours."""

_FORMULA = re.compile(rb"<f(?:\s[^>]*)?/>|<f(?:\s[^>]*)?>.*?</f>", re.DOTALL)
_SPILL = re.compile(rb'(<c\s[^>]*?)\scm="\d+"')
_CALCULATED = re.compile(rb"<calculatedColumnFormula[^>]*>.*?</calculatedColumnFormula>", re.DOTALL)
_CONTENT = re.compile(rb"<sheetData>.*</sheetData>", re.DOTALL)
_GROUPS = re.compile(rb"<functionGroups.*?</functionGroups>", re.DOTALL)
_WITH_MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_WITHOUT = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACROS_BY_ENDING = re.compile(rb'<Default Extension="bin" ContentType="application/vnd\.ms-office\.vbaProject"/>')


def plain_copy(package: Package) -> bytes:
    """The workbook's bytes as .xlsx with values; the package itself stays as it is."""
    gone = [part for part in package.parts if _PROGRAM.fullmatch(part)]
    changed = dict(_values(package))
    changed["xl/workbook.xml"] = _GROUPS.sub(b"", package.read("xl/workbook.xml"))
    types = package.read("[Content_Types].xml").replace(_WITH_MACROS, _WITHOUT)
    changed["[Content_Types].xml"] = _without(_MACROS_BY_ENDING.sub(b"", types), "Override", "PartName", gone)
    for part in ("_rels/.rels", "xl/_rels/workbook.xml.rels"):
        changed[part] = _without(package.read(part), "Relationship", "Target", gone)
    return package.bytes_with(changed, without=gone)


def _values(package: Package) -> Iterator[tuple[str, bytes]]:
    """The sheets and tables that hold a formula, without it."""
    for name, part in read_layout(package).sheets.items():
        if name in EMPTIED:
            yield part, _CONTENT.sub(b"<sheetData/>", package.read(part))
        elif package.holds(part, FORMULA):
            yield part, _SPILL.sub(rb"\1", _FORMULA.sub(b"", package.read(part)))
    for part in package.parts:
        if part.startswith("xl/tables/"):
            yield part, _CALCULATED.sub(b"", package.read(part))


def _without(part: bytes, element: str, attribute: str, gone: list[str]) -> bytes:
    """A list of parts without those that are gone: their names end alike, from wherever they are told."""
    for name in gone:
        told = re.escape(name.partition("/")[2] if attribute == "Target" and name.startswith("xl/") else name)
        part = re.sub(rf'<{element}\s[^>]*{attribute}="/?(?:xl/)?{told}"[^>]*/>'.encode(), b"", part)
    return part
