"""Answers given before: the same question is not worked out twice, another one always is."""

from datetime import date

import pytest
from practice_tables import as_cells, charges

import udfs  # noqa: F401
from medoffice_xl.cells import CATALOGUE, load_table
from medoffice_xl.cells.answers import answer
from medoffice_xl.errors import NoData
from medoffice_xl.tables import CHARGES


class Worker:
    """Counts how often it was asked to work."""

    def __init__(self, gives):
        self.gives, self.times = gives, 0

    def __call__(self):
        self.times += 1
        return self.gives


def test_the_same_question_is_worked_out_once():
    worker = Worker(7.0)
    assert [answer("ONCE", ("handle", date(2026, 1, 1), 90.0), worker) for _ in range(3)] == [7.0, 7.0, 7.0]
    assert worker.times == 1


@pytest.mark.parametrize(("one", "other"), [(1, True), (1, 1.0), ("", None), (90.0, 91.0)])
def test_values_that_only_look_alike_are_other_questions(one, other):
    worker = Worker(7.0)
    answer(f"ALIKE {one!r} {other!r}", (one,), worker)
    answer(f"ALIKE {one!r} {other!r}", (other,), worker)
    assert worker.times == 2


def test_a_raw_range_is_worked_out_each_time():
    worker = Worker(7.0)
    for _ in range(2):
        answer("RANGE", ([["Claim"], ["C1"]],), worker)
    assert worker.times == 2


def test_a_block_may_be_changed_by_who_gets_it():
    worker = Worker([["Payer", "A/R"], ["Acme", 5.0]])
    answer("BLOCK", ("h",), worker)[1][1] = "spoiled"
    assert answer("BLOCK", ("h",), worker) == [["Payer", "A/R"], ["Acme", 5.0]]


def test_an_error_is_not_remembered():
    def fails():
        raise NoData("nothing yet")

    with pytest.raises(NoData):
        answer("FAILS", ("h",), fails)
    assert answer("FAILS", ("h",), Worker(3.0)) == 3.0


def test_loading_another_table_asks_anew():
    first = load_table(as_cells(CHARGES, charges({"claim_id": "a", "dos": "2026-01-02", "charge": 100})))
    worker = Worker(1.0)
    answer("LATEST", ("x",), worker)
    load_table(as_cells(CHARGES, charges({"claim_id": "a", "dos": "2026-01-02", "charge": 200})))
    answer("LATEST", ("x",), worker)
    assert worker.times == 2
    total = CATALOGUE["CHARGES_IN"].call(first, date(2026, 1, 1), date(2026, 1, 31))
    assert total == 100
