"""Complaints: how many are open and how long, of which kinds, and who complains again."""

from dataclasses import dataclass
from datetime import date
from statistics import median

import pandas as pd

from medoffice_xl.areas.satisfaction.tables import COMPLAINTS
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame, as_pandas, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Measure, Part, Unit, Value
from medoffice_xl.tables.thresholds import Threshold

ANSWERED_WITHIN = Threshold(
    "Complaints: days to answer", "30", "days",
    "A complaint that is open for more days than these is late.",
    "42 CFR 422.564(e): a plan answers a grievance within 30 days",
)  # fmt: skip
AGAIN_WITHIN = Threshold(
    "Complaints: again within", "365", "days",
    "A complaint of an account that complained so many days before, or fewer, is a repeat.",
)  # fmt: skip
OPEN = Definition("Open complaints", "complaints made by the day and not answered by it", "Complaints")
KINDS = Definition(
    "Complaints by kind",
    "complaints made in the days; open ones at their end; the median of days from complaint to answer of those "
    "answered in them; repeats of one account within the days of Thresholds",
    "Complaints",
)
LATE, WAITS = "late", "open"
COLUMNS = (
    BreakdownColumn("Complaint", Unit.TEXT),
    BreakdownColumn("Made on", Unit.DATE),
    BreakdownColumn("Days open", Unit.COUNT),
    BreakdownColumn("Kind", Unit.TEXT),
    BreakdownColumn("About", Unit.TEXT),
    BreakdownColumn("Owner", Unit.TEXT),
    BreakdownColumn("Again", Unit.TEXT),
    BreakdownColumn("Standing", Unit.TEXT),
)
KIND_COLUMNS = (
    BreakdownColumn("Kind", Unit.TEXT),
    BreakdownColumn("Made", Unit.COUNT),
    BreakdownColumn("Open", Unit.COUNT),
    BreakdownColumn("Answered", Unit.COUNT),
    BreakdownColumn("Days to answer", Unit.DAYS),
    BreakdownColumn("Repeats", Unit.COUNT),
)
TOTAL = "Total"


@dataclass(frozen=True, slots=True)
class Complaints:
    """The complaints made by the day, with `again` and `days` open (to the day, or to the answer)."""

    rows: pd.DataFrame
    as_of: date
    limits: InForce

    @property
    def open(self) -> pd.DataFrame:
        """Those that are not answered yet, oldest first."""
        still = self.rows[self.rows["closed"].isna()]
        return still.sort_values(["opened", "complaint"], kind="stable")

    def is_late(self, days: int) -> bool:
        """Whether a complaint that is open for so many days is late."""
        return days > self.limits.whole(ANSWERED_WITHIN)


def complaints(table: Frame, limits: InForce, as_of: date) -> Complaints:
    """The complaints as they stood on the day: what was answered later is open."""
    rows = as_pandas(take(table, COMPLAINTS, *COMPLAINTS.counted), COMPLAINTS)
    day = pd.Timestamp(as_of)
    rows = rows[rows["opened"] <= day].sort_values(["opened", "complaint"], kind="stable")
    rows = rows.assign(closed=rows["closed"].where(rows["closed"] <= day))
    until = rows["closed"].fillna(day)
    rows = rows.assign(days=(until - rows["opened"]).dt.days, again=_again(rows, limits))
    return Complaints(rows.reset_index(drop=True), as_of, limits)


def complaints_open(found: Complaints) -> Measure:
    """How many complaints are open on the day: 0 where all are answered."""
    days = found.open["days"].tolist()
    parts = [
        Part("Late", sum(map(found.is_late, days)), Unit.COUNT),
        Part("Oldest, days", max(days, default=0), Unit.COUNT),
        Part("Made by the day", len(found.rows), Unit.COUNT),
    ]
    return Measure(len(days), Unit.COUNT, OPEN, parts, len(found.rows))


def complaints_late(found: Complaints) -> Measure:
    """How many complaints are open for longer than they may be."""
    late = sum(map(found.is_late, found.open["days"].tolist()))
    return Measure(late, Unit.COUNT, OPEN, [Part("Open", len(found.open), Unit.COUNT)], len(found.rows))


def complaint_list(found: Complaints) -> Breakdown:
    """The open complaints, oldest first. Raises NoData where none is open."""
    if found.open.empty:
        raise NoData("No complaint is open.")
    rows = [
        (
            row["complaint"], row["opened"].date(), row["days"], row["kind"], row["provider"], row["owner"],
            "again" if row["again"] else "", LATE if found.is_late(row["days"]) else WAITS,
        )
        for row in found.open.to_dict("records")
    ]  # fmt: skip
    return Breakdown(COLUMNS, rows, OPEN, rows_used=len(rows))


def complaint_kinds(found: Complaints, window: int) -> Breakdown:
    """Complaints of the days by kind, most first, and all together. Raises NoData without any."""
    period = days_up_to(found.as_of, window)
    first = pd.Timestamp(period.first)
    rows = found.rows
    of_days = rows[(rows["opened"] >= first) | rows["closed"].isna() | (rows["closed"] >= first)]
    if of_days.empty:
        raise NoData(f"No complaint was made, open or answered from {period}.")

    def row(name: str, own: pd.DataFrame) -> tuple[Value, ...]:
        answered = own[own["closed"] >= first]
        made = own[own["opened"] >= first]
        days = float(median(answered["days"].tolist())) if len(answered) else None
        return name, len(made), int(own["closed"].isna().sum()), len(answered), days, int(made["again"].sum())

    body = [row(str(kind), own) for kind, own in of_days.groupby("kind")]
    body.sort(key=lambda each: (-int(each[1]), -int(each[2]), str(each[0])))  # type: ignore[arg-type]
    return Breakdown(KIND_COLUMNS, [*body, row(TOTAL, of_days)], KINDS, rows_used=len(of_days))


def _again(rows: pd.DataFrame, limits: InForce) -> "pd.Series[bool]":
    """Whether the same account complained not long before. Without an account nobody can say."""
    before = rows.groupby("account")["opened"].shift()
    days = (rows["opened"] - before).dt.days
    found: pd.Series[bool] = (days <= limits.whole(AGAIN_WITHIN)) & (rows["account"] != "")
    return found
