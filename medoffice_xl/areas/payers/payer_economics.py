"""What each payer brings and costs, month by month: what margins, scores and what-ifs are made of.

Revenue is all money matched to the services of the period. Cost is shared out by the chosen basis over payers and
months; the rework of denials is taken out of the costs first and borne by the payers that deny, and the money tied up
while payers are awaited is charged to them on top. So the margins of all payers add up to the practice's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import narwhals as nw
import pandas as pd

from medoffice_xl.area import figure
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.ledger.calendar_months import month_number
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.claims_served import claims_served
from medoffice_xl.ledger.cost_allocation import Basis, allocate
from medoffice_xl.ledger.entries import ledger
from medoffice_xl.ledger.first_billed import NO_PAYER
from medoffice_xl.ledger.period import Period, settled
from medoffice_xl.ledger.practice_costs import PracticeCosts, half_up, practice_costs
from medoffice_xl.ledger.rows import Frame, Rows, fetch, within
from medoffice_xl.production.code_use import code_use
from medoffice_xl.production.relative_values import relative_values
from medoffice_xl.production.visits import Cell, visits
from medoffice_xl.production.work_rvus import Work, work_done
from medoffice_xl.sets.unchanging import remembered


@dataclass(frozen=True, slots=True)
class Books:
    """The practice's tables that profitability is worked out from."""

    charges: Frame
    payments: Frame
    remits: Frame
    costs: Frame
    mpfs: Frame
    charge_master: Frame
    reasons: ReasonCodes


@dataclass(frozen=True, slots=True)
class Terms:
    """How profitability is worked out: over which services, and how cost is shared out.

    `rework` is the cost of working one denied claim in cents, `capital` the yearly cost of money as a fraction.
    """

    as_of: date
    window: int = 365
    settle: int = 0
    basis: str = Basis.RVU
    rework: int = 0
    capital: float = 0.0
    rvu_year: int = 0

    @property
    def period(self) -> Period:
        """The days of service that count."""
        return settled(self.as_of, self.window, self.settle)


