"""What xlwings' server hands to a cell function, and what it gets back."""

from dataclasses import replace

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.cells.windows import ERRORS, answer, without_error_numbers


def test_error_numbers_become_what_the_cell_shows():
    # CVErr(2042), #N/A, is the SCODE 0x800A0000 + 2042.
    assert ERRORS[0x800A0000 + 2042 - 2**32] == "#N/A"
    assert without_error_numbers(((1.0, -2146826281), ("a", True))) == [[1.0, "#DIV/0!"], ["a", True]]


def test_an_error_is_its_code_and_its_reason():
    text = answer(CATALOGUE["LOAD_TABLE"], ("charges", (("nothing", "known"),)))
    assert text.startswith("#VALUE!|This is not the table Charges: its headings lack Claim, ")


def test_what_nobody_foresaw_is_an_error_that_quotes_no_cell():
    def fail(name, table, ledger):
        raise KeyError("Jane Roe")

    broken = replace(CATALOGUE["LOAD_TABLE"], compute=fail)
    assert (
        answer(broken, ("charges", "x"))
        == "#VALUE!|LOAD_TABLE failed in a way nobody foresaw (KeyError). Please report it."
    )
