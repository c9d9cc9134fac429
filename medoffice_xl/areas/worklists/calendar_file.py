"""The days by which claims are to be filed, appealed or looked at again, as a calendar file."""

from collections.abc import Iterable

from medoffice_xl.areas.worklists.ar_worklist import Claim, claims, of_lanes, worklist
from medoffice_xl.areas.worklists.rank import TO_WORK, Lane
from medoffice_xl.errors import NoData
from medoffice_xl.money import show
from medoffice_xl.reports.calendar_days import DueDay, as_calendar
from medoffice_xl.reports.practice import Practice, tables_of

NAME = "Claim deadlines"


def deadlines(practice: Practice) -> bytes:
    """The calendar file of the practice's claims. Raises NoData where no claim has a day."""
    days = due_days(claims(of_lanes(worklist(tables_of(practice), practice.as_of), *TO_WORK, Lane.WAITING)))
    if not days:
        raise NoData("No claim that is worth its minutes has a deadline or a follow-up day.")
    return as_calendar(days, practice.as_of, NAME, "Worklists")


def due_days(worked: Iterable[Claim]) -> list[DueDay]:
    """The last business days to work claims that have a deadline, and the follow-up days."""
    found = []
    for one in worked:
        named = f"{one.payer} {one.claim_id}: {one.cause}, {show(one.expected)}"
        if one.work_by is not None and one.lapses is not None:
            found.append(DueDay(one.work_by, f"{named}; lapses {one.lapses:%m/%d/%Y}", f"lapses|{one.claim_id}"))
        if one.follow_up is not None:
            found.append(DueDay(one.follow_up, f"Look again: {named}", f"follow up|{one.claim_id}"))
    return sorted(found)
