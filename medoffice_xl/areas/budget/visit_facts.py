"""What the visits of each month brought: visits, new patients, what is allowed, what was lost and what was paid."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.budget.revenue_parts import PayerVisits
from medoffice_xl.ledger.calendar_months import month_numbers, month_of
from medoffice_xl.ledger.entries import ledger
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.period import Period, year_up_to
from medoffice_xl.ledger.rows import Frame, Rows, fetch, fetch_one, moment, only, within
from medoffice_xl.production.new_patients import is_new, reaches_back
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import PAYMENTS
from medoffice_xl.tables.payments import MONEY_KINDS, WRITE_OFFS


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """By month (as a number): visits by payer, cents lost, cents posted. `begins` is the first service known."""

    visits: Mapping[int, Sequence[PayerVisits]] = field(default_factory=dict)
    losses: Mapping[int, int] = field(default_factory=dict)
    cash: Mapping[int, int] = field(default_factory=dict)
    begins: date | None = None

    def count(self, month: int) -> Fraction:
        """Visits of all payers in the month."""
        return sum((each.visits for each in self.visits.get(month, ())), Fraction(0))

    @property
    def notes(self) -> list[str]:
        """What to know of new patients where the charges do not reach back far enough."""
        if self.begins is None:
            return []
        return [reaches_back(self.begins)]


def visit_facts(charges: Frame, payments: Frame, period: Period, as_of: date) -> VisitFacts:
    """The facts of the months of the period, as they were known on the day.

    A visit is a patient seen by a provider on a day. A line is allowed its charge less what the contract took; one that
    no payer has answered yet, its charge less its payer's own usual share of contractual adjustments. Losses are
    write-offs that no contract asks for, and money is payments less refunds, both by posting day.
    """
    return remembered(_facts, charges, payments, asked=(period, as_of))


def _facts(charges: Frame, payments: Frame, period: Period, as_of: date) -> VisitFacts:
    entries = ledger(charges, payments, as_of)
    counted = _visits(entries, period)
    allowed = _allowed(entries, period, as_of)
    by_month: dict[int, list[PayerVisits]] = defaultdict(list)
    for month, payer in sorted({*counted, *allowed}):
        visits, new = counted.get((month, payer), (0, 0))
        worth = allowed.get((month, payer), Fraction(0))
        by_month[month].append(PayerVisits(payer, Fraction(visits), Fraction(new), worth))
    losses, cash = _posted(payments, period, as_of)
    begins = fetch_one(entries.filter(nw.col("stands") > 0).select(first=nw.col("served").min()))["first"]
    return VisitFacts(dict(by_month), losses, cash, begins)


def _visits(entries: Rows, period: Period) -> dict[tuple[int, str], tuple[int, int]]:
    """Visits and new patients by month and payer. On a patient's first day one visit is new, whoever saw him first."""
    rows = entries.filter((nw.col("stands") > 0) & (nw.col("served") <= moment(period.last)))
    each = rows.select("payer", "account", "seen_by", "served").unique().collect().to_pandas()
    each = each.sort_values(["account", "served", "seen_by", "payer"], kind="stable").reset_index(drop=True)
    each["new"] = is_new(each["account"], each["served"])
    each = each[each["served"] >= pd.Timestamp(period.first)]
    each["month"] = month_numbers(each["served"])
    sums = each.groupby(["month", "payer"])["new"].agg(["size", "sum"])
    return {
        (int(key[0]), str(key[1])): (int(row[0]), int(row[1]))
        for key, row in zip(sums.index, sums.to_numpy(), strict=True)
    }


def _allowed(entries: Rows, period: Period, as_of: date) -> dict[tuple[int, str], Fraction]:
    """What the services of the period are allowed, by month of service and payer, in cents."""
    history = year_up_to(as_of)
    first = min(history.first, period.first)
    rows = entries.filter(within("served", first, as_of)).with_columns(month=month_of("served"))
    whole = nw.col("line_id") == ""
    rows = rows.with_columns(of_claim=only(whole & (nw.col("lines") == 0), "contractual"),
                             paid_claim=only(whole & (nw.col("lines") == 0), "from_payer"))  # fmt: skip
    rows = rows.with_columns(
        of_claim=nw.col("of_claim").sum().over("claim_id"), paid_claim=nw.col("paid_claim").sum().over("claim_id")
    )
    lines = rows.group_by("payer", "month", "claim_id", "line_id").agg(
        nw.col("charge", "contractual", "from_payer").sum(),
        nw.col("of_claim", "paid_claim").max(),
    )
    is_answered = (
        (nw.col("contractual") != 0)
        | (nw.col("from_payer") != 0)
        | (nw.col("of_claim") != 0)
        | (nw.col("paid_claim") != 0)
    )
    lines = lines.with_columns(answered=is_answered)
    sums = fetch(lines.group_by("payer", "month", "answered").agg(nw.col("charge", "contractual").sum()))
    taken: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in sums:
        if row["answered"]:
            taken[row["payer"]][0] += row["contractual"]
            taken[row["payer"]][1] += row["charge"]
    found: dict[tuple[int, str], Fraction] = defaultdict(Fraction)
    wanted = range(period.first.year * 12 + period.first.month - 1, period.last.year * 12 + period.last.month)
    for row in sums:
        if row["month"] not in wanted:
            continue
        contractual, charged = taken[row["payer"]]
        share = Fraction(contractual, charged) if charged > 0 else Fraction(0)
        key = (row["month"], row["payer"])
        found[key] += row["charge"] - (row["contractual"] if row["answered"] else share * row["charge"])
    return found


def _posted(payments: Frame, period: Period, as_of: date) -> tuple[dict[int, int], dict[int, int]]:
    """Cents written off without a contract, and cents received, by month of posting."""
    rows = known_by(as_of, payments, PAYMENTS, "post_date", "kind", "amount")
    rows = rows.filter(within("post_date", period.first, period.last)).with_columns(month=month_of("post_date"))
    money, lost = nw.col("kind").is_in(MONEY_KINDS), nw.col("kind").is_in(WRITE_OFFS)
    rows = rows.with_columns(cash=only(money), losses=only(lost))
    sums = fetch(rows.group_by("month").agg(nw.col("cash", "losses").sum()))
    return {row["month"]: row["losses"] for row in sums}, {row["month"]: row["cash"] for row in sums}
