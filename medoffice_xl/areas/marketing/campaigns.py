"""Campaigns: what each has cost by a day, and which new patients it brought."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pandas as pd

from medoffice_xl.areas.marketing.tables import CAMPAIGNS
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.day_limits import NO_END
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.practice_costs import half_up
from medoffice_xl.ledger.rows import Frame, as_pandas, take
from medoffice_xl.plain_name import plain_name
from medoffice_xl.tables.thresholds import Threshold

FOLLOWED = Threshold(
    "Marketing: days a campaign is followed", "90", "days",
    "A new patient of the campaign's source counts as brought by it until so many days after its last day.",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Campaign:
    """One campaign. `last` is None where it runs on; money in cents."""

    name: str
    kind: str
    source: str
    for_whom: str
    first: date
    last: date | None
    spend: int
    planned: int
    expected: float
    owner: str
    result: str

    def spent(self, period: Period) -> Fraction:
        """What of its spend is of the period, by days. One without a last day is spent on its first."""
        last = self.last or self.first
        inside = (min(last, period.last) - max(self.first, period.first)).days + 1
        return Fraction(self.spend * max(inside, 0), (last - self.first).days + 1)

    def brings(self, patients: pd.DataFrame, followed: int) -> "pd.Series[bool]":
        """Which of the patients, by their `source` as it is compared and their first day, it brought."""
        until = NO_END if self.last is None else self.last + timedelta(days=followed)
        inside = patients["first_visit"].between(pd.Timestamp(self.first), pd.Timestamp(until))
        return inside & (patients["source"] == plain_name(self.source or self.name))


def campaigns_of(campaigns: Frame) -> list[Campaign]:
    """The campaigns as they stand on the sheet; one without a first day, or that ends before it, is left out."""
    rows = as_pandas(take(campaigns, CAMPAIGNS, *CAMPAIGNS.names), CAMPAIGNS)
    every = (_campaign(row) for row in rows.to_dict("records") if not pd.isna(row["first_day"]))
    return [each for each in every if each.last is None or each.last >= each.first]


def begun(campaigns: Iterable[Campaign], as_of: date) -> list[Campaign]:
    """Those that have begun by the day."""
    return [each for each in campaigns if each.first <= as_of]


def spent(campaigns: Iterable[Campaign], period: Period) -> int:
    """Cents spent on these campaigns in the period."""
    return half_up(sum((each.spent(period) for each in campaigns), Fraction(0)))


def brought_by(campaigns: Iterable[Campaign], patients: pd.DataFrame, limits: InForce) -> "pd.Series[str]":
    """The campaign that brought each patient, "" where none did: of several that may have, the one that began last."""
    followed = limits.whole(FOLLOWED)
    compared = {source: plain_name(source) for source in set(patients["source"])}
    known = patients.assign(source=patients["source"].map(compared))
    newest_first = sorted(campaigns, key=lambda each: each.first, reverse=True)
    found = pd.Series("", patients.index, dtype="str")
    for each in reversed(newest_first):
        found = found.mask(each.brings(known, followed), each.name)
    return found


def _campaign(row: Mapping[Any, Any]) -> Campaign:
    first, last = row["first_day"], row["last_day"]
    return Campaign(
        str(row["campaign"]).strip(), str(row["kind"]), str(row["source"]).strip(), str(row["for_whom"]),
        first.date(), None if pd.isna(last) else last.date(),
        _whole(row["spend"]), _whole(row["planned_spend"]),
        0.0 if pd.isna(row["expected"]) else float(row["expected"]),
        str(row["owner"]), str(row["result"]),
    )  # fmt: skip


def _whole(value: Any) -> int:
    return 0 if pd.isna(value) else int(value)
