"""Sheets of a workbook with the same headings are one list: a sheet a provider, a month, a page of the report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.headers import normalised
from medoffice_xl.readers.sheets import Cell, Grid


@dataclass(frozen=True, slots=True)
class Head:
    """Where the headings of a sheet begin and end (rows, the last included), and what they are."""

    first: int
    last: int
    headings: Sequence[str]


@dataclass(frozen=True, slots=True)
class Joined:
    """The sheets as one, those that were not taken, and what is said of it."""

    grid: Grid
    others: list[str]
    problems: list[Problem]


_LEAST = 3
"""Cells of a line, at least: a total has a label and a sum."""

Between = Callable[[Grid, Head], list[list[Cell]]]
"""The rows that stand between two sheets which become one."""


def nothing(grid: Grid, head: Head) -> list[list[Cell]]:
    """No row between two sheets."""
    return []


def title_or_name(grid: Grid, head: Head) -> list[list[Cell]]:
    """What stands above the headings of the sheet, or its name: whose the rows below are may be said there."""
    return [list(_title(grid, head)) or [grid.sheet]]


def joined(grids: Sequence[Grid], heads: Sequence[Head], best: int, between: Between = nothing) -> Joined:
    """The best sheet, and below it the rows of those that have its headings, with what stands `between`.

    A sheet of which every row stands on another one repeats it: somebody looked at a part, or made a copy.
    """
    wanted = [normalised(each) for each in heads[best].headings]
    alike = [place for place, head in enumerate(heads) if [normalised(each) for each in head.headings] == wanted]
    bodies = {place: _body(grids[place], heads[place]) for place in alike}
    repeats = _repeats(bodies, {place: _title(grids[place], heads[place]) for place in alike})
    taken = [place for place in alike if place not in repeats]
    others = [grid.sheet for place, grid in enumerate(grids) if place not in alike]
    if len(alike) < 2 or not wanted:
        return Joined(grids[best], [grid.sheet for grid in grids if grid is not grids[best]], [])
    first, *further = taken
    whole = grids[first]
    for place in further:
        grid, head = grids[place], heads[place]
        above = between(grid, head)
        rows = [*whole.rows, *above, *grid.rows[head.last + 1 :]]
        lines = [*whole.lines, *(grid.lines[head.last] for _ in above), *grid.lines[head.last + 1 :]]
        whole = replace(whole, rows=rows, lines=lines, problems=[*whole.problems, *grid.problems])
    return Joined(whole, others, [*_as_one(whole, taken), *_left_out(whole, sorted(repeats))])


def _body(grid: Grid, head: Head) -> frozenset[tuple[Cell, ...]]:
    """The rows that are lines: a total, a footer and a blank row have less in them, and are each sheet's own."""
    least = min(_LEAST, sum(bool(each) for each in head.headings))
    rows = (_filled(row) for row in grid.rows[head.last + 1 :])
    return frozenset(row for row in rows if sum(cell not in ("", None) for cell in row) >= least)


def _filled(row: Sequence[Cell]) -> tuple[Cell, ...]:
    cells = list(row)
    while cells and cells[-1] in ("", None):
        cells.pop()
    return tuple(cells)


def _title(grid: Grid, head: Head) -> tuple[Cell, ...]:
    return _filled(grid.rows[head.first - 1]) if head.first else ()


def _repeats(bodies: Mapping[int, frozenset[tuple[Cell, ...]]], titles: Mapping[int, tuple[Cell, ...]]) -> set[int]:
    """The sheets whose rows all stand on another; of two that say the same, the later. Other titles, other lists."""
    found: set[int] = set()
    for place, rows in bodies.items():
        own = titles[place]
        others = [each for each in bodies if each != place and each not in found]
        others = [each for each in others if not (own and titles[each] and own != titles[each])]
        if rows and any(rows < bodies[other] or (rows == bodies[other] and other < place) for other in others):
            found.add(place)
    return found


def _as_one(grid: Grid, taken: Sequence[int]) -> list[Problem]:
    if len(taken) < 2:
        return []
    found = f"{len(taken)} sheets or tables have the same headings; they were read as one list."
    return [Problem(Severity.NOTE, found, "Nothing to do. A row is told by its line on its own sheet.", grid.file)]


def _left_out(grid: Grid, repeats: Sequence[int]) -> list[Problem]:
    """They are told by their places: a sheet may be named after somebody."""
    if not repeats:
        return []
    places = ", ".join(f"{place + 1}" for place in repeats)
    found = f"All rows of {len(repeats)} sheets or tables (number {places}) stand on another; they were left out."
    return [Problem(Severity.DATA, found, "If they are others, export each as a file of its own.", grid.file)]
