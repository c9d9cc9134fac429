"""Remitted lines find the lines they answer: one definition for what is posted and what is checked."""

import pandas as pd
from remit_rows import charge, charges, remit, remits

from medoffice_xl.claims.billed_line import billed_lines

FIRST, SECOND = pd.Timestamp(2026, 3, 2), pd.Timestamp(2026, 3, 9)


def ids(places, billed):
    return [billed["line_id"][place] if place >= 0 else "none" for place in places.tolist()]


def lines(answers, billed):
    return ids(billed_lines(answers, billed).line, billed)


def test_line_control_number_goes_first():
    billed = charges(charge("C1", "7", "G0438", 100), charge("C1", "8", "G0438", 100))
    assert lines(remits(remit("C1", "G0438", 100, 0, line_control="8")), billed) == ["8"]


def test_a_control_number_that_is_not_ours_falls_back_to_the_code():
    billed = charges(charge("C1", "1", "G0438", 100), charge("C1", "2", "G2211", 100))
    assert lines(remits(remit("C1", "G2211", 100, 0, line_control="ABC123")), billed) == ["2"]


def test_modifiers_tell_equal_codes_apart_in_any_order():
    billed = charges(charge("C1", "1", "G0438", 100, mod1="RT"), charge("C1", "2", "G0438", 100, mod1="59", mod2="LT"))
    answers = remits(
        remit("C1", "G0438", 100, 0, mod1="LT", mod2="59"), remit("C1", "G0438", 100, 0, mod1="RT", line_no=2)
    )
    assert lines(answers, billed) == ["2", "1"]


def test_modifiers_that_are_not_returned_fall_back_to_code_and_charge():
    billed = charges(charge("C1", "1", "G0438", 100, mod1="25"), charge("C1", "2", "G0438", 300, mod1="59"))
    assert lines(remits(remit("C1", "G0438", 300, 0)), billed) == ["2"]


def test_two_equal_lines_take_two_charge_lines():
    billed = charges(charge("C1", "1", "G0438", 100), charge("C1", "2", "G0438", 100))
    answers = remits(remit("C1", "G0438", 100, 0), remit("C1", "G0438", 100, 0, line_no=2))
    assert lines(answers, billed) == ["1", "2"]


def test_a_line_taken_by_its_control_number_is_not_taken_again():
    billed = charges(charge("C1", "1", "G0438", 100), charge("C1", "2", "G0438", 100))
    answers = remits(remit("C1", "G0438", 100, 0, line_control="1"), remit("C1", "G0438", 100, 0, line_no=2))
    assert lines(answers, billed) == ["1", "2"]


def test_reversal_and_correction_both_find_the_line():
    billed = charges(charge("C1", "1", "G0438", 100))
    answers = remits(remit("C1", "G0438", -100, 0, claim_status="22"), remit("C1", "G0438", 100, 0, claim_seq=2))
    assert lines(answers, billed) == ["1", "1"]


def test_split_line_goes_to_the_only_line_of_its_code():
    billed = charges(charge("C1", "1", "G0438", 200, mod1="50"))
    answers = remits(remit("C1", "G0438", 100, 0, mod1="LT"), remit("C1", "G0438", 100, 0, mod1="RT", line_no=2))
    assert lines(answers, billed) == ["1", "1"]


def test_recoded_line_is_found_by_the_billed_code():
    billed = charges(charge("C1", "1", "G0438", 100), charge("C1", "2", "G0439", 100))
    assert lines(remits(remit("C1", "G0439", 100, 0, billed_code="G0438")), billed) == ["1"]


def test_no_line_fits():
    billed = charges(charge("C1", "1", "G0438", 100), charge("C1", "2", "G0438", 200))
    answers = remits(remit("C1", "X1001", 150, 0), remit("C1", "G0438", 50, 0, line_no=2))
    assert lines(answers, billed) == ["none", "none"]


def test_a_line_recoded_without_a_word_is_the_only_free_one_of_its_day_and_charge():
    billed = charges(charge("C1", "1", "G0438", 100), charge("C1", "2", "G0439", 200))
    assert lines(remits(remit("C1", "X1001", 100, 0)), billed) == ["1"]
    assert lines(remits(remit("C1", "X1001", 100, 0, dos=SECOND)), billed) == ["none"]
    taken = remits(remit("C1", "G0438", 100, 0), remit("C1", "X1001", 100, 0, line_no=2))
    assert lines(taken, billed) == ["1", "none"]
    two = remits(remit("C1", "X1001", 100, 0), remit("C1", "X1002", 100, 0, line_no=2))
    assert lines(two, billed) == ["none", "none"]
    alike = charges(charge("C1", "1", "G0438", 100), charge("C1", "2", "G0439", 100))
    assert lines(remits(remit("C1", "X1001", 100, 0)), alike) == ["none"]
    free = charges(charge("C1", "1", "G0438", 0))
    assert lines(remits(remit("C1", "X1001", 0, 0)), free) == ["none"]


