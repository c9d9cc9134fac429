"""What the engine is told of a formula: the same, whether or not it was taken apart."""

from pathlib import Path

import pytest

from medoffice_xl.book.book import open_book
from medoffice_xl.book.places import Place, with_sheet
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.errors import BadArgument
from medoffice_xl.hosts.headless.translation import Translator


class TakesAllApart(Translator):
    def _says_nothing_else(self, formula: str) -> bool:
        return False


@pytest.fixture(scope="module")
def workbook():
    return open_book(Path(__file__).parents[3] / "workbook" / "PracticeManager.xlsm")


def test_every_formula_of_the_workbook_is_said_alike(workbook):
    words = CATALOGUE.keys(), workbook.layout.tables, {"elsewhere": "Settings!$B$5"}
    quick, whole = Translator(*words), TakesAllApart(*words)
    said = 0
    for sheet in workbook.layout.sheets:
        for cell in workbook.formulas(sheet):
            if cell.text:
                assert quick.translate(cell.text, sheet, cell.place) == whole.translate(cell.text, sheet, cell.place)
                said += 1
    assert said > 10_000


@pytest.mark.parametrize(
    ("formula", "said"),
    [
        ("Elsewhere*2", "(Settings!$B$5)*2"),
        ("2*ELSEWHERE", "2*(Settings!$B$5)"),
        ("ar_days(Practice,A1,90)", 'AR_DAYS("Sheet!C7",Practice,A1,90)'),
        ("SUM(tblCharges)", "SUM(tblCharges[#Data])"),
        ('IF(A1="","",A1)', 'IF(A1="","",A1)'),
        ("=A1+1", "A1+1"),
    ],
)
def test_what_the_engine_cannot_know_is_said_otherwise(workbook, formula, said):
    translator = Translator(CATALOGUE.keys(), workbook.layout.tables, {"elsewhere": "Settings!$B$5"})
    assert translator.translate(formula, "Sheet", Place(7, 3)) == said


def test_a_column_of_the_own_row_is_a_cell(workbook):
    charges = workbook.layout.tables["tblCharges"]
    first = charges.body.first
    column = charges.area.first.column + charges.headers.index("Charge")
    translator = Translator(CATALOGUE.keys(), workbook.layout.tables, {})
    said = translator.translate("[@Charge]*2", charges.sheet, Place(first.row, charges.area.last.column))
    assert said == f"{with_sheet(charges.sheet, Place(first.row, column))}*2"


@pytest.mark.parametrize("formula", ["SUM(A1", "A1)"])
def test_brackets_that_do_not_fit_cannot_be_read(workbook, formula):
    with pytest.raises(BadArgument, match="cannot be read"):
        Translator(CATALOGUE.keys(), workbook.layout.tables, {}).translate(formula, "Sheet", Place(7, 3))
