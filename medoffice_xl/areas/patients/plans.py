"""Payment plans: what was due by a day, what was paid of it, and what was missed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import pandas as pd

from medoffice_xl.areas.patients.owing import books, patient_payments
from medoffice_xl.areas.patients.paid_on_plans import paid_on_plans
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import months_on
from medoffice_xl.ledger.ranking import in_order
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit, Value
from medoffice_xl.sets import Tables
from medoffice_xl.tables.patient_accounts import PAYMENT_PLANS
from medoffice_xl.tables.thresholds import Threshold

MISSED_AFTER = Threshold(
    "Instalment missed after", "10", "days",
    "An instalment that is not paid is missed once it is so many days past its day: the account comes back to the "
    "worklist.",
)  # fmt: skip


class Standing(StrEnum):
    """How a plan stands."""

    MISSED = "missed"
    KEPT = "kept"
    PAID = "paid up"


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan on a day, in cents: what was agreed, paid, and is `missed`; the first day missed; the next one due."""

    account: str
    agreed_on: date
    total: int
    paid: int
    due: int
    missed: int
    missed_count: int
    missed_since: date | None
    next_due: date | None

    @property
    def standing(self) -> Standing:
        """How it stands."""
        if self.paid >= self.total:
            return Standing.PAID
        return Standing.MISSED if self.missed else Standing.KEPT


DEFINITION = Definition(
    "Payment plans",
    "instalments due on the same day of each month, the last one the rest; what the patient paid since the agreement, "
    "for services up to it, is taken for them in their order, of several plans for the one agreed on first; "
    "missed: not paid when the threshold Instalment missed after has passed",
    "medoffice_xl's own",
)

COLUMNS = (
    BreakdownColumn("Account", Unit.TEXT),
    BreakdownColumn("Standing", Unit.TEXT),
    BreakdownColumn("Agreed on", Unit.DATE),
    BreakdownColumn("Agreed", Unit.MONEY),
    BreakdownColumn("Paid", Unit.MONEY),
    BreakdownColumn("Due by now", Unit.MONEY),
    BreakdownColumn("Missed", Unit.MONEY),
    BreakdownColumn("Instalments missed", Unit.COUNT),
    BreakdownColumn("Missed since", Unit.DATE),
    BreakdownColumn("Next due", Unit.DATE),
)


def instalments(total: int, instalment: int, first: date) -> Iterator[tuple[date, int]]:
    """The days and cents of a plan: each month the instalment, the rest at last.

    >>> [(str(day), cents) for day, cents in instalments(25_000, 10_000, date(2026, 1, 31))]
    [('2026-01-31', 10000), ('2026-02-28', 10000), ('2026-03-31', 5000)]
    """
    number, rest = 0, total
    while rest > 0 and instalment > 0:
        yield months_on(first, number), min(instalment, rest)
        number, rest = number + 1, rest - instalment


def plans_on(tables: Tables, as_of: date) -> list[Plan]:
    """The plans that run on the day, those with something missed first, then by account."""
    agreed = tables.get(PAYMENT_PLANS.name)
    if agreed is None or agreed.empty:
        return []
    day = pd.Timestamp(as_of)
    known = agreed[agreed["agreed_on"] <= day]
    known = known.assign(paid=paid_on_plans(known, patient_payments(books(tables, as_of)), day))
    running = known[~(known["plan_ended"] <= day)]
    grace = timedelta(days=tables.shared(RULEBOOK).thresholds.on(as_of).whole(MISSED_AFTER))
    found = []
    names = ("plan_account", "agreed_on", "plan_total", "instalment", "first_due", "paid")
    for account, since, total, instalment, first, paid in zip(*(running[name] for name in names), strict=True):
        begins = (since if pd.isna(first) else first).date()
        found.append(_plan(account, since.date(), int(total), int(instalment), begins, int(paid), as_of, grace))
    return sorted(found, key=lambda one: (not one.missed, one.account, one.agreed_on))


def _plan(
    account: str, agreed_on: date, total: int, instalment: int, first: date, paid: int, as_of: date, grace: timedelta
) -> Plan:
    due = late = missed_count = reached = 0
    missed_since = next_due = None
    for day, cents in instalments(total, instalment, first):
        reached += cents
        is_open = paid < reached
        due = reached if day <= as_of else due
        if as_of - day >= grace:
            late = reached
            missed_count += is_open
            missed_since = missed_since or (day if is_open else None)
        elif is_open and next_due is None:
            next_due = day
    return Plan(account, agreed_on, total, paid, due, max(0, late - paid), missed_count, missed_since, next_due)


def payment_plans(tables: Tables, as_of: date, top: int = 0) -> Breakdown:
    """One row a plan that runs on the day, missed ones first; the total last. With `top`, the others are one row.

    Raises NoData where there is none.
    """
    plans = plans_on(tables, as_of)
    if not plans:
        raise NoData("No payment plan runs: type them on the sheet Payment plans.")
    return Breakdown(
        columns=COLUMNS,
        body=in_order(plans, top, _row, _sums),
        definition=DEFINITION,
        parts=[
            *(Part(f"Plans {each}", sum(one.standing is each for one in plans), Unit.COUNT) for each in Standing),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len(plans),
    )


def _row(one: Plan) -> tuple[Value, ...]:
    return (
        one.account, one.standing.value, one.agreed_on, one.total, one.paid, one.due, one.missed, one.missed_count,
        one.missed_since, one.next_due,
    )  # fmt: skip


def _sums(word: str, plans: Sequence[Plan]) -> tuple[Value, ...]:
    sums = (sum(getattr(one, name) for one in plans) for name in ("total", "paid", "due", "missed", "missed_count"))
    return (word, None, None, *sums, None, None)
