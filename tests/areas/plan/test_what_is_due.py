"""Actions, reviews, contracts, evaluations and meetings of the plan."""

from datetime import date, time
from fractions import Fraction

import pytest
from icalendar import Calendar
from practice_frames import frame

from medoffice_xl.areas.plan.actions_due import actions_due
from medoffice_xl.areas.plan.evaluations import candidates, evaluation, undecided
from medoffice_xl.areas.plan.invitations import as_invitations, meetings, read_time
from medoffice_xl.areas.plan.reviews_due import due_days, reviews_due, term_end
from medoffice_xl.areas.plan.tables import ACTIONS, EVALUATIONS, MEETINGS, POLICIES, SERVICES
from medoffice_xl.errors import BadArgument, NoData, OutOfRange

JUNE_30 = date(2026, 6, 30)


def action(due, **more):
    return {"action": f"by {due}", "owner": "Ana", "due": due, **more}


def test_actions_first_due_first_with_the_days_they_are_overdue():
    rows = frame(ACTIONS, action("2026-07-30"), action("2026-06-30"), action("2026-06-20"), action("2026-07-31"))
    found = actions_due(rows, JUNE_30, 30).body
    assert [(row[3], row[4], row[5]) for row in found] == [
        (date(2026, 6, 20), 10, "overdue"), (date(2026, 6, 30), 0, "due today"), (date(2026, 7, 30), 0, "open")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "counts"),
    [({"done": "2026-06-30"}, False), ({"done": "2026-07-01"}, True), ({"agreed": "2026-07-01"}, False),
     ({"agreed": "2026-06-30"}, True)],
)  # fmt: skip
def test_what_was_done_or_agreed_later_is_not_known_yet(more, counts):
    rows = frame(ACTIONS, action("2026-06-20", **more))
    if counts:
        assert len(actions_due(rows, JUNE_30).body) == 1
    else:
        with pytest.raises(NoData, match="No action is due"):
            actions_due(rows, JUNE_30)


def test_days_ahead_that_make_no_sense():
    with pytest.raises(OutOfRange):
        actions_due(frame(ACTIONS), JUNE_30, -1)
    with pytest.raises(OutOfRange):
        reviews_due(None, None, JUNE_30, 3_661)


def service(**more):
    return frame(SERVICES, {"service": "Insurance", "kind": "insurance", "cost": 1_200, "renewal": "none", **more})


def test_a_contract_with_its_end_and_notice_day():
    found = due_days(None, service(ends="2026-08-29", notice_days=30), JUNE_30)
    assert [(each.day, each.todo, each.cost) for each in found] == [
        (date(2026, 7, 30), "Decide: keep, or give notice", 120_000),
        (date(2026, 8, 29), "Contract ends: renew it", 120_000),
    ]


@pytest.mark.parametrize(
    ("end", "day", "runs_to"),
    [("2026-06-30", JUNE_30, "2026-06-30"), ("2026-06-29", JUNE_30, "2027-06-29"),
     ("2024-02-29", JUNE_30, "2027-02-28"), ("2020-07-01", JUNE_30, "2026-07-01")],
)  # fmt: skip
def test_a_contract_that_renews_by_itself_ends_again_each_year(end, day, runs_to):
    assert term_end(date.fromisoformat(end), day) == date.fromisoformat(runs_to)


@pytest.mark.parametrize(("ahead", "shown"), [(29, 0), (30, 1), (31, 1)])
def test_how_far_ahead_is_looked(ahead, shown):
    services = service(ends="2026-07-30")
    if shown:
        assert len(reviews_due(None, services, JUNE_30, ahead).body) == shown
    else:
        with pytest.raises(NoData, match="Nothing is to be reviewed"):
            reviews_due(None, services, JUNE_30, ahead)


def test_a_policy_stays_until_its_next_review_is_typed():
    policies = frame(POLICIES, {"policy": "Overtime", "kind": "procedure", "owner": "Ana", "next_review": "2026-01-31"})
    (row,) = reviews_due(policies, None, JUNE_30).body
    assert row == ("Overtime", "procedure", date(2026, 1, 31), -150, "Review it", None, "Ana")


