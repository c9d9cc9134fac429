"""What each account is, for a budget: income or cost, its fixed share, what its variable share goes with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import pandas as pd

from medoffice_xl.ledger.costs_of_ledger import fixed_share
from medoffice_xl.tables.accounts import BALANCE_SHEET, INCOME, YES
from medoffice_xl.tables.costs import NOT_MAPPED, PHYSICIANS


@dataclass(frozen=True, slots=True)
class Account:
    """One account. `kind` is empty where nobody has said it; it then counts as a cost, and that is told."""

    name: str
    kind: str = ""
    category: str = ""
    fixed: Fraction = Fraction(1)
    driver: str = ""
    line: str = ""
    is_pay: bool = False
    listed: bool = False
    staff: str = ""

    @property
    def is_income(self) -> bool:
        """Income of visits or other."""
        return self.kind in INCOME

    @property
    def is_visits_income(self) -> bool:
        """Income that visits bring."""
        return self.kind == INCOME[0]

    @property
    def in_net(self) -> bool:
        """Whether it belongs to income and expenses at all."""
        return self.kind not in BALANCE_SHEET

    @property
    def shown_category(self) -> str:
        """What it is for, in a word."""
        if self.is_income:
            return self.kind
        return PHYSICIANS if self.is_pay else self.category or NOT_MAPPED


@dataclass(frozen=True, slots=True)
class Chart:
    """All accounts, by name in any spelling of case."""

    accounts: Mapping[str, Account] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Account:
        return self.accounts.get(name.casefold()) or Account(name)


def chart_of(frame: pd.DataFrame) -> Chart:
    """The table *Accounts* as it is read here."""
    return Chart(
        {
            str(row["account"]).casefold(): Account(
                str(row["account"]),
                row["kind"],
                row["category"],
                fixed_share(row["fixed_share"]),
                row["driver"],
                row["line"],
                row["physician_pay"] == YES,
                listed=True,
                staff=row["staff"].strip(),
            )
            for row in frame.to_dict("records")
        }
    )
