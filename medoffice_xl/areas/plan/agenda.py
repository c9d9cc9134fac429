"""The agenda of the next meeting, made from what changed, with the minutes' actions that are still open."""

from datetime import date, timedelta

from medoffice_xl.areas.plan.actions_due import open_actions
from medoffice_xl.areas.plan.changes import changed
from medoffice_xl.areas.plan.decisions import waiting
from medoffice_xl.areas.plan.goals import COLUMNS as GOAL_COLUMNS
from medoffice_xl.areas.plan.goals import goal_rows
from medoffice_xl.areas.plan.invitations import Meeting, meetings
from medoffice_xl.areas.plan.reviews_due import due_days
from medoffice_xl.areas.plan.settings import terms_of
from medoffice_xl.areas.plan.tables import PHYSICIANS
from medoffice_xl.areas.plan.thresholds import TOLD_AHEAD
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.errors import NoData
from medoffice_xl.headlines import Terms
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, day, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.practice import Practice, tables_of
from medoffice_xl.reports.rows import counted
from medoffice_xl.sets import Tables

SHEET = "Agenda"
_SHOWN = ("Goal", "Now", "By now", "Target", "Reach by", "Status", "Owner")
_WIDTHS = {"Goal": 34, "Now": 12, "By now": 12, "Target": 12, "Status": 11, "Owner": 16}


def agenda(practice: Practice) -> Page:
    """The agenda of the next meeting: of the physicians with figures and decisions, of the staff with what is theirs.

    The next meeting is the first on or after the practice's day. Raises NoData where none is to come.
    """
    tables, as_of = tables_of(practice), practice.as_of
    coming = [each for each in meetings(tables["meetings"]) if each.day >= as_of]
    if not coming:
        raise NoData(f"No meeting on the sheet Meetings is on {as_of:%m/%d/%Y} or later.")
    following = coming[0]
    late = list(open_actions(tables["actions"], following.day))
    of_physicians = _of_physicians(practice, tables) if following.kind == PHYSICIANS else ()
    overdue = sum(each.due < following.day for each in late)
    starts = f" at {following.starts:%H:%M}" if following.starts else ""
    return report_page(
        sheet=SHEET,
        title=f"Agenda: {following.name}",
        subtitle=f"{following.day:%A, %B} {following.day.day}, {following.day.year}{starts}"
        f"{', ' + following.place if following.place else ''} · figures as of {as_of:%m/%d/%Y}",
        verdict=f"{counted(overdue, 'action', 'actions')} will be overdue; "
        f"{counted(len(following.topics), 'topic', 'topics')} of your own.",
        sections=(
            _topics(following),
            *of_physicians,
            section(
                "Actions that are open",
                (text("Action", 52), text("Owner", 16), day("Due"), count("Days overdue"), text("Agreed at", 26)),
                [(each.action, each.owner, each.due, each.overdue(following.day), each.meeting) for each in late],
            ),
            _reviews(tables, as_of, following),
        ),
        notes=(f"Invited: {', '.join(following.people)}",) if following.people else (),
    )


def _topics(meeting: Meeting) -> Listing:
    rows = [(number, topic) for number, topic in enumerate(meeting.topics, start=1)]
    return section("Topics", (count("No", 5), text("Topic", 70)), rows)


def _of_physicians(practice: Practice, tables: Tables) -> tuple[Listing, ...]:
    """What changed, what is to be decided, and the goals."""
    as_of, terms = practice.as_of, terms_of(practice)
    moved = section(
        "What changed since last month",
        (text("Figure", 24), cents("Dollars"), text("What changed", 44), text("Cause", 50)),
        [(each.figure.name, each.worth.cents, each.worth.words, each.cause) for each in changed(tables, as_of, terms)],
    )
    decide = section(
        "To decide",
        (text("Decision", 44), day("By"), cents("Dollars"), text("Who", 16), text("Why", 50)),
        [(each.what, each.by, each.cents, each.who, each.why) for each in waiting(tables, as_of, terms)],
    )
    return moved, decide, _goals(tables, as_of, terms)


def _goals(tables: Tables, as_of: date, terms: Terms) -> Listing:
    columns = [day(name) if name == "Reach by" else text(name, _WIDTHS[name]) for name in _SHOWN]
    places = [[each.header for each in GOAL_COLUMNS].index(name) for name in _SHOWN]
    rows = goal_rows(tables, as_of, terms)
    return section("Goals", columns, [[row[place] for place in places] for row in rows])


def _reviews(tables: Tables, as_of: date, meeting: Meeting) -> Listing:
    ahead = limits_on(as_of, tables).whole(TOLD_AHEAD)
    until = meeting.day + timedelta(days=ahead)
    found = due_days(tables.get("policies"), tables.get("services"), as_of)
    return section(
        "Reviews and contracts",
        (text("What", 36), day("Due"), text("What to do", 30), text("Owner", 16)),
        [(each.what, each.day, each.todo, each.owner) for each in found if each.day <= until],
    )
