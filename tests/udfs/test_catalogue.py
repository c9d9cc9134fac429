"""Every cell function: its help fits Excel's boxes, and a handle gives what the raw table gives."""

import inspect
from functools import cache

import pytest
from example_arguments import example_arguments, set_handle, table_cells

import udfs
from medoffice_xl.cells import CATALOGUE, load_table
from medoffice_xl.sets import PRACTICE

pytestmark = pytest.mark.whole

NOT_IN_THE_EXAMPLE = ("PAYROLL_VARIANCE",)
"""It asks for accounts of pay with a budget and closed months of hours: tests/areas/budget has them."""

FIGURES = sorted(name for name, cell in CATALOGUE.items() if cell.reads and name not in NOT_IN_THE_EXAMPLE)
"""Every function that makes something of tables."""

OF_A_SERVICE = ("FEE_EXPECTED", "INFERRED_RATE", "MPFS_RATE")
"""Of whole columns they spill; of one service they give one amount, with its explanation."""

EXCEL_HELP = 255
"""Characters Excel shows of a function's or an argument's description."""


@cache
def value_of(name):
    """What the function gives for its example, from the tables themselves: worked out once for all tests."""
    return CATALOGUE[name].call(*example_arguments(CATALOGUE[name]))


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_help_is_whole_and_fits(name):
    cell = CATALOGUE[name]
    assert 20 < len(cell.summary) <= EXCEL_HELP
    assert cell.summary.endswith((".", "%"))
    assert cell.category
    assert cell.module.startswith("udfs.")
    for argument in cell.arguments:
        assert 4 < len(argument.doc) <= EXCEL_HELP, argument.name
    assert len({argument.name for argument in cell.arguments}) == len(cell.arguments)
    optional = [argument.optional for argument in cell.arguments]
    assert optional == sorted(optional), "optional arguments come last"


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_defaults_are_those_the_help_names(name):
    for argument in CATALOGUE[name].arguments:
        if argument.optional and "Left out: " in argument.doc and argument.default:
            assert f"Left out: {argument.default}" in argument.doc


@pytest.mark.parametrize(
    "name", sorted(name for name, cell in CATALOGUE.items() if cell.arguments[0].name == "Pricing")
)
def test_a_wider_set_gives_what_the_narrowest_gives(name):
    _, *others = example_arguments(CATALOGUE[name])
    assert CATALOGUE[name].call(set_handle(PRACTICE.name), *others) == value_of(name)


def test_no_function_takes_more_than_a_manager_can_type():
    assert {name: len(cell.arguments) for name, cell in CATALOGUE.items() if len(cell.arguments) > 8} == {
        "WHAT_IF_DROP": 9
    }


@pytest.mark.parametrize("name", FIGURES)
def test_a_spill_has_one_width_and_a_value_is_one(name):
    cell, value = CATALOGUE[name], value_of(name)
    assert isinstance(value, list) is cell.spills
    if cell.spills:
        assert len({len(row) for row in value}) == 1


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_explains_itself(name):
    cell = CATALOGUE[name]
    given = example_arguments(cell)
    if name in OF_A_SERVICE:
        given = [value[0][0] if isinstance(value, list) else value for value in given]
    block = CATALOGUE["EXPLAIN"].call(name.lower(), *given, None, "")
    assert block == cell.explain(*given)
    assert all(len(row) == 3 for row in block)
    assert {"Rows used", "Formula", "Source"} <= {row[0] for row in block}
    alone = cell.call(*given)
    assert isinstance(alone, list) or block[0][1] == alone


def test_all_areas_are_imported():
    assert all(inspect.ismodule(getattr(udfs, name)) for name in udfs.__all__)


def test_loading_again_gives_the_same_handle_and_a_change_another():
    cells = table_cells("charges")
    changed = [*cells[:-1], [*cells[-1][:-1], 1.0]]
    assert CATALOGUE["LOAD_TABLE"].call("charges", cells) == load_table("charges", cells)
    assert load_table("charges", cells).startswith(f"charges {len(cells) - 1} rows #")
    assert load_table("charges", changed) != load_table("charges", cells)
