"""Which answer stands, claim by claim and line by line, in the shapes that payers' files have."""

import pandas as pd
import pytest
from contract_tables import REASONS
from hypothesis import given
from hypothesis import strategies as st
from practice_tables import remits

from medoffice_xl.claims.which_answer_stands import Answers, which_answer_stands


def line(paid=60, adjustments="CO-45:40.00", **more):
    return {
        "claim_id": "C", "trace": "T1", "paid_date": "2026-03-01", "dos": "2026-02-10", "code": "X1", "charge": 100,
        "paid": paid, "adjustments": adjustments, **more,
    }  # fmt: skip


def refused(reason="50", charge=100, **more):
    return line(0, f"CO-{reason}:{charge}.00", charge=charge, **more)


def back(paid=60, **more):
    return line(-paid, f"CO-45:{paid - 100}.00", claim_status="22", trace="T9", paid_date="2026-05-01", **more) | {
        "charge": -100
    }


def sorted_out(*rows) -> Answers:
    return which_answer_stands(remits(*rows), REASONS)


def same(numbers) -> list[list[int]]:
    """The rows of each number."""
    return [list(rows) for rows in pd.Series(numbers).groupby(numbers).groups.values()]


APRIL = {"paid_date": "2026-04-01", "trace": "T2"}
MAY = {"paid_date": "2026-05-01", "trace": "T3"}


@pytest.mark.parametrize(
    ("one", "other", "claims"),
    [
        # one claim over two checks, by line: the day of service in common
        ({"payer_claim_no": "S1", "line_control": "1"}, {"payer_claim_no": "S2", "line_control": "2"}, 1),
        # a patient's account: two visits, two numbers of the payer
        ({"payer_claim_no": "V1"}, {"payer_claim_no": "V2", "dos": "2026-03-10"}, 2),
        # both visits begin with line 1
        ({"payer_claim_no": "V1", "line_control": "1"},
         {"payer_claim_no": "V2", "line_control": "1", "dos": "2026-03-10"}, 2),
        # two days of one claim: its lines are numbered through
        ({"payer_claim_no": "S1", "line_control": "1"},
         {"payer_claim_no": "S2", "line_control": "2", "dos": "2026-02-11"}, 1),
        # numbers of a practice's system are no line numbers of a claim
        ({"payer_claim_no": "V1", "line_control": "58812"},
         {"payer_claim_no": "V2", "line_control": "58813", "dos": "2026-03-10"}, 2),
        # the payer's own number ties, whatever the day
        ({"payer_claim_no": "V1"}, {"payer_claim_no": "V1", "dos": "2026-03-10"}, 1),
        # the number of the claim it replaces
        ({"payer_claim_no": "V1"}, {"payer_claim_no": "V9", "original_ref": "V1", "dos": "2026-03-10"}, 1),
        # nothing but the practice's own number
        ({}, {"dos": "2026-03-10"}, 1),
        # a day that is not told
        ({"payer_claim_no": "V1"}, {"payer_claim_no": "V2", "dos": None}, 1),
        # 0 is nobody's number: the day says nothing
        ({"claim_id": "0", "payer_claim_no": "V1"}, {"claim_id": "0", "payer_claim_no": "V2"}, 2),
        ({"claim_id": "0", "payer_claim_no": "V1"}, {"claim_id": "0", "payer_claim_no": "V1"}, 1),
        ({"claim_id": "0", "payer_claim_no": "V1"}, {"claim_id": "0", "payer_claim_no": "V2", "original_ref": "V1"}, 1),
        ({"claim_id": "0"}, {"claim_id": "0"}, 2),
        # two payers of one visit
        ({"payer_claim_no": "V1"}, {"payer_claim_no": "W7", "payer": "Second", "claim_status": "2"}, 1),
    ],
)  # fmt: skip
def test_claims(one, other, claims):
    found = sorted_out(line(**one), line(**APRIL, **other)).claim
    assert len(set(found)) == claims


def test_an_answer_between_two_ties_them():
    first = line(payer_claim_no="V1")
    second = line(payer_claim_no="V2", dos="2026-03-10", **APRIL)
    third = line(payer_claim_no="V3", original_ref="V1", dos="2026-03-10", **MAY)
    assert len(set(sorted_out(first, second).claim)) == 2
    assert len(set(sorted_out(first, second, third).claim)) == 1


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ({}, {}, True),
        ({}, {"code": "X2"}, False),
        ({}, {"charge": 90}, False),
        ({}, {"dos": "2026-02-11"}, False),
        ({"mod1": "RT"}, {"mod1": "LT"}, False),
        ({"mod1": "25", "mod2": "59"}, {"mod1": "59", "mod2": "25"}, True),
        ({"mod1": "25"}, {}, True),  # a modifier that the payer did not return
        ({"line_control": "1"}, {"line_control": "2"}, False),
        ({"line_control": "1"}, {"line_control": "1", "code": "X2"}, True),  # the payer changed the code
        ({"line_control": "1"}, {"line_control": "1", "charge": 40}, True),  # some of its units
        ({"line_control": "1"}, {"line_control": "1", "code": "X2", "charge": 40}, False),  # a wrong number
        ({"line_control": "1"}, {}, True),
        ({"code": "X9", "billed_code": "X1"}, {}, True),
    ],
)  # fmt: skip
def test_lines(one, other, alike):
    found = sorted_out(line(**one), line(**APRIL, **other)).line
    assert (len(set(found.tolist())) == 1) is alike


