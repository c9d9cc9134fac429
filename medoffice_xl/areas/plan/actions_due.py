"""Actions that somebody is to do: what is overdue, and what is due next."""

from dataclasses import dataclass
from datetime import date, timedelta

from medoffice_xl.areas.plan.tables import ACTIONS
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit

DEFINITION = Definition(
    "Actions due",
    "actions that are not done by the day: those past due, and those due within so many days of it (that day counts)",
    "Actions: each as a meeting agreed",
)
COLUMNS = (
    BreakdownColumn("Action", Unit.TEXT),
    BreakdownColumn("Agreed at", Unit.TEXT),
    BreakdownColumn("Owner", Unit.TEXT),
    BreakdownColumn("Due", Unit.DATE),
    BreakdownColumn("Days overdue", Unit.COUNT),
    BreakdownColumn("Standing", Unit.TEXT),
)
OVERDUE, TODAY, OPEN = "overdue", "due today", "open"
MOST_DAYS = 3_660


@dataclass(frozen=True, slots=True)
class OpenAction:
    """An action that is not done by the day."""

    action: str
    meeting: str
    owner: str
    due: date

    def overdue(self, as_of: date) -> int:
        """Days since its day; none before it."""
        return max((as_of - self.due).days, 0)

    def standing(self, as_of: date) -> str:
        """Overdue, due today, or open."""
        if self.due < as_of:
            return OVERDUE
        return TODAY if self.due == as_of else OPEN


def actions_due(actions: Frame, as_of: date, days: int = 60) -> Breakdown:
    """Actions past due and those due up to `days` after the day, first due first. Raises NoData where there is none.

    One done later than the day still counts as open on it, one agreed later does not yet.
    """
    if not 0 <= days <= MOST_DAYS:
        raise OutOfRange(f"You asked for {days} days; give 0 to {MOST_DAYS:,}.")
    until = as_of + timedelta(days=days)
    due = [each for each in open_actions(actions, as_of) if each.due <= until]
    if not due:
        raise NoData(f"No action is due up to {until:%m/%d/%Y}.")
    return Breakdown(
        columns=COLUMNS,
        body=[
            (each.action, each.meeting, each.owner, each.due, each.overdue(as_of), each.standing(as_of)) for each in due
        ],
        definition=DEFINITION,
        parts=[
            Part("Overdue", sum(each.due < as_of for each in due), Unit.COUNT),
            Part("Up to", until, Unit.DATE),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len(due),
    )


def open_actions(actions: Frame, as_of: date) -> list[OpenAction]:
    """The actions that were agreed and not done by the day, first due first."""
    rows = fetch(take(actions, ACTIONS, "action", "meeting", "agreed", "owner", "due", "done"))
    found = [
        OpenAction(row["action"], row["meeting"], row["owner"], row["due"])
        for row in rows
        if row["due"] is not None
        and (row["done"] is None or row["done"] > as_of)
        and (row["agreed"] is None or row["agreed"] <= as_of)
    ]
    return sorted(found, key=lambda each: (each.due, each.owner, each.action))
