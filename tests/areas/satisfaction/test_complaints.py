"""Complaints and findings of focus groups, as of a day."""

from datetime import date

import pytest
from practice_frames import frame

from medoffice_xl.areas.satisfaction.complaints import (
    complaint_kinds,
    complaint_list,
    complaints,
    complaints_late,
    complaints_open,
)
from medoffice_xl.areas.satisfaction.focus_findings import focus_findings
from medoffice_xl.areas.satisfaction.tables import COMPLAINTS, FOCUS_GROUPS
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from tests.kinds_of_frame import every_kind

AS_OF = date(2026, 6, 30)
LIMITS = Thresholds().on(AS_OF)
ROWS = (
    {"complaint": "1", "opened": "2026-05-31", "kind": "billing", "account": "A"},
    {"complaint": "2", "opened": "2026-05-30", "kind": "waiting", "account": "B"},
    {"complaint": "3", "opened": "2026-06-01", "kind": "billing", "account": "A", "closed": "2026-06-11"},
    {"complaint": "4", "opened": "2026-06-02", "kind": "billing", "account": "", "closed": "2026-07-01"},
    {"complaint": "5", "opened": "2026-07-01", "kind": "billing", "account": "B"},
    {"complaint": "6", "opened": "2025-05-31", "kind": "staff", "account": "A", "closed": "2025-07-05"},
)


def made(*rows):
    return complaints(frame(COMPLAINTS, *(rows or ROWS)), LIMITS, AS_OF)


@every_kind
def test_what_is_open_on_the_day(on):
    """1, 2 and 4 (answered a day later); 5 comes later. 2 is open 31 days: late. 1 is open 30: not late."""
    found = complaints(on(frame(COMPLAINTS, *ROWS)), LIMITS, AS_OF)
    answer = complaints_open(found)
    assert (answer.value, [part.value for part in answer.parts]) == (3, [1, 31, 5])
    assert complaints_late(found).value == 1
    assert [(row[0], row[2], row[-1]) for row in complaint_list(found).body] == [
        ("2", 31, "late"), ("1", 30, "open"), ("4", 28, "open"),
    ]  # fmt: skip


def test_who_complains_again_within_a_year():
    """1 comes 365 days after 6: again; without an account nobody can say. 366 days are not within."""
    again = {row["complaint"]: bool(row["again"]) for row in made().rows.to_dict("records")}
    assert again == {"6": False, "2": False, "1": True, "3": True, "4": False}
    later = made({"complaint": "1", "opened": "2025-05-30", "account": "A"},
                 {"complaint": "2", "opened": "2026-05-31", "account": "A"})  # fmt: skip
    assert not later.rows["again"].any()


def test_by_kind():
    """Of 365 days that begin on 07/01/2025: 6 was answered in them after 35 days, 3 after 10."""
    found = complaint_kinds(made(), 365)
    assert found.body == [
        ("billing", 3, 2, 1, 10.0, 2), ("waiting", 1, 1, 0, None, 0), ("staff", 0, 0, 1, 35.0, 0),
        ("Total", 4, 3, 2, 22.5, 2),
    ]  # fmt: skip


def test_nothing():
    none = made({"complaint": "5", "opened": "2026-07-01"})
    assert complaints_open(none).value == 0
    for ask in (complaint_list, lambda found: complaint_kinds(found, 365)):
        with pytest.raises(NoData):
            ask(none)


def finding(**more):
    return {"held": "2026-06-01", "theme": "Phone", "finding": "Nobody answers", **more}


@every_kind
def test_overdue_actions_stand_first(on):
    rows = frame(
        FOCUS_GROUPS,
        finding(finding="a", action="x", due="2026-06-30"), finding(finding="b", action="x", due="2026-06-29"),
        finding(finding="c", action="x", due="2026-06-01", done="2026-06-30"), finding(finding="d"),
        finding(finding="e", action="x", done="2026-07-01"), finding(finding="f", held="2026-07-01"),
    )  # fmt: skip
    assert [(row[3], row[-1]) for row in focus_findings(on(rows), AS_OF).body] == [
        ("b", "overdue"), ("a", "to do"), ("e", "to do"), ("d", "no action"), ("c", "done"),
    ]  # fmt: skip


def test_no_finding_by_the_day():
    with pytest.raises(NoData):
        focus_findings(frame(FOCUS_GROUPS, finding(held="2026-07-01")), AS_OF)
