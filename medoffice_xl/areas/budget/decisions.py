"""A budget that suffers, or is to be watched, asks the physicians for a decision."""

from datetime import date

from medoffice_xl.areas.budget import payroll_parts
from medoffice_xl.areas.budget.alert_states import State
from medoffice_xl.areas.budget.books import NEEDS, USES, budget_books
from medoffice_xl.areas.budget.budget_alert import alert, verdict
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.errors import NoData
from medoffice_xl.headlines import Decision, Decisions, Terms
from medoffice_xl.sets import Tables

SHEET = "Budget"
READS = (*NEEDS, *USES, *payroll_parts.USES, "cash", "costs", "payers", "appointments", "appointment_statuses",
         "sessions", "thresholds")  # fmt: skip


def _decisions(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    if not all(tables.has_rows(name) for name in NEEDS):
        return []
    try:
        found = alert(budget_books(tables, as_of), tables, terms.year_start, limits_on(as_of, tables))
    except NoData:
        return []
    if found.standing.state not in (State.SUFFERS, State.WATCH):
        return []
    return [Decision("What to do about the budget", -found.shortfall, None, "", verdict(found), SHEET)]


DECISIONS = Decisions(READS, _decisions)
