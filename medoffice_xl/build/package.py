"""From XlsxWriter's workbook to ours: macros in, ribbon in, and the same bytes from the same source.

`add_macros` before the workbook is closed, `finish` on its bytes after. Never load and save the result with a
library that rewrites workbooks: ribbon, spills and stored values would be lost without a word.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook

from medoffice_xl.book.layout import VERSION_PROPERTY
from medoffice_xl.build.project import RIBBON_FILE, workbook_modules
from medoffice_xl.build.ribbon import faults, ribbon_xml
from medoffice_xl.build.vba import vba_project
from medoffice_xl.build.wrappers import BUILT_IN_GROUPS, function_groups
from medoffice_xl.errors import BookError
from medoffice_xl.tables import SCHEMA_VERSION

RIBBON_PART = f"customUI/{RIBBON_FILE}"
_RIBBON_RELATION = (
    '<Relationship Id="rIdRibbon" Type="http://schemas.microsoft.com/office/2007/relationships/ui/extensibility" '
    f'Target="{RIBBON_PART}"/>'
)
_CALCULATED_BY = '<calcPr calcId="191029"/>'
"""Excel's own mark: the stored values are current, so that opening does not calculate everything anew."""

_FIRST_PARTS = ("[Content_Types].xml", "_rels/.rels")
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


def add_macros(workbook: Workbook, code_names: Sequence[str]) -> None:
    """Put the VBA project and the tables' version into a workbook whose sheets have these code names, in order."""
    modules = workbook_modules(code_names)
    if found := faults(ribbon_xml(), {module.name: module.source for module in modules}):
        raise BookError("The ribbon would not work: " + "; ".join(found))
    workbook.set_vba_name("ThisWorkbook")
    workbook.add_vba_project(BytesIO(vba_project(modules)), is_stream=True)
    workbook.set_custom_property(VERSION_PROPERTY, SCHEMA_VERSION, "text")


def finish(workbook: bytes) -> bytes:
    """The workbook with ribbon, function categories and Excel's calculation mark; always the same bytes."""
    found = parts(workbook)
    if RIBBON_PART in found:
        raise ValueError("this workbook has its ribbon already")
    end = "</Relationships>"
    found["_rels/.rels"] = _put(found["_rels/.rels"], end, _RIBBON_RELATION + end)
    found["xl/workbook.xml"] = _with_groups(found["xl/workbook.xml"])
    found[RIBBON_PART] = ribbon_xml().encode("utf-8")
    return zipped(found)


def parts(workbook: bytes) -> dict[str, bytes]:
    """Every part of a workbook by its name: equal parts make equal workbooks, whatever packed them."""
    with ZipFile(BytesIO(workbook)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _with_groups(part: bytes) -> bytes:
    groups = "".join(f'<functionGroup name="{group}"/>' for group in function_groups())
    element = f'<functionGroups builtInGroupCount="{BUILT_IN_GROUPS}">{groups}</functionGroups>'
    grouped = _put(part, "</sheets>", f"</sheets>{element}")
    marked, times = re.subn(rb"<calcPr [^>]*/>", _CALCULATED_BY.encode(), grouped)
    if times != 1:
        raise ValueError("xl/workbook.xml has no calcPr")
    return marked


def _put(part: bytes, mark: str, text: str) -> bytes:
    """The part with the text in place of a mark that it must hold exactly once."""
    if part.count(mark.encode()) != 1:
        raise ValueError(f"a part should hold {mark} once")
    return part.replace(mark.encode(), text.encode())


def zipped(found: dict[str, bytes]) -> bytes:
    """A workbook of these parts: the same parts always give the same bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w") as package:
        for name in sorted(found, key=lambda name: (name not in _FIRST_PARTS, name)):
            entry = ZipInfo(name, date_time=_LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            entry.external_attr = 0
            package.writestr(entry, found[name], compresslevel=9)
    return stream.getvalue()
