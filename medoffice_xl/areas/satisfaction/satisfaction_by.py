"""Satisfaction by provider, month, measure or question, with what it was in as many days before."""

from datetime import timedelta
from enum import StrEnum

import pandas as pd

from medoffice_xl.areas.satisfaction.answers import FEW, Answers
from medoffice_xl.areas.satisfaction.intervals import Interval
from medoffice_xl.areas.satisfaction.tables import COMMENT, MEASURES
from medoffice_xl.areas.satisfaction.top_box import (
    FEW_ANSWERS,
    TOO_FEW,
    of_measure,
    people,
    recommending,
    score_of,
    share_of,
)
from medoffice_xl.areas.satisfaction.top_box import TOP_BOX as DEFINITION
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import first_day, month_numbers
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.measure import Breakdown, BreakdownColumn, Unit, Value
from medoffice_xl.reports.small_cells import HIDDEN, SMALLEST_SHOWN, shown_list


class By(StrEnum):
    """What answers are parted by."""

    PROVIDER = "provider"
    MONTH = "month"
    MEASURE = "measure"
    QUESTION = "question"


FALLEN, RISEN = "fallen", "risen"
NOT_SAID = "(not said)"


def columns(by: str) -> tuple[BreakdownColumn, ...]:
    """The columns, of which the first is what the answers are parted by."""
    which = choose(By, by, "way to part answers")
    return (
        BreakdownColumn(which.capitalize(), Unit.DATE if which is By.MONTH else Unit.TEXT),
        BreakdownColumn("Answers", Unit.COUNT),
        BreakdownColumn("Top box", Unit.PERCENT),
        BreakdownColumn("Low", Unit.PERCENT),
        BreakdownColumn("High", Unit.PERCENT),
        BreakdownColumn("Before", Unit.PERCENT),
        BreakdownColumn("NPS answers", Unit.COUNT),
        BreakdownColumn("NPS", Unit.POINTS),
        BreakdownColumn("NPS low", Unit.POINTS),
        BreakdownColumn("NPS high", Unit.POINTS),
        BreakdownColumn("Says", Unit.TEXT),
    )


def satisfaction_by(found: Answers, by: str, measure: str, window: int) -> Breakdown:
    """A row each: answers, top box with its interval, what it was in as many days before, score, what to note.

    By provider, month and question of one measure; by measure, each by itself. What has fewer than 11 answers is
    hidden, and where that would give it away beside the figure of all, the smallest other row is hidden too. “fallen”
    and “risen” are said where the intervals of now and before do not meet. Raises NoData without answers.
    """
    which = choose(By, by, "way to part answers")
    period = days_up_to(found.as_of, window)
    before = days_up_to(period.first - timedelta(days=1), window)
    now_rows, before_rows = (_asked(found.of(each), which, measure) for each in (period, before))
    if now_rows.empty:
        raise NoData(f"Nobody answered from {period}.")
    now, then = (_groups(each, which) for each in (now_rows, before_rows))
    scores = _groups(recommending(found.of(period)), which)
    names = [name for name in MEASURES if name in now] if which is By.MEASURE else sorted(now, key=str)
    shown, shown_then = (_shown(each, found.limits) for each in (now, then))
    shown_scores = _shown(scores, found.limits)
    rows = [
        _row(
            name,
            now[name] if name in shown else None,
            then[name] if name in shown_then and which is not By.MONTH else None,
            scores[name] if name in shown_scores else None,
            found.limits,
        )
        for name in names
    ]
    total = people(now_rows)
    hides = total < found.limits.whole(SMALLEST_SHOWN)
    return Breakdown(columns(which), rows, DEFINITION, rows_used=0 if hides else total, left_out=found.left_out,
                     notes=_notes(rows, period, found.limits))  # fmt: skip


def _asked(rows: pd.DataFrame, which: By, measure: str) -> pd.DataFrame:
    return rows[rows["measure"] != COMMENT] if which is By.MEASURE else of_measure(rows, measure)


def _groups(rows: pd.DataFrame, which: By) -> dict[Value, pd.DataFrame]:
    if which is By.MONTH:
        by_month = rows.groupby(month_numbers(rows["answered"])) if len(rows) else ()
        return {first_day(int(month)): own for month, own in by_month}
    names = rows[str(which)].str.strip()
    return {str(name): own for name, own in rows.groupby(names.where(names != "", NOT_SAID))}


def _shown(groups: dict[Value, pd.DataFrame], limits: InForce) -> set[Value]:
    """The groups that may be shown beside the figure of all."""
    counts = shown_list([people(own) for own in groups.values()], limits.whole(SMALLEST_SHOWN)).counts
    return {name for name, count in zip(groups, counts, strict=True) if count}


def _row(
    name: Value,
    now: pd.DataFrame | None,
    before: pd.DataFrame | None,
    recommended: pd.DataFrame | None,
    limits: InForce,
) -> tuple[Value, ...]:
    """A row of those answers that may be shown; None are answers that may not, or of which there are none."""
    share = None if now is None else share_of(now)
    earlier = None if before is None else share_of(before)
    counts = [people(each) for each in (now, recommended) if each is not None]
    said = [_change(share, earlier)] if share and earlier else []
    if any(count < limits.whole(FEW) for count in counts):
        said.append(FEW_ANSWERS)
    return (
        name,
        *((HIDDEN,) * 4 if share is None or now is None else (people(now), *_ends(share, 1))),
        None if earlier is None or share is None else earlier.value,
        *((None,) * 4 if recommended is None else (people(recommended), *_ends(score_of(recommended), 100))),
        TOO_FEW if share is None else ", ".join(filter(None, said)),
    )


def _ends(interval: Interval, times: int) -> tuple[Value, ...]:
    return tuple(times * each for each in (interval.value, interval.low, interval.high))


def _change(now: Interval, before: Interval) -> str:
    """What is said where the intervals do not meet."""
    if now.high < before.low:
        return FALLEN
    return RISEN if now.low > before.high else ""


def _notes(rows: list[tuple[Value, ...]], period: Period, limits: InForce) -> list[str]:
    if not any(row[-1] == TOO_FEW for row in rows):
        return []
    least = limits.whole(SMALLEST_SHOWN)
    return [f"* has fewer than {least} answers from {period}, or would give such a row away."]