def scores(*rows):
    names = ("candidate", "criterion", "weight", "score", "decision", "decided")
    return frame(
        EVALUATIONS,
        *(
            {"topic": "System", **{name: value for name, value in zip(names, row, strict=False) if value is not None}}
            for row in rows
        ),
    )


TWO = (("A", "fit", 0.6, 8), ("A", "cost", 0.4, 5), ("B", "fit", 0.6, 6), ("B", "cost", 0.4, 9))


def test_the_weighted_score():
    # A: 0.6 × 8 + 0.4 × 5 = 6.8; B: 0.6 × 6 + 0.4 × 9 = 7.2.
    found = candidates(scores(*TWO), JUNE_30)
    assert [(each.name, each.score, each.rank) for each in found] == [
        ("B", Fraction("7.2"), 1), ("A", Fraction("6.8"), 2)
    ]  # fmt: skip


def test_weights_need_not_add_up():
    rows = [(name, criterion, weight * 5, points) for name, criterion, weight, points in TWO]
    assert [each.score for each in candidates(scores(*rows), JUNE_30)] == [Fraction("7.2"), Fraction("6.8")]


def test_equal_scores_share_a_rank():
    rows = (("A", "fit", 1, 5), ("B", "fit", 1, 5), ("C", "fit", 1, 4))
    assert [(each.name, each.rank) for each in candidates(scores(*rows), JUNE_30)] == [("A", 1), ("B", 1), ("C", 3)]


def test_one_that_is_not_judged_by_all_criteria_has_no_score():
    body = evaluation(scores(*TWO[:3], ("B", "cost", 0.4, None)), JUNE_30).body
    assert body == [("System", "A", 6.8, 1, 2, 2, "open"), ("System", "B", None, None, 1, 2, "open")]


def test_what_waits_for_a_decision():
    assert [each.name for each in undecided(scores(*TWO), JUNE_30)] == ["B"]
    assert undecided(scores(*TWO[:3], ("B", "cost", 0.4, None)), JUNE_30) == []


@pytest.mark.parametrize(("decided", "waits"), [("2026-06-30", False), ("2026-07-01", True)])
def test_a_decision_counts_from_its_day(decided, waits):
    rows = (*TWO[:3], ("B", "cost", 0.4, 9, "chosen", decided))
    assert bool(undecided(scores(*rows), JUNE_30)) is waits


@pytest.mark.parametrize(
    ("text", "hour"),
    [("07:30", time(7, 30)), ("7:30", time(7, 30)), ("12:15 PM", time(12, 15)), ("12:15 am", time(0, 15)),
     ("1:00 p.m.", time(13, 0)), ("23:59", time(23, 59)), ("", None), ("07:30:00", time(7, 30))],
)  # fmt: skip
def test_hours_as_they_are_typed(text, hour):
    assert read_time(text, "x") == hour


@pytest.mark.parametrize("text", ["24:00", "7:60", "noon", "13:00 pm", "0:10 am", "7"])
def test_an_hour_that_is_none_is_told(text):
    with pytest.raises(BadArgument, match="is no hour"):
        read_time(text, "Physicians")


def test_invitations_are_a_calendar_that_reads_back():
    rows = frame(
        MEETINGS,
        {"meeting": "Physicians", "kind": "physicians", "meeting_day": "2026-07-09", "starts": "7:30 AM",
         "minutes_long": 45, "place": "Room 2", "people": "lee@example.org; Dr. Able", "topics": "A/R; Insurance"},
        {"meeting": "Staff", "kind": "staff", "meeting_day": "2026-07-16"},
    )  # fmt: skip
    found = meetings(rows)
    made = as_invitations(found, JUNE_30)
    assert made == as_invitations(found, JUNE_30)
    first, second = Calendar.from_ical(made).walk("VEVENT")
    assert (first["DTSTART"].dt.isoformat(), first["DTEND"].dt.isoformat()) == (
        "2026-07-09T07:30:00", "2026-07-09T08:15:00"
    )  # fmt: skip
    assert (first["LOCATION"], first["ATTENDEE"]) == ("Room 2", "mailto:lee@example.org")
    assert first["DESCRIPTION"] == "A/R\nInsurance\nInvited: lee@example.org, Dr. Able"
    assert second["DTSTART"].dt == date(2026, 7, 16)
    assert first["UID"] != second["UID"]
