"""What needs a decision: what each area says of its own work, and what the plan itself waits for."""

from datetime import date, timedelta

from medoffice_xl.area import decisions
from medoffice_xl.areas.plan.evaluations import undecided
from medoffice_xl.areas.plan.reviews_due import ENDS, NOTICE, due_days
from medoffice_xl.areas.plan.thresholds import TOLD_AHEAD
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.errors import NoData
from medoffice_xl.headlines import Decision, Decisions, Terms
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.sets import Tables

DEFINITION = Definition(
    "What needs a decision",
    "contracts whose notice day or end is near, evaluations that are scored and not decided, and what other areas say "
    "waits for somebody's word; by day, then by dollars",
    "The areas' own; how far ahead is a row of Thresholds",
)
COLUMNS = (
    BreakdownColumn("Decision", Unit.TEXT),
    BreakdownColumn("By", Unit.DATE),
    BreakdownColumn("Dollars", Unit.MONEY),
    BreakdownColumn("Who", Unit.TEXT),
    BreakdownColumn("Why", Unit.TEXT),
    BreakdownColumn("See", Unit.TEXT),
)
SHEET = "Plan"
READS = ("services", "policies", "evaluations", "thresholds")


def to_decide(tables: Tables, as_of: date, terms: Terms) -> Breakdown:
    """Every decision that waits, the first due first. Raises NoData where none does."""
    found = waiting(tables, as_of, terms)
    if not found:
        raise NoData("Nothing waits for a decision.")
    return Breakdown(
        columns=COLUMNS,
        body=[(each.what, each.by, each.cents, each.who, each.why, each.sheet) for each in found],
        definition=DEFINITION,
        parts=[Part("As of", as_of, Unit.DATE)],
        rows_used=len(found),
    )


def waiting(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    """What all areas say waits for a decision: what has a day first, by it, then by dollars."""
    found = [each for area in decisions() for each in area.at(tables.narrowed(area.uses), as_of, terms)]
    return sorted(found, key=lambda each: (each.by or date.max, -abs(each.cents or 0), each.what))


def _of_plan(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    ahead = limits_on(as_of, tables).whole(TOLD_AHEAD)
    until = as_of + timedelta(days=ahead)
    found = []
    for due in due_days(None, tables.get("services"), as_of):
        if due.todo in (NOTICE, ENDS) and as_of <= due.day <= until:
            what = f"Renew {due.what}, or change" if due.todo == ENDS else f"Keep {due.what}, or give notice"
            why = "the contract ends on this day" if due.todo == ENDS else "notice is to be given by this day"
            why = f"{due.provider}: {why}" if due.provider else why.capitalize()
            found.append(Decision(what, due.cost, due.day, due.owner, why, SHEET))
    evaluations = tables.get("evaluations")
    for best in [] if evaluations is None else undecided(evaluations, as_of):
        points = f"{float(best.score or 0):.2f}"
        found.append(
            Decision(f"Choose: {best.topic}", None, None, "", f"{best.name} scores best with {points} of 10", SHEET)
        )
    return found


OF_PLAN = Decisions(READS, _of_plan)
