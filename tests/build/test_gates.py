"""What must hold of the built workbook before anyone opens it in Excel, which says little and late."""

import io
import re
import tomllib
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import olefile
import pytest
from defusedxml.ElementTree import fromstring
from oletools.olevba import VBA_Parser, decompress_stream
from open_xml import OFFICES
from open_xml import faults as faults_in_file
from openpyxl.utils import FORMULAE

from medoffice_xl.build.package import RIBBON_PART, parts
from medoffice_xl.build.project import workbook_modules
from medoffice_xl.build.ribbon import faults
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.cells.formula import calls, parse

pytestmark = pytest.mark.whole

ROOT = Path(__file__).parents[2]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@pytest.fixture(scope="module")
def book(built_workbook):
    return parts(built_workbook.read_bytes())


@pytest.fixture(scope="module")
def code_names(book):
    """Of the sheets, in the order of their parts; each must have one."""
    sheets = sorted(
        (name for name in book if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name)),
        key=lambda name: int(re.findall(r"\d+", name)[0]),
    )
    return [fromstring(book[name]).find(f"{MAIN}sheetPr").get("codeName") for name in sheets]


@pytest.fixture(scope="module")
def sources(book):
    """Every module's source as read back by olevba's decompressor."""
    ole = olefile.OleFileIO(io.BytesIO(book["xl/vbaProject.bin"]), raise_defects=olefile.DEFECT_UNSURE)
    modules = [path[1] for path in ole.listdir() if path[0] == "VBA" and path[1] not in ("dir", "_VBA_PROJECT")]
    return {
        name: bytes(decompress_stream(bytearray(ole.openstream(["VBA", name]).read()))).decode("cp1252")
        for name in modules
    }


@pytest.mark.validator
@pytest.mark.parametrize("office", OFFICES)
def test_the_open_xml_sdk_finds_nothing(built_workbook, office):
    assert faults_in_file(built_workbook, office) == []


def test_every_module_is_read_back_identical(sources, code_names):
    assert sources == {module.name: module.stream().decode("cp1252") for module in workbook_modules(code_names)}


def test_olevba_reads_the_project(built_workbook, code_names):
    found = {Path(name).stem for _, _, name, _ in VBA_Parser(str(built_workbook)).extract_macros()}
    assert found >= {module.name for module in workbook_modules(code_names)}


def test_code_names_are_the_document_modules(book, sources, code_names):
    """A sheet without its module makes Excel repair the file."""
    ole = olefile.OleFileIO(io.BytesIO(book["xl/vbaProject.bin"]))
    listed = ole.openstream("PROJECT").read().decode("cp1252")
    documents = re.findall(r"^Document=(\w+)/", listed, re.MULTILINE)
    workbook = fromstring(book["xl/workbook.xml"])
    assert len(code_names) == len(workbook.find(f"{MAIN}sheets"))
    assert sorted(documents) == sorted([workbook.find(f"{MAIN}workbookPr").get("codeName"), *code_names])
    assert set(documents) <= set(sources)


def test_no_sheet_is_named_like_embedded_python(book):
    """xlwings takes a sheet named *.py for embedded code, which needs a licence."""
    sheets = fromstring(book["xl/workbook.xml"]).find(f"{MAIN}sheets")
    assert not [sheet.get("name") for sheet in sheets if sheet.get("name").endswith(".py")]


def test_every_function_in_a_formula_is_excels_or_ours(book, sources):
    """Excel's newer functions are stored with the prefix _xlfn; each of ours must have its wrapper."""
    used = {
        call.name.upper()
        for name, content in book.items()
        if name.startswith("xl/worksheets/sheet")
        for formula in fromstring(content).iter(f"{MAIN}f")
        if formula.text
        for call in calls(parse("=" + formula.text))
    }
    wrapped = set(re.findall(r"^Public Function (\w+)\(", "\n".join(sources.values()), re.MULTILINE))
    ours = {name for name in used if name not in FORMULAE and not name.startswith("_XLFN.")}
    assert ours
    assert ours <= set(CATALOGUE) & wrapped


def test_the_ribbon_calls_what_is_there(book, sources):
    plain = {name: source.replace("\r\n", "\n") for name, source in sources.items()}
    assert faults(book[RIBBON_PART].decode(), plain) == []


def test_xlwings_vba_is_of_the_pinned_version(sources):
    """The module declares a DLL whose name carries the version; another version's DLL does not load."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pin = next(line for line in project["dependencies"] if line.startswith("xlwings"))
    stated = re.search(r'XLWINGS_VERSION As String = "(.+?)"', sources["xlwings"])[1]
    assert pin == f"xlwings=={stated}"
    assert version("xlwings") == stated
    assert set(re.findall(r"xlwings\d\d-(.+?)\.dll", sources["xlwings"])) == {stated}


def test_the_notices_of_others_are_kept(sources):
    assert "Neither the name of the copyright holder nor the names" in sources["xlwings"]
    assert "License: MIT" in sources["Dictionary"] or "@license: MIT" in sources["Dictionary"]
    original = (files("xlwings") / "xlwings.bas").read_text(encoding="utf-8")
    assert sources["xlwings"].replace("\r\n", "\n") == original


def test_no_part_comes_from_the_paid_half_of_xlwings(sources):
    """RunPython knows the words, as xlwings.bas is unchanged; no module of ours does."""
    ours = [source for name, source in sources.items() if name not in ("xlwings", "Dictionary")]
    assert not [source for source in ours if "xlwings.pro" in source or "xlwings.server" in source]
