"""Answers given before: the same question is not worked out twice, another one always is."""

from datetime import date

import pytest
from example_sets import held
from practice_tables import charges, payments, remits

from medoffice_xl.areas.receivables import days_in_ar
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.cells.answers import SMALL, Answers, answer, constants
from medoffice_xl.errors import NoData


class Worker:
    """Counts how often it was asked to work."""

    def __init__(self, gives):
        self.gives, self.times = gives, 0

    def __call__(self):
        self.times += 1
        return self.gives


def asked(name, *values):
    known = constants(values)
    return None if known is None else (name, known)


def test_the_same_question_is_worked_out_once():
    worker = Worker(7.0)
    question = asked("ONCE", "Acme", date(2026, 1, 1), 90.0)
    assert [answer(question, worker) for _ in range(3)] == [7.0, 7.0, 7.0]
    assert worker.times == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, True), (1, 1.0), ("", None), (90.0, 91.0), ([[1]], [1]), ([[1, 2]], [[1], [2]]), ([[1]], [[2]])],
)
def test_values_that_only_look_alike_are_other_questions(one, other):
    assert asked("ALIKE", one) != asked("ALIKE", other)


def test_a_small_range_is_a_constant_and_a_large_one_is_not():
    assert asked("RANGE", [["visits"], [25.0]]) == asked("RANGE", (("visits",), (25.0,)))
    assert asked("RANGE", [[1.0]] * SMALL) is not None
    assert asked("RANGE", [[1.0]] * (SMALL + 1)) is None


def test_what_cannot_be_known_again_is_worked_out_each_time():
    worker = Worker(7.0)
    for _ in range(2):
        answer(None, worker)
    assert worker.times == 2


def test_a_block_may_be_changed_by_who_gets_it():
    worker = Worker([["Payer", "A/R"], ["Acme", 5.0]])
    answer(asked("BLOCK", "h"), worker)[1][1] = "spoiled"
    assert answer(asked("BLOCK", "h"), worker) == [["Payer", "A/R"], ["Acme", 5.0]]


def test_an_error_is_not_remembered():
    def fails():
        raise NoData("nothing yet")

    with pytest.raises(NoData):
        answer(asked("FAILS", "h"), fails)
    assert answer(asked("FAILS", "h"), Worker(3.0)) == 3.0


def test_answers_are_bounded_by_their_cells_and_the_oldest_go_first():
    given = Answers(most_cells=6)
    for question, value in (("one", 1.0), ("list", [["a", "b"], ["c", "d"]]), ("two", 2.0)):
        given.keep((question,), value)
    assert all((question,) in given for question in ("one", "list", "two"))
    given.recall(("one",))
    given.keep(("three",), 3.0)
    assert [(question,) in given for question in ("one", "list", "two", "three")] == [True, False, True, True]
    given.keep(("too large",), [["x"] * 7])
    assert ("too large",) not in given


@pytest.fixture
def worked_out(monkeypatch):
    """How often a ledger's A/R is worked out, by the function that does it."""
    times = []
    plain = days_in_ar.ar_total
    monkeypatch.setitem(
        CATALOGUE["AR_TOTAL"].compute.__globals__, "ar_total", lambda *given: times.append(1) or plain(*given)
    )
    return times


NO_ANSWERS = remits()
CHARGED = charges({"claim_id": "answers", "dos": "2026-01-02", "charge": 100})


def ar_total(**tables):
    return CATALOGUE["AR_TOTAL"].call(held({"charges": CHARGED, "payments": payments(), **tables}), date(2026, 1, 31))


def test_a_figure_is_worked_out_again_only_when_one_of_its_own_tables_changed(worked_out):
    paid = payments({"claim_id": "answers", "post_date": "2026-01-05", "amount": 30})
    assert [ar_total(), ar_total()] == [100, 100]
    assert len(worked_out) == 1
    assert ar_total(remits=NO_ANSWERS) == 100  # a wider set, its own tables the same
    assert len(worked_out) == 1
    assert ar_total(payments=paid) == 70
    assert len(worked_out) == 2
