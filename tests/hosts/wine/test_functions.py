"""Every cell function of the catalogue through xlwings' COM server, in the shapes in which Excel hands things over.

Expected is what the same function answers here, on this system, for the same cells.
"""

from datetime import datetime
from typing import Any

import pytest
from example_arguments import example_arguments, takes_table

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import CATALOGUE, CellFunction
from medoffice_xl.cells.arguments import Takes
from medoffice_xl.cells.windows import ERRORS, answer
from medoffice_xl.tables.frames import EPOCH

EVERY = pytest.mark.parametrize("name", sorted(CATALOGUE))
DIVISION = next(number for number, text in ERRORS.items() if text == "#DIV/0!")


def packed(value: Any) -> Any:
    """A value as a question to the Windows side holds it."""
    if isinstance(value, list):
        return [[packed(cell) for cell in row] for row in value]
    return {"date": value.isoformat()} if isinstance(value, datetime) else value


def serials(value: Any) -> Any:
    """The same with days as a sheet counts them."""
    if isinstance(value, list):
        return [[serials(cell) for cell in row] for row in value]
    return (value - EPOCH.to_pydatetime()).days if isinstance(value, datetime) else value


def plain(value: Any) -> Any:
    """A direct answer as it comes back over COM: a single row is flat, a single cell bare, an empty cell ""."""
    if isinstance(value, list):
        rows = [[plain(cell) for cell in row] for row in value]
        rows = rows if len(rows) != 1 else rows[0]
        return rows if len(rows) != 1 else rows[0]
    if isinstance(value, datetime):
        return {"date": f"{value:%Y-%m-%d}"}
    return "" if value is None else value


def through_com(excel, cell: CellFunction, arguments: list[Any], **how: Any) -> Any:
    found = excel.ask("call", module=cell.module, function=cell.name, arguments=arguments, **how)
    assert "raised" not in found, found["raised"]
    return found["value"]


def agree(excel, cell: CellFunction, questions: list[Any], values: list[Any], **how: Any) -> None:
    assert through_com(excel, cell, questions, **how) == plain(answer(cell, tuple(values)))


@EVERY
def test_arrays_of_cells(excel, name):
    cell, values = CATALOGUE[name], example_arguments(CATALOGUE[name])
    agree(excel, cell, [packed(value) for value in values], values)


@EVERY
def test_ranges_with_workbook_and_calling_cell(excel, name):
    cell, values = CATALOGUE[name], example_arguments(CATALOGUE[name])
    agree(excel, cell, [packed(value) for value in values], values, as_ranges=True)


@EVERY
def test_values_as_the_wrappers_take_them(excel, name):
    """Range.Value2, which the workbook's wrappers hand over: every date a serial number."""
    cell, values = CATALOGUE[name], example_arguments(CATALOGUE[name])
    agree(excel, cell, [serials(value) for value in values], values)


@EVERY
def test_handles_in_the_place_of_tables(excel, name):
    """The way the workbook itself calls: LOAD_TABLE once, its handle from then on, and dates as serial numbers."""
    cell, values = CATALOGUE[name], example_arguments(CATALOGUE[name])
    questions = []
    for argument, value in zip(cell.arguments, values, strict=False):
        if takes_table(argument):
            handle = through_com(excel, CATALOGUE["LOAD_TABLE"], [packed(value)])
            # Loaded here, too: a function may take the tables loaded last. A handle is the same on every system.
            assert handle == CATALOGUE["LOAD_TABLE"].call(value)
            questions.append(handle)
        elif argument.takes is Takes.DATE:
            questions.append(serials(value))
        else:
            questions.append(packed(value))
    agree(excel, cell, questions, values)


@EVERY
@pytest.mark.parametrize("left_out", [{"missing": True}, None, ""], ids=["missing", "empty", "no text"])
def test_optional_arguments_left_out(excel, name, left_out):
    cell, values = CATALOGUE[name], example_arguments(CATALOGUE[name])
    given = [packed(value) for value in values]
    agree(excel, cell, [*given, *[left_out] * (len(cell.arguments) - len(given))], values)


@EVERY
@pytest.mark.parametrize(
    ("sent", "seen"), [({"error": DIVISION}, "#DIV/0!"), (None, None)], ids=["error cell", "empty cell"]
)
def test_a_bad_argument_is_answered_as_an_error_with_its_reason(excel, name, sent, seen):
    cell, values = CATALOGUE[name], example_arguments(CATALOGUE[name])
    agree(excel, cell, [sent, *(packed(value) for value in values[1:])], [seen, *values[1:]])


def test_money_formatted_cells_and_error_cells_inside_a_table(excel):
    """Currency cells arrive as decimals, error cells as numbers: neither may change the sum or join it."""
    load, total = CATALOGUE["LOAD_TABLE"], CATALOGUE["CHARGES_IN"]
    rows = [list(row) for row in example_arguments(load)[0]]
    charge = rows[0].index("Charge")
    sent = [packed([row])[0] for row in rows]
    for row in sent[1:]:
        row[charge] = {"currency": f"{row[charge]:.2f}"}
    sent[1][charge], rows[1][charge] = {"error": DIVISION}, "#DIV/0!"
    days = [datetime(2025, 1, 1), datetime(2026, 12, 31)]
    agree(excel, total, [sent, *(packed(day) for day in days)], [rows, *days])


def test_letters_beyond_ascii_come_through(excel):
    why = through_com(excel, CATALOGUE["LOAD_TABLE"], [[["Prüfung", "€"]]])
    assert why == "#VALUE!|These headings belong to no table of this workbook."
    name = "Ärzte & Söhne €"
    said = through_com(excel, CATALOGUE["EXPLAIN"], [name])
    assert said.startswith(f"#VALUE!|“{name}” is no function of this workbook.")
