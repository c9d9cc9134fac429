"""One candidate as it was typed, checked: what is missing or impossible is said with its row and column."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from medoffice_xl.areas.equipment.tables import A_MONTH, A_YEAR, ADVANCE, CANDIDATES, METHODS
from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.errors import BadArgument, NoData, OutOfRange

LONGEST_LIFE = 40
FIRST_ROW = 5
"""Where the first row of a table stands on its sheet."""


@dataclass(frozen=True, slots=True)
class Loan:
    """What a loan pays of the price: cents, a yearly rate, months."""

    principal: int
    rate: Fraction
    months: int


@dataclass(frozen=True, slots=True)
class Lease:
    """What a lease asks: `count` payments in cents, so many `a_year`, at the beginning of each period or its end."""

    payment: int
    count: int
    a_year: int
    in_advance: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """What might be bought. Money in cents, rates as exact fractions; None is not said."""

    name: str
    placed: date
    price: int
    life: int
    salvage: int
    volume: Fraction
    ramp: tuple[Fraction, Fraction]
    allowed: int | None
    collected: Fraction | None
    variable: int
    labor: int
    maintenance: int
    down_payment: int
    loan_rate: Fraction | None
    loan_months: int | None
    lease: Lease | None
    discount: Fraction
    tax: Fraction
    depreciation: str
    recovery: int
    vehicle: str
    other_purchases: int
    other_last_quarter: int
    business_income: int | None

    @property
    def loan(self) -> Loan | None:
        """The loan, where months are said."""
        if not self.loan_months:
            return None
        return Loan(self.price - self.down_payment, self.loan_rate or Fraction(0), self.loan_months)

    @property
    def paid_at_once(self) -> int:
        """What the purchase takes from the bank on its day."""
        return self.down_payment if self.loan_months else self.price

    def share_of_volume(self, year: int) -> Fraction:
        """The share of the full volume in a year of use, 1 being the first."""
        return self.ramp[year - 1] if year <= len(self.ramp) else Fraction(1)


def candidate_names(rows: pd.DataFrame) -> list[str]:
    """Every candidate, in the order of the table."""
    return [str(name) for name in rows["candidate"] if str(name).strip()]


def candidate(rows: pd.DataFrame, name: str) -> Candidate:
    """The candidate of this name, in upper or lower case; raises BadArgument, with those there are."""
    wanted = name.strip().casefold()
    named = rows["candidate"].str.strip().str.casefold() == wanted
    places = [place for place, same in enumerate(named.tolist()) if same]
    if not places:
        names = candidate_names(rows)
        if not names:
            raise NoData(f"{CANDIDATES.sheet} has no rows yet.")
        near = did_you_mean(name, names) or names
        raise BadArgument(f"{CANDIDATES.sheet} has no “{name}”; it has {', '.join(near)}.")
    if len(places) > 1:
        rows_said = " and ".join(str(FIRST_ROW + place) for place in places)
        raise BadArgument(f"{CANDIDATES.sheet}, rows {rows_said}: “{name}” stands there twice. Name each differently.")
    return _Row(rows.iloc[places[0]], FIRST_ROW + places[0]).candidate()


class _Row:
    """One row of the table, asked column by column."""

    def __init__(self, row: "pd.Series[Any]", line: int) -> None:
        self._row, self._line = row, line

    def candidate(self) -> Candidate:
        placed = self._row["placed"]
        if pd.isna(placed):
            raise self._wrong("placed", "is empty; type the day it would be ready for use", OutOfRange)
        if self._row["depreciation"] not in METHODS:
            raise self._wrong("depreciation", f"is “{self._row['depreciation']}”; pick one of {', '.join(METHODS)}")
        price = self._cents("price", least=1)
        down = self._cents("down_payment", empty=0)
        if down > price:
            raise self._wrong("down_payment", "is more than the price", OutOfRange)
        others, last_quarter = self._cents("other_purchases", empty=0), self._cents("other_last_quarter", empty=0)
        if last_quarter > others:
            raise self._wrong("other_last_quarter", "is more than all other equipment of the year", OutOfRange)
        return Candidate(
            name=str(self._row["candidate"]).strip(),
            placed=placed.date(),
            price=price,
            life=self._whole("life", 1, LONGEST_LIFE),
            salvage=self._cents("salvage", empty=0, least=None),
            volume=self._exact("volume"),
            ramp=(self._share("first_year", Fraction(1)), self._share("second_year", Fraction(1))),
            allowed=None if self._is_empty("allowed") else self._cents("allowed"),
            collected=None if self._is_empty("collected") else self._share("collected"),
            variable=self._cents("variable", empty=0),
            labor=self._cents("labor", empty=0),
            maintenance=self._cents("maintenance", empty=0),
            down_payment=down,
            loan_rate=None if self._is_empty("loan_rate") else self._share("loan_rate"),
            loan_months=None if self._is_empty("loan_months") else self._whole("loan_months", 1, 480),
            lease=self._lease(),
            discount=self._share("discount_rate"),
            tax=self._share("tax_rate", Fraction(0)),
            depreciation=str(self._row["depreciation"]),
            recovery=5 if self._is_empty("recovery") else self._whole("recovery", 1, LONGEST_LIFE),
            vehicle=str(self._row["vehicle"]),
            other_purchases=others,
            other_last_quarter=last_quarter,
            business_income=None if self._is_empty("business_income") else self._cents("business_income", least=None),
        )

    def _lease(self) -> Lease | None:
        if self._is_empty("lease_payment"):
            return None
        if self._is_empty("lease_count"):
            raise self._wrong("lease_count", "is empty; type how many payments the lease has")
        every = self._row["lease_every"] or A_MONTH
        a_year = 1 if every == A_YEAR else 12
        in_advance = self._row["lease_due"] == ADVANCE
        return Lease(self._cents("lease_payment"), self._whole("lease_count", 1, 480), a_year, in_advance)

    def _is_empty(self, name: str) -> bool:
        return bool(pd.isna(self._row[name]))

    def _cents(self, name: str, empty: int | None = None, least: int | None = 0) -> int:
        if self._is_empty(name):
            if empty is None:
                raise self._wrong(name, "is empty; type dollars")
            return empty
        cents = int(self._row[name])
        if least is not None and cents < least:
            raise self._wrong(name, f"is {cents / 100:,.2f}; type dollars above zero", OutOfRange)
        return cents

    def _whole(self, name: str, least: int, most: int) -> int:
        if self._is_empty(name) or not least <= int(self._row[name]) <= most:
            said = "empty" if self._is_empty(name) else str(int(self._row[name]))
            raise self._wrong(name, f"is {said}; type a whole number from {least} to {most}", OutOfRange)
        return int(self._row[name])

    def _exact(self, name: str) -> Fraction:
        if self._is_empty(name) or self._row[name] < 0:
            raise self._wrong(name, "is empty or below zero; type a number", OutOfRange)
        return Fraction(str(self._row[name]))

    def _share(self, name: str, empty: Fraction | None = None) -> Fraction:
        if self._is_empty(name):
            if empty is None:
                raise self._wrong(name, "is empty; type a rate, such as 8%")
            return empty
        share = Fraction(str(self._row[name]))
        if not 0 <= share <= 1:
            raise self._wrong(name, f"is {float(share):.1%}; type 0% to 100%", OutOfRange)
        return share

    def _wrong(self, name: str, what: str, kind: type[BadArgument] | type[OutOfRange] = BadArgument) -> Exception:
        return kind(f"{CANDIDATES.sheet}, row {self._line}: “{CANDIDATES[name].header}” {what}.")
