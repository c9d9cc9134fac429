"""Turnover, vacancies and what a leaver costs."""

from datetime import date

import pytest
from kinds_of_frame import every_kind
from staff_frames import hours, many, staff, vacancies

from medoffice_xl.areas.staff.leaver_cost import leaver_cost
from medoffice_xl.areas.staff.staff_months import creeping, months_of_staff, staff_months
from medoffice_xl.areas.staff.thresholds import OVERTIME_RISE
from medoffice_xl.areas.staff.turnover import Leave, counted_on, turnover
from medoffice_xl.areas.staff.vacancies import vacancy_list, vacancy_rate
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.period import Period

JUDGED = Thresholds().on(date(2026, 6, 30))


def rate(of, as_of, window, who="", leave=Leave.ALL):
    return turnover(of, as_of, window, who, leave, JUDGED)


def part(found, label):
    return next(each.value for each in found.parts if each.label == label)


@every_kind
def test_from_50_to_55_while_5_leave(on):
    """5 ÷ 52.5 = 9.52% (AGA): 50 on the eve of June 2, 55 at the end of June 20; no month ends between."""
    of = staff(*many(45), *many(5, left="2026-06-10", leave="voluntary"), *many(10, hired="2026-06-12"))
    found = rate(on(of), date(2026, 6, 20), 19)
    assert part(found, "Rate of the window itself") == pytest.approx(5 / 52.5)
    assert part(found, "People on average") == 52.5


def test_the_average_is_that_of_the_month_ends():
    """Ends of April, May, June: 4, 3, 3 people; 1 left: 1 ÷ (10 ÷ 3) = 30%, × 12 ÷ 3 months = 120% a year."""
    found = rate(staff(*many(3), {"left": "2026-05-31"}), date(2026, 6, 30), 91)
    assert part(found, "Rate of the window itself") == pytest.approx(0.3)
    assert found.value == pytest.approx(1.2)
    assert counted_on(Period(date(2026, 4, 1), date(2026, 6, 29))) == [date(2026, 4, 30), date(2026, 5, 31)]


def test_who_leaves_on_the_first_or_last_day_of_the_window_counts():
    """The window is April 1 to June 30."""
    days = ("2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01")
    found = rate(staff(*({"left": day} for day in days), *many(4)), date(2026, 6, 30), 91)
    assert part(found, "Left") == 2


@pytest.mark.parametrize(
    ("as_of", "window", "is_short"), [(date(2026, 6, 30), 181, False), (date(2026, 6, 30), 180, True)]
)
def test_a_short_window_is_marked(as_of, window, is_short):
    """January to June are six months; from January 2 on 180 days, 5.9 months."""
    assert bool(rate(staff({}), as_of, window).notes) is is_short


def test_voluntary_stands_apart_and_a_transfer_is_no_leave():
    leaves = ("voluntary", "involuntary", "other", "transfer", "")
    of = staff(*({"left": "2026-03-10", "leave": how} for how in leaves), *many(10))
    counts = {leave: part(rate(of, date(2026, 6, 30), 181, leave=leave), "Left") for leave in Leave}
    assert counts == {Leave.ALL: 4, Leave.VOLUNTARY: 1, Leave.INVOLUNTARY: 1}


def test_who_leaves_later_still_works_here():
    of = staff({"left": "2026-07-01"}, {})
    assert part(rate(of, date(2026, 6, 30), 30), "Left") == 0
    assert part(rate(of, date(2026, 6, 30), 30), "People on average") == 2


def test_nobody_on_average():
    with pytest.raises(NoData):
        rate(staff({"left": "2026-06-10"}), date(2026, 6, 30), 30)


