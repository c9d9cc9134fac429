"""From blocks within blocks to one grid of columns, and each block's share of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from medoffice_xl.pages.blocks import (
    Across,
    Block,
    Board,
    Bridge,
    Cards,
    Chart,
    Down,
    Drawn,
    Figures,
    InputLine,
    InputTable,
    Links,
    Listing,
    Note,
    TotalChart,
    Verdict,
)
from medoffice_xl.pages.put.board import board_tracks
from medoffice_xl.pages.put.charts import chart_tracks
from medoffice_xl.pages.put.figures import card_tracks, figure_tracks
from medoffice_xl.pages.put.inputs import input_line_tracks, input_table_tracks
from medoffice_xl.pages.put.listing import listing_tracks
from medoffice_xl.pages.put.words import links_tracks, words_tracks
from medoffice_xl.pages.tracks import Span, Track, fitted, total_width

BETWEEN = 3.0
"""The gap between blocks side by side, in digits."""


@dataclass(slots=True)
class Laid:
    """A block with the columns it asks for, and the blocks within it with their share of those."""

    block: Block
    tracks: list[Track]
    parts: Sequence[tuple["Laid", Sequence[Span]]] = ()


def laid_out(block: Block) -> Laid:
    """The columns of a block and of everything in it."""
    if isinstance(block, Down):
        return _one_grid(block, [laid_out(each) for each in block.blocks])
    if isinstance(block, Across):
        return _side_by_side(block, [laid_out(each) for each in block.blocks])
    return Laid(block, [replace(track) for track in _tracks(block)])


def _one_grid(block: Down, parts: Sequence[Laid]) -> Laid:
    """One under another: the part with the most columns sets the grid, the others find their place in it."""
    if not parts:
        return Laid(block, [Track(0.0)])
    leader = max(parts, key=lambda part: (sum(not track.gap for track in part.tracks), total_width(part.tracks)))
    grid = [replace(track) for track in leader.tracks]
    spans: dict[int, Sequence[Span]] = {id(leader): [(column, column) for column in range(len(grid))]}
    for part in parts:
        if part is not leader:
            spans[id(part)] = fitted(grid, part.tracks)
    return Laid(block, grid, [(part, _to_the_end(part, spans[id(part)], len(grid) - 1)) for part in parts])


def _to_the_end(part: Laid, spans: Sequence[Span], last: int) -> Sequence[Span]:
    """What ends in words has all the room there is."""
    if not part.tracks or not part.tracks[-1].grows:
        return spans
    return [*spans[:-1], (spans[-1][0], last)]


def _side_by_side(block: Across, parts: Sequence[Laid]) -> Laid:
    grid: list[Track] = []
    placed: list[tuple[Laid, Sequence[Span]]] = []
    for part in parts:
        if placed:
            # Charts have a frame, which keeps them apart.
            framed = isinstance(part.block, Drawn) and isinstance(placed[-1][0].block, Drawn)
            grid += [] if framed else [Track(BETWEEN, gap=True)]
        first = len(grid)
        grid += [replace(track) for track in part.tracks]
        placed.append((part, [(column, column) for column in range(first, len(grid))]))
    return Laid(block, grid, placed)


def _tracks(block: Block) -> list[Track]:  # noqa: PLR0911 (one line a kind of block)
    match block:
        case Cards():
            return card_tracks(block)
        case Board():
            return board_tracks(block)
        case Figures():
            return figure_tracks(block)
        case Listing():
            return listing_tracks(block)
        case InputLine():
            return input_line_tracks(block)
        case InputTable():
            return input_table_tracks(block)
        case Links():
            return links_tracks(block)
        case Chart() | TotalChart() | Bridge():
            return chart_tracks(block)
        case Note() | Verdict():
            return words_tracks(block)
        case _:
            raise TypeError(f"{type(block).__name__} is no block of a page")


def within(spans: Sequence[Span], share: Sequence[Span]) -> list[Span]:
    """Columns of the sheet for columns of a part: `share` in columns of the whole, `spans` those on the sheet."""
    return [(spans[first][0], spans[last][1]) for first, last in share]
