"""The figures of the practice in one view: each now, month by month, against its target and its benchmark."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from medoffice_xl.area import headlines
from medoffice_xl.headlines import MONTHS, Headline, Known, Terms, is_whole_month, month_ends
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.pages.standing import FAIR, GOOD, NO_FIGURE, POOR
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import BENCHMARKS
from medoffice_xl.tables.benchmarks import HIGHER, LOWER

DEFINITION = Definition(
    "The practice's figures",
    "each figure by its own definition, at the ends of the twelve months before and on the day",
    "The areas' own; benchmarks as the sheet Benchmarks has them",
)
COLUMNS = (
    BreakdownColumn("Figure", Unit.TEXT),
    BreakdownColumn("Now", Unit.RATIO),
    BreakdownColumn("Trend", Unit.TEXT),
    BreakdownColumn("Target", Unit.TEXT),
    BreakdownColumn("Says", Unit.TEXT),
    BreakdownColumn("Benchmark", Unit.TEXT),
    *(BreakdownColumn(f"Month {number}", Unit.RATIO) for number in range(1, MONTHS + 1)),
)
"""Months are numbered from the oldest. Their unit is each figure's own: dollars, days, a share."""


_BARS = "▁▂▃▄▅▆▇█"

MOST_REMEMBERED = 128
_REMEMBERED: dict[Hashable, Any] = {}
"""What figures were at several days, by the versions of their tables; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A row of Benchmarks, as the user left it."""

    better: str
    good: float
    poor: float
    unit: str
    source: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """One figure on the board. `values` are in its unit (money in cents), the day's last."""

    figure: Headline
    ends: Sequence[date]
    values: Known
    compared: Compared | None = None
    target: str = ""

    @property
    def now(self) -> float | int | None:
        """The figure on the day."""
        return self.values[-1]

    @property
    def standing(self) -> str:
        """Good, Fair or Poor against the benchmark; empty where there is none, or no figure."""
        if self.compared is None or self.now is None:
            return ""
        sign = -1 if self.compared.better == LOWER else 1
        now, good, poor = (sign * value for value in (self.now, self.compared.good, self.compared.poor))
        return GOOD if now >= good else POOR if now <= poor else FAIR

    @property
    def benchmark(self) -> str:
        """What good and poor are, with who published it and when; empty where nobody did."""
        if self.compared is None:
            return ""
        way = "or less" if self.compared.better == LOWER else "or more"
        turned = "or more" if self.compared.better == LOWER else "or less"
        good, poor = (in_words(value, self.figure.unit) for value in (self.compared.good, self.compared.poor))
        year = self.compared.year
        dated = f", {year}" if year and str(year) not in self.compared.source else ""
        return f"Good {good} {way}, poor {poor} {turned}: {self.compared.source}{dated}"

    @property
    def says(self) -> str:
        """How it stands and how it moved, in one sentence."""
        if self.now is None:
            return NO_FIGURE
        start = f"{self.standing} · " if self.standing else ""
        return f"{start}{self._moved()}{self._a_year_ago()}"

    def _moved(self) -> str:
        before, day = self.values[-2], self.ends[-1]
        if before is None:
            return self.figure.says
        since = f"{self.ends[-2]:%B}"
        if self.figure.adds_up and not is_whole_month(day):
            return f"{day:%B} to the {day.day}; {since} came to {in_words(before, self.figure.unit)}"
        change = (self.now or 0) - before
        if by_words(abs(change), self.figure.unit) == by_words(0, self.figure.unit):
            return f"As in {since}"
        way = "better" if (change > 0) == (self.figure.better == HIGHER) else "worse"
        return f"{'Up' if change > 0 else 'Down'} {by_words(abs(change), self.figure.unit)} on {since}, {way}"

    def _a_year_ago(self) -> str:
        first = self.values[0]
        return "" if first is None else f"; {in_words(first, self.figure.unit)} a year ago"


def board(
    tables: Tables,
    as_of: date,
    terms: Terms,
    figures: Sequence[Headline] | None = None,
    targets: Mapping[str, str] | None = None,
) -> list[Line]:
    """A line for each figure, all of the catalogue where none are named; one whose tables are missing has no values.

    `targets` are words by the figure's name.
    """
    ends = month_ends(as_of)
    known = _benchmarks(tables.get(BENCHMARKS.name))
    return [
        Line(
            each,
            ends,
            at_ends(each, tables, ends, terms),
            known.get(each.benchmark.measure.casefold()) if each.benchmark else None,
            (targets or {}).get(each.name, ""),
        )
        for each in (headlines() if figures is None else figures)
    ]


