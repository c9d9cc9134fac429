"""An answer depends on its arguments alone: whatever was loaded before, between or after, in whatever order."""

from datetime import datetime

import pytest
from contract_tables import contract, medicare, remit, remits, rvu, table
from example_arguments import example_arguments, pairs_of, set_handle
from example_sets import held
from hypothesis import given
from hypothesis import strategies as st
from practice_tables import as_cells

from medoffice_xl.cells import CATALOGUE, answers, load_set, load_table
from medoffice_xl.cells.handles import loading_at
from medoffice_xl.errors import NoData
from medoffice_xl.sets import PRACTICE, SETS
from medoffice_xl.tables import CONTRACTS, MPFS, TABLES

LOADERS = {"LOAD_TABLE", "LOAD_SET", *(each.function for each in SETS.values())}
FIGURES = sorted(set(CATALOGUE) - LOADERS - {"WHY"})

# Acme pays 1.6 × Medicare. 2.00 × 32.3465 = 64.693; × 1.6 = 103.5088, 103.51. Allowed 100.00: short 3.51.
PAID = remits([remit(charge=300.0, paid=100.0, allowed=100.0)])
AGREED = contract(method="% of Medicare", percent=1.6)
VALUES = medicare(rvu("X1001", 2.0))
TABLES_OF_ACME = {"remits": PAID, "contracts": AGREED, "mpfs": VALUES}


def test_the_same_arguments_before_and_after_another_table_is_loaded():
    known, unknown = held(TABLES_OF_ACME), held({"remits": PAID, "contracts": AGREED})
    for _ in range(2):
        answers.GIVEN.forget()
        assert CATALOGUE["UNDERPAID"].call(known) == 3.51
        with pytest.raises(NoData, match="No line could be compared"):
            CATALOGUE["UNDERPAID"].call(unknown)
        load_table("mpfs", as_cells(MPFS, medicare(rvu("X1001", 9.0))))
        load_table("contracts", as_cells(CONTRACTS, table(CONTRACTS)))


@given(st.permutations(sorted(TABLES_OF_ACME)), st.lists(st.sampled_from(["contracts", "mpfs"]), max_size=3), st.data())
def test_the_same_answer_in_any_order_of_loading(order, others, data):
    """Tables come in any order, each in its own cell or in one, other versions of them between."""
    own_cells = data.draw(st.booleans())
    handles = {}
    for name in order:
        with loading_at(f"Handles!{name}" if own_cells else "Sheet1!A1"):
            handles[name] = load_table(name, as_cells(TABLES[name], TABLES_OF_ACME[name]))
        for other in others:
            with loading_at(f"Elsewhere!{other}"):
                load_table(other, as_cells(TABLES[other], table(TABLES[other])))
    pairs = [part for name in data.draw(st.permutations(order)) for part in (name, handles[name])]
    answers.GIVEN.forget()
    assert CATALOGUE["UNDERPAID"].call(load_set("Practice", *pairs), "", datetime(2025, 6, 1)) == 3.51


@pytest.fixture(scope="module")
def before_all_is_loaded_again():
    """What every function answers; then every table is loaded once more, empty, as the newest."""
    found = {name: CATALOGUE[name].call(*example_arguments(CATALOGUE[name])) for name in FIGURES}
    for each in PRACTICE.tables.values():
        load_table(each.name, [each.headers])
    answers.GIVEN.forget()
    return found


@pytest.mark.parametrize("name", FIGURES)
def test_every_function_answers_the_same_again_after_everything_else_was_loaded(name, before_all_is_loaded_again):
    """What the formula names is what it was."""
    again = CATALOGUE[name].call(*example_arguments(CATALOGUE[name]))
    assert again == before_all_is_loaded_again[name]


@pytest.mark.parametrize("name", sorted(name for name in FIGURES if CATALOGUE[name].reads))
def test_a_function_reads_what_it_declares_and_no_more(name):
    """Tables that it does not declare may be left out: the answer is the same."""
    cell = CATALOGUE[name]
    handle, *others = example_arguments(cell)
    all_pairs = pairs_of(cell.arguments[0].name)
    pairs = dict(zip(all_pairs[::2], all_pairs[1::2], strict=True))
    kept = [part for table_name in cell.reads for part in (table_name, pairs[table_name])]
    narrow = load_set(cell.arguments[0].name, *kept)
    assert handle == set_handle(cell.arguments[0].name)
    assert cell.call(narrow, *others) == cell.call(handle, *others)
