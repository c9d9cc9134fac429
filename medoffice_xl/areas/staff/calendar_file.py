"""The days on which something of the staff's runs out, as a calendar file."""

from medoffice_xl.areas.staff.due_soon import due_days
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.reports.calendar_days import DueDay, as_calendar
from medoffice_xl.reports.practice import Practice

NAME = "Staff due days"


def staff_calendar(practice: Practice) -> bytes:
    """The calendar file of everything that has a last day. Raises NoData where nothing has."""
    judged = Thresholds(practice.table("thresholds") if practice.has("thresholds") else None).on(practice.as_of)
    days = [
        DueDay(due.day, f"{due.what}: {due.name}, {due.role}", f"staff|{due.employee}|{due.what}")
        for due in due_days(practice.table("employees"), practice.as_of, judged)
    ]
    if not days:
        raise NoData("Nobody on the sheet Staff has a day on which something runs out.")
    return as_calendar(days, practice.as_of, NAME, "Staff")
