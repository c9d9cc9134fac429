"""The layout engine: pages as they are declared become pages in their place.

Blocks flow down a page; columns are as wide as their contents; lists spill on a hidden sheet and show through plain
cells; references by block and field become cells when every page has its places.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from medoffice_xl.pages.blocks import (
    Across,
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
from medoffice_xl.pages.canvas import GAP_ROW, ROW, Canvas, Places
from medoffice_xl.pages.chart_data import ChartData
from medoffice_xl.pages.contents import Content, Formula
from medoffice_xl.pages.laying import Laid, laid_out, within
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.paper import paper_of, points, stretched_to_paper, taller_charts
from medoffice_xl.pages.placed import PAGE_MARK, UNSEEN, Box, Dress, PlacedChart, PlacedPage, Role, Spot
from medoffice_xl.pages.places import address
from medoffice_xl.pages.put.board import put_board
from medoffice_xl.pages.put.charts import series_of
from medoffice_xl.pages.put.figures import put_cards, put_figures
from medoffice_xl.pages.put.inputs import put_input_line, put_input_table
from medoffice_xl.pages.put.listing import NOTHING, put_listing
from medoffice_xl.pages.put.words import put_links, put_note, put_verdict
from medoffice_xl.pages.references import resolved
from medoffice_xl.pages.tracks import Span
from medoffice_xl.pages.workings import Workings

MARGIN = 2.0
"""The width of the empty columns at both sides, in digits."""

TITLE_ROWS = 3
"""Title, subtitle, and air under them."""


@dataclass(slots=True)
class PlacedBook:
    """All pages in their places, the hidden sheets behind them, and where everything stands."""

    pages: list[PlacedPage]
    behind: list[PlacedPage]
    places: Places


@dataclass(slots=True)
class _Waiting:
    """A chart whose place is known; what it draws is found when all pages have their places."""

    chart: Drawn
    box: Box
    width: float
    height: float


@dataclass(slots=True)
class _Sheet:
    """One page being placed."""

    page: Page
    canvas: Canvas
    workings: Workings
    chart_height: float
    """Of the heights that charts ask for."""
    waiting: list[_Waiting] = field(default_factory=list)
    block_rows: list[int] = field(default_factory=list)


def place(pages: Sequence[Page]) -> PlacedBook:
    """Every page in its place. Raises ValueError for a reference to what is not there."""
    names = [page.name for page in pages]
    if len(set(names)) != len(names):
        raise ValueError("two pages have the same name")
    places, workings, data = Places(), Workings(), ChartData()
    sheets = [_placed(page, places, workings, _taller_charts(page)) for page in pages]
    by_name = {page.name: page for page in pages}
    for sheet in sheets:
        placed = sheet.canvas.page
        placed.charts = [
            PlacedChart(
                each.chart,
                each.box,
                each.width,
                each.height,
                series_of(each.chart, placed.name, by_name, places, data),
            )
            for each in sheet.waiting
        ]
        for spot, name in sheet.canvas.bars:
            placed.grid[spot.row][spot.column] = _bars(name, placed.name, places)
    behind = [workings.sheet(), data.sheet()]
    placed_pages = [sheet.canvas.page for sheet in sheets]
    for one in (*placed_pages, *behind):
        _resolve(one, places)
    return PlacedBook(placed_pages, behind, places)


def place_one(page: Page) -> PlacedPage:
    """A page that holds its values itself and stands alone, such as a report."""
    return place([page]).pages[0]


def _taller_charts(page: Page) -> float:
    """How much taller charts are than they must be, so that a page of one sheet fills it."""
    return taller_charts(_placed(page, Places(), Workings(), 1.0).canvas.page)


def _bars(name: str, page: str, places: Places) -> Formula:
    if name not in places.bars:
        raise ValueError(f"{page}: no board shows {name}, so there is no trend of it to show")
    cell = places.bars[name]
    return Formula(f'=IFERROR(IF({cell}="","{NOTHING}",{cell}),"{NOTHING}")', NOTHING)


def _placed(page: Page, places: Places, workings: Workings, chart_height: float) -> _Sheet:
    whole = laid_out(Down(tuple(page.blocks)))
    stretched_to_paper(whole.tracks)
    widths = [MARGIN, *(track.width for track in whole.tracks), MARGIN]
    gaps = frozenset(column for column, track in enumerate(whole.tracks, start=1) if track.gap)
    placed = PlacedPage(page.name, page.title, widths)
    sheet = _Sheet(page, Canvas(placed, places, gaps), workings, chart_height)
    _band(sheet)
    row = TITLE_ROWS
    for part, share in whole.parts:
        sheet.block_rows.append(row)
        row = _put(sheet, part, row, [(first + 1, last + 1) for first, last in share])
        sheet.canvas.height(row, GAP_ROW)
        sheet.canvas.stays(row, row)
        row += 1
    _mark_spare_rows(sheet.canvas)
    placed.paper = paper_of(placed, sheet.block_rows)
    _keep_in_sight(sheet)
    return sheet


def _keep_in_sight(sheet: _Sheet) -> None:
    """While scrolling, the title stays with the outcome under it; of a page that is one list, its headings do.

    These head every sheet of paper as well.
    """
    placed, blocks = sheet.canvas.page, sheet.page.blocks
    if len(sheet.canvas.headings) == 1 and all(isinstance(block, Verdict | Listing | Note) for block in blocks):
        (heading,) = sheet.canvas.headings
        placed.frozen_rows = heading + 1
        placed.paper = replace(placed.paper, repeated=(heading, heading))
    elif blocks and isinstance(blocks[0], Verdict):
        placed.frozen_rows = sheet.block_rows[0] + 1


def _band(sheet: _Sheet) -> None:
    canvas, page = sheet.canvas, sheet.page
    last = len(canvas.page.widths) - 1
    for row, (words, role, height) in enumerate(((page.title, Role.TITLE, 30), (page.subtitle, Role.SUBTITLE, 18))):
        canvas.put(Spot(row, 1), words)
        canvas.dress(Dress(role), Box(row, 0, row, last))
        canvas.height(row, height)
    canvas.height(TITLE_ROWS - 1, GAP_ROW)
    canvas.stays(0, TITLE_ROWS - 1)


def _put(sheet: _Sheet, laid: Laid, top: int, spans: Sequence[Span]) -> int:  # noqa: PLR0911 (one line a kind)
    """Put a block where it belongs; returns the first row under it."""
    canvas, block = sheet.canvas, laid.block
    match block:
        case Down():
            return _put_down(sheet, laid, top, spans)
        case Across():
            return _put_across(sheet, laid, top, spans)
        case Cards():
            return put_cards(block, canvas, top, spans)
        case Board():
            return put_board(block, canvas, sheet.workings, top, spans)
        case Figures():
            return put_figures(block, canvas, top, spans)
        case Listing():
            return put_listing(block, canvas, sheet.workings, top, spans)
        case InputLine():
            return put_input_line(block, canvas, top, spans)
        case InputTable():
            return put_input_table(block, canvas, top, spans)
        case Links():
            return put_links(block, canvas, top, spans)
        case Note():
            return put_note(block, canvas, top, spans)
        case Verdict():
            return put_verdict(block, canvas, top, spans)
        case Chart() | TotalChart() | Bridge():
            return _put_chart(sheet, block, top, spans, top)
    raise TypeError(f"{type(block).__name__} cannot be placed")


def _put_down(sheet: _Sheet, laid: Laid, top: int, spans: Sequence[Span]) -> int:
    row = top
    for number, (part, share) in enumerate(laid.parts):
        if number:
            sheet.canvas.height(row, GAP_ROW)
            sheet.canvas.stays(row, row)
            row += 1
        row = _put(sheet, part, row, within(spans, share))
    return row


def _put_across(sheet: _Sheet, laid: Laid, top: int, spans: Sequence[Span]) -> int:
    """Side by side. A chart beside other blocks is as high as they are."""
    ends = [top]
    for part, share in laid.parts:
        if not isinstance(part.block, Drawn):
            ends.append(_put(sheet, part, top, within(spans, share)))
    beside = max(ends)
    for part, share in laid.parts:
        if isinstance(part.block, Drawn):
            ends.append(_put_chart(sheet, part.block, top, within(spans, share), beside))
    return max(ends)


def _put_chart(sheet: _Sheet, chart: Drawn, top: int, spans: Sequence[Span], beside: int) -> int:
    """Keep rows free for a chart, as many as it needs or as stand beside it."""
    canvas = sheet.canvas
    row, height = top, 0.0
    while row < beside or height < chart.height * sheet.chart_height:
        canvas.height(row, ROW)
        height += canvas.page.heights[row]
        row += 1
    canvas.stays(top, row - 1)
    box = Box(top, spans[0][0], row - 1, spans[-1][1])
    canvas.page.chart_boxes.append(box)
    width = sum(points(width) for width in canvas.page.widths[box.left : box.right + 1])
    sheet.waiting.append(_Waiting(chart, box, width, height))
    return row


def _mark_spare_rows(canvas: Canvas) -> None:
    """Let each row that comes and goes say whether it is needed."""
    rows = sorted(row for row in canvas.spare if row not in canvas.solid)
    if not rows:
        return
    canvas.put(Spot(0, 0), PAGE_MARK)
    canvas.dress(Dress(Role.TITLE, UNSEEN), Box(0, 0, 0, 0))
    for row in rows:
        empty = ",".join(f'TRIM({address(spot)})=""' for spot in canvas.spare[row])
        canvas.put(Spot(row, 0), Formula(f"=IF(AND({empty}),0,1)", 0))
        canvas.dress(Dress(Role.MARK), Box(row, 0, row, 0))
    spoken = {row for row in rows if any(_says(canvas.page.grid[spot.row][spot.column]) for spot in canvas.spare[row])}
    canvas.page.hidden = frozenset(rows) - spoken


def _says(content: Content) -> bool:
    return isinstance(content, Formula) and content.stored not in ("", None)


def _resolve(page: PlacedPage, places: Places) -> None:
    """Cells in place of references, everywhere on a page."""

    def on_page(text: str) -> str:
        return resolved(text, lambda reference: places.address(reference, page.name))

    for row in page.grid:
        for column, content in enumerate(row):
            if isinstance(content, Formula):
                row[column] = Formula(on_page(content.text), content.stored)
    page.rules = [replace(rule, condition=on_page(rule.condition)) for rule in page.rules]
    page.spills = {spot: on_page(formula) for spot, formula in page.spills.items()}