def test_the_second_such_line_is_the_second_such_line_of_another_answer():
    twice = [line(line_no=1), line(line_no=2)]
    found = sorted_out(*twice, *({**row, **APRIL} for row in twice)).line
    assert same(found) == [[0, 2], [1, 3]]


def test_lines_without_numbers_find_their_numbered_answers():
    named = [line(line_no=number, line_control=str(number)) for number in (1, 2)]
    found = sorted_out(*named, line(**APRIL), line(**APRIL, line_no=2)).line
    assert same(found) == [[0, 2], [1, 3]]


def test_a_reversal_takes_back_what_it_turns_around():
    found = sorted_out(line(), back(), line(80, "CO-45:20.00", claim_seq=2, **MAY))
    assert found.fell.tolist() == [True, False, False]
    assert not found.unpaired.any()
    assert found.final.tolist() == [False, False, True]


def test_a_reversal_of_something_else_is_unpaired():
    found = sorted_out(line(80, "CO-45:20.00", payer_claim_no="V1"), back(payer_claim_no="V2"))
    assert not found.fell.any()
    assert found.unpaired.tolist() == [False, True]


@pytest.mark.parametrize(
    ("more", "fell"),
    [
        ({"payer_claim_no": "V1"}, [True, False]),
        ({"payer_claim_no": "V9", "original_ref": "V1"}, [True, False]),
        ({"payer_claim_no": "V2"}, [False, True]),
        ({}, [True, False]),  # the first of equals
    ],
)
def test_the_payers_number_says_which_answer_is_taken_back(more, fell):
    found = sorted_out(line(payer_claim_no="V1"), line(payer_claim_no="V2", **APRIL), back(**more))
    assert found.fell.tolist()[:2] == fell


def test_each_reversal_takes_back_one_answer():
    first, again = line(), line(**APRIL)
    assert sorted_out(first, again, back(), back(claim_seq=2)).fell.tolist() == [True, True, False, False]
    assert sorted_out(first, back(), back(claim_seq=2)).unpaired.tolist() == [False, False, True]


@pytest.mark.parametrize("seq", [1, 3])
def test_a_correction_of_the_same_check_is_never_taken_back(seq):
    correction = line(90, "CO-45:10.00", trace="T9", paid_date="2026-05-01", claim_seq=seq)
    found = sorted_out(correction, back(80, claim_seq=2))
    assert (found.fell.tolist(), found.unpaired.tolist()) == ([False, False], [False, True])


def test_paid_and_taken_back_on_one_check():
    paid = line(trace="T9", paid_date="2026-05-01")
    assert sorted_out(paid, back(claim_seq=2)).fell.tolist() == [True, False]


def whole(charge, paid, adjustments="", **more):
    return line(paid, adjustments, level="claim", line_no=0, code="", **more) | {"charge": charge}


def test_a_claim_taken_back_as_a_whole():
    lines = [line(payer_claim_no="V1"), line(payer_claim_no="V1", line_no=2, code="X2")]
    other = line(payer_claim_no="V2", **APRIL)
    reversal = whole(-200, -120, claim_status="22", trace="T9", paid_date="2026-05-01")
    assert sorted_out(*lines, other, {**reversal, "payer_claim_no": "V1"}).fell.tolist() == [True, True, False, False]
    assert sorted_out(*lines, other, {**reversal, "payer_claim_no": "V7"}).fell.tolist() == [True, True, True, False]
    assert sorted_out({**reversal, "payer_claim_no": "V1"}).unpaired.tolist() == [True]


def test_a_replacement_stands_for_all_of_the_original():
    found = sorted_out(line(), line(line_no=2, code="X2"), line(frequency="7", **APRIL))
    assert found.replaced.tolist() == [True, True, False]


@pytest.mark.parametrize("code", ["18", "16"])
def test_a_refused_replacement_hides_nothing(code):
    found = sorted_out(line(), refused(code, frequency="7", **APRIL))
    assert (found.fell | found.replaced).tolist() == [False, code == "18"]
    assert found.paying.tolist() == [True, False]