@dataclass(frozen=True, slots=True)
class Economics:
    """One payer, or several together; money in cents, `work` in 1/100,000 RVU."""

    charges: int = 0
    money: int = 0
    visits: int = 0
    work: int = 0
    variable: int = 0
    fixed: int = 0
    denials: int = 0
    rework: int = 0
    financing: int = 0

    def __add__(self, other: "Economics") -> "Economics":
        return Economics(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def contribution(self) -> int:
        """Revenue less what would go with the payer: variable cost, its denials' rework, its money's cost."""
        return self.money - self.variable - self.rework - self.financing

    @property
    def margin(self) -> int:
        """Revenue less all cost, the share of fixed cost included."""
        return self.contribution - self.fixed

    @property
    def spent(self) -> int:
        """What was spent: fixed and variable cost, and the rework of denials that was taken out of it."""
        return self.variable + self.fixed + self.rework

    @property
    def cost(self) -> int:
        """All cost borne: what was spent, and the interest imputed on money awaited, which is paid to nobody."""
        return self.spent + self.financing


@dataclass(frozen=True, slots=True)
class Practice:
    """Every payer's economics, by payer and by payer and month; what they were made of."""

    payers: Mapping[str, Economics]
    cells: Mapping[Cell, Economics]
    costs: PracticeCosts
    work: Work
    period: Period
    basis: Basis
    claims: int

    @property
    def whole(self) -> Economics:
        """All payers together."""
        return together(self.payers.values())

    @property
    def notes(self) -> list[str]:
        """What to know of the costs and the relative values."""
        return [*self.costs.notes, *(self.work.notes if self.basis is Basis.RVU else [])]

    def of(self, payer: str) -> Economics:
        """The payer's economics, the practice's for no name; raises BadArgument for a payer without services."""
        if not payer.strip():
            return self.whole
        for name, economics in self.payers.items():
            if name.casefold() == payer.strip().casefold():
                return economics
        raise BadArgument(f"No services of “{payer}” from {self.period}. Payers: {', '.join(sorted(self.payers))}.")


def together(parts: Iterable[Economics]) -> Economics:
    """The sum."""
    return sum(parts, Economics())


def economics(books: Books, terms: Terms) -> Practice:
    """Work out what every payer brings and costs. Raises NoData without services, costs or a basis to share them by."""
    frames = (books.charges, books.payments, books.remits, books.costs, books.mpfs, books.charge_master)
    return remembered(_economics, *frames, asked=(books.reasons, terms))


def _economics(*given: Any) -> Practice:
    books, terms = Books(*given[:-1]), given[-1]
    basis = choose(Basis, terms.basis, "basis of costs")
    if terms.rework < 0 or terms.capital < 0:
        raise OutOfRange("The cost of a denial and the cost of capital are zero or more.")
    period = terms.period
    entries = ledger(books.charges, books.payments, terms.as_of)
    served = _served(entries, period)
    if not served:
        raise NoData(f"No services were charged from {period}.")
    costs = practice_costs(books.costs, period)
    values = relative_values(books.mpfs, books.charge_master, terms.rvu_year)
    work = work_done(code_use(books.charges, period, terms.as_of), values)
    cells: dict[Cell, Economics] = defaultdict(Economics)
    for payer, day, charge, money in served:
        cells[payer, month_number(day)] += Economics(charges=charge, money=money)
    for cell, count in visits(entries, period).items():
        cells[cell] += Economics(visits=count)
    for cell, amount in work.done.items():
        cells[cell] += Economics(work=amount)
    waited = _money_days(entries, period)
    denials = _denials(books, period, terms.as_of)
    payers = {payer for payer, _ in cells}
    shared = _share_out(cells, costs, {payer: denials.get(payer, 0) for payer in payers}, basis, terms.rework)
    for payer in payers:
        tied_up = half_up(Fraction(waited[payer]) * Fraction(str(terms.capital)) / 365)
        _bear(shared, payer, denials.get(payer, 0), terms.rework, max(tied_up, 0))
    by_payer: dict[str, Economics] = defaultdict(Economics)
    for (payer, _), part in shared.items():
        by_payer[payer or NO_PAYER] += part
    return Practice(
        payers=dict(by_payer),
        cells={(payer or NO_PAYER, month): part for (payer, month), part in shared.items()},
        costs=costs,
        work=work,
        period=period,
        basis=basis,
        claims=_count(entries, period),
    )


def _share_out(
    cells: Mapping[Cell, Economics], costs: PracticeCosts, denials: Mapping[str, int], basis: Basis, rework: int
) -> dict[Cell, Economics]:
    """Fixed and variable cost by payer and month, the rework of denials taken out of them first."""
    reworked = sum(denials.values()) * rework
    if reworked > costs.total:
        raise OutOfRange("Working the denials comes to more than all costs. Check the cost of a denied claim.")
    variable = max(costs.variable - reworked, 0)
    fixed = costs.total - reworked - variable
    weight = {Basis.RVU: "work", Basis.VISITS: "visits", Basis.CHARGES: "charges"}[basis]
    weights = {cell: getattr(part, weight) for cell, part in cells.items()}
    if basis is Basis.RVU and not any(amount > 0 for amount in weights.values()):
        raise NoData(
            "No service has a work RVU to share the costs out by. Import CMS's file, type RVUs on Charge master, or "
            "share them out by visits."
        )
    of_variable, of_fixed = allocate(variable, weights), allocate(fixed, weights)
    return {cell: part + Economics(variable=of_variable[cell], fixed=of_fixed[cell]) for cell, part in cells.items()}


def _bear(cells: dict[Cell, Economics], payer: str, denials: int, rework: int, financing: int) -> None:
    """Put a payer's own cost on its months, by charges."""
    own = {cell: max(part.charges, 0) for cell, part in cells.items() if cell[0] == payer}
    weights = own if any(own.values()) else dict.fromkeys(own, 1)
    counts = allocate(denials, weights)
    waits = allocate(financing, weights)
    for cell in own:
        cells[cell] += Economics(denials=counts[cell], rework=counts[cell] * rework, financing=waits[cell])


def _served(entries: Rows, period: Period) -> list[tuple[str, date, int, int]]:
    """Payer, day of service, charges and money of the services of the period."""
    return remembered(_served_in, entries, asked=(period,))


def _served_in(entries: Rows, period: Period) -> list[tuple[str, date, int, int]]:
    inside = _of_services(entries.select("payer", "day", "served", "charge", "money", "lines"), period)
    sums = fetch(inside.group_by("payer", "served").agg(nw.col("charge", "money", "lines").sum()))
    return [(row["payer"], row["served"], row["charge"], row["money"]) for row in sums if row["lines"]]


def _of_services(entries: Rows, period: Period) -> Rows:
    return entries.filter(within("served", period.first, period.last) & ~nw.col("day").is_null())


def _count(entries: Rows, period: Period) -> int:
    return int(fetch(claims_served(entries, period).select(claims=nw.len()))[0]["claims"])


def _money_days(entries: Rows, period: Period) -> dict[str, int]:
    """Money times the days from service to its posting, by payer: what was tied up, and for how long."""
    return remembered(_money_days_in, entries, asked=(period,))


def _money_days_in(entries: Rows, period: Period) -> dict[str, int]:
    rows = _of_services(entries.select("payer", "day", "served", "money"), period)
    days: dict[str, int] = defaultdict(int)
    for row in fetch(rows.group_by("payer", "day").agg(nw.col("money").sum())):
        days[row["payer"]] += row["money"] * row["day"].toordinal()
    for payer, day, _, money in _served(entries, period):
        days[payer] -= money * day.toordinal()
    return days


def _denials(books: Books, period: Period, as_of: date) -> dict[str, int]:
    """Claims with a line denied by the day, by payer, of the services of the period."""
    lines = figure("denied_lines")(books.remits, books.reasons, as_of)
    inside = lines["dos"].between(pd.Timestamp(period.first), pd.Timestamp(period.last))
    claims = lines.loc[inside, ["payer", "answered_claim"]].drop_duplicates()
    return {str(payer): int(count) for payer, count in claims["payer"].value_counts().items()}
