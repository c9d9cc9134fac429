"""The days by which claims are to be filed, appealed or looked at again, as a calendar file."""

from collections.abc import Sequence

from medoffice_xl.areas.worklists.ar_worklist import worklist
from medoffice_xl.areas.worklists.rank import TO_WORK, Lane, Ranked
from medoffice_xl.errors import NoData
from medoffice_xl.money import show
from medoffice_xl.reports.calendar_days import DueDay, as_calendar
from medoffice_xl.reports.practice import Practice, tables_of

NAME = "Claim deadlines"


def deadlines(practice: Practice) -> bytes:
    """The calendar file of the practice's claims. Raises NoData where no claim has a day."""
    days = due_days(worklist(tables_of(practice), practice.as_of))
    if not days:
        raise NoData("No claim that is worth its minutes has a deadline or a follow-up day.")
    return as_calendar(days, practice.as_of, NAME, "Worklists")


def due_days(ranked: Sequence[Ranked]) -> list[DueDay]:
    """The last business days to work claims that have a deadline, and follow-up days, of claims still to be worked."""
    found = []
    for one in ranked:
        item = one.item
        if one.lane not in (*TO_WORK, Lane.WAITING):
            continue
        named = f"{item.payer} {item.claim_id}: {item.cause}, {show(item.expected)}"
        if one.work_by is not None and item.lapses is not None:
            found.append(DueDay(one.work_by, f"{named}; lapses {item.lapses:%m/%d/%Y}", f"lapses|{item.claim_id}"))
        if item.follow_up is not None:
            found.append(DueDay(item.follow_up, f"Look again: {named}", f"follow up|{item.claim_id}"))
    return sorted(found)
