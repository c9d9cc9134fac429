"""Every cell function of the catalogue through xlwings' COM server, in the shapes in which Excel hands things over.

Expected is what the same function answers here, on this system, for the same cells.
"""

from datetime import datetime
from typing import Any

import pytest
from example_arguments import example_arguments, of_every_kind, pairs_of
from wine_python import packed

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import CATALOGUE, CellFunction
from medoffice_xl.cells.windows import ERRORS, answer
from medoffice_xl.sets import SETS
from medoffice_xl.tables.frames import EPOCH
from medoffice_xl.windows.server_class import BY_WINDOWS

FEW = of_every_kind()
OF_EVERY_KIND = pytest.mark.parametrize("name", FEW)
OTHERS = pytest.mark.parametrize("name", sorted(set(CATALOGUE) - set(FEW)))
AS_WINDOWS_STARTS_IT = pytest.mark.parametrize("excel", [BY_WINDOWS], indirect=True)
PLACE = "[Practice.xlsm]Handles!$B$2"
PLACE_OF_SETS = "[Practice.xlsm]Handles!$A$1"
"""Another cell than the one that tests load from: what they load drives no set out."""
DIVISION = next(number for number, text in ERRORS.items() if text == "#DIV/0!")


NEED_PYXIRR = frozenset(("EQUIPMENT_IRR", "EQUIPMENT_RATES", "EQUIPMENT_RANKED"))
"""What works out rates of return, by a library that loads a part of Windows which older versions of Wine lack."""


@pytest.fixture(autouse=True)
def _rates_of_return(request: pytest.FixtureRequest, pyxirr_is_missing: bool) -> None:
    parameters = request.node.callspec.params if hasattr(request.node, "callspec") else {}
    if pyxirr_is_missing and parameters.get("name") in NEED_PYXIRR:
        pytest.skip("this version of Wine lacks a library of Windows that pyxirr loads")


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


def through_com(excel, cell: CellFunction, arguments: list[Any], place: str = PLACE, **how: Any) -> Any:
    """What the function answers over COM; one that loads tables hears first which cell calls."""
    sent = [place, *arguments] if cell.loads else arguments
    found = excel.ask("call", module=cell.module, function=cell.name, arguments=sent, **how)
    assert "raised" not in found, found["raised"]
    return found["value"]


def agree(excel, cell: CellFunction, questions: list[Any], values: list[Any], **how: Any) -> None:
    assert through_com(excel, cell, questions, **how) == plain(answer(cell, tuple(values), PLACE))


@pytest.fixture(autouse=True, scope="module")
def _sets(excel):
    """The sets of small tables are loaded on the Windows side, too; a handle is the same on every system."""
    for name, each in SETS.items():
        pairs = pairs_of(name)
        loaded = through_com(excel, CATALOGUE[each.function], [packed(value) for value in pairs], PLACE_OF_SETS)
        assert loaded == CATALOGUE[each.function].call(*pairs)


@OF_EVERY_KIND
def test_arrays_of_cells(excel, name):
    cell, values = CATALOGUE[name], example_arguments(CATALOGUE[name])
    agree(excel, cell, [packed(value) for value in values], values)


@OF_EVERY_KIND
def test_ranges_with_workbook_and_calling_cell(excel, name):
    cell, values = CATALOGUE[name], example_arguments(CATALOGUE[name])
    agree(excel, cell, [packed(value) for value in values], values, as_ranges=True)


def agree_as_the_wrappers_ask(excel, name: str) -> None:
    """With Range.Value2, which the workbook's wrappers hand over: every date a serial number."""
    cell, values = CATALOGUE[name], example_arguments(CATALOGUE[name])
    agree(excel, cell, [serials(value) for value in values], values)


@OF_EVERY_KIND
def test_values_as_the_wrappers_take_them(excel, name):
    agree_as_the_wrappers_ask(excel, name)


@AS_WINDOWS_STARTS_IT
@OTHERS
def test_every_other_function_as_the_wrappers_ask(excel, name):
    agree_as_the_wrappers_ask(excel, name)


@OF_EVERY_KIND
@pytest.mark.parametrize("left_out", [{"missing": True}, None, ""], ids=["missing", "empty", "no text"])
def test_optional_arguments_left_out(excel, name, left_out):
    cell, values = CATALOGUE[name], example_arguments(CATALOGUE[name])
    given = [packed(value) for value in values]
    optional = [argument for argument in cell.arguments if argument.optional and not argument.repeats]
    agree(excel, cell, [*given, *[left_out] * len(optional)], values)


@OF_EVERY_KIND
@pytest.mark.parametrize(
    ("sent", "seen"), [({"error": DIVISION}, "#DIV/0!"), (None, None)], ids=["error cell", "empty cell"]
)
def test_a_bad_argument_is_answered_as_an_error_with_its_reason(excel, name, sent, seen):
    cell, values = CATALOGUE[name], example_arguments(CATALOGUE[name])
    agree(excel, cell, [sent, *(packed(value) for value in values[1:])], [seen, *values[1:]])


def test_money_formatted_cells_and_error_cells_inside_a_table(excel):
    """Currency cells arrive as decimals, error cells as numbers: neither may change the sum or join it."""
    load, total = CATALOGUE["LOAD_TABLE"], CATALOGUE["CHARGES_IN"]
    name, cells = example_arguments(load)
    rows = [list(row) for row in cells]
    charge = rows[0].index("Charge")
    sent = [packed([row])[0] for row in rows]
    for row in sent[1:]:
        row[charge] = {"currency": f"{row[charge]:.2f}"}
    sent[1][charge], rows[1][charge] = {"error": DIVISION}, "#DIV/0!"
    there = through_com(excel, CATALOGUE["PRACTICE"], [name, sent])
    assert there == CATALOGUE["PRACTICE"].call(name, rows)
    days = [datetime(2025, 1, 1), datetime(2026, 12, 31)]
    agree(excel, total, [there, *(packed(day) for day in days)], [there, *days])


def test_letters_beyond_ascii_come_through(excel):
    name = "Ärzte & Söhne €"
    why = through_com(excel, CATALOGUE["LOAD_TABLE"], [name, [["€"]]])
    assert why.startswith(f"#VALUE!|“{name}” is no table of this workbook.")
    said = through_com(excel, CATALOGUE["EXPLAIN"], [name])
    assert said.startswith(f"#VALUE!|“{name}” is no function of this workbook.")