def test_visits_that_share_an_account_are_told_apart_by_the_day():
    billed = charges(
        charge("A1", "1", "G0438", 100, dos=FIRST), charge("A1", "2", "G0439", 50, dos=FIRST),
        charge("A1", "3", "G0438", 100, dos=SECOND), charge("A1", "4", "G0439", 50, dos=SECOND),
    )  # fmt: skip
    answers = remits(
        remit("A1", "G0438", 100, 0, dos=SECOND), remit("A1", "X1001", 50, 0, dos=SECOND, line_no=2),
        remit("A1", "G0438", 100, 0, dos=SECOND, level="claim", line_no=3),
    )  # fmt: skip
    found = billed_lines(answers, billed)
    assert ids(found.line, billed) == ["3", "4", "none"]
    assert ids(found.visit, billed) == ["3", "4", "3"]
    stranger = billed_lines(remits(remit("A1", "X1001", 70, 0, dos=pd.Timestamp(2026, 5, 1))), billed)
    assert (ids(stranger.line, billed), ids(stranger.visit, billed)) == (["none"], ["1"])


def test_where_no_day_is_returned_the_day_plays_no_part():
    billed = charges(charge("C1", "1", "G0438", 100, dos=FIRST), charge("C1", "2", "G0438", 200, dos=SECOND))
    nowhen = remits(*(remit("C1", "G0438", cents, 0, dos=pd.NaT) for cents in (200, 100)))
    assert lines(nowhen, billed) == ["2", "1"]
    assert lines(remits(remit("C1", "X1001", 200, 0, dos=pd.NaT)), billed) == ["2"]
    assert lines(remits(remit("C1", "G0438", 70, 0, dos=pd.NaT)), billed) == ["none"]


def test_nothing_is_matched_across_claims():
    billed = charges(charge("C1", "1", "G0438", 100))
    found = billed_lines(remits(remit("C2", "G0438", 100, 0, line_control="1")), billed)
    assert (found.line.tolist(), found.visit.tolist()) == ([-1], [-1])
    assert billed_lines(remits(remit("C2", "G0438", 100, 0)), billed.iloc[:0]).line.tolist() == [-1]
    assert billed_lines(remits(), billed).line.tolist() == []


SWAPPED = charges(charge("C1", "1", "G0438", 200), charge("C1", "2", "G0439", 100))


def test_code_charge_and_day_win_over_a_control_number_that_contradicts_them():
    answers = remits(
        remit("C1", "G0439", 100, 0, line_control="1"), remit("C1", "G0438", 200, 0, line_control="2", line_no=2)
    )
    found = billed_lines(answers, SWAPPED)
    assert ids(found.line, SWAPPED) == ["2", "1"]
    assert found.contradicted.tolist() == [True, True]


def test_a_control_number_stands_where_nothing_else_fits():
    answers = remits(
        remit("C1", "G0480", 200, 0, line_control="1"),  # recoded by the payer
        remit("C1", "G0439", 50, 0, line_control="2", line_no=2),  # a part of the line
        remit("C1", "G0438", 100, 0, line_control="1", line_no=3),  # the other line's charge, its own code
    )
    found = billed_lines(answers, SWAPPED)
    assert ids(found.line, SWAPPED) == ["1", "2", "1"]
    assert not found.contradicted.any()


def test_the_day_tells_two_lines_of_one_code_apart():
    billed = charges(charge("C1", "1", "G0438", 200, dos=FIRST), charge("C1", "2", "G0438", 100, dos=SECOND))
    found = billed_lines(remits(remit("C1", "G0438", 100, 0, line_control="1", dos=SECOND)), billed)
    assert (ids(found.line, billed), found.contradicted.tolist()) == (["2"], [True])
    found = billed_lines(remits(remit("C1", "G0438", 100, 0, line_control="1", dos=FIRST)), billed)
    assert (ids(found.line, billed), found.contradicted.tolist()) == (["1"], [False])
