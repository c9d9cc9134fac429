"""Goals: what a figure is to reach, held against the straight line from where it began to its target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from medoffice_xl.area import headlines
from medoffice_xl.areas.plan.board import Line, board, in_words
from medoffice_xl.areas.plan.tables import GOALS
from medoffice_xl.areas.plan.thresholds import AT_RISK
from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.contracts.thresholds import InForce, limits_on
from medoffice_xl.errors import NoData
from medoffice_xl.headlines import Headline, Terms
from medoffice_xl.ledger.rows import Frame, fetch
from medoffice_xl.ledger.rows import take as taken
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit, Value
from medoffice_xl.sets import Tables
from medoffice_xl.tables.benchmarks import HIGHER, LOWER

DEFINITION = Definition(
    "Goals",
    "line = begun at + (target − begun at) × days gone ÷ days from the first to the last; on track: at least as good "
    "as the line; at risk: behind it by no more than the threshold's share of the whole way; else off. From the last "
    "day on the target itself is held against: reached or missed",
    "medoffice_xl's own rule; the share is a row of Thresholds",
)
COLUMNS = (
    BreakdownColumn("Goal", Unit.TEXT),
    BreakdownColumn("Figure", Unit.TEXT),
    BreakdownColumn("Begun at", Unit.TEXT),
    BreakdownColumn("Now", Unit.TEXT),
    BreakdownColumn("By now", Unit.TEXT),
    BreakdownColumn("Target", Unit.TEXT),
    BreakdownColumn("Reach by", Unit.DATE),
    BreakdownColumn("Status", Unit.TEXT),
    BreakdownColumn("Owner", Unit.TEXT),
    BreakdownColumn("Says", Unit.TEXT),
)


class Status(StrEnum):
    """How a goal stands. What cannot be told yet is neither good nor bad."""

    ON_TRACK = "on track"
    AT_RISK = "at risk"
    OFF = "off track"
    REACHED = "reached"
    MISSED = "missed"
    NOT_BEGUN = "not begun"
    NO_DATA = "no data"


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as typed, in the figure's unit (money in cents)."""

    name: str
    figure: str
    unit: Unit
    better: str
    baseline: Fraction
    start: date
    target: Fraction
    due: date
    owner: str = ""

    def line(self, day: date) -> Fraction:
        """Where the straight line is on a day: at the baseline before the first, at the target from the last day on."""
        whole, gone = (self.due - self.start).days, (day - self.start).days
        if whole <= 0:
            return self.target
        share = Fraction(min(max(gone, 0), whole), whole)
        return self.baseline + (self.target - self.baseline) * share

    def status(self, now: float | int | None, day: date, limits: InForce) -> Status:
        """How it stands on a day with the figure at `now`."""
        if day < self.start:
            return Status.NOT_BEGUN
        if now is None:
            return Status.NO_DATA
        behind = (self.line(day) - Fraction(str(now))) * (1 if self.better == HIGHER else -1)
        if day >= self.due:
            return Status.REACHED if behind <= 0 else Status.MISSED
        if behind <= 0:
            return Status.ON_TRACK
        allowed = abs(self.target - self.baseline) * limits.exact(AT_RISK)
        return Status.AT_RISK if behind <= allowed else Status.OFF


@dataclass(frozen=True, slots=True)
class Standing:
    """A goal with the figure's value, and how it stands; `says` tells what is wrong where it cannot be told."""

    goal: Goal
    now: float | int | None
    status: Status
    says: str = ""


def goal_rows(tables: Tables, as_of: date, terms: Terms) -> Sequence[Sequence[Value]]:
    """The rows of `goal_status`; none where no goal is typed. Only figures that goals name are asked."""
    goals = tables.get(GOALS.name)
    if goals is None or not len(goals):
        return ()
    limits = limits_on(as_of, tables)
    return goal_status(goals, lines_of_goals(goals, tables, as_of, terms), as_of, limits).body


def lines_of_goals(goals: Frame, tables: Tables, as_of: date, terms: Terms) -> list[Line]:
    """The figures that goals name, with their values; of the others only the names."""
    wanted = {row["figure"].strip().casefold() for row in fetch(taken(goals, GOALS, "figure"))}
    asked = [each for each in headlines() if each.name.casefold() in wanted]
    others = [Line(each, (as_of,), (None,)) for each in headlines() if each not in asked]
    return [*board(tables, as_of, terms, asked), *others]


