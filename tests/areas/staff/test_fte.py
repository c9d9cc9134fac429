"""Full-time equivalents, staff ratio and overtime."""

from datetime import date
from fractions import Fraction

import pytest
from kinds_of_frame import every_kind
from staff_frames import hours, many, staff

from medoffice_xl.areas.staff.overtime import overtime_rate
from medoffice_xl.areas.staff.staff_by import By, staff_by
from medoffice_xl.areas.staff.staff_ratio import Per, provider_fte, staff_ratio
from medoffice_xl.areas.staff.workforce import Way, fte, workforce
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import BadArgument, NoData

AS_OF = date(2026, 12, 31)
YEAR = {"period_begin": "2026-01-01", "period_end": "2026-12-31"}


def work(people, paid, as_of=AS_OF, window=365):
    return workforce(people, paid, as_of, window, Thresholds().on(as_of))


@every_kind
def test_half_a_year_of_hours_is_half_an_fte(on):
    """1,040 ÷ 2,080 = 0.50 (ASRS)."""
    found = work(on(staff({})), on(hours({**YEAR, "regular": 1_040})))
    assert fte(found, "", Way.HOURS).value == 0.5


@pytest.mark.parametrize(("way", "value"), [(Way.HOURS, 1.125), (Way.CAPPED, 1.0)])
def test_nobody_is_above_one_where_it_is_capped(way, value):
    """2,340 ÷ 2,080 = 1.125; capped 1.0."""
    found = work(staff({"kind": "physician"}), hours({**YEAR, "regular": 2_000, "overtime": 240, "leave": 100}))
    assert fte(found, "providers", way).value == value


def test_the_cap_is_a_persons_not_the_sum():
    """1.125 + 0.5 = 1.625; each at most 1.0: 1.5."""
    paid = hours({**YEAR, "regular": 2_340}, {**YEAR, "employee": "E2", "regular": 1_040})
    found = work(staff({}, {}), paid)
    assert fte(found, "", Way.HOURS).value == 1.625
    assert fte(found, "", Way.CAPPED).value == 1.5


def test_hours_agreed_count_for_the_days_worked_here():
    """20 ÷ 40 for 30 of the 90 days from October 3 on: 0.5 × 30 ÷ 90."""
    found = work(staff({"weekly_hours": 20, "left": "2026-11-01"}), hours(), window=90)
    assert fte(found, "", Way.AGREED).value == pytest.approx(0.5 / 3)
    assert fte(found, "", Way.HOURS).notes[0].startswith("Of 1 of 1 people payroll has no hours")


def test_pay_periods_count_where_they_end():
    """Two weeks of 80 hours end in the window, one before it and one after: 160 ÷ 160."""
    paid = hours(*({"period_begin": None, "period_end": day, "regular": 80} for day in
                   ("2026-05-29", "2026-06-12", "2026-06-26", "2026-07-10")))  # fmt: skip
    found = work(staff({}), paid, date(2026, 6, 30), 30)
    assert fte(found, "", Way.HOURS).value == 1
    assert found.spans[0].first == date(2026, 5, 30)
    assert fte(found, "", Way.HOURS).notes == [
        "The last pay period ends on 06/26/2026; the days after it do not count."
    ]


def test_a_pay_period_that_ends_on_the_windows_first_or_last_day_counts():
    paid = hours({"period_end": "2026-06-02", "regular": 8}, {"period_end": "2026-06-30", "regular": 16})
    assert work(staff({}), paid, date(2026, 6, 30), 29).hours(work(staff({}), paid).everybody).paid == 24
    assert work(staff({}), paid, date(2026, 6, 29), 27).hours(work(staff({}), paid).everybody).paid == 0


def test_what_full_time_is_stands_on_thresholds():
    """36 hours a week: 1,872 a year."""
    found = work(staff({}), hours({**YEAR, "regular": 1_872}))
    assert found.paid.full_time(Fraction(36)) == 1_872


