"""The columns of a sheet that blocks of different columns share.

Blocks stand one under another on one grid of columns. The block with the most columns sets it; each other block's
columns take one or more of its columns, so that every column is as wide as what it holds and few are widened for it.
A column of figures takes one column of the grid, so that nothing that may be sorted or copied is ever merged.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]
"""The first and the last column of a grid that a column of a block takes, both counted from 0."""

_WIDENING = 4.0
_WASTE = 0.15
_PART = 1.5
_WITHOUT = 1.0


@dataclass(slots=True)
class Track:
    """A column: the width it needs, in digits.

    One that `grows` is glad of more, and takes what is left over. One that `spreads` may take several columns of a
    grid. A `gap` only keeps others apart; one that is `optional` may be left out where it would cost a column.
    """

    width: float
    grows: bool = False
    spreads: bool = False
    gap: bool = False
    optional: bool = False


def total_width(tracks: Sequence[Track]) -> float:
    """All of them together."""
    return sum(track.width for track in tracks)


def fitted(grid: list[Track], wanted: Sequence[Track]) -> list[Span]:
    """Which columns of the grid each wanted column takes; columns of the grid are widened, or added, where they must.

    A wanted column that grows lets the block reach to the end of the grid.
    """
    if not wanted:
        return []
    spans = _cheapest(grid, wanted)
    while spans is None:
        grid.append(Track(0.0))
        spans = _cheapest(grid, wanted)
    for track, span in zip(wanted[:-1], spans[:-1], strict=True):
        _widen(grid, track, span)
    spans[-1] = _room_at_the_end(grid, wanted[-1], spans[-1])
    return spans


def _room_at_the_end(grid: list[Track], track: Track, span: Span) -> Span:
    """Words at the end that want more room than there is get a column more, where figures would be widened for them."""
    lacking = track.width - _room(grid, track, span)
    if lacking <= 0 or not track.grows or grid[span[1]].spreads:
        _widen(grid, track, span)
        return span
    grid.append(Track(lacking, grows=True, spreads=True))
    return span[0], len(grid) - 1


def _widen(grid: list[Track], track: Track, span: Span) -> None:
    lacking = track.width - _room(grid, track, span)
    if lacking <= 0 or track.gap:
        return
    first, last = span
    columns = [column for column in range(first, last + 1) if not grid[column].gap] or [last]
    columns = [column for column in columns if grid[column].spreads] or columns
    for column in columns:
        grid[column].width += lacking / len(columns)


def _room(grid: Sequence[Track], track: Track, span: Span) -> float:
    first, last = span
    return sum(each.width for each in grid[first : last + 1] if track.spreads or track.gap or not each.gap)


def _cheapest(grid: Sequence[Track], wanted: Sequence[Track]) -> list[Span] | None:
    """The way to give out the grid's columns from left to right that costs least; None where there is none."""
    ideals = _ideals(grid, wanted)
    # For the wanted columns so far: by how many columns of the grid they take, the least cost and how.
    best: dict[int, tuple[float, list[Span]]] = {0: (0.0, [])}
    for track, ideal in zip(wanted, ideals, strict=True):
        found: dict[int, tuple[float, list[Span]]] = {}
        for taken, (cost, spans) in best.items():
            if track.optional and (taken not in found or cost + _WITHOUT < found[taken][0]):
                found[taken] = (cost + _WITHOUT, [*spans, (taken, taken - 1)])
            for end in range(taken, len(grid)):
                here = _cost(grid, track, ideal, (taken, end))
                if here is not None and (end + 1 not in found or cost + here < found[end + 1][0]):
                    found[end + 1] = (cost + here, [*spans, (taken, end)])
        best = found
    if not best:
        return None
    if any(track.grows for track in wanted):
        return best[len(grid)][1] if len(grid) in best else None
    return min(best.values(), key=lambda each: each[0])[1]


def _ideals(grid: Sequence[Track], wanted: Sequence[Track]) -> list[float]:
    """The width each would have: what it needs, and an equal share of what is left for those that grow."""
    growing = sum(track.grows for track in wanted)
    left = max(0.0, total_width(grid) - total_width(wanted))
    return [track.width + (left / growing if track.grows else 0.0) for track in wanted]


def _cost(grid: Sequence[Track], track: Track, ideal: float, span: Span) -> float | None:
    first, last = span
    columns = sum(not each.gap for each in grid[first : last + 1])
    if not track.spreads and not track.gap and columns != 1:
        return None
    if track.spreads and columns == 0:
        return None
    lacking = max(0.0, track.width - _room(grid, track, span))
    waste = abs(total_width(grid[first : last + 1]) - ideal)
    return lacking * _WIDENING + waste * _WASTE + (0.0 if track.grows else max(0, columns - 1) * _PART)


def stretched(grid: Sequence[Track], width: float) -> None:
    """Let the columns that grow fill a width together, where the grid is narrower."""
    lacking = width - total_width(grid)
    growing = [track for track in grid if track.grows]
    if lacking <= 0 or not growing:
        return
    for track in growing:
        track.width += lacking / len(growing)
