"""What the practice earns beside what its loans take: the ground of debt service coverage, and the cash that is there.

Only months that had ended by the day count: a month under way has not earned all of its income, nor paid its loans.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pandas as pd

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import first_day, month_number, month_numbers
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables.accounts import COST_KINDS, DEPRECIATION, INCOME, INTEREST
from medoffice_xl.tables.thresholds import Threshold

MONTHS = 12

LEAST_COVER = Threshold(
    "Debt service coverage", "1.25", "times",
    "Below it, earnings before interest and depreciation are too near to what loans take: the budget suffers, and a "
    "new loan is not borne.",
    "Lenders' usual minimum; practicecfo.com",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DebtCover:
    """Cents of some months, `last` the newest of them as a number: of twelve full ones where a loan is to be borne, of
    the budget year to date for its alert.

    `earnings` are net income with interest and depreciation added back; `missing` are months without a ledger, `rows`
    the rows of it that count.
    """

    net_income: int
    interest: int
    depreciation: int
    debt_service: int
    last: int
    rows: int = 0
    missing: tuple[int, ...] = ()

    @property
    def earnings(self) -> int:
        """What there is to pay loans from."""
        return self.net_income + self.interest + self.depreciation

    def times(self, brings: Fraction = Fraction(0), takes: Fraction = Fraction(0)) -> Fraction | None:
        """Debt service coverage: earnings ÷ debt service, both with those of a new loan; None where no loan is paid."""
        service = self.debt_service + takes
        return None if service <= 0 else (self.earnings + brings) / service

    @property
    def notes(self) -> list[str]:
        """A warning where months are missing."""
        if not self.missing:
            return []
        names = ", ".join(f"{first_day(month):%b %Y}" for month in self.missing)
        return [f"Ledger has nothing of {names}: earnings of those months are not counted."]


@dataclass(frozen=True, slots=True)
class CashNow:
    """Cents on the bank at the newest month-end, and the least that is to stay there (None: nobody said)."""

    balance: int
    floor: int | None
    month: int


def last_full_month(as_of: date) -> int:
    """The newest month that had ended by the day, as a number."""
    ends_it = as_of.day == monthrange(as_of.year, as_of.month)[1]
    return month_number(as_of) - (0 if ends_it else 1)


def debt_cover(accounts: pd.DataFrame, ledger: pd.DataFrame, cash: pd.DataFrame, as_of: date) -> DebtCover:
    """(net income + interest + depreciation) and debt service of the twelve full months up to the day.

    Raises NoData where *Ledger* has no row of an income or a cost in them.
    """
    return remembered(_debt_cover, accounts, ledger, cash, asked=(as_of,))


def _debt_cover(accounts: pd.DataFrame, ledger: pd.DataFrame, cash: pd.DataFrame, as_of: date) -> DebtCover:
    last = last_full_month(as_of)
    wanted = range(last - MONTHS + 1, last + 1)
    named = accounts.assign(account=_plain(accounts["account"])).drop_duplicates("account")
    rows = ledger.assign(account=_plain(ledger["account"]), number=month_numbers(ledger["month"]))
    rows = rows[rows["number"].isin(wanted)].merge(named[["account", "kind", "line"]], on="account", how="left")
    rows = rows[rows["kind"].isin((*INCOME, *COST_KINDS))]
    if rows.empty:
        raise NoData(
            f"Ledger has no income or costs of the {MONTHS} months to {first_day(last):%b %Y}. Import the profit and "
            "loss by month, and say on Accounts what kind each account is."
        )
    earned = int(rows.loc[rows["kind"].isin(INCOME), "amount"].sum())
    spent = rows[rows["kind"].isin(COST_KINDS)]
    paid = cash[month_numbers(cash["month"]).isin(wanted)]
    known = set(rows["number"])
    return DebtCover(
        net_income=earned - int(spent["amount"].sum()),
        interest=int(spent.loc[spent["line"] == INTEREST, "amount"].sum()),
        depreciation=int(spent.loc[spent["line"] == DEPRECIATION, "amount"].sum()),
        debt_service=int(paid["debt_service"].fillna(0).sum()),
        last=last,
        rows=len(rows),
        missing=tuple(month for month in wanted if month not in known),
    )


def cash_now(cash: pd.DataFrame, as_of: date) -> CashNow:
    """What stands on every bank account at its newest month-end by the day; raises NoData where there is none."""
    return remembered(_cash_now, cash, asked=(as_of,))


def _cash_now(cash: pd.DataFrame, as_of: date) -> CashNow:
    rows = cash.assign(number=month_numbers(cash["month"]))
    rows = rows[rows["number"] <= last_full_month(as_of)]
    if rows.empty:
        raise NoData(f"Cash has no balance of a month that had ended by {as_of:%m/%d/%Y}. Type the bank balances.")
    newest = rows.sort_values("number", kind="stable").drop_duplicates("bank_account", keep="last")
    floors = newest["floor"].dropna()
    return CashNow(
        int(newest["balance"].sum()), int(floors.sum()) if len(floors) else None, int(newest["number"].max())
    )


def _plain(names: "pd.Series[str]") -> "pd.Series[str]":
    return names.str.strip().str.casefold()
