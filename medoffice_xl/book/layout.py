"""Where things are in a workbook: its sheets, tables and defined names, and which version of ours made it."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

from medoffice_xl.book.package import Package
from medoffice_xl.book.places import Area, Place
from medoffice_xl.errors import BookError, BookVersion
from medoffice_xl.files.not_xml import NOT_XML
from medoffice_xl.tables import SCHEMA_VERSION

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK = "xl/workbook.xml"
_EXCELS_OWN = "_xlnm."
"""How the names begin that Excel gives itself: print areas, filters."""

VERSION_PROPERTY = "medoffice_xl schema"
"""The workbook's custom property that says which tables it was made for."""


@dataclass(frozen=True, slots=True)
class TablePart:
    """An Excel table: its part, its sheet, and its area with the heading row."""

    name: str
    part: str
    sheet: str
    area: Area
    headers: tuple[str, ...]
    calculated: frozenset[str]
    has_totals: bool

    @property
    def body(self) -> Area:
        """The rows under the headings."""
        last = self.area.last.row - self.has_totals
        return Area(Place(self.area.first.row + 1, self.area.first.column), Place(last, self.area.last.column))


@dataclass(frozen=True, slots=True)
class Layout:
    """Parts by sheet name (in tab order), tables and defined names (in lower case: Excel takes either).

    `of_sheets` are what the names stand for that one sheet has for itself, without those that are Excel's own.
    """

    sheets: Mapping[str, str]
    tables: Mapping[str, TablePart]
    names: Mapping[str, str]
    of_sheets: tuple[str, ...] = ()


def read_layout(package: Package) -> Layout:
    """What the workbook's own tables of contents say."""
    workbook = read_xml(package, _WORKBOOK)
    targets = _relationships(package, _WORKBOOK)
    sheets = {
        sheet.attrib["name"]: targets[sheet.attrib[_RELATIONSHIP_ID]]
        for sheet in workbook.iter(f"{_MAIN}sheet")
        if "/worksheets/" in targets.get(sheet.attrib[_RELATIONSHIP_ID], "")
    }
    names = {
        name.attrib["name"].lower(): (name.text or "").strip()
        for name in workbook.iter(f"{_MAIN}definedName")
        if "localSheetId" not in name.attrib
    }
    of_sheets = tuple(
        (name.text or "").strip()
        for name in workbook.iter(f"{_MAIN}definedName")
        if "localSheetId" in name.attrib and not name.attrib["name"].startswith(_EXCELS_OWN)
    )
    tables = [
        _table(package, part, sheet)
        for sheet, sheet_part in sheets.items()
        for part in _relationships(package, sheet_part).values()
        if "/tables/" in part
    ]
    return Layout(sheets, {table.name: table for table in tables}, names, of_sheets)


def schema_of(package: Package, name: str) -> str:
    """Which version's tables the workbook was made for. Raises BookVersion for a workbook of something else."""
    if "docProps/custom.xml" in package:
        for prop in read_xml(package, "docProps/custom.xml"):
            if prop.attrib.get("name") == VERSION_PROPERTY:
                return "".join(prop.itertext()).strip()
    raise BookVersion(
        f"{name} is not a Practice Manager workbook. Choose the workbook that medoffice init made, "
        "or make one with: medoffice init FOLDER"
    )


def check_version(package: Package, name: str) -> None:
    """Raise BookVersion unless the workbook was made for the tables of this version."""
    found = schema_of(package, name)
    if found != SCHEMA_VERSION:
        raise BookVersion(
            f"{name} was made by another version of medoffice_xl (its tables are version {found}, "
            f"this program's are {SCHEMA_VERSION}). Carry it to this version with: medoffice upgrade {name}"
        )


def read_xml(package: Package, part: str) -> Element:
    """A small part as a tree; raises BookError when it is not the plain XML it should be."""
    try:
        return fromstring(package.read(part))  # type: ignore[no-any-return]
    except NOT_XML as error:
        raise BookError(f"The workbook is damaged: {part} is not valid. Restore it from a backup.") from error


def _relationships(package: Package, part: str) -> dict[str, str]:
    """Parts that `part` points to, by relationship id."""
    folder, name = posixpath.split(part)
    rels = f"{folder}/_rels/{name}.rels"
    if rels not in package:
        return {}
    return {
        rel.attrib["Id"]: posixpath.normpath(posixpath.join("/", folder, rel.attrib["Target"])).lstrip("/")
        for rel in read_xml(package, rels)
        if rel.attrib.get("TargetMode") != "External"
    }


def _table(package: Package, part: str, sheet: str) -> TablePart:
    root = read_xml(package, part)
    columns = root.findall(f"{_MAIN}tableColumns/{_MAIN}tableColumn")
    return TablePart(
        name=root.attrib["displayName"],
        part=part,
        sheet=sheet,
        area=Area.parse(root.attrib["ref"]),
        headers=tuple(column.attrib["name"] for column in columns),
        calculated=frozenset(
            column.attrib["name"] for column in columns if column.find(f"{_MAIN}calculatedColumnFormula") is not None
        ),
        has_totals=int(root.attrib.get("totalsRowCount", "0")) > 0,
    )
