"""Accounts that a collections agency has: what was placed, recovered, and kept by the agency as its fee."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

import pandas as pd

from medoffice_xl.areas.patients.owing import books, paid_since, patient_payments
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.sets import Tables
from medoffice_xl.tables.patient_accounts import PLACEMENTS

DEFINITION = Definition(
    "Placements by agency",
    "recovered: what patients paid from the placement to the day before it was taken back, for services up to it; fee: "
    "the agency's share of that, rounded half up for each account; rate: recovered ÷ placed",
    "MGMA Stat 12/06/2022: agencies usually recover 10 to 20% of what is owed",
)

COLUMNS = (
    BreakdownColumn("Agency", Unit.TEXT),
    BreakdownColumn("Accounts", Unit.COUNT),
    BreakdownColumn("With the agency", Unit.COUNT),
    BreakdownColumn("Placed", Unit.MONEY),
    BreakdownColumn("Recovered", Unit.MONEY),
    BreakdownColumn("Fee", Unit.MONEY),
    BreakdownColumn("Left to the practice", Unit.MONEY),
    BreakdownColumn("Recovery rate", Unit.PERCENT),
)


@dataclass(frozen=True, slots=True)
class Placement:
    """A placement on a day, in cents; `is_out` where the agency has the account still."""

    account: str
    agency: str
    placed_on: date
    placed: int
    recovered: int
    fee: int
    is_out: bool


@dataclass(slots=True)
class _Agency:
    placements: list[Placement] = field(default_factory=list)

    def row(self) -> tuple[int | float | None, ...]:
        placed, recovered, fee = (
            sum(getattr(one, name) for one in self.placements) for name in ("placed", "recovered", "fee")
        )
        return (
            len(self.placements), sum(one.is_out for one in self.placements), placed, recovered, fee, recovered - fee,
            recovered / placed if placed else None,
        )  # fmt: skip


def placements_on(tables: Tables, as_of: date) -> list[Placement]:
    """Every placement up to the day, by account, and what came of it by then."""
    rows = tables.get(PLACEMENTS.name)
    if rows is None or rows.empty:
        return []
    day = pd.Timestamp(as_of)
    known = rows[rows["placed_on"] <= day].sort_values(["placed_account", "placed_on"], kind="stable")
    payments = patient_payments(books(tables, as_of))
    payments = payments[payments["account"].isin(known["placed_account"])]
    found = []
    for account, agency, since, placed, fee, back in zip(
        *(known[name] for name in ("placed_account", "agency", "placed_on", "placed_amount", "fee", "recalled_on")),
        strict=True,
    ):
        is_out = pd.isna(back) or back > day
        recovered = paid_since(payments, account, since, day if is_out else back - pd.Timedelta(days=1))
        kept = half_up(recovered * Fraction(str(fee)))
        found.append(Placement(account, agency, since.date(), int(placed), recovered, kept, bool(is_out)))
    return found


def placements_by(tables: Tables, as_of: date) -> Breakdown:
    """What each agency got and brought up to the day, the most placed first; the total last. NoData where none did."""
    found = placements_on(tables, as_of)
    if not found:
        raise NoData("No account was placed with an agency: type them on the sheet Placements.")
    agencies: dict[str, _Agency] = defaultdict(_Agency)
    for one in found:
        agencies[one.agency].placements.append(one)
    named = {name: agency.row() for name, agency in agencies.items()}
    body = [(name, *named[name]) for name in sorted(named, key=lambda name: (-(named[name][2] or 0), name))]
    return Breakdown(
        columns=COLUMNS,
        body=[*body, ("Total", *_Agency(found).row())],
        definition=DEFINITION,
        parts=[Part("As of", as_of, Unit.DATE)],
        rows_used=len(found),
    )
