"""What each new patient has left so far: money for visits since the first one, less what those visits cost.

Margin is what was collected less the variable cost of the visits: fixed cost is there with and without the patient.
The variable cost of a visit is that of the practice, over the year up to the day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

import pandas as pd

from medoffice_xl.areas.marketing.new_patients import Registered
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.entries import ledger
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.practice_costs import half_up, practice_costs
from medoffice_xl.ledger.rows import Frame, Rows
from medoffice_xl.sets.unchanging import remembered, unchanging

HORIZONS = (90, 180, 365)
"""Days after the first visit that a return is looked at."""

A_YEAR = 365
SO_FAR = 0
"""The horizon of all that is known by the day."""


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Worth:
    """By account: visits and cents collected within each horizon of the first visit.

    `visits` and `money` have a column a horizon, SO_FAR among them; `a_visit` is the variable cost of one in cents.
    """

    visits: pd.DataFrame
    money: pd.DataFrame
    a_visit: Fraction
    as_of: date
    notes: Sequence[str]

    def count(self, accounts: "pd.Series[str]", horizon: int = SO_FAR) -> int:
        """Visits of these patients within the horizon."""
        return int(self.visits[horizon].reindex(accounts, fill_value=0).sum())

    def collected(self, accounts: "pd.Series[str]", horizon: int = SO_FAR) -> int:
        """Cents collected for them."""
        return int(self.money[horizon].reindex(accounts, fill_value=0).sum())

    def margin(self, accounts: "pd.Series[str]", horizon: int = SO_FAR) -> int:
        """Cents collected less the variable cost of the visits."""
        return self.collected(accounts, horizon) - half_up(self.a_visit * self.count(accounts, horizon))

    def younger(self, patients: pd.DataFrame, horizon: int) -> int:
        """How many of the patients came less than the horizon ago: what they leave by then is not known yet."""
        return int((patients["first_visit"] > pd.Timestamp(self.as_of - timedelta(days=horizon))).sum())


def worth(found: Registered, charges: Frame, payments: Frame, costs: Frame) -> Worth:
    """What the patients' visits brought, as far as it was known on the day. Raises NoData without visits or costs."""
    entries = remembered(_visits_and_money, ledger(charges, payments, found.as_of))
    return remembered(_worth, found, entries, costs)


def _visits_and_money(entries: Rows) -> pd.DataFrame:
    names = ["claim_id", "account", "seen_by", "served", "day", "money", "stands"]
    return unchanging(entries.select(*names).collect().to_pandas())


def _worth(found: Registered, entries: pd.DataFrame, costs: Frame) -> Worth:
    as_of = found.as_of
    seen = entries[entries["stands"] > 0][["account", "seen_by", "served"]].drop_duplicates()
    a_visit, notes = _cost_of_a_visit(seen, costs, as_of)
    since = found.patients[["account", "first_visit"]]
    visits = _from_first_day(seen.merge(since, on="account"))
    accounts = entries[entries["account"] != ""].drop_duplicates("claim_id")[["claim_id", "account"]]
    paid = entries[entries["money"] != 0].drop(columns="account").merge(accounts, on="claim_id")
    paid = _from_first_day(paid.merge(since, on="account"))
    paid["after"] = paid[["after", "day"]].assign(day=(paid["day"] - paid["first_visit"]).dt.days).max(axis=1)
    return unchanging(Worth(
        pd.DataFrame({horizon: _within(visits, horizon).groupby("account").size() for horizon in (*HORIZONS, SO_FAR)})
        .fillna(0),
        pd.DataFrame(
            {horizon: _within(paid, horizon).groupby("account")["money"].sum() for horizon in (*HORIZONS, SO_FAR)}
        ).fillna(0),
        a_visit,
        as_of,
        tuple(notes),
    ))  # fmt: skip


def _from_first_day(rows: pd.DataFrame) -> pd.DataFrame:
    """Services since the first visit, with the days after it."""
    after = (rows["served"] - rows["first_visit"]).dt.days
    return rows.assign(after=after)[after >= 0]


def _within(rows: pd.DataFrame, horizon: int) -> pd.DataFrame:
    return rows if horizon == SO_FAR else rows[rows["after"] <= horizon]


def _cost_of_a_visit(seen: pd.DataFrame, costs: Frame, as_of: date) -> tuple[Fraction, list[str]]:
    served = seen["served"].dropna()
    if served.empty:
        raise NoData("No visit is known by the day. Bring in the charges.")
    year = days_up_to(as_of, A_YEAR)
    period = Period(max(year.first, served.min().date().replace(day=1)), as_of)
    count = int(((served >= pd.Timestamp(period.first)) & (served <= pd.Timestamp(as_of))).sum())
    if not count:
        raise NoData(f"No visit is known from {period}: what a visit costs cannot be said.")
    spent = practice_costs(costs, period)
    return Fraction(spent.variable, count), spent.notes
