"""The contract calendar: when notice is due, contracts end or renew, and agreed increases begin."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import count
from typing import Any

import narwhals as nw

from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.calendar_months import months_on, years_on
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.tables import CONTRACTS

DEFINITION = Definition(
    "Contract calendar",
    "notice by = the contract's own day, or its end less the notice days; an automatic renewal moves both on by a "
    "year, again and again; a yearly increase begins on each anniversary of the first day",
    "Rivet Health, contract terms: effective, expiration, renewal, change notice, auto-renewal, COLA",
)

COLUMNS = (
    BreakdownColumn("Payer", Unit.TEXT),
    BreakdownColumn("Contract", Unit.TEXT),
    BreakdownColumn("Date", Unit.DATE),
    BreakdownColumn("Days left", Unit.COUNT),
    BreakdownColumn("What", Unit.TEXT),
    BreakdownColumn("What to do", Unit.TEXT),
)

AUTOMATIC = "automatic"
"""The renewal by which a contract goes on for a year unless notice is given."""

NOTICE_BY = "Notice by"
_IN_TIME = {"what": NOTICE_BY, "todo": "Decide: keep, renegotiate or give notice."}
_LATE = {"what": "Notice day passed", "todo": "Ask the payer whether it still accepts notice."}
_RENEWS = {"what": "Renews", "todo": "Nothing, unless notice was given."}
_ENDS = {"what": "Ends", "todo": "Agree on new terms."}
_ENTER_RATES = "Enter the new rates, and check that they are paid."


@dataclass(frozen=True, slots=True)
class _Event:
    """One day of a contract."""

    day: date
    payer: str
    contract: str
    what: str
    todo: str


def contract_calendar(contracts: Frame, as_of: date, months: int = 18) -> Breakdown:
    """What falls due from `as_of` to the same day `months` months later, soonest first, and a running term's missed
    notice day.

    Both days count. A contract that renews by itself has a notice day and a renewal every year; an open one has its own
    notice day. Rows for certain codes or places are part of their contract and have no events. Raises NoData where no
    contract is entered or nothing falls due.
    """
    if not 1 <= months <= 120:
        raise OutOfRange(f"You asked for {months} months; give 1 to 120.")
    columns = ("payer", "plan", "contract", "codes", "places", "effective", "termination", "notice_date", "renewal")
    rows = take(contracts, CONTRACTS, *columns, "notice_days", "cola")
    scaled = rows.with_columns(
        cola=(nw.col("cola").fill_null(0.0) * 10_000).round(0), notice_days=nw.col("notice_days").fill_null(0)
    )
    found = [row for row in fetch(scaled) if row["effective"] is not None and not row["codes"] and not row["places"]]
    if not found:
        raise NoData("No contract is entered. Fill in the table Contracts: payer, first day, last day, notice days.")
    until = months_on(as_of, months)
    events = [event for row in found for event in _events(row, as_of, until)]
    if not events:
        raise NoData(
            f"Nothing falls due in the next {months} months. A contract without a last day has only its own notice day "
            "and its increases."
        )
    events.sort(key=lambda event: (event.day, event.payer, event.contract, event.what))
    return Breakdown(
        columns=COLUMNS,
        body=[
            (event.payer, event.contract, event.day, (event.day - as_of).days, event.what, event.todo)
            for event in events
        ],
        definition=DEFINITION,
        parts=[Part("From", as_of, Unit.DATE), Part("To", until, Unit.DATE)],
        rows_used=len(found),
    )


def _events(row: dict[str, Any], as_of: date, until: date) -> Iterator[_Event]:
    """The notice day and the end of each term that runs or begins by `until`, and the increases."""
    event = partial(_Event, payer=row["payer"], contract=row["contract"] or row["plan"])
    for notice, end in _terms(row, until):
        if end is not None and end < as_of:
            continue
        if notice is not None and notice <= until:
            yield event(day=notice, **_LATE if notice < as_of else _IN_TIME)
        if end is not None and end <= until:
            yield event(day=end, **_RENEWS if row["renewal"] == AUTOMATIC else _ENDS)
    for day in _anniversaries(row, as_of, until):
        yield event(day=day, what=f"Rates rise by {row['cola'] / 10_000:.2%}", todo=_ENTER_RATES)


def _terms(row: dict[str, Any], until: date) -> Iterator[tuple[date | None, date | None]]:
    """Notice day and last day of the contract's term, and of each further one with either of them by `until`."""
    first = row["termination"]
    yield _notice_day(row, first, 0), first
    if first is None or row["renewal"] != AUTOMATIC:
        return
    for term in count(1):
        end = years_on(first, term)
        notice = _notice_day(row, end, term)
        if min(notice or end, end) > until:
            return
        yield notice, end


def _notice_day(row: dict[str, Any], end: date | None, term: int) -> date | None:
    """The day by which to give notice of a term's end: as typed, moved on with the term, or so many days before it."""
    typed: date | None = row["notice_date"]
    if typed is None:
        return end - timedelta(days=row["notice_days"]) if end is not None and row["notice_days"] else None
    if end is None:
        return typed
    if typed <= row["termination"]:
        return years_on(typed, term)
    # Typed for a later term than the first: the same day of the year, on or before the term's end.
    same_year = years_on(typed, end.year - typed.year)
    return same_year if same_year <= end else years_on(typed, end.year - typed.year - 1)


def _anniversaries(row: dict[str, Any], as_of: date, until: date) -> Iterator[date]:
    """The days from `as_of` to `until` on which an agreed increase begins, while the contract runs."""
    if not row["cola"]:
        return
    last = until if row["termination"] is None or row["renewal"] == AUTOMATIC else min(until, row["termination"])
    for years in range(1, last.year - row["effective"].year + 1):
        day = years_on(row["effective"], years)
        if as_of <= day <= last:
            yield day
