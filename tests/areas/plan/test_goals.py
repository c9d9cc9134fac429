"""Goals against the straight line."""

from datetime import date
from fractions import Fraction

import pytest
from practice_frames import frame

from medoffice_xl.areas.plan.board import Line
from medoffice_xl.areas.plan.goals import Goal, Status, goal_status, standings, targets
from medoffice_xl.areas.plan.tables import GOALS
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.headlines import Headline
from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import HIGHER, LOWER
from medoffice_xl.tables.thresholds import THRESHOLDS

START, DAY_90, DUE = date(2026, 1, 1), date(2026, 4, 1), date(2026, 6, 30)
LIMITS = Thresholds().on(DAY_90)


def goal(better=LOWER, baseline=42, target=35):
    return Goal("Days down", "Days in A/R", Unit.DAYS, better, Fraction(baseline), START, Fraction(target), DUE)


def figure(name="Days in A/R", unit=Unit.DAYS, better=LOWER):
    return Headline(name, "", unit, better, "", lambda *_: [], ())


def line(value, *given):
    return Line(figure(*given), [DAY_90], [value])


def typed(**more):
    row = {"goal": "Days down", "figure": "Days in A/R", "baseline": 42, "start": "2026-01-01", "target": 35,
           "due": "2026-06-30", **more}  # fmt: skip
    return frame(GOALS, row)


def test_42_to_35_in_180_days_is_at_38_5_on_day_90():
    assert (DUE - START).days == 180
    assert goal().line(DAY_90) == Fraction("38.5")


@pytest.mark.parametrize(
    ("now", "status"),
    [
        (38.0, Status.ON_TRACK), (38.5, Status.ON_TRACK), (38.51, Status.AT_RISK), (39.1, Status.AT_RISK),
        (39.2, Status.AT_RISK),  # 38.5 + a tenth of 42 − 35
        (39.21, Status.OFF), (39.3, Status.OFF), (None, Status.NO_DATA),
    ],
)  # fmt: skip
def test_how_it_stands(now, status):
    assert goal().status(now, DAY_90, LIMITS) is status


@pytest.mark.parametrize(("now", "status"), [(85, Status.ON_TRACK), (84, Status.AT_RISK), (83, Status.OFF)])
def test_where_more_is_better(now, status):
    # From 80 to 90: 85 on day 90; a tenth of the way is 1.
    assert goal(HIGHER, 80, 90).status(now, DAY_90, LIMITS) is status


def test_the_line_stays_at_its_ends():
    assert goal().line(date(2025, 12, 1)) == 42
    assert goal().line(date(2027, 1, 1)) == 35


@pytest.mark.parametrize(
    ("day", "now", "status"),
    [
        ("2025-12-31", 35, Status.NOT_BEGUN), ("2026-01-01", 42, Status.ON_TRACK), ("2026-06-29", 35.7, Status.AT_RISK),
        ("2026-06-30", 35, Status.REACHED), ("2026-06-30", 35.01, Status.MISSED), ("2026-08-01", 36, Status.MISSED),
    ],
)  # fmt: skip
def test_before_its_first_and_from_its_last_day_on(day, now, status):
    assert goal().status(now, date.fromisoformat(day), LIMITS) is status


def test_the_share_at_risk_is_a_row_of_thresholds():
    rows = frame(THRESHOLDS, {"name": "Goal: at risk within", "value": 0.2, "unit": "%", "effective": "2026-01-01"})
    assert goal().status(39.9, DAY_90, Thresholds(rows).on(DAY_90)) is Status.AT_RISK  # 38.5 + 1.4
    assert goal().status(39.91, DAY_90, Thresholds(rows).on(DAY_90)) is Status.OFF


def test_a_goal_that_keeps_what_it_has():
    kept = goal(LOWER, 40, 40)
    assert kept.status(40, DAY_90, LIMITS) is Status.ON_TRACK
    assert kept.status(40.01, DAY_90, LIMITS) is Status.OFF


def test_the_row_says_all_of_it():
    (row,) = goal_status(typed(owner="Ana"), [line(39.1)], DAY_90, LIMITS).body
    assert row == (
        "Days down", "Days in A/R", "42 days", "39.1 days", "38.5 days", "35 days", DUE, "at risk", "Ana",
        "90 days left.",
    )  # fmt: skip


def test_dollars_are_typed_as_dollars():
    goals = typed(figure="Payments", baseline=10_000, target=20_000)
    (found,) = standings(goals, [line(1_600_000, "Payments", Unit.MONEY, HIGHER)], DAY_90, LIMITS)
    assert found.status is Status.ON_TRACK  # $16,000 where $15,000 are wanted


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"figure": "Days in AR"}, "There is no figure “Days in AR”. Did you mean Days in A/R?"),
        ({"baseline": None}, "Type Begun at."),
        ({"due": None, "target": None}, "Type Target and Reach by."),
        ({"start": "2026-06-30"}, "Begun on must be before Reach by."),
    ],
)
def test_a_goal_that_cannot_be_told_says_what_to_type(more, says):
    goals = typed()
    for name, value in more.items():
        goals[name] = frame(GOALS, {"goal": "x", **{name: value}})[name] if value is not None else None
    goals = goals.astype(frame(GOALS).dtypes)
    (row,) = goal_status(goals, [line(39.1)], DAY_90, LIMITS).body
    assert (row[7], row[9]) == ("no data", says)


def test_those_that_need_somebody_stand_first():
    goals = frame(
        GOALS,
        *(
            {"goal": name, "figure": "Days in A/R", "baseline": 42, "start": "2026-01-01", "target": target,
             "due": "2026-06-30"}
            for name, target in (("easy", 41), ("near", 35.5), ("far", 30))
        ),
    )  # fmt: skip
    # On day 90 the lines are at 41.5, 38.75 and 36; a tenth of the ways is 0.1, 0.65 and 1.2.
    found = standings(goals, [line(39)], DAY_90, LIMITS)
    assert [(each.goal.name, each.status) for each in found] == [
        ("far", Status.OFF), ("near", Status.AT_RISK), ("easy", Status.ON_TRACK)
    ]  # fmt: skip


def test_without_goals_there_is_nothing_to_tell():
    with pytest.raises(NoData, match="No goal is typed"):
        goal_status(frame(GOALS), [line(39)], DAY_90, LIMITS)


def test_the_boards_target_is_that_of_the_goal_due_next():
    goals = frame(
        GOALS,
        *(
            {"goal": due, "figure": "days in a/r", "target": target, "due": due, "baseline": 1, "start": "2025-01-01"}
            for due, target in (("2026-12-31", 30), ("2026-04-01", 35), ("2026-03-31", 39))
        ),
    )  # fmt: skip
    assert targets(goals, [figure()], DAY_90) == {"Days in A/R": "35 days by 04/01/2026"}
