"""What payers had answered by several days, worked out in one pass.

A claim that was answered on one day only was answered then as it is now. The others are few, and each day asks them
anew: a later answer may take back or replace an earlier one.
"""

from collections.abc import Iterator, Sequence
from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.claims.claim_identity import NOBODYS
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.ledger.answers import answers
from medoffice_xl.ledger.known_by import COPY, copies_known_by
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import REMITS

_NUMBERED = ("answered_claim", "answered_line")
_OF_ONE_CHECK = ("remittance", "trace")
"""What tells which lines came together: each day's copy has its own."""


def answers_at(remits: Frame, reasons: ReasonCodes, days: Sequence[date]) -> Iterator[pd.DataFrame]:
    """What was answered by each of the days, which ascend; each as `answers` of that day has it, in another order."""
    every = answers(remits, reasons, days[-1])
    again = _several_days(every)
    once = every[~every["claim_id"].isin(again)].sort_values("paid_date", kind="stable")
    apart = {name: int(every[name].max()) + 1 if len(every) else 0 for name in _NUMBERED}
    anew = remembered(_asked_anew, remits, asked=(reasons, tuple(days), tuple(again))) if again else [None] * len(days)
    for day, theirs in zip(days, anew, strict=True):
        known = once.iloc[: once["paid_date"].searchsorted(pd.Timestamp(day), side="right")]
        if theirs is None:
            yield known
        else:
            yield pd.concat([known, theirs.assign(**{name: theirs[name] + apart[name] for name in _NUMBERED})])


def _asked_anew(
    remits: Frame, reasons: ReasonCodes, days: tuple[date, ...], claims: tuple[str, ...]
) -> list[pd.DataFrame]:
    """What was answered to these claims by each day. Numbers that are nobody's tie claims, and are asked day by day."""
    named = [name for name in claims if name not in NOBODYS]
    copies = copies_known_by(days, remits, REMITS, named)
    for name in _OF_ONE_CHECK:
        copies[name] = copies["claim_id"].str.partition(COPY)[0] + COPY + copies[name]
    found = answers(copies, reasons, days[-1])
    parts = found["claim_id"].str.partition(COPY)
    found = found.assign(claim_id=parts[2], copy=parts[0])
    of_days = [found[found["copy"] == str(place)].drop(columns="copy") for place in range(len(days))]
    if len(named) == len(claims):
        return of_days
    rows = nw.from_native(remits).lazy().filter(nw.col("claim_id").is_in(NOBODYS)).collect().to_pandas()
    apart = {name: int(found[name].max()) + 1 if len(found) else 0 for name in _NUMBERED}
    nobodys = [answers(rows, reasons, day) for day in days]
    return [
        pd.concat([theirs, other.assign(**{name: other[name] + apart[name] for name in _NUMBERED})])
        for theirs, other in zip(of_days, nobodys, strict=True)
    ]


def _several_days(every: pd.DataFrame) -> list[str]:
    """Claims that were answered on several days, on a day that nobody knows, or under a number that is nobody's."""
    days = every["paid_date"].groupby(every["claim_id"])
    undated = every["paid_date"].isna().groupby(every["claim_id"]).any()
    several = set(undated.index[undated | (days.nunique() > 1)])
    return sorted(several | set(NOBODYS) & set(undated.index))
