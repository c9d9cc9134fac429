"""A page of the workbook with what its formulas come to: a page that holds its values itself, as a report does."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from medoffice_xl.book.places import Place
from medoffice_xl.book.values import CellError, Value
from medoffice_xl.errors import BookVersion
from medoffice_xl.hosts.headless.engine import Engine
from medoffice_xl.pages.canvas import height_of
from medoffice_xl.pages.contents import Content, Formula, Link
from medoffice_xl.pages.paper import cut_as_shown
from medoffice_xl.pages.placed import PAGE_MARK, Box, PlacedPage, Role, Span, Spot
from medoffice_xl.pages.text_width import wrapped_lines

_NAMED = re.compile(r"(?<![\w$!'\"])[A-Za-z_]\w*(?![\w(!$])")

ByCell = Mapping[Spot, Value]


def with_values(page: PlacedPage, engine: Engine) -> PlacedPage:
    """The page as it stands now, cut for paper; `engine` has calculated its workbook. Raises BookVersion."""
    shown = as_it_stands(page, engine)
    shown = replace(shown, heights=page.heights | heights_of_words(page, shown.grid))
    return replace(shown, paper=cut_as_shown(shown))


def as_it_stands(page: PlacedPage, engine: Engine) -> PlacedPage:
    """The page with its values and hidden rows of now, its rows as high as they are laid out.

    Raises BookVersion where the workbook lays the page out otherwise than this version does.
    """
    _check_layout(page, engine)
    grid = [[_content(page, engine, Spot(down, across)) for across in range(len(page.widths))] for down in _rows(page)]
    marked = bool(page.grid) and page.grid[0][0] == PAGE_MARK
    hidden = frozenset(row for row in _rows(page) if marked and row and grid[row][0] == 0)
    for row in grid if marked else ():
        row[0] = None
    return replace(
        page,
        grid=grid,
        hidden=hidden,
        rules=[rule for rule in page.rules if not _asks_the_workbook(rule.condition)],
        names={},
        choices=[],
        spills={},
    )


def heights_of_words(page: PlacedPage, grid: Sequence[Sequence[Content]]) -> dict[int, float]:
    """Rows whose words go on in further lines, as high as those of now; a live page has room for what is usual."""
    ends = {Spot(box.top, box.left): box.right for box in page.merged}
    heights: dict[int, float] = {}
    for dress, box in page.dressed:
        for spot in _spots(box) if dress.wraps and dress.role is Role.BODY else ():
            words = grid[spot.row][spot.column]
            width = sum(page.widths[spot.column : ends.get(spot, spot.column) + 1])
            lines = wrapped_lines(words, width - 1) if isinstance(words, str) else 1
            heights[spot.row] = max(heights.get(spot.row, 0.0), height_of(lines))
    return heights


def chart_values(page: PlacedPage, engine: Engine) -> dict[str, dict[Spot, Value]]:
    """What the page's charts draw that stands on other sheets, by sheet and cell."""
    found: dict[str, dict[Spot, Value]] = {}
    for span in _drawn(page):
        if span.sheet != page.name:
            cells = found.setdefault(span.sheet, {})
            cells |= {spot: _shown(engine, span.sheet, spot) for spot in _spots(span.box)}
    return found


def _drawn(page: PlacedPage) -> Iterator[Span]:
    for chart in page.charts:
        for series in chart.series:
            yield from (series.categories, series.values)


def hidden_rows(sheet: str, rows: int, engine: Engine) -> frozenset[int]:
    """The rows of a sheet that its marks say are not needed: what is hidden is not drawn."""
    if engine.value(sheet, Place(1, 1)) != PAGE_MARK:
        return frozenset()
    return frozenset(row for row in range(1, rows) if engine.value(sheet, Place(row + 1, 1)) == 0)


def _rows(page: PlacedPage) -> range:
    return range(len(page.grid))


def _spots(box: Box) -> Iterator[Spot]:
    for row in range(box.top, box.bottom + 1):
        for column in range(box.left, box.right + 1):
            yield Spot(row, column)


def _content(page: PlacedPage, engine: Engine, spot: Spot) -> Content:
    declared = page.grid[spot.row][spot.column]
    if isinstance(declared, Link):
        return declared.words
    value = _shown(engine, page.name, spot)
    if isinstance(value, CellError):
        # Shown as what it is, and as quietly as on the page itself.
        return Formula("=NA()", value.code)
    return value if isinstance(value, str | int | float) else declared if isinstance(declared, str) else None


def _shown(engine: Engine, sheet: str, spot: Spot) -> Value:
    """What a cell shows; nothing where it shows nothing."""
    value = engine.value(sheet, Place(spot.row + 1, spot.column + 1))
    return None if isinstance(value, str) and not value.strip() else value


def _asks_the_workbook(condition: str) -> bool:
    """Whether a rule's condition uses a name of the workbook, which a page alone does not have."""
    return condition.startswith("=") and bool(_NAMED.search(re.sub(r'"[^"]*"', "", condition)))


def _check_layout(page: PlacedPage, engine: Engine) -> None:
    stands = {cell.place: cell.text for cell in engine.formulas.get(page.name, ())}
    for spot in _spots(page.extent):
        declared = page.grid[spot.row][spot.column]
        there = stands.get(Place(spot.row + 1, spot.column + 1))
        if isinstance(declared, Formula) and there is not None and f"={there}" != declared.text:
            raise BookVersion(
                f"The page {page.name} of this workbook was laid out by another version of medoffice_xl. Carry the "
                "workbook to this version with: medoffice upgrade BOOK"
            )
