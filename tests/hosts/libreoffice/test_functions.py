"""Every cell function of the catalogue, live in LibreOffice, gives what the direct call gives."""

from datetime import datetime
from typing import Any

import pytest
import xlwings
from example_arguments import AS_OF, example_arguments, table_cells
from hosts.libreoffice.placed import formula

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.cells.handles import is_held
from medoffice_xl.cells.shelf import SUPERSEDED
from medoffice_xl.hosts.libreoffice.values import EPOCH

pytestmark = pytest.mark.libreoffice

EVERY = sorted(set(CATALOGUE) - {"WHY"})
OWED = 200 - 170 + 150 + 100 + 300 - 200 + 100 - 130 + 80
"""A/R of the examples: charges of C1 to C6 less what was posted."""


def as_cells(result: Any) -> list[list[Any]]:
    """A direct call's result as LibreOffice's cells give it back."""
    rows = result if isinstance(result, list) else [[result]]
    return [[_cell(cell) for cell in row] for row in rows]


def _cell(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return (cell - EPOCH).days
    return None if cell == "" else cell


@pytest.mark.parametrize("name", EVERY)
def test_same_value_as_the_direct_call(name: str, sheet: xlwings.Sheet) -> None:
    function = CATALOGUE[name]
    given = example_arguments(function)
    expected = as_cells(function.call(*given))
    target = sheet.range((1, 1), (len(expected), len(expected[0])))
    if function.spills:
        target.formula_array = formula(sheet, name, given)
    else:
        target.formula = formula(sheet, name, given)
    shown = target.options(ndim=2, err_to_str=True).value
    assert shown == [[pytest.approx(cell) if isinstance(cell, float) else cell for cell in row] for row in expected]


def test_formulas_keep_their_names_in_an_excel_file(office: xlwings.App, tmp_path: Any) -> None:
    book = office.books.add()
    book.sheets[0]["A1"].formula = '=WHY(B1)&"ok"'
    book.save(tmp_path / "kept.xlsx")
    book.close()
    again = office.books.open(tmp_path / "kept.xlsx").sheets[0]["A1"]
    assert (again.formula, again.value) == ('=WHY(B1)&"ok"', "ok")


@pytest.fixture
def live(sheet: xlwings.Sheet) -> xlwings.Sheet:
    """Two tables, their handles behind names, and a formula over the handles."""
    for place, (table, name) in enumerate((("charges", "Charges"), ("payments", "Payments"))):
        cells = table_cells(table)
        sheet.range((20, 1 + place * 60)).value = cells
        area = sheet.range((20, 1 + place * 60), (19 + len(cells), place * 60 + len(cells[0])))
        sheet.tables.add(area, name=f"tbl{name}")
        sheet.range((1, 1 + place)).formula = f'=LOAD_TABLE("{table}",tbl{name}[#All])'
        sheet.book.names.add(name, f"={sheet.name}!${'AB'[place]}$1")
    sheet["A2"].formula = '=LOAD_SET("Practice",Charges,Payments)'
    sheet.book.names.add("Practice", f"={sheet.name}!$A$2")
    sheet["A3"].value = AS_OF
    sheet["A4"].formula = "=AR_TOTAL(Practice,A3)"
    return sheet


def test_an_edit_of_a_row_recalculates_what_depends_on_it(live: xlwings.Sheet) -> None:
    # Charges 200 + 150 + 100 + 300; less 120 + 50 + 180 + 20 posted.
    assert live["A4"].value == pytest.approx(OWED)
    header = live.range((20, 1)).expand("right").value
    column = header.index("Charge") + 1
    live.range((21, column)).value = 1200
    assert live["A4"].value == pytest.approx(OWED + 1000)


def test_an_edit_of_the_day_recalculates(live: xlwings.Sheet) -> None:
    live["A3"].value = datetime(2025, 11, 30)  # only the charge of 300 was there
    assert live["A4"].value == pytest.approx(300)


def test_ranges_of_ones_own_become_a_set_on_the_way(live: xlwings.Sheet) -> None:
    live["A5"].formula = '=AR_TOTAL(PRACTICE("charges",tblCharges[#All],"payments",Payments),A3)'
    assert live["A5"].value == pytest.approx(OWED)


def test_a_name_and_a_function_of_one_spelling_are_two_things(live: xlwings.Sheet) -> None:
    live["A5"].formula = '=PRACTICE("charges",Charges,"payments",Payments)'
    assert live["A5"].value == live["A2"].value
    assert live["A4"].value == pytest.approx(OWED)


def test_a_table_that_a_document_loads_anew_is_superseded_there_alone(live: xlwings.Sheet, office: xlwings.App) -> None:
    other = office.books.add().sheets[0]
    cells = table_cells("charges")
    other.range((20, 1)).value = cells
    area = f"A20:T{19 + len(cells)}"
    other["A1"].formula = f'=LOAD_TABLE("charges",{area})'
    handles = [other["A1"].value]
    for number in range(SUPERSEDED + 1):
        other.range((21, len(cells[0]))).value = 1000 + number
        handles.append(other["A1"].value)
    assert len(set(handles)) == SUPERSEDED + 2
    assert [is_held(handle) for handle in handles] == [True] * (SUPERSEDED + 2)  # the first is the other document's too
    for number in range(SUPERSEDED + 1):
        other.range((21, len(cells[0]))).value = 2000 + number
        _ = other["A1"].value
    assert is_held(live["A1"].value)
    assert not is_held(handles[1])


def test_a_failed_formula_shows_its_error_and_why_tells_the_reason(live: xlwings.Sheet) -> None:
    live["C3"].value = datetime(2020, 1, 1)
    live["C1"].formula = "=AR_DAYS(Practice,C3)"
    live["C2"].formula = "=WHY(C1)"
    live["D1"].formula = '=AR_DAYS(Practice,"soon")'
    live["D2"].formula = "=WHY(D1)"
    live["E2"].formula = "=WHY(A4)"
    live["F1"].formula = "=SUM(C1,1)"
    shown = live["C1:F2"].options(err_to_str=True).value
    assert shown[0][:2] == ["#N/A", "#VALUE!"]
    assert shown[0][3] == "#N/A"  # no sum passes over it
    assert "01/01/2020" in shown[1][0] or "1/1/2020" in shown[1][0]
    assert "soon" in shown[1][1]
    assert shown[1][2] is None


def test_why_works_out_a_calculated_argument(live: xlwings.Sheet) -> None:
    live["C1"].formula = "=AR_DAYS(Practice,DATE(2020,1,1))"
    live["C2"].formula = "=WHY(C1)"
    assert "Nothing was charged from 10/04/2019 to 01/01/2020" in live["C2"].value
