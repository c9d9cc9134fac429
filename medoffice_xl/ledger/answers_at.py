"""What payers had answered by several days, worked out in one pass.

A claim that was answered on one day only was answered then as it is now, so that what is told of its answers is told
once for all days. The others are few, and each day asks them anew: a later answer may take back or replace an earlier
one.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw
import numpy as np
import pandas as pd

from medoffice_xl.claims.claim_identity import NOBODYS
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.ledger.answers import answers, answers_by_sign
from medoffice_xl.ledger.kept_rows import KeptFrame
from medoffice_xl.ledger.known_by import COPY, copies_known_by
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import REMITS

_NUMBERED = ("answered_claim", "answered_line")
_OF_ONE_CHECK = ("remittance", "trace")
"""What tells which lines came together: each day's copy has its own."""

Tell = Callable[..., pd.DataFrame]


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class AnsweredBy:
    """What was answered by each of the `days`; columns as `answers_by_sign` has them.

    `lines` are `every` line, in memory or on the disk. `once` are the claims that were answered on one day, known from
    it on: those that are `single`.
    `anew` are the others, as each day knew them: `copy` is the day's place among the days. A number of `answered_claim`
    is of one claim on one day.
    """

    days: Sequence[date]
    lines: pd.DataFrame | KeptFrame
    single: "pd.Series[bool]"
    anew: pd.DataFrame

    @property
    def every(self) -> pd.DataFrame:
        """All lines as the last of the days knows them."""
        return self.lines.read() if isinstance(self.lines, KeptFrame) else self.lines

    @property
    def once(self) -> pd.DataFrame:
        """Put together when it is asked for: beside `every` line it would lie in memory a second time."""
        every = self.every
        return every if self.single.all() else every[self.single]

    def apart(self, claims: Collection[str]) -> "AnsweredBy":
        """The same, with these claims among those of which each day has a copy."""
        every = self.every
        theirs = self.single & every["claim_id"].isin(claims)
        if not theirs.any():
            return self
        rows = every[theirs]
        known = [rows[rows["paid_date"] <= pd.Timestamp(day)].assign(copy=place) for place, day in enumerate(self.days)]
        return AnsweredBy(self.days, self.lines, self.single & ~theirs, _one_after_another([self.anew, *known]))

    def told(self, tell: Tell, *more: Any) -> "Told":
        """What `tell(lines, *more)` tells of the claims: rows with `answered_claim` and the `day` that each counts on.

        It tells of each claim by itself, so that it is asked once for those of `once`, and once for all copies.
        """
        return remembered(_told, self, *more, asked=(tell,))


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What was told of the claims of `once` and of the copies of the others."""

    days: Sequence[date]
    once: pd.DataFrame
    anew: pd.DataFrame

    def in_windows(self, window: int) -> Iterator[tuple[date, pd.DataFrame]]:
        """For each of the days, the rows whose day is among the `window` days up to it."""
        for day, parts in self._parts_in(window):
            both = [rows for rows in parts if len(rows)]
            found = pd.concat(both, ignore_index=True) if both else self.once.head(0)
            yield day, found[self.once.columns]

    def shares(self, window: int) -> list[float | None]:
        """Of the claims whose day is among the `window` days up to each day, the share that `counts`; None of none."""
        found: list[float | None] = []
        for _, parts in self._parts_in(window):
            claims = sum(map(len, parts))
            found.append(sum(int(rows["counts"].sum()) for rows in parts) / claims if claims else None)
        return found

    def _parts_in(self, window: int) -> Iterator[tuple[date, tuple[pd.DataFrame, pd.DataFrame]]]:
        for place, day in enumerate(self.days):
            period = days_up_to(day, window)
            yield day, (_inside(self.once, period), _inside(self.anew[self.anew["copy"] == place], period))


def _inside(rows: pd.DataFrame, period: Period) -> pd.DataFrame:
    return rows[rows["day"].between(pd.Timestamp(period.first), pd.Timestamp(period.last))]


def _told(answered: AnsweredBy, *more: Any) -> Told:
    *given, tell = more
    of_copy = answered.anew.drop_duplicates("answered_claim").set_index("answered_claim")["copy"]
    once, anew = (tell(lines, *given) for lines in (answered.once, answered.anew.drop(columns="copy")))
    return Told(answered.days, once, anew.assign(copy=of_copy.reindex(anew["answered_claim"]).to_numpy()))


def answered_by(remits: Frame, reasons: ReasonCodes, days: Sequence[date]) -> AnsweredBy:
    """What was answered by each of the days, which ascend."""
    return remembered(_answered_by, remits, asked=(reasons, tuple(days)))


def _answered_by(remits: Frame, reasons: ReasonCodes, days: tuple[date, ...]) -> AnsweredBy:
    every = answers(remits, reasons, days[-1])
    again = _several_days(every)
    anew = _asked_anew(remits, reasons, days, again) if again else []
    copies = _one_after_another([every.head(0).assign(copy=0), *anew], every)
    copies = copies.assign(paid=np.sign(copies["paid"]))
    lines = answers_by_sign(remits, reasons, days[-1])
    return unchanging(AnsweredBy(days, lines, ~every["claim_id"].isin(again), copies))


def _asked_anew(remits: Frame, reasons: ReasonCodes, days: Sequence[date], claims: Sequence[str]) -> list[pd.DataFrame]:
    """What was answered to these claims by each day. Numbers that are nobody's tie claims, and are asked day by day."""
    named = [name for name in claims if name not in NOBODYS]
    copies = copies_known_by(days, remits, REMITS, named)
    for name in _OF_ONE_CHECK:
        copies[name] = copies["copy"].astype("str") + COPY + copies[name]
    found = answers(copies, reasons, days[-1])
    own = copies.drop_duplicates("claim_id").set_index("claim_id")[["copy", "copy_of"]].reindex(found["claim_id"])
    of_named = found.assign(claim_id=own["copy_of"].to_numpy(), copy=own["copy"].to_numpy())
    if len(named) == len(claims):
        return [of_named]
    rows = nw.from_native(remits).lazy().filter(nw.col("claim_id").is_in(NOBODYS)).collect().to_pandas()
    return [of_named, *(answers(rows, reasons, day).assign(copy=place) for place, day in enumerate(days))]


def _one_after_another(parts: Sequence[pd.DataFrame], beside: pd.DataFrame | None = None) -> pd.DataFrame:
    """The parts as one frame, in which no two have a number in common, nor any with the frame beside them."""
    after = {name: _next_number(beside, name) for name in _NUMBERED}
    numbered = []
    for part in parts:
        numbered.append(part.assign(**{name: part[name] + after[name] for name in _NUMBERED}))
        after = {name: after[name] + _next_number(part, name) for name in _NUMBERED}
    return pd.concat(numbered, ignore_index=True)


def _next_number(rows: pd.DataFrame | None, name: str) -> int:
    return 0 if rows is None or rows.empty else int(rows[name].max()) + 1


def _several_days(every: pd.DataFrame) -> list[str]:
    """Claims that were answered on several days, on a day that nobody knows, or under a number that is nobody's."""
    days = every["paid_date"].groupby(every["claim_id"])
    undated = every["paid_date"].isna().groupby(every["claim_id"]).any()
    several = set(undated.index[undated | (days.nunique() > 1)])
    return sorted(several | set(NOBODYS) & set(undated.index))
