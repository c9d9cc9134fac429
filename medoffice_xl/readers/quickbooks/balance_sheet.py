"""The balance sheet: what stands on each account of assets, liabilities and equity at a month's end.

It goes to *Trial balances*, debit less credit, and the year's net income with it, as the sheet shows it.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.quickbooks.nesting import Role, places
from medoffice_xl.readers.quickbooks.postings import typed_rows
from medoffice_xl.readers.quickbooks.report import Report, text_of
from medoffice_xl.readers.quickbooks.trial_balance import last_day_of
from medoffice_xl.tables import ACCOUNTS, TRIAL_BALANCES
from medoffice_xl.tables.accounts import (
    CASH_LINE,
    CURRENT_ASSET,
    CURRENT_LIABILITY,
    LONG_LIABILITY,
    PAYABLE_LINE,
    RECEIVABLE_LINE,
)
from medoffice_xl.tables.general_ledger import BALANCE_SHEET_REPORT

_SECTIONS: dict[str, tuple[str, str]] = {
    "assets": ("asset", ""), "current assets": ("asset", CURRENT_ASSET), "bank accounts": ("asset", CASH_LINE),
    "checking/savings": ("asset", CASH_LINE), "accounts receivable": ("asset", RECEIVABLE_LINE),
    "other current assets": ("asset", CURRENT_ASSET), "fixed assets": ("asset", "fixed asset"),
    "other assets": ("asset", "other asset"), "liabilities and equity": ("", ""), "liabilities & equity": ("", ""),
    "liabilities": ("liability", ""), "current liabilities": ("liability", CURRENT_LIABILITY),
    "accounts payable": ("liability", PAYABLE_LINE), "credit cards": ("liability", CURRENT_LIABILITY),
    "other current liabilities": ("liability", CURRENT_LIABILITY),
    "long-term liabilities": ("liability", LONG_LIABILITY), "long term liabilities": ("liability", LONG_LIABILITY),
    "equity": ("equity", ""),
}  # fmt: skip
"""Section to the kind of its accounts and their line of the statements."""

NET_INCOME = "Net Income"
_WITHIN = 15


@dataclass(frozen=True, slots=True)
class BalanceSheet:
    """The balances of a day, debit less credit, and what was found."""

    as_of: date
    balances: pd.DataFrame
    accounts: pd.DataFrame
    problems: list[Problem]


def read_balance_sheet(report: Report) -> BalanceSheet:
    """The balances. Raises CannotRead where it is of several days, or not of the last day of a month."""
    header, column = headings_of(report)
    as_of = last_day_of(report, "balance sheet")
    rows = [
        (line, label, row[column] if column < len(row) else "")
        for line, row in zip(report.grid.lines[header + 1 :], report.grid.rows[header + 1 :], strict=True)
        if (label := next((text for cell in row[:column] if (text := text_of(cell))), ""))
        and " basis " not in f" {label.casefold()} "
    ]
    wrong: list[tuple[int, str]] = []
    problems: list[Problem] = []
    held: dict[str, tuple[str, str, int]] = {}
    sums: dict[tuple[str, ...], int] = {}
    for (line, label, cell), place in zip(rows, places([label for _, label, _ in rows]), strict=True):
        try:
            amount = cents(cell)
        except (ValueError, ArithmeticError):
            wrong.append((line, text_of(cell)))
            continue
        if place is None or amount is None:
            continue
        if place.role in (Role.TOTAL, Role.OWN_TOTAL):
            added = sums.get(place.path, 0)
            if place.role is Role.TOTAL and amount != added:
                problems.append(
                    _disagrees(report, line, f"“{label}” says {show(amount)}, its rows come to {show(added)}.")
                )
            continue
        for depth in range(1, len(place.path) + 1):
            sums[place.path[:depth]] = sums.get(place.path[:depth], 0) + amount
        name, kind, standing = _account(place.path)
        held[name] = (kind, standing, held.get(name, ("", "", 0))[2] + (amount if kind == "asset" else -amount))
    problems += row_problems(
        Severity.DATA, "This is not an amount in whole cents; the account was left out.",
        "Correct it and import the file again.", report.file, wrong,
    )  # fmt: skip
    off = sum(balance for _, _, balance in held.values())
    if off:
        found = f"Assets are not liabilities and equity: they are off by {show(off)}."
        problems.append(_disagrees(report, None, found))
    balances = [
        {"as_of": as_of, "account": name, "balance": balance, "basis": report.basis, "source": BALANCE_SHEET_REPORT}
        for name, (_, _, balance) in sorted(held.items())
    ]
    accounts = [
        {"account": name, "kind": "income" if name == NET_INCOME else kind, "line": line,
         "note": "The year's net income, as the balance sheet shows it." if name == NET_INCOME else ""}
        for name, (kind, line, _) in sorted(held.items())
    ]  # fmt: skip
    return BalanceSheet(as_of, typed_rows(TRIAL_BALANCES, balances), typed_rows(ACCOUNTS, accounts), problems)


def headings_of(report: Report) -> tuple[int, int]:
    """The row of headings, and the one column of amounts. Raises CannotRead."""
    for index, row in enumerate(report.grid.rows[:_WITHIN]):
        texts = [text_of(cell) for cell in row]
        if texts[0].casefold() not in ("", "distribution account", "account") or not any(texts[1:]):
            continue
        filled = [place for place, text in enumerate(texts) if place and text]
        if len(filled) > 1:
            raise CannotRead(
                f"{report.file} has several columns. Run the balance sheet for one day, without comparisons."
            )
        return index, filled[0]
    raise CannotRead(f"{report.file} has no column of amounts. Run the report Balance Sheet for one day.")


def _account(path: tuple[str, ...]) -> tuple[str, str, str]:
    """An account's name after its parents, its kind and its line, by the sections that it stands under."""
    kind = line = ""
    names = list(path)
    while len(names) > 1 and names[0].casefold() in _SECTIONS:
        of, standing = _SECTIONS[names.pop(0).casefold()]
        kind, line = of or kind, standing or line
    return ":".join(names), kind, line


def _disagrees(report: Report, line: int | None, found: str) -> Problem:
    advice = "The accounts were taken in, the total was not. Run the report again, or look for a row that is missing."
    return Problem(Severity.DATA, found, advice, report.file, line)
