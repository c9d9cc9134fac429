"""C3: numbered tickets that are missing or stand twice, and visits that were kept and never charged."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

import pandas as pd

from medoffice_xl.areas.controls.finding import Check, Finding, Row, known, row_each
from medoffice_xl.areas.controls.tables import TICKETS
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.production.uncharged_visits import DAYS_TO_CHARGE, without_charge
from medoffice_xl.tables import CHARGES

TEST = "C3"
_NUMBER = re.compile(r"(.*?)(\d+)\D*")


def check(
    tickets: Frame | None, charges: Frame | None, visits: Callable[[], pd.DataFrame], as_of: date, judged: InForce
) -> list[Check]:
    """The sequence of tickets, and the visits without a charge. `visits` raises BadArgument where nobody has them."""
    return [_sequence(tickets, as_of), _charged(charges, visits, as_of, judged)]


def _sequence(tickets: Frame | None, as_of: date) -> Check:
    rows = known(tickets, TICKETS, "day", as_of, "ticket", "location")
    title = "Tickets in sequence"
    if rows.empty:
        return Check(TEST, title, not_tested="No tickets are here. List the numbers that came back on Tickets.")
    parts = [_NUMBER.fullmatch(ticket.strip()) for ticket in rows["ticket"]]
    rows = rows.assign(prefix=["" if part is None else part[1].strip().upper() for part in parts],
                       number=[-1 if part is None else int(part[2]) for part in parts])  # fmt: skip
    numbered = rows[rows["number"] >= 0]
    findings = [*_gaps(numbered), *_twice(numbered), *_unnumbered(rows[rows["number"] < 0])]
    return Check(TEST, title, f"{len(rows):,} tickets", findings)


def _gaps(rows: pd.DataFrame) -> Iterator[Finding]:
    for (location, prefix), own in rows.groupby(["location", "prefix"], sort=True):
        missing = list(gaps(own["number"].tolist()))
        if missing:
            lost = sum(last - first + 1 for first, last in missing)
            where = f" of {location}" if location else ""
            yield Finding(
                f"To look at: {lost:,} ticket{'' if lost == 1 else 's'}{where} missing from the sequence "
                f"{prefix}{own['number'].min()} to {prefix}{own['number'].max()}.",
                0,
                lost,
                "Find the tickets, or mark them voided; a visit may have been seen and never charged.",
                tuple(Row(None, str(location), _span(str(prefix), *span), 0) for span in missing),
            )


def gaps(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last number of each gap between the least and the greatest.

    >>> list(gaps([1001, 1002, 1003, 1005, 1009]))
    [(1004, 1004), (1006, 1008)]
    """
    for before, after in pairwise(sorted({*numbers})):
        if after > before + 1:
            yield before + 1, after - 1


def _span(prefix: str, first: int, last: int) -> str:
    return f"{prefix}{first}" if first == last else f"{prefix}{first} to {prefix}{last}"


def _twice(rows: pd.DataFrame) -> list[Finding]:
    again = rows[rows.duplicated(["location", "prefix", "number"], keep=False)]
    if again.empty:
        return []
    listed = again.sort_values(["location", "prefix", "number"], kind="stable").assign(amount=0)
    what = "To look at: tickets whose number came back more than once."
    to_do = "Compare the slips: one visit may have been charged twice, or a number misread."
    return [Finding(what, 0, len(again), to_do, row_each(listed, "day", "location", "ticket"))]


def _unnumbered(rows: pd.DataFrame) -> list[Finding]:
    if rows.empty:
        return []
    what, to_do = "To look at: tickets without a number; no sequence can be made of them.", "Type their numbers."
    return [Finding(what, 0, len(rows), to_do, row_each(rows.assign(amount=0), "day", "location", "ticket"))]


def _charged(charges: Frame | None, visits: Callable[[], pd.DataFrame], as_of: date, judged: InForce) -> Check:
    title = "Visits kept without a charge"
    try:
        kept = visits()
    except BadArgument:
        why = "Appointments are not here yet; this test begins by itself when they are."
        return Check(TEST, title, not_tested=why)
    except NoData as why:
        return Check(TEST, title, not_tested=str(why))
    if kept.empty:
        return Check(TEST, title, not_tested="No visit was kept by this day, as far as the appointments say.")
    days = judged.whole(DAYS_TO_CHARGE)
    rows = without_charge(kept, known(charges, CHARGES, "post_date", as_of, "patient_acct", "dos"), as_of, days)
    finding = Finding(
        f"To look at: visits kept that have no charge {days} days later.",
        0,
        len(rows),
        "Find the visit's ticket or note, and charge it before its payer's time limit.",
        row_each(rows.assign(amount=0), "dos", "provider", "patient_acct"),
    )
    return Check(TEST, title, f"{len(kept):,} visits kept", [finding] if len(rows) else [])
