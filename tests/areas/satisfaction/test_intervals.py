"""Intervals against published values."""

import pytest

from medoffice_xl.areas.satisfaction.intervals import (
    adjusted_net_promoter,
    net_promoter,
    score_interval,
    wilson,
)


@pytest.mark.parametrize(
    ("hits", "answers", "low", "high"),
    [
        (12, 150, 0.0464, 0.1346),  # statulator.com
        (15, 148, 0.0624, 0.1605), (81, 263, 0.2553, 0.3662), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),  # Newcombe
        (42, 50, 0.7149, 0.9166),
    ],
)  # fmt: skip
def test_wilson(hits, answers, low, high):
    found = wilson(hits / answers, answers)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_wilson_of_all():
    """The mirror image of none: 1 − 0.1611."""
    assert round(wilson(1.0, 20).low, 4) == 0.8389
    assert wilson(1.0, 20).high == 1.0


def tenths(interval):
    return [round(100 * each, 1) for each in (interval.value, interval.low, interval.high)]


def test_a_half_a_third_a_sixth_of_324():
    """PUB: 33.33, standard error 4.14, 25.2 to 41.4."""
    found = net_promoter(162, 108, 54)
    assert round(100 * found.value, 2) == 33.33
    assert round((found.high - found.value) / 1.96 * 100, 2) == 4.14
    assert tenths(found)[1:] == [25.2, 41.4]


def test_60_25_15():
    """MINE."""
    assert tenths(net_promoter(60, 25, 15)) == [45.0, 30.5, 59.5]
    assert tenths(adjusted_net_promoter(60, 25, 15)) == [43.7, 29.3, 58.0]


def test_thirty_of_thirty():
    """MINE: plain it would be sure beyond doubt; adjusted 90.9, 78.7 to 100."""
    assert tenths(net_promoter(30, 0, 0)) == [100.0, 100.0, 100.0]
    assert tenths(adjusted_net_promoter(30, 0, 0)) == [90.9, 78.7, 100.0]


def test_under_a_hundred_the_interval_is_the_adjusted_one_and_the_score_as_it_is():
    assert tenths(score_interval(60, 25, 15)) == [45.0, 30.5, 59.5]
    few = score_interval(60, 25, 14)
    assert tenths(few)[0] == 46.5  # 46 of 99
    assert (few.low, few.high) == (adjusted_net_promoter(60, 25, 14).low, adjusted_net_promoter(60, 25, 14).high)
    assert tenths(score_interval(0, 0, 30)) == [-100.0, -100.0, -78.7]
