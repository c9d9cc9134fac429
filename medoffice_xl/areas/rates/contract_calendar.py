"""The contract calendar: when notice is due, contracts end or renew, and agreed increases begin."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import narwhals as nw

from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.tables import CONTRACTS

DEFINITION = Definition(
    "Contract calendar",
    "notice by = the contract's own day, or its end less the notice days; an automatic renewal moves the end on by a "
    "year; a yearly increase begins on each anniversary of the first day",
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


@dataclass(frozen=True, slots=True)
class _Event:
    """One day of a contract."""

    day: date
    payer: str
    contract: str
    what: str
    todo: str


def contract_calendar(contracts: Frame, as_of: date, months: int = 18) -> Breakdown:
    """What falls due in the `months` months after `as_of`, soonest first; a missed notice day of a running term too.

    Rows for single codes are part of their contract and have no events. Raises NoData where no contract is entered or
    nothing falls due.
    """
    if not 1 <= months <= 120:
        raise OutOfRange(f"You asked for {months} months; give 1 to 120.")
    columns = ("payer", "plan", "contract", "codes", "effective", "termination", "notice_date", "renewal")
    rows = take(contracts, CONTRACTS, *columns, "notice_days", "cola")
    scaled = rows.with_columns(
        cola=(nw.col("cola").fill_null(0.0) * 10_000).round(0), notice_days=nw.col("notice_days").fill_null(0)
    )
    found = [row for row in fetch(scaled) if not row["codes"] and row["effective"] is not None]
    if not found:
        raise NoData("No contract is entered. Fill in the table Contracts: payer, first day, last day, notice days.")
    until = _years_on(as_of, months // 12) + timedelta(days=months % 12 * 365 // 12)
    events = [event for row in found for event in _events(row, as_of, until)]
    if not events:
        raise NoData(f"Nothing falls due in the next {months} months. Contracts without a last day have no events.")
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
    payer, contract = row["payer"], row["contract"] or row["plan"]
    end, notice = row["termination"], row["notice_date"]
    automatic = row["renewal"] == "automatic"
    terms = 0
    while automatic and end is not None and end < as_of:
        terms += 1
        end = _years_on(row["termination"], terms)
    if automatic and terms and notice is not None:
        notice = _years_on(row["notice_date"], terms)
    if end is not None and end >= as_of:
        if notice is None and row["notice_days"]:
            notice = end - timedelta(days=row["notice_days"])
        if notice is not None and notice <= until:
            late = notice < as_of
            yield _Event(
                notice,
                payer,
                contract,
                "Notice day passed" if late else "Notice by",
                "Ask the payer whether it still accepts notice."
                if late
                else "Decide: keep, renegotiate or give notice.",
            )
        if end <= until:
            what, todo = (
                ("Renews", "Nothing, unless notice was given.") if automatic else ("Ends", "Agree on new terms.")
            )
            yield _Event(end, payer, contract, what, todo)
    if row["cola"]:
        yield from _increases(row, as_of, until, end)


def _increases(row: dict[str, Any], as_of: date, until: date, end: date | None) -> Iterator[_Event]:
    for years in range(1, until.year - row["effective"].year + 1):
        day = _years_on(row["effective"], years)
        if as_of <= day <= until and (end is None or day <= end or row["renewal"] == "automatic"):
            share = row["cola"] / 10_000
            yield _Event(
                day,
                row["payer"],
                row["contract"] or row["plan"],
                f"Rates rise by {share:.2%}",
                "Enter the new rates, and check that they are paid.",
            )


def _years_on(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