def goal_status(goals: Frame, lines: Sequence[Line], as_of: date, limits: InForce) -> Breakdown:
    """Every goal as it stands, those that need somebody first. Raises NoData where none is typed."""
    found = standings(goals, lines, as_of, limits)
    if not found:
        raise NoData("No goal is typed on the sheet Goals.")
    return Breakdown(
        columns=COLUMNS,
        body=[_row(each, as_of) for each in found],
        definition=DEFINITION,
        parts=[
            *(Part(str(word).capitalize(), sum(each.status is word for each in found), Unit.COUNT) for word in Status),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len(found),
    )


def standings(goals: Frame, lines: Sequence[Line], as_of: date, limits: InForce) -> list[Standing]:
    """The goals as they stand, off track first, then by day and name."""
    known = {line.figure.name.casefold(): line for line in lines}
    rows = fetch(taken(goals, GOALS, "goal", "figure", "better", "baseline", "start", "target", "due", "owner"))
    found = [_standing(row, known, as_of, limits) for row in rows]
    order = (Status.MISSED, Status.OFF, Status.AT_RISK, Status.NO_DATA, Status.ON_TRACK, Status.REACHED)
    ranks = {status: place for place, status in enumerate(order)}
    return sorted(found, key=lambda each: (ranks.get(each.status, len(order)), each.goal.due, each.goal.name))


def targets(goals: Frame | None, lines: Sequence[Headline], as_of: date) -> Mapping[str, str]:
    """What each figure is to reach, and by when, of the goal that is due next; in words for the board."""
    if goals is None:
        return {}
    units = {each.name.casefold(): each for each in lines}
    found: dict[str, str] = {}
    rows = fetch(taken(goals, GOALS, "figure", "target", "due", "start"))
    for row in sorted(rows, key=lambda row: row["due"] or date.max):
        figure = units.get(row["figure"].strip().casefold())
        if figure and row["due"] is not None and row["target"] is not None and row["due"] >= as_of:
            words = in_words(float(_typed(row["target"], figure.unit)), figure.unit)
            found.setdefault(figure.name, f"{words} by {row['due']:%m/%d/%Y}")
    return found


def _standing(row: Mapping[str, object], known: Mapping[str, Line], as_of: date, limits: InForce) -> Standing:
    line = known.get(str(row["figure"]).strip().casefold())
    unit = line.figure.unit if line else Unit.RATIO
    better = str(row["better"]) or (line.figure.better if line else LOWER)
    start, due = row["start"], row["due"]
    goal = Goal(
        str(row["goal"]),
        line.figure.name if line else str(row["figure"]),
        unit,
        better,
        _typed(row["baseline"], unit),
        start if isinstance(start, date) else date.min,
        _typed(row["target"], unit),
        due if isinstance(due, date) else date.max,
        str(row["owner"]),
    )
    wrong = _wrong(row, line, known)
    if wrong or line is None:
        return Standing(goal, None, Status.NO_DATA, wrong)
    return Standing(goal, line.now, goal.status(line.now, as_of, limits))


def _wrong(row: Mapping[str, object], line: Line | None, known: Mapping[str, Line]) -> str:
    """What is to be typed otherwise before the goal can be told."""
    if line is None:
        names = [each.figure.name for each in known.values()]
        near = did_you_mean(str(row["figure"]), names, 3)
        meant = f" Did you mean {' or '.join(near)}?" if near else ""
        return f"There is no figure “{row['figure']}”.{meant}"
    empty = [GOALS[name].header for name in ("baseline", "start", "target", "due") if row[name] is None]
    if empty:
        return f"Type {' and '.join(empty)}."
    start, due = row["start"], row["due"]
    if isinstance(start, date) and isinstance(due, date) and start >= due:
        return "Begun on must be before Reach by."
    return ""


def _typed(value: object, unit: Unit) -> Fraction:
    """A typed value in the figure's unit: cents for dollars."""
    if value is None:
        return Fraction(0)
    return Fraction(str(value)) * (100 if unit is Unit.MONEY else 1)


def _row(each: Standing, as_of: date) -> tuple[str | date | None, ...]:
    goal = each.goal

    def words(value: Fraction | float | int | None) -> str:
        return "n/a" if value is None else in_words(float(value), goal.unit)

    known = each.status is not Status.NO_DATA or not each.says
    return (
        goal.name,
        goal.figure,
        words(goal.baseline) if known else "",
        words(each.now),
        words(goal.line(as_of)) if known else "",
        words(goal.target) if known else "",
        goal.due if goal.due != date.max else None,
        each.status,
        goal.owner,
        each.says or _says(each, as_of),
    )


def _says(each: Standing, as_of: date) -> str:
    goal, left = each.goal, (each.goal.due - as_of).days
    if each.status is Status.NO_DATA:
        return "The figure is not known on this day."
    if each.status is Status.NOT_BEGUN:
        return f"Begins on {goal.start:%m/%d/%Y}."
    if left <= 0:
        return "The day is here." if left == 0 else f"The day was {-left} day{'s' * (left != -1)} ago."
    return f"{left} day{'s' * (left != 1)} left."
