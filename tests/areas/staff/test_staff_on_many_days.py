"""Staff and hours that are asked for many days are read once, and answer each day as if it were asked alone."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from practice_frames import frame
from staff_frames import hours, staff

from medoffice_xl.areas.staff.paid_hours import paid_hours
from medoffice_xl.areas.staff.people import people
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables.thresholds import THRESHOLDS, Threshold

FIRST = date(2026, 6, 1)
DAYS = [FIRST + timedelta(days=place) for place in range(-2, 9)]
some_day = st.sampled_from([day.isoformat() for day in DAYS])
maybe_day = st.none() | some_day
LIMIT = Threshold("A limit of this test", "5", "days", "It is raised to 7 from the first of June on.")


def or_none(figure, *asked):
    try:
        return figure(*asked)
    except NoData:
        return None


@settings(max_examples=25, deadline=None)
@given(st.lists(st.fixed_dictionaries({"employee": st.sampled_from("ABC"), "hired": some_day, "left": maybe_day}),
                min_size=1, max_size=4))  # fmt: skip
def test_people_of_each_day(rows):
    kept = unchanging(staff(*rows))
    for day in DAYS:
        by_then = [{**row, "left": row["left"] if (row["left"] or "9") <= day.isoformat() else None} for row in rows]
        known = [row for row in by_then if row["hired"] <= day.isoformat()]
        expected = or_none(people, staff(*known), day) if known else None
        assert or_none(people, kept, day) == expected


@settings(max_examples=25, deadline=None)
@given(st.lists(st.fixed_dictionaries({"employee": st.sampled_from("AB"), "period_begin": maybe_day,
                                       "period_end": some_day, "regular": st.sampled_from([0.1, 7.5, 8])}),
                min_size=1, max_size=5))  # fmt: skip
def test_hours_of_each_span(rows):
    kept = unchanging(hours(*rows))
    for last in DAYS:
        over = Period(FIRST, max(FIRST, last))
        assert paid_hours(kept, over) == paid_hours(hours(*rows), over)


def test_limits_of_each_day():
    rows = unchanging(frame(THRESHOLDS, {"name": LIMIT.name, "value": 7, "since": FIRST.isoformat()}))
    tables = Tables.of({THRESHOLDS.name: rows})
    assert [limits_on(day, tables).whole(LIMIT) for day in DAYS[:4]] == [5, 5, 7, 7]
    assert limits_on(FIRST, Tables.of({})).whole(LIMIT) == 5
