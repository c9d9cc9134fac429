"""Benchmarks of access, staffing, debt and appeals stand as they were published, or as chosen round what was."""

import pytest

from medoffice_xl.areas import every
from medoffice_xl.measure import Unit

KNOWN = {each.measure: each for area in every() for each in area.benchmarks}


@pytest.mark.parametrize(
    ("measure", "better", "good", "poor", "unit", "source", "year"),
    [
        ("No-show rate", "lower", 0.05, 0.10, Unit.PERCENT, "6.81%; 7% in 2019", 2023),
        ("New-patient wait", "lower", 14, 28, Unit.DAYS, "2.7 weeks; 60% within two weeks, 20% over four", 2016),
        ("Turnover, front office", "lower", 0.20, 0.40, Unit.PERCENT, "MGMA operations data 2024", 2024),
        ("Turnover, clinical support", "lower", 0.20, 0.33, Unit.PERCENT, "MGMA operations data 2024", 2024),
        ("Staff turnover", "lower", 0.10, 0.25, Unit.PERCENT, "MGMA Stat, May 2017", 2017),
        ("Debt service coverage", "higher", 1.5, 1.2, Unit.RATIO, "lenders ask for 1.25", 2025),
        ("Denials overturned", "higher", 0.60, 0.40, Unit.PERCENT, "Qway Healthcare", None),
    ],
)
def test_good_and_poor_ends_with_their_source(measure, better, good, poor, unit, source, year):
    row = KNOWN[measure]
    assert (row.better, row.good, row.poor, row.unit, row.year) == (better, good, poor, unit, year)
    assert source in row.source
