"""Tips while typing: the hidden sheet that Excel-DNA's add-in reads, read here as it reads it."""

import re
from io import BytesIO

import openpyxl
import pytest

from medoffice_xl.book.master import master_workbook
from medoffice_xl.build.wrappers import functions_in_order


@pytest.fixture(scope="module")
def read() -> dict[str, tuple[str, list[tuple[str, str]]]]:
    """Every function with its description and arguments, from the rows under the mark in A1."""
    book = openpyxl.load_workbook(BytesIO(master_workbook().read_bytes()), read_only=True)
    sheet = book["_IntelliSense_"]
    assert sheet.sheet_state == "hidden"
    head, *rows = sheet.iter_rows(values_only=True)
    assert head[0] == "FunctionInfo"
    return {row[0]: (row[1], [(row[at], row[at + 1]) for at in range(3, len(row) - 1, 2) if row[at]]) for row in rows}


def test_every_function_is_told_with_all_its_arguments(read):
    assert sorted(read) == sorted(cell.name for cell in functions_in_order())
    for cell in functions_in_order():
        summary, arguments = read[cell.name]
        assert summary == cell.summary
        assert [doc for _, doc in arguments] == [argument.doc for argument in cell.arguments]


def test_an_argument_that_may_be_left_out_stands_in_brackets(read):
    _, arguments = read["AR_DAYS"]
    assert [name for name, _ in arguments][:3] == ["Practice", "AsOf", "[WindowDays]"]


def test_no_argument_goes_without_a_name_of_its_own():
    """What the function dialog and Ctrl+Shift+A show."""
    for cell in functions_in_order():
        names = [argument.name for argument in cell.arguments]
        assert len({name.casefold() for name in names}) == len(names)
        assert not [name for name in names if re.fullmatch(r"(arg|argument|param|value)_?\d+", name.lower())], cell.name