def test_a_replacement_refused_in_part_stands_for_all():
    original = [line(), line(line_no=2, code="X2")]
    again = [line(frequency="7", **APRIL), refused("16", line_no=2, code="X2", frequency="7", **APRIL)]
    found = sorted_out(*original, *again)
    assert found.final.tolist() == [False, False, True, True]


def test_a_replacement_taken_back_stands_for_nothing():
    again = line(80, "CO-45:20.00", frequency="7", **APRIL)
    assert sorted_out(line(), again, back(80)).final.tolist() == [True, False, False]


def test_a_replacement_answered_by_line_over_two_checks():
    original = [line(), line(line_no=2, code="X2")]
    first = line(frequency="7", payer_claim_no="R1", **APRIL)
    second = line(frequency="7", payer_claim_no="R2", code="X2", **MAY)
    assert sorted_out(*original, first, second).final.tolist() == [False, False, True, True]
    third = line(frequency="7", payer_claim_no="R3", trace="T4", paid_date="2026-06-01")
    assert sorted_out(*original, first, second, third).final.tolist() == [False, False, False, True, True]


def test_a_duplicate_changes_nothing():
    assert sorted_out(line(), refused("18", **APRIL)).final.tolist() == [True, False]
    assert sorted_out(refused("18"), line(**APRIL)).final.tolist() == [False, True]
    assert sorted_out(refused("18")).final.tolist() == [True]
    # Even where the other answer was taken back
    assert not sorted_out(line(), refused("18", **APRIL), back()).final.any()


def test_paid_and_then_refused_keeps_the_payment():
    found = sorted_out(line(), refused(**APRIL))
    assert (found.final.tolist(), found.paying.tolist()) == ([False, True], [True, False])


def test_a_whole_claim_refused_and_then_answered_line_by_line():
    refusal = whole(200, 0, "CO-16:200.00")
    lines = [line(**APRIL), line(line_no=2, code="X2", **APRIL)]
    found = sorted_out(refusal, *lines)
    assert found.final.tolist() == [False, True, True]
    assert found.opening.tolist() == [True, False, False]
    # Of other charges: another part of the claim
    assert sorted_out(refusal, lines[0]).final.tolist() == [True, True]


def test_a_whole_claim_refused_as_duplicate_changes_nothing():
    assert sorted_out(whole(100, 60), whole(100, 0, "CO-18:100.00", **APRIL)).final.tolist() == [True, False]


def test_payments_again():
    assert sorted_out(line(), line(**APRIL)).again.tolist() == [False, True]
    assert not sorted_out(line(line_control="1"), line(line_no=2, line_control="1")).again.any()
    assert not sorted_out(line(), line(payer="Second", claim_status="2", **APRIL)).again.any()
    assert not sorted_out(line(), back(), line(claim_seq=2, **MAY)).again.any()


def test_later_payers_and_what_decides_nothing():
    found = sorted_out(refused(), line(claim_status="2", payer="Second", **APRIL), line(claim_status="25", **MAY))
    assert found.standing.tolist() == [True, False, False]
    assert found.final.tolist() == [True, True, False]


rows = st.lists(
    st.builds(
        lambda claim, code, day, status, frequency, paid, number: {
            **(line(paid) if paid else refused()), "claim_id": claim, "code": code, "claim_status": status,
            "frequency": frequency, "payer_claim_no": number, "paid_date": f"2026-03-{day:02}", "trace": f"T{day}",
            **({"charge": -100, "paid": -paid} if status == "22" else {}),
        },
        st.sampled_from(["A", "B", "0"]), st.sampled_from(["X1", "X2"]), st.integers(1, 9),
        st.sampled_from(["1", "1", "1", "2", "22", "25"]), st.sampled_from(["1", "7"]), st.sampled_from([0, 60, 80]),
        st.sampled_from(["", "V1", "V2"]),
    ),
    min_size=1,
    max_size=8,
).map(lambda made: [{**row, "claim_seq": place} for place, row in enumerate(made, 1)])  # fmt: skip


@given(rows, st.randoms())
def test_the_order_of_the_rows_makes_no_difference(made, shuffle):
    places = list(range(len(made)))
    shuffle.shuffle(places)
    first, other = sorted_out(*made), sorted_out(*(made[place] for place in places))
    for name in ("fell", "replaced", "unpaired", "final", "opening", "again"):
        assert getattr(first, name)[places].tolist() == getattr(other, name).tolist(), name
    for name in ("claim", "line"):
        assert same(getattr(first, name)) == sorted(
            sorted(places[row] for row in rows) for rows in same(getattr(other, name))
        )


@given(rows)
def test_every_line_answered_has_an_answer_or_was_taken_back(made):
    found = sorted_out(*made)
    for number in set(found.line):
        of = found.line == number
        if not found.final[of].any():
            assert (found.reversal | found.undecided | found.fell | found.replaced)[of].all()
    assert found.fell.sum() <= found.reversal.sum()