@every_kind
def test_vacancies(on):
    """20 of 20 + 60 hours a week: 25%. Filled on the day is not open, opened on it is."""
    of = on(staff({"weekly_hours": 40}, {"weekly_hours": 20}, {"weekly_hours": 99, "left": "2026-06-30"}))
    places = on(vacancies(
        {"vacancy": "A", "opened": "2026-06-30", "weekly_hours": 20},
        {"vacancy": "B", "opened": "2026-01-01", "filled": "2026-06-30", "weekly_hours": 40},
        {"vacancy": "C", "opened": "2026-07-01", "weekly_hours": 40},
    ))  # fmt: skip
    assert vacancy_rate(of, places, date(2026, 6, 30), "").value == 0.25
    assert vacancy_rate(of, places, date(2026, 6, 30), "front office").value == 0.25
    (row,) = vacancy_list(places, date(2026, 6, 30), 40).body
    assert row == ("A", "Front desk", "front office", 0.5, date(2026, 6, 30), 0)


def test_a_kind_of_which_nobody_is_left():
    places = vacancies({"vacancy": "A", "opened": "2026-06-01", "weekly_hours": 20, "kind": "ancillary", "role": "Lab"})
    assert vacancy_rate(staff({"weekly_hours": 40}), places, date(2026, 6, 30), "ancillary").value == 1
    assert vacancy_rate(staff({"weekly_hours": 40}), places, date(2026, 6, 30), "Lab").value == 1
    assert vacancy_rate(staff({"weekly_hours": 60}), places, date(2026, 6, 30), "").value == 0.25
    with pytest.raises(NoData):
        vacancy_rate(staff({"weekly_hours": 40}), places, date(2026, 6, 30), "nobody of the kind")
    with pytest.raises(NoData):
        vacancy_list(places, date(2026, 5, 31), 40)
    with pytest.raises(NoData):
        vacancy_rate(staff({}), places, date(2026, 5, 31), "")


def test_what_a_leaver_costs():
    """45 ÷ 7 × 40 × 22 ÷ 2 = 2,828.57; 80 × 22 = 1,760; 20 × 40 = 800; 500: 5,888.57."""
    found = leaver_cost(22, 40, 45, 80, 20, 40, 500)
    assert found.value == 588_857
    assert [each.value for each in found.parts] == [282_857, 176_000, 80_000, 50_000]
    assert leaver_cost(0, 0, 0, 0, 0, 0, 0).value == 0
    with pytest.raises(OutOfRange):
        leaver_cost(22, 40, 45, 80, 20, 40, -1)


def months(rates):
    """Months up to June 2026 of 100 hours worked, of which these were overtime."""
    rows = [
        {"period_begin": f"2026-{month:02d}-01", "period_end": f"2026-{month:02d}-28", "regular": 100 - over,
         "overtime": over}
        for month, over in enumerate(rates, start=7 - len(rates))
    ]  # fmt: skip
    return months_of_staff(staff({}), hours(*rows), date(2026, 6, 30), 12, "", 40)


@pytest.mark.parametrize(
    ("rates", "creeps"),
    [([1, 1, 1, 3, 3, 3], True), ([1, 1, 1, 3, 3, 2.99], False), ([1, 1, 3, 3, 3], False), ([3, 3, 3, 1, 1, 1], False)],
)
def test_overtime_creeps(rates, creeps):
    """The last three months two points above the three before, or more; five months are too few."""
    assert float(OVERTIME_RISE.exact) == 0.02
    assert bool(creeping(months(rates), JUDGED)) is creeps


@every_kind
def test_months_of_staff(on):
    """In June 152 + 8 hours, 5% of them overtime; 160 ÷ (40 × 52 ÷ 12) = 0.92 FTE."""
    of = staff({}, {"left": "2026-06-15"})
    found = staff_months(on(of), on(hours({"regular": 152, "overtime": 8})), date(2026, 6, 30), 13, "", JUDGED)
    (row,) = found.body
    assert row[:2] == (date(2026, 6, 1), 1)
    assert row[2] == pytest.approx(160 / (2_080 / 12))
    assert row[3:] == (160, 8, 0.05, 1)


def test_months_without_hours():
    with pytest.raises(NoData):
        staff_months(staff({}), hours(), date(2026, 6, 30), 13, "", JUDGED)
    with pytest.raises(OutOfRange):
        staff_months(staff({}), hours(), date(2026, 6, 30), 0, "", JUDGED)
