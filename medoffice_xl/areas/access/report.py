"""Access, row by row: what is to be asked about, who misses again and again, and what was never charged."""

from collections.abc import Sequence

import pandas as pd

from medoffice_xl.areas.access.no_shows import no_show_rate
from medoffice_xl.areas.access.not_counted import not_counted
from medoffice_xl.areas.access.schedule import Schedule, schedule
from medoffice_xl.areas.access.uncharged import uncharged_visits
from medoffice_xl.contracts.thresholds import InForce, limits_on
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.measure import Value
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import count, day, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.practice import Practice, tables_of
from medoffice_xl.reports.rows import counted, plain_rows
from medoffice_xl.sets import Tables
from medoffice_xl.tables.appointments import Outcome
from medoffice_xl.tables.thresholds import Threshold

SHEET = "Access lists"
DAYS = 365
REPEATS = Threshold(
    "No-shows of one patient", "3", "times",
    "A patient who missed so many appointments in a year is listed: to be called before the next one, or booked "
    "otherwise.",
)  # fmt: skip


def access_lists(practice: Practice) -> Page:
    """The report on the year's appointments."""
    tables, as_of = tables_of(practice), practice.as_of
    return build(tables, days_up_to(as_of, DAYS), limits_on(as_of, tables))


def build(tables: Tables, period: Period, judged: InForce) -> Page:
    """The report on the appointments of a period, as of its last day."""
    found = schedule(tables, period.last)
    of = found.within(period)
    again = repeaters(of, judged)
    lost = _uncharged(found, tables, period, judged)
    missing = of.rows[of.rows["outcome"] == Outcome.MISSING]
    return report_page(
        sheet=SHEET,
        title="Appointments to be asked about",
        subtitle=f"Appointments from {period}",
        verdict=_verdict(of, period, len(missing), len(lost)),
        sections=(_kinds(found, period), _missing(missing), _repeaters(again), _lost(lost)),
        notes=(
            "Accounts stand here, no names. What a status is taken as stands on Appointment statuses, limits on "
            "Thresholds.",
        ),
    )


def _verdict(of: Schedule, period: Period, missing: int, lost: int) -> str:
    try:
        rate = f"{no_show_rate(of, period).value:.1%} of the appointments were missed; "
    except NoData:
        rate = ""
    return (
        f"{rate}{counted(missing, 'appointment has', 'appointments have')} no status although the day is over; "
        f"{counted(lost, 'kept visit was', 'kept visits were')} never charged."
    )


def repeaters(of: Schedule, judged: InForce) -> pd.DataFrame:
    """Accounts that missed as many appointments as the threshold says, the most first: account, times, last."""
    missed = of.rows[(of.rows["outcome"] == Outcome.NO_SHOW) & (of.rows["patient_acct"] != "")]
    each = missed.groupby("patient_acct", as_index=False).agg(times=("day", "size"), last=("day", "max"))
    often = each[each["times"] >= judged.whole(REPEATS)]
    return often.sort_values(["times", "patient_acct"], ascending=[False, True], kind="stable")


def _uncharged(found: Schedule, tables: Tables, period: Period, judged: InForce) -> Sequence[Sequence[Value]]:
    charges = tables.rows_if_there("charges")
    try:
        return [] if charges is None else uncharged_visits(found, charges, period, judged).body
    except NoData:
        return []


def _kinds(found: Schedule, period: Period) -> Listing:
    return section(
        heading="What is not known of appointments",
        columns=(text("What", 44), count("Appointments"), text("Counted as", 14), text("What to do", 70)),
        rows=not_counted(found, period).body,
        empty="Every outcome is known.",
    )


def _missing(rows: pd.DataFrame) -> Listing:
    return section(
        heading="The day is over, and nobody says what became of it",
        columns=(day("Day", 12), text("Starts", 8), text("Provider", 22), text("Account", 14), text("Type", 20),
                 text("Status", 18)),
        rows=plain_rows(rows, ["day", "starts", "provider", "patient_acct", "type", "status"]),
        empty="None.",
    )  # fmt: skip


def _repeaters(rows: pd.DataFrame) -> Listing:
    return section(
        heading="Who missed appointments again and again",
        columns=(text("Account", 14), count("Missed"), day("Last", 12)),
        rows=plain_rows(rows, ["patient_acct", "times", "last"]),
        empty="Nobody did.",
    )


def _lost(rows: Sequence[Sequence[Value]]) -> Listing:
    return section(
        heading="Kept, and never charged",
        columns=(day("Day", 12), text("Provider", 22), text("Account", 14), text("Visit type", 20), count("Days ago")),
        rows=rows,
        empty="Every kept visit is charged, as far as accounts tell.",
    )
