"""Remitted lines find their charge lines."""

import pandas as pd
from remit_rows import charge, charges, remit, remits

from medoffice_xl.intake.matching import match_lines


def lines(answers, billed):
    return match_lines(answers, billed).line.fillna("none").tolist()


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
    answers = remits(remit("C1", "X1001", 100, 0), remit("C1", "G0438", 50, 0, line_no=2))
    assert lines(answers, billed) == ["none", "none"]


SWAPPED = charges(charge("C1", "1", "G0438", 200), charge("C1", "2", "G0439", 100))


def test_code_charge_and_day_win_over_a_control_number_that_contradicts_them():
    answers = remits(
        remit("C1", "G0439", 100, 0, line_control="1"), remit("C1", "G0438", 200, 0, line_control="2", line_no=2)
    )
    found = match_lines(answers, SWAPPED)
    assert found.line.tolist() == ["2", "1"]
    assert found.contradicted.tolist() == [0, 1]


def test_a_control_number_stands_where_nothing_else_fits():
    answers = remits(
        remit("C1", "G0480", 200, 0, line_control="1"),  # recoded by the payer
        remit("C1", "G0439", 50, 0, line_control="2", line_no=2),  # a part of the line
        remit("C1", "G0438", 100, 0, line_control="1", line_no=3),  # the other line's charge, its own code
    )
    found = match_lines(answers, SWAPPED)
    assert found.line.tolist() == ["1", "2", "1"]
    assert found.contradicted.tolist() == []


def test_the_day_tells_two_lines_of_one_code_apart():
    first, second = pd.Timestamp(2026, 3, 2), pd.Timestamp(2026, 3, 9)
    billed = charges(charge("C1", "1", "G0438", 200, dos=first), charge("C1", "2", "G0438", 100, dos=second))
    found = match_lines(remits(remit("C1", "G0438", 100, 0, line_control="1", dos=second)), billed)
    assert (found.line.tolist(), found.contradicted.tolist()) == (["2"], [0])
    found = match_lines(remits(remit("C1", "G0438", 100, 0, line_control="1", dos=first)), billed)
    assert (found.line.tolist(), found.contradicted.tolist()) == (["1"], [])
