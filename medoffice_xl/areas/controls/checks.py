"""All tests of the controls, one after the other, on the tables that are there."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from medoffice_xl.areas.controls import (
    benford,
    employee_accounts,
    refunds,
    tickets,
    vendors,
    write_off_patterns,
    write_offs,
)
from medoffice_xl.areas.controls import deposits as deposit_test
from medoffice_xl.areas.controls.deposits import Deposits, deposits
from medoffice_xl.areas.controls.finding import Check, Finding
from medoffice_xl.areas.controls.later import HERE, KEPT_VISITS, ask
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.errors import NoData
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, LeftOut, Unit, Value
from medoffice_xl.sets import Shared, Tables
from medoffice_xl.sets.unchanging import remembered

USES = (
    "bank", "tickets", "remittances", "payments", "charges", "vendors", "bill_payments", "thresholds",
    *HERE,
)  # fmt: skip


class ControlTest(StrEnum):
    """A test of the controls."""

    DEPOSITS = "C1"
    WRITE_OFFS = "C2"
    TICKETS = "C3"
    VENDORS = "C4"
    REFUNDS = "C5"
    FIRST_DIGITS = "C6"


COLUMNS = (
    BreakdownColumn("Test", Unit.TEXT),
    BreakdownColumn("Tested", Unit.TEXT),
    BreakdownColumn("To look at", Unit.TEXT),
    BreakdownColumn("Dollars", Unit.MONEY),
    BreakdownColumn("Rows", Unit.COUNT),
    BreakdownColumn("What to do", Unit.TEXT),
)
DEFINITION = Definition(
    "Tests of internal controls",
    "C1 deposits, C2 write-offs, C3 tickets and visits, C4 vendors, C5 refunds, C6 first digits; each finding is to be "
    "looked at and proves nothing",
    "MGMA's and auditors' usual tests; limits on Thresholds",
)


def deposits_of(tables: Tables, as_of: date) -> Deposits:
    """Deposits and what they should be. Raises NoData where the bank's lines are not here."""
    return tables.shared(DEPOSITS, as_of)


def _deposits_made(tables: Tables, as_of: date) -> Deposits:
    found = tables.rows_if_there("remittances"), tables.rows_if_there("payments")
    return deposits(tables["bank"], *found, as_of, limits_on(as_of, tables))


DEPOSITS = Shared(
    "deposits and what they hold", _deposits_made, needs=("bank",), uses=("remittances", "payments", "thresholds")
)
"""Every deposit beside the money it brought, which each figure of undeposited money asks."""


def every_check(tables: Tables, as_of: date) -> list[Check]:
    """Every test in its order; one whose data is not there says so."""
    judged = limits_on(as_of, tables)
    charges, payments, paid = (tables.rows_if_there(name) for name in ("charges", "payments", "bill_payments"))
    bank = tables.get("bank")
    return [
        *_deposits(tables, as_of),
        *remembered(write_offs.check, charges, payments, asked=(as_of, judged)),
        *remembered(write_off_patterns.check, payments, asked=(as_of, judged)),
        *tickets.check(tables.get("tickets"), charges, lambda: ask(KEPT_VISITS, tables, as_of), as_of, judged),
        *remembered(vendors.check, tables.get("vendors"), paid, bank, asked=(as_of, judged)),
        employee_accounts.check(tables.get("vendors"), None, as_of),
        *remembered(refunds.check, payments, asked=(as_of,)),
        *remembered(benford.check, paid, bank, asked=(as_of, judged)),
    ]


CHECKS = Shared("the tests of controls", every_check, uses=USES)
"""Every test in its order, on a day: the sheet and what needs a decision show the same."""


def _deposits(tables: Tables, as_of: date) -> list[Check]:
    try:
        return deposit_test.check(deposits_of(tables, as_of))
    except NoData as why:
        return [Check(deposit_test.TEST, "Deposits against remittances and receipts", not_tested=str(why))]


def largest_first(check: Check) -> list[Finding]:
    """What is to be looked at of a test, most dollars first."""
    return sorted(check.findings, key=lambda each: (-each.cents, -each.count, each.what))


def control_checks(checks: list[Check], test: ControlTest | None = None) -> Breakdown:
    """One row a thing to look at, and one for each part of a test that found nothing or could not be made."""
    chosen = [check for check in checks if test is None or check.test == test]
    untested = [check for check in chosen if check.not_tested]
    return Breakdown(
        COLUMNS,
        [row for check in chosen for row in _rows(check)],
        DEFINITION,
        rows_used=sum(each.count for check in chosen for each in check.findings),
        left_out=[LeftOut(f"{check.title}: {check.not_tested}", 0) for check in untested],
    )


def _rows(check: Check) -> Iterator[tuple[Value, ...]]:
    if check.not_tested:
        yield check.test, check.title, f"Not tested. {check.not_tested}", None, None, ""
        return
    if not check.findings:
        yield check.test, check.title, f"Nothing to look at: {check.tested}.", 0, 0, ""
    for each in largest_first(check):
        yield check.test, check.title, each.what, each.cents, each.count, each.to_do