@every_kind
def test_staff_ratio(on):
    """12 FTE of staff ÷ 2.6 of providers = 4.62."""
    people = [*many(12), {"kind": "physician"}, {"kind": "physician"}, {"kind": "advanced practice"}]
    paid = [{**YEAR, "employee": f"E{place}", "regular": 2_080} for place in range(1, 15)]
    paid += [{**YEAR, "employee": "E15", "regular": 1_248}]
    found = work(on(staff(*people)), on(hours(*paid)))
    assert staff_ratio(found, "support", Per.PROVIDER).value == pytest.approx(4.6154, abs=5e-5)
    assert staff_ratio(found, "support", Per.PHYSICIAN).value == 6
    assert provider_fte(found) == 2.6


def test_providers_are_capped_and_staff_is_not():
    """Staff 1.25 FTE, a physician at 1.5 counts 1.0."""
    paid = hours({**YEAR, "regular": 2_600}, {**YEAR, "employee": "E2", "regular": 3_120})
    assert staff_ratio(work(staff({}, {"kind": "physician"}), paid), "support", Per.PROVIDER).value == 1.25


def test_no_provider_is_no_ratio():
    with pytest.raises(NoData):
        staff_ratio(work(staff({}), hours({**YEAR, "regular": 8})), "support", Per.PROVIDER)
    only_advanced = work(staff({"kind": "advanced practice", "weekly_hours": 40}), hours())
    with pytest.raises(NoData):
        staff_ratio(only_advanced, "support", Per.PHYSICIAN)


@every_kind
def test_overtime_is_of_hours_worked(on):
    """(6 + 2) ÷ (152 + 6 + 2) = 5%; the 40 hours of leave were not worked."""
    paid = hours({"regular": 152, "overtime": 6, "double_time": 2, "leave": 40})
    found = work(on(staff({})), on(paid), date(2026, 6, 30), 90)
    assert overtime_rate(found, "").value == 0.05


def test_overtime_of_no_hours():
    with pytest.raises(NoData):
        overtime_rate(work(staff({}), hours({"leave": 8})), "")


def test_words_for_people():
    people = staff({"role": "Biller", "kind": "business office", "department": "North"}, {}, {"kind": "physician"})
    found = work(people, hours())
    counted = {who: fte(found, who, Way.HOURS).parts[0].value for who in
               ("", "support", "Providers", "office", "front office", "biller", "NORTH", "ancillary")}  # fmt: skip
    assert list(counted.values()) == [3, 2, 1, 2, 1, 1, 1, 0]
    with pytest.raises(BadArgument, match="do you mean Biller"):
        fte(found, "bilers", Way.HOURS)


def test_hours_of_nobody_on_staff_are_told():
    found = work(staff({}), hours({"employee": "Z9", "regular": 8}, {"regular": 8}))
    assert fte(found, "", Way.HOURS).left_out[0].reason == "employees of Hours who are not on Staff (Z9)"
    assert work(staff({}), hours({"regular": 8})).left_out == ()


def test_nobody_here_yet():
    with pytest.raises(NoData):
        work(staff({"hired": "2027-01-01"}), hours())
    with pytest.raises(NoData):
        work(staff({"left": "2025-12-31"}), hours())
    assert work(staff({"left": "2026-01-01"}), hours()).everybody


def test_by_role_adds_up():
    """1,040 and 520 hours of 2,080: 0.5 and 0.25, together 0.75; a physician at 0.5: 1.0, 0.5 and 1.5 each."""
    people = staff({"role": "Biller", "kind": "business office"}, {}, {"role": "Physician", "kind": "physician"})
    paid = hours(*({**YEAR, "employee": f"E{place}", "regular": amount} for place, amount in
                   ((1, 1_040), (2, 520), (3, 1_040))))  # fmt: skip
    rows = {row[0]: row for row in staff_by(work(people, paid), By.ROLE).body}
    assert [rows[name][2] for name in ("Biller", "Front desk", "Total")] == [0.5, 0.25, 1.25]
    assert [rows[name][4] for name in ("Biller", "Front desk", "Physician", "Total")] == [1.0, 0.5, None, 1.5]
