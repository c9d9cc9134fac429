"""Opening a workbook asks for its handles and for nothing else, however long its tables are."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring

from medoffice_xl.book.master import master_workbook
from medoffice_xl.book.package import Package
from medoffice_xl.build.project import own_modules, wrapper_modules
from medoffice_xl.build.sheets.handles import SHEET
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.sets import SETS

VOLATILE = re.compile(r"\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY|OFFSET|INDIRECT|CELL|INFO)\(")
"""What Excel works out anew whenever a workbook is opened."""

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LOADS = re.compile(r"\bLOAD_(?:TABLE|SET)\(")
PROCEDURE = re.compile(
    r"^(?:Public |Private )?(?:Sub|Function) (?P<name>\w+)\b.*?\n(?P<body>.*?)^End (?:Sub|Function)",
    re.DOTALL | re.MULTILINE,
)


@pytest.fixture(scope="module")
def formulas() -> dict[str, list[str]]:
    """Every formula of every sheet of the built workbook."""
    book = openpyxl.load_workbook(BytesIO(master_workbook().read_bytes()))
    return {
        sheet.title: [
            getattr(cell.value, "text", cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f"
        ]
        for sheet in book
    }


def test_nothing_is_worked_out_anew_because_a_workbook_is_opened(formulas):
    volatile = [(name, each) for name, found in formulas.items() for each in found if VOLATILE.search(each)]
    assert volatile == []


def test_tables_are_read_by_the_handles_alone(formulas):
    """Each once; every other formula takes the short handle, so that it costs nothing until its table changes."""
    assert [name for name, found in formulas.items() if any(LOADS.search(each) for each in found)] == [SHEET]
    loaded = [each for each in formulas[SHEET] if "LOAD_TABLE(" in each]
    assert len(set(loaded)) == len(loaded) == sum(len(each.own) for each in SETS.values())
    asked = sum(any(name + "(" in each for name in CATALOGUE) for found in formulas.values() for each in found)
    assert asked > 2 * len(LOADS.findall(" ".join(formulas[SHEET])))


def reached(from_: str) -> Iterator[str]:
    """The text of a procedure of our VBA and of all that it calls."""
    bodies = {
        found["name"]: found["body"]
        for module in own_modules()
        for found in PROCEDURE.finditer(module.source.replace("\r\n", "\n"))
    }
    waiting, seen = [from_], set()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        yield bodies[name]
        waiting += [word for word in re.findall(r"\w+", bodies[name]) if word in bodies]


def test_opening_calculates_the_sheet_of_the_handles_and_no_other():
    lines = [line.strip() for body in reached("Workbook_Open") for line in body.splitlines()]
    calculating = [line for line in lines if re.search(r"\.Calculate|CalculateFull|EnableCalculation", line)]
    assert calculating == [f'ThisWorkbook.Worksheets("{SHEET}").UsedRange.Calculate']


def test_the_button_refresh_calculates_more():
    """So the test above would see it."""
    lines = [line.strip() for body in reached("RefreshFigures") for line in body.splitlines()]
    assert "Application.Calculate" in lines


@pytest.fixture(scope="module")
def filled(invented) -> Package:
    """The workbook of a practice with two years of rows, refreshed without Excel."""
    return Package(invented.workbook.read_bytes(), invented.workbook.name)


def formula_cells(book: Package) -> Iterator[tuple[str, Element, Element]]:
    """Part, cell and formula of every cell with a formula."""
    for part in book.parts:
        if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", part):
            for cell in fromstring(book.read(part)).iter(f"{MAIN}c"):
                formula = cell.find(f"{MAIN}f")
                if formula is not None:
                    yield part, cell, formula


@pytest.mark.whole
def test_the_file_does_not_ask_excel_to_calculate_it_anew(filled):
    """Nor does its number of the calculation, which is that of every Excel since 2019: an older one would."""
    (asked,) = fromstring(filled.read("xl/workbook.xml")).iter(f"{MAIN}calcPr")
    assert not {"fullCalcOnLoad", "forceFullCalc"} & set(asked.keys())
    assert int(asked.get("calcId")) >= 191029


@pytest.mark.whole
def test_every_figure_of_a_filled_workbook_is_stored_and_none_is_due_at_opening(filled):
    cells = list(formula_cells(filled))
    assert len(cells) > 10_000
    assert [(part, cell.get("r")) for part, cell, formula in cells if formula.get("ca")] == []
    assert [(part, cell.get("r")) for part, cell, _ in cells if cell.find(f"{MAIN}v") is None] == []


@pytest.mark.whole
def test_rows_ask_for_no_formula_of_their_own(filled):
    """A longer table is a longer range of one handle: the sheets with rows have no formula that a row brings along."""
    built = Counter(part for part, _, _ in formula_cells(Package(master_workbook().read_bytes(), "built")))
    assert Counter(part for part, _, _ in formula_cells(filled)) == built


def test_no_function_of_the_workbook_is_volatile():
    modules = own_modules() + wrapper_modules()
    assert [module.name for module in modules if "Application.Volatile" in module.source] == []