def at_ends(figure: Headline, tables: Tables, ends: Sequence[date], terms: Terms) -> Known:
    """A figure at several days; nothing where a table that it needs is not there or holds no row.

    Board, goals and agenda ask the same: an answer is remembered for the versions of the tables that it is made of.
    """
    if not all(tables.has_rows(name) for name in figure.needs):
        return [None] * len(ends)
    version = tables.version(figure.reads)
    memory: dict[Hashable, Any] = tables.own_memory if version is None else _REMEMBERED
    asked = figure, version, tuple(ends), terms
    if asked not in memory:
        memory[asked] = figure.at(tables.narrowed(figure.reads), ends, terms)
        while len(_REMEMBERED) > MOST_REMEMBERED:
            del _REMEMBERED[next(iter(_REMEMBERED))]
    known: Known = memory[asked]
    return known


def figures(lines: Sequence[Line]) -> Breakdown:
    """The board as rows: words, the figure now, and its months, each in the figure's own unit."""
    return Breakdown(
        columns=COLUMNS,
        body=[
            (
                line.figure.name,
                in_a_cell(line.now, line.figure.unit),
                bars(line.values),
                line.target,
                line.says,
                line.benchmark,
                *(in_a_cell(value, line.figure.unit) for value in line.values),
            )
            for line in lines
        ],
        definition=DEFINITION,
        parts=[Part("Figures", len(lines), Unit.COUNT), *(Part(f"Month {n}", end, Unit.DATE)
               for n, end in enumerate(lines[0].ends if lines else (), start=1))],
        rows_used=sum(line.now is not None for line in lines),
    )  # fmt: skip


def bars(values: Known) -> str:
    """Values as small bars, the lowest and the highest as low and as high as there is; one that is not known is a dot.

    They are letters, so that every program shows them, and paper does. No value: nothing.

    >>> bars([1, 4, None, 8])
    '▁▄·█'
    """
    known = [value for value in values if value is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    steps = len(_BARS) - 1
    return "".join(
        "·" if value is None else _BARS[round((value - low) / (high - low) * steps) if high > low else steps // 2]
        for value in values
    )


def in_a_cell(value: float | int | None, unit: Unit) -> float | None:
    """A figure as a cell holds it: dollars for cents."""
    if value is None:
        return None
    return round(value) / 100 if unit is Unit.MONEY else float(value)


def in_words(value: float | int, unit: Unit) -> str:
    """A figure as it is read.

    >>> in_words(-1234567, Unit.MONEY), in_words(0.0671, Unit.PERCENT), in_words(40, Unit.DAYS)
    ('-$12,346', '6.7%', '40 days')
    """
    if unit is Unit.MONEY:
        return f"{'-' if value < 0 else ''}${abs(_half_up(value, -2)):,.0f}"
    if unit is Unit.PERCENT:
        return f"{_plain(_half_up(value, 3) * 100)}%"
    if unit is Unit.COUNT:
        return f"{_half_up(value, 0):,.0f}"
    shown = _plain(_half_up(value, 1 if unit in (Unit.DAYS, Unit.POINTS) else 2))
    words = {Unit.DAYS: "day" if shown == "1" else "days", Unit.POINTS: "points"}
    return f"{shown} {words[unit]}" if unit in words else shown


def by_words(change: float | int, unit: Unit) -> str:
    """By how much a figure changed: a share by points.

    >>> by_words(0.012, Unit.PERCENT)
    '1.2 points'
    """
    return f"{_plain(_half_up(change * 100, 1))} points" if unit is Unit.PERCENT else in_words(change, unit)


def _half_up(value: float | int, places: int) -> float:
    """Rounded half up, as a cell shows it; `places` below zero round cents to dollars."""
    exact = Fraction(str(value)) if isinstance(value, float) else Fraction(value)
    if places < 0:
        exact, places = exact / 100, 0
    scale: int = 10**places
    scaled = abs(exact) * scale + Fraction(1, 2)
    whole = (scaled.numerator // scaled.denominator) / scale
    return whole if exact >= 0 else -whole


def _plain(value: float) -> str:
    """A number without zeros after its point.

    >>> _plain(40.0), _plain(6.7)
    ('40', '6.7')
    """
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def _benchmarks(frame: pd.DataFrame | None) -> dict[str, Compared]:
    """The rows of the table by their measure; those without good or poor compare nothing."""
    return {} if frame is None else remembered(_by_measure, frame)


def _by_measure(frame: pd.DataFrame) -> dict[str, Compared]:
    return {
        str(row["measure"]).casefold(): Compared(
            row["better"],
            _in_unit(row["good"], row["unit"]),
            _in_unit(row["poor"], row["unit"]),
            row["unit"],
            row["source"],
            None if pd.isna(row["year"]) else int(row["year"]),
        )
        for row in frame.to_dict("records")
        if not pd.isna(row["good"]) and not pd.isna(row["poor"])
    }


def _in_unit(value: float, unit: str) -> float:
    """A benchmark as figures have it: cents for dollars."""
    return value * 100 if unit == Unit.MONEY else float(value)
