"""What stands for no last day, and what does not."""

import pytest

from medoffice_xl.readers.fee_schedule.open_ends import is_open


@pytest.mark.parametrize("said", ["9", "99/99/9999", "99999999", "00-00-0000", "0", "9.9"])
def test_nines_or_zeros_alone_stand_for_none(said):
    assert is_open(said)


@pytest.mark.parametrize("said", ["90", "99/99/", "-99", "9//9", "09/09/2025"])
def test_others_do_not(said):
    assert not is_open(said)


@pytest.mark.parametrize("length", [40, 40_000])
def test_however_many_nines_stand_before_something_else_the_answer_comes(length):
    """Were the ways to part them tried one after the other, forty would take hours."""
    assert not is_open("9" * length + "1")
    assert is_open("9" * length)
