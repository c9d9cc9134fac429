"""Whether the bills come to what the ledger says is owed, and by how much not."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

from medoffice_xl.areas.payables.ageing import rows_of
from medoffice_xl.areas.payables.open_bills import OpenBills
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import month_end
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Definition, Measure, Part, Unit
from medoffice_xl.tables import LEDGER, TRIAL_BALANCES

DEFINITION = Definition(
    "Bills against the ledger",
    "what is open of all bills, credits taken off, less the balance of the ledger's account of accounts payable",
    "Control account: the sub-ledger equals its account in the general ledger",
)
PAYABLE = re.compile(r"(?i)\b(accounts payable|a/p|trade payables?|trade creditors)(?![a-z])")


def payable_accounts(names: list[str]) -> list[str]:
    """The accounts of accounts payable among these, by their names.

    >>> payable_accounts(["2000 Accounts Payable (A/P)", "2100 Payroll taxes payable"])
    ['2000 Accounts Payable (A/P)']
    """
    return sorted({name for name in names if PAYABLE.search(name)})


def ledger_balance(ledger: Frame | None, trial_balances: Frame | None, as_of: date, account: str) -> tuple[int, str]:
    """What the ledger says is owed on the day, and where it says so.

    A trial balance of the day itself says it; else everything posted to the account in the months that have ended by
    the day, which is all of it only where Ledger goes back to the beginning. Raises NoData where neither is there.
    """
    columns = ("as_of", "account", "balance")
    balances = [] if trial_balances is None else fetch(take(trial_balances, TRIAL_BALANCES, *columns))
    today = _of(balances, account, [row for row in balances if row["as_of"] == as_of])
    if today:
        return -sum(row["balance"] for row in today), f"trial balance of {as_of:%m/%d/%Y}"
    postings = [] if ledger is None else fetch(take(ledger, LEDGER, "month", "account", "amount"))
    posted = _of(postings, account, [row for row in postings if month_end(row["month"]) <= as_of])
    if not posted:
        raise NoData(
            "Ledger and Trial balances have no account of accounts payable by this day. Import QuickBooks' trial "
            "balance of the day, or say what the account is called."
        )
    return sum(row["amount"] for row in posted), "postings of Ledger in the months ended by the day"


def ap_tie(owed: OpenBills, ledger: Frame | None, trial_balances: Frame | None, account: str = "") -> Measure:
    """Open bills less the ledger's accounts payable: 0 where they tie, else by how much they do not.

    `account` is the ledger's account, where its name does not say what it is. Raises NoData where the ledger has none.
    """
    balance, where = ledger_balance(ledger, trial_balances, owed.as_of, account)
    off = owed.total - balance
    words = "They tie." if not off else "They do not tie: look for a bill or payment that only one of them has."
    return Measure(
        off,
        Unit.MONEY,
        replace(DEFINITION, source=f"{DEFINITION.source}; {where}"),
        parts=[
            Part("Open bills", owed.total, Unit.MONEY),
            Part("Ledger", balance, Unit.MONEY),
            Part("Ledger's balance from", where, Unit.TEXT),
            Part("As of", owed.as_of, Unit.DATE),
        ],
        rows_used=len(owed.still_open),
        left_out=owed.left_out,
        notes=[words, *owed.notes],
        rows_behind=lambda: rows_of(owed.still_open),
    )


def _of(rows: list[dict[str, Any]], account: str, among: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of `among` that are of the account, or of the accounts whose names say what they are."""
    if account:
        return [row for row in among if row["account"].casefold() == account.casefold()]
    names = set(payable_accounts([row["account"] for row in rows]))
    return [row for row in among if row["account"] in names]
