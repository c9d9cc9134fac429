"""Small groups of people: which counts of a table may be shown, so that no small group can be worked out.

A count from 1 to 10 is never shown, and what is shown beside it never gives it away (the rule of CMS for its own data).
So where one count is hidden, or where those hidden together are fewer than 11, the smallest one shown is hidden too;
then each hidden count is tried: if the totals that are shown determine it, more is hidden until they do not. Zero may
be shown. The rows and columns of a table in two show the very totals that the lists of each alone show, so that two
pages about the same people give nothing away together.
"""

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from medoffice_xl.tables.thresholds import Threshold

SMALLEST_SHOWN = Threshold(
    "People: smallest group shown",
    "11",
    "people",
    "Groups of fewer people are not shown, and neither is what would give them away.",
    "CMS cell size suppression policy (ResDAC 2024): no cell from 1 to 10",
)
HIDDEN = "*"
"""What stands in the place of a count that is not shown."""

Shown = int | None
"""A count, or None where it is hidden."""


@dataclass(frozen=True, slots=True)
class Line:
    """Counts that add up to a total: a row or a column, by the names of its cells."""

    parts: tuple[Hashable, ...]
    total: Hashable


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list of counts with its total, as they may be shown."""

    counts: Sequence[Shown]
    total: Shown


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table of counts with the totals of its rows and columns, as they may be shown."""

    counts: Sequence[Sequence[Shown]]
    rows: Sequence[Shown]
    columns: Sequence[Shown]
    total: Shown

    @property
    def hidden_share(self) -> Fraction:
        """Which share of the cells, totals apart, is hidden."""
        cells = [count for row in self.counts for count in row]
        return Fraction(sum(count is None for count in cells), len(cells)) if cells else Fraction(0)


def shown_list(counts: Sequence[int], least: int) -> ShownList:
    """The counts of one list that may be shown, beside their total.

    >>> shown_list([60, 31, 9], 11).counts
    [60, None, None]
    """
    whole = sum(counts)
    if 0 < whole < least:
        return ShownList([None] * len(counts), None)
    values: dict[Hashable, int] = {**dict(enumerate(counts)), "total": whole}
    hidden = _hidden(
        values, [Line(tuple(range(len(counts))), "total")], _small(values, least), range(len(counts)), least
    )
    return ShownList([None if place in hidden else count for place, count in enumerate(counts)], whole)


def shown_table(counts: Sequence[Sequence[int]], least: int) -> ShownTable:
    """The counts of a table that may be shown, beside the totals of its rows and columns."""
    sums = [sum(row) for row in counts], [sum(column) for column in zip(*counts, strict=True)]
    rows, columns = (shown_list(each, least) for each in sums)
    if rows.total is None:
        return ShownTable([[None] * len(row) for row in counts], rows.counts, columns.counts, None)
    cells: dict[Hashable, int] = {(r, c): count for r, row in enumerate(counts) for c, count in enumerate(row)}
    values: dict[Hashable, int] = {
        **cells,
        **{("row", place): count for place, count in enumerate(sums[0])},
        **{("column", place): count for place, count in enumerate(sums[1])},
        "total": sum(sums[0]),
    }
    hidden = {("row", place) for place, count in enumerate(rows.counts) if count is None}
    hidden |= {("column", place) for place, count in enumerate(columns.counts) if count is None}
    found = _hidden(values, list(_lines(len(sums[0]), len(sums[1]))), hidden | _small(cells, least), cells, least)
    shown = [[None if (r, c) in found else count for c, count in enumerate(row)] for r, row in enumerate(counts)]
    return ShownTable(shown, rows.counts, columns.counts, rows.total)


def _small(values: Mapping[Hashable, int], least: int) -> set[Hashable]:
    return {name for name, count in values.items() if 0 < count < least}


def _lines(rows: int, columns: int) -> Iterator[Line]:
    """Every row with its total, every column with its own, and the totals with the total of all."""
    yield from (Line(tuple((r, c) for c in range(columns)), ("row", r)) for r in range(rows))
    yield from (Line(tuple((r, c) for r in range(rows)), ("column", c)) for c in range(columns))
    yield Line(tuple(("row", r) for r in range(rows)), "total")
    yield Line(tuple(("column", c) for c in range(columns)), "total")


def _hidden(
    values: Mapping[Hashable, int],
    lines: Sequence[Line],
    hidden: set[Hashable],
    may_go: Collection[Hashable],
    least: int,
) -> set[Hashable]:
    """All that is to be hidden: the smallest of each weak line, until no line is weak and nothing is derivable."""
    hidden = set(hidden)
    while True:
        if more := _next_of_weak_line(values, lines, hidden, may_go, least):
            hidden |= more
            continue
        given_away = derivable(lines, hidden)
        of_those = [line for line in lines if given_away & {*line.parts, line.total}]
        more = set().union(*(_smallest(values, line, hidden, may_go) for line in of_those[:1]))
        if not more:
            more = set().union(*(_smallest(values, line, hidden, may_go) for line in of_those))
        if not more:
            return hidden
        hidden |= more


def _next_of_weak_line(
    values: Mapping[Hashable, int],
    lines: Sequence[Line],
    hidden: set[Hashable],
    may_go: Collection[Hashable],
    least: int,
) -> set[Hashable]:
    """What to hide in the first line whose shown total says too much of what is hidden in it."""
    for line in lines:
        gone = [part for part in line.parts if part in hidden]
        if line.total in hidden or not gone:
            continue
        if (len(gone) == 1 or sum(values[part] for part in gone) < least) and (
            more := _smallest(values, line, hidden, may_go)
        ):
            return more
    return set()


def _smallest(
    values: Mapping[Hashable, int], line: Line, hidden: set[Hashable], may_go: Collection[Hashable]
) -> set[Hashable]:
    """The smallest count of the line that is still shown; a zero only where there is nothing else."""
    left = [part for part in line.parts if part in may_go and part not in hidden]
    ranked = sorted(left, key=lambda part: (values[part] == 0, values[part]))
    return set(ranked[:1])


def derivable(lines: Sequence[Line], hidden: Collection[Hashable]) -> set[Hashable]:
    """Which hidden counts follow from what is shown: those that the sums of the lines determine.

    Each line is an equation in what it hides. A count follows where the equations, solved as far as they go, leave one
    of them with that count alone.
    """
    names = sorted(hidden, key=str)
    place = {name: number for number, name in enumerate(names)}
    rows = []
    for line in lines:
        row = [Fraction(0)] * len(names)
        for part in line.parts:
            if part in place:
                row[place[part]] += 1
        if line.total in place:
            row[place[line.total]] -= 1
        if any(row):
            rows.append(row)
    alone = (([number for number, weight in enumerate(row) if weight]) for row in _solved(rows))
    return {names[found[0]] for found in alone if len(found) == 1}


def _solved(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """The equations solved as far as they go (reduced row echelon form)."""
    done = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((number for number in range(done, len(rows)) if rows[number][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        lead = rows[done][column]
        rows[done] = [weight / lead for weight in rows[done]]
        for number, row in enumerate(rows):
            if number != done and row[column]:
                times = row[column]
                rows[number] = [weight - times * own for weight, own in zip(row, rows[done], strict=True)]
        done += 1
    return rows[:done]
