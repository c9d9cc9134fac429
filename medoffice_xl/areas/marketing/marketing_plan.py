"""The plan: what is to come, what runs, what came of it, against what was expected."""

from collections.abc import Sequence
from datetime import date

from medoffice_xl.areas.marketing.brought import Brought
from medoffice_xl.areas.marketing.campaigns import Campaign, spent
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import until
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit, Value

DEFINITION = Definition(
    "Marketing plan",
    "every campaign with what it is, for whom, what it may cost, what is expected and what came",
    "Campaigns, Registrations",
)
COLUMNS = (
    BreakdownColumn("What", Unit.TEXT),
    BreakdownColumn("Kind", Unit.TEXT),
    BreakdownColumn("For whom", Unit.TEXT),
    BreakdownColumn("From", Unit.DATE),
    BreakdownColumn("To", Unit.DATE),
    BreakdownColumn("Planned spend", Unit.MONEY),
    BreakdownColumn("Spent", Unit.MONEY),
    BreakdownColumn("Expected visits", Unit.COUNT),
    BreakdownColumn("Came", Unit.COUNT),
    BreakdownColumn("Owner", Unit.TEXT),
    BreakdownColumn("State", Unit.TEXT),
    BreakdownColumn("Result", Unit.TEXT),
)
PLANNED, RUNNING, OVER = "planned", "running", "over"
_ORDER = (PLANNED, RUNNING, OVER)


def marketing_plan(here: Brought, every: Sequence[Campaign]) -> Breakdown:
    """Campaigns to come, first to begin first; then those that run; then those that are over, newest first.

    Raises NoData without any.
    """
    if not every:
        raise NoData("No campaign is planned. Type what is to be done on the sheet Campaigns.")
    ordered = sorted(every, key=lambda each: (_ORDER.index(state(each, here.as_of)), _day(each, here.as_of), each.name))
    return Breakdown(COLUMNS, [_row(here, each) for each in ordered], DEFINITION, rows_used=len(every))


def state(campaign: Campaign, as_of: date) -> str:
    """Whether it is still to come, runs on the day, or is over."""
    if campaign.first > as_of:
        return PLANNED
    return RUNNING if campaign.last is None or campaign.last >= as_of else OVER


def _day(campaign: Campaign, as_of: date) -> int:
    first = campaign.first.toordinal()
    return first if campaign.first > as_of else -first


def _row(here: Brought, campaign: Campaign) -> tuple[Value, ...]:
    is_planned = campaign.first > here.as_of
    return (
        campaign.name, campaign.kind, campaign.for_whom, campaign.first, campaign.last, campaign.planned or None,
        None if is_planned else spent([campaign], until(here.as_of)), campaign.expected or None,
        None if is_planned else len(here.by([campaign])), campaign.owner, state(campaign, here.as_of),
        campaign.result,
    )  # fmt: skip
