"""What a function sees of the arguments LibreOffice hands over: the contract that all hosts keep."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
import xlwings

from medoffice_xl.cells import CATALOGUE, answers, cell_function
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.hosts.libreoffice.addin import serve
from medoffice_xl.hosts.libreoffice.engine import attach
from medoffice_xl.hosts.libreoffice.office import Office
from medoffice_xl.hosts.libreoffice.signatures import configuration

pytestmark = pytest.mark.libreoffice

SEEN: list[Any] = []


def SEE(value: Annotated[Any, "Anything, or left out."] = None) -> str:
    """Keeps what it was given."""
    SEEN.append(value)
    return "seen"


def SEE_CELLS(cells: Annotated[Any, "Cells."]) -> str:
    """Keeps the cells it was given."""
    SEEN.append(cells)
    return "seen"


def SEE_TEXT(text: Annotated[str, "A text."] = "left out") -> str:
    """Keeps the text it was given."""
    SEEN.append(text)
    return "seen"


FAILURES = {"nothing": NoData, "wrong": BadArgument, "too far": OutOfRange, "unforeseen": KeyError}


def FAIL(how: Annotated[str, "One of FAILURES."]) -> float:
    """Fails."""
    raise FAILURES[how]("on purpose")


def FAIL_BLOCK(how: Annotated[str, "One of FAILURES."]) -> list[list[float]]:
    """Fails where it would fill several cells."""
    raise FAILURES[how]("on purpose")


@pytest.fixture(scope="module")
def cells(shared_office: Any) -> Iterator[xlwings.Sheet]:
    """A sheet in an office that knows only the functions above. A1 is empty, B1 #N/A, C1 TRUE, D1 a day, E1 text."""
    before = dict(CATALOGUE)
    made = (SEE, SEE_CELLS, SEE_TEXT, FAIL, FAIL_BLOCK)
    for function in made:
        cell_function("Test", spills=function is FAIL_BLOCK)(function)
    ours = {function.__name__: CATALOGUE.pop(function.__name__) for function in made}
    assert before == CATALOGUE
    with Office([configuration(ours)]) as office:
        serve(office, ours)
        sheet = attach(office).books.add().sheets[0]
        sheet["B1"].formula = "=NA()"
        sheet["C1"].formula = "=TRUE()"
        sheet["D1"].formula = "=DATE(2026,1,2)"
        sheet["E1"].number_format = "@"
        sheet["E1"].value = "0123"
        yield sheet


# The day 2026-01-02 is 46024: 126 years of 365 days, 31 leap days (1904 … 2024), the day itself, and 1 for the leap
# day that 1900 did not have.
DAY = 126 * 365 + 31 + 2 + 1


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("SEE(A1)", 0),  # an empty cell alone is 0 in LibreOffice
        ("SEE(A1:A2)", (("",), ("",))),
        ("SEE(C1)", 1),
        ("SEE(D1)", DAY),
        ("SEE(E1)", "0123"),
        ("SEE(1.5)", 1.5),
        ('SEE("x")', "x"),
        ("SEE(C1:E1)", ((1, DAY, "0123"),)),
        ("SEE(E1:E2)", (("0123",), ("",))),
        ("SEE({1,2;3,4})", ((1, 2), (3, 4))),
        ("SEE()", None),
        ("SEE_CELLS(B1)", (("#N/A",),)),
        ("SEE_CELLS(A1:E1)", (("", "#N/A", 1, DAY, "0123"),)),
        ("SEE_TEXT(A1)", "left out"),
        ("SEE_TEXT()", "left out"),
        ("SEE_TEXT(E1)", "0123"),
    ],
)
def test_what_a_function_sees(call: str, expected: Any, cells: xlwings.Sheet) -> None:
    SEEN.clear()
    answers.GIVEN.forget()  # the function is asked, not remembered
    cells["A9"].formula = f"={call}"
    assert cells["A9"].value == "seen"
    assert [expected] == SEEN


@pytest.mark.parametrize("call", ["SEE(B1)", "SEE(A1:B1)"])
def test_an_error_among_the_arguments_is_the_formulas_error(call: str, cells: xlwings.Sheet) -> None:
    SEEN.clear()
    answers.GIVEN.forget()  # the function is asked, not remembered
    cells["A9"].formula = f"={call}"
    assert cells["A9"].options(err_to_str=True).value.startswith("#")
    assert SEEN == []


@pytest.mark.parametrize(
    ("how", "shown"), [("nothing", "#N/A"), ("wrong", "#VALUE!"), ("too far", "#NUM!"), ("unforeseen", "#VALUE!")]
)
def test_a_failure_is_an_error_in_the_cell(how: str, shown: str, cells: xlwings.Sheet) -> None:
    cells["A11"].formula = f'=FAIL("{how}")'
    cells["A12:B13"].formula_array = f'=FAIL_BLOCK("{how}")'
    cells["A14"].formula = '=IFERROR(A11,"caught")'
    assert cells["A11:A12"].options(err_to_str=True).value == [shown, shown]
    assert cells["B13"].options(err_to_str=True).value == shown
    assert cells["A14"].value == "caught"
