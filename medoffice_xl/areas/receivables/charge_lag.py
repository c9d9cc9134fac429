"""Charge lag: how long a service waits until its charge is entered."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame, fetch, fetch_one, within
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.spread import Spread, Statistic
from medoffice_xl.ledger.voided import standing_charges, voids_told
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.sets.unchanging import remembered

DEFINITION = Definition(
    "Charge lag",
    "day the charge was entered − date of service, over the charge lines entered in the window",
    "HFMA, physician practice MAP Keys: total charge lag days",
)

_LINE = ("claim_id", "line_id", "payer", "provider", "location", "dos", "post_date", "charge")


def charge_lag(
    charges: Frame,
    as_of: date,
    window: int = 90,
    statistic: str = Statistic.MEAN,
    scope: Scope = Scope(),  # noqa: B008 (frozen)
) -> Measure:
    """Mean, median or 90th percentile of days from service to entry, over the lines entered in the window.

    Calendar days; weekends count. A line entered before its service is an error in the data and is left out, as is
    one without a posting day, and so are charges that were voided, with their voids. The rows behind it are the lines
    that count. Raises NoData when no line is left.
    """
    wanted = choose(Statistic, statistic, "statistic")
    period = days_up_to(as_of, window)
    rows = scope.of_charges(standing_charges(charges, as_of, *_LINE))
    entered = rows.filter(within("post_date", period.first, period.last))
    sums = (nw.col("charge").sum(), nw.len().alias("lines"))
    pairs = fetch(entered.group_by("dos", "post_date").agg(*sums))
    counts: Counter[int] = Counter()
    early = LeftOut("charges entered before their service: an error in the dates", 0, 0)
    undated = fetch_one(
        rows.filter(nw.col("post_date").is_null() & within("dos", period.first, period.last)).select(*sums)
    )
    unserved = LeftOut("charges with no date of service", 0, 0)
    for row in pairs:
        if row["dos"] is None:
            unserved = _more(unserved, row)
        elif row["post_date"] < row["dos"]:
            early = _more(early, row)
        else:
            counts[(row["post_date"] - row["dos"]).days] += row["lines"]
    spread = Spread(counts)
    if not spread.size:
        whose = f" for {scope}" if scope.names else ""
        raise NoData(f"No charge with a posting day was entered{whose} from {period}.")
    unposted = LeftOut("charges with no posting day", undated["lines"], undated["charge"])
    return Measure(
        spread.of(wanted),
        Unit.DAYS,
        DEFINITION,
        parts=[
            *(Part(choice.capitalize(), spread.of(choice), Unit.DAYS) for choice in Statistic),
            Part("Charge lines entered", spread.size, Unit.COUNT),
            *period.parts,
        ],
        rows_used=spread.size,
        left_out=[left for left in (early, unserved, unposted) if left.rows],
        rows_behind=lambda: rows_behind(
            entered.filter(nw.col("post_date") >= nw.col("dos")),
            *("claim_id", "line_id", "payer", "provider", "dos", "post_date", "charge"),
        ),
    )


def mean_charge_lags(charges: Frame, days: Sequence[date], window: int = 90) -> list[float | None]:
    """The mean of `charge_lag` on each of the days, in one pass; None where no line is left."""
    rows = remembered(_lags, charges)
    found: list[float | None] = []
    for day in days:
        period = days_up_to(day, window)
        inside = rows["post_date"].between(pd.Timestamp(period.first), pd.Timestamp(period.last))
        counts = rows[inside & ~(rows["voided_on"] <= pd.Timestamp(day))]
        lines = int(counts["lines"].sum())
        found.append(int((counts["days"] * counts["lines"]).sum()) / lines if lines else None)
    return found


def _lags(charges: Frame) -> pd.DataFrame:
    """How many `lines` were entered on a `post_date`, so many `days` after their service, and voided on a day."""
    rows = voids_told(charges, "dos", "post_date").filter(nw.col("post_date") >= nw.col("dos"))
    lines = rows.group_by("dos", "post_date", "voided_on").agg(lines=nw.len()).collect().to_pandas()
    return lines.assign(days=(lines["post_date"] - lines["dos"]).dt.days)


def _more(left: LeftOut, row: dict[str, int]) -> LeftOut:
    return LeftOut(left.reason, left.rows + row["lines"], (left.amount or 0) + row["charge"])
