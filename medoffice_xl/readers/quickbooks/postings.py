"""What a report comes to: amounts by month and account, the accounts it names, and what was found wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.quickbooks.account_kinds import suggested_kind
from medoffice_xl.readers.quickbooks.report import Report
from medoffice_xl.readers.sheets import Cell
from medoffice_xl.tables import ACCOUNTS, LEDGER, Kind, Table, empty_frame


@dataclass
class Postings:
    """Rows of one account and month add up."""

    report: Report
    amounts: dict[tuple[date, str], int] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    told: list[Problem] = field(default_factory=list)
    _unreadable: list[tuple[int, str]] = field(default_factory=list)

    def post(self, line: int, month: date, account: str, amount: int, kind: str = "") -> None:
        """Add an amount to an account's month; `kind` is the account's, where the report says it."""
        key = (month, account)
        self.amounts[key] = self.amounts.get(key, 0) + amount
        self.kinds[account] = kind or self.kinds.get(account, "")

    def unreadable(self, line: int, cell: Cell) -> None:
        """An amount that cannot be read."""
        self._unreadable.append((line, str(cell)))

    def disagrees(self, line: int, label: str, found: str) -> None:
        """A total that is not what its rows come to."""
        advice = "The rows were taken in, the total was not. Run the report again, or look for a row that is missing."
        self.told.append(Problem(Severity.DATA, found, advice, self.report.file, line, label))

    @property
    def problems(self) -> list[Problem]:
        """Everything that was found."""
        return self.told + row_problems(
            Severity.DATA, "This is not an amount in whole cents; it was left out.",
            "Correct it and import the file again.", self.report.file, self._unreadable,
        )  # fmt: skip

    @property
    def months(self) -> list[date]:
        """The months that have amounts."""
        return sorted({month for month, _ in self.amounts})

    def ledger(self) -> pd.DataFrame:
        """The amounts as the table `ledger`; an account with nothing in a month has no row of it."""
        rows = [
            {
                "month": month,
                "account": account,
                "amount": amount,
                "basis": self.report.basis,
                "source": self.report.kind,
            }
            for (month, account), amount in sorted(self.amounts.items())
            if amount
        ]
        return typed_rows(LEDGER, rows)

    def accounts(self) -> pd.DataFrame:
        """The accounts as the table `accounts`, with their kind: as the report says, else as number or name suggest."""
        return accounts_frame(self.kinds)


def accounts_frame(kinds: dict[str, str]) -> pd.DataFrame:
    """Accounts by name with their kind; one that no report tells is suggested, and the note says from what."""
    rows = []
    for account, kind in sorted(kinds.items()):
        suggested, why = ("", "") if kind else suggested_kind(account)
        rows.append({"account": account, "kind": kind or suggested, "note": why})
    return typed_rows(ACCOUNTS, rows)


def typed_rows(table: Table, rows: Sequence[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows by field as a frame of a table; texts that are not given are empty."""
    types = empty_frame(table).dtypes
    blanks = {column.name: "" if column.kind is Kind.TEXT else None for column in table}
    data = {
        name: pd.Series([row.get(name, blank) for row in rows], dtype=types[name]) for name, blank in blanks.items()
    }
    return pd.DataFrame(data)
