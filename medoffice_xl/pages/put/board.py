"""A board: one row a figure, with the figure, its months as small bars, and what is said of it."""

from collections.abc import Sequence

from medoffice_xl.pages.blocks import Board, Figure
from medoffice_xl.pages.canvas import LINE, ROW, Canvas
from medoffice_xl.pages.contents import Formula, Link
from medoffice_xl.pages.placed import Box, Dress, Role, Rule, Shade, Spot
from medoffice_xl.pages.placed import Span as DrawnFrom
from medoffice_xl.pages.put.figures import TREND, number_format
from medoffice_xl.pages.put.listing import NOTHING
from medoffice_xl.pages.text_width import text_width
from medoffice_xl.pages.tracks import Span, Track
from medoffice_xl.pages.workings import FIRST, SHEET, Spilled, Workings

_FIGURE = 12.0
_LINES = 2
UNKNOWN = "n/a"


def board_tracks(board: Board) -> list[Track]:
    """Label, figure, bars, and the columns of words; the last takes what room is left."""
    label = max(text_width(each.label, bold=True) for each in board.figures) + 2
    last = len(board.words) - 1
    words = [Track(width, grows=place == last, spreads=True) for place, (_, _, width) in enumerate(board.words)]
    return [Track(label, spreads=True), Track(_FIGURE), Track(TREND), *words]


def put_board(board: Board, canvas: Canvas, workings: Workings, top: int, spans: Sequence[Span]) -> int:
    """The headings, and a row for each figure; returns the row after them."""
    spilled = workings.put(str(board.title or board.name), board.source, len(board.source.columns))
    row = canvas.section(board.title, top, spans[0][0], spans[-1][1])
    headings = ("Figure", "Now", "13 months", *(heading for _, heading, _ in board.words))
    for heading, span in zip(headings, spans, strict=True):
        spot = Spot(row, canvas.holding(span) if heading == "Now" else span[0])
        canvas.put(spot, heading)
        looks = Dress(Role.HEADER, right=heading == "Now", indent=int(heading not in ("Now", "Figure")))
        canvas.dress(looks, Box(row, span[0], row, span[1]))
    canvas.height(row, ROW + 3)
    canvas.stays(row, row)
    _remember(board, spilled, canvas)
    for place, figure in enumerate(board.figures):
        row += 1
        _row(board, figure, place, spilled, canvas, row, spans)
    return row + 1


def _row(
    board: Board, figure: Figure, place: int, spilled: Spilled, canvas: Canvas, row: int, spans: Sequence[Span]
) -> None:
    label, now, trend, *words = spans
    canvas.put(Spot(row, label[0]), Link(figure.label, figure.leads_to) if figure.leads_to else figure.label)
    canvas.dress(Dress(Role.LABEL), Box(row, label[0], row, label[1]))
    column = canvas.holding(now)
    canvas.dress(Dress(Role.LABEL), Box(row, now[0], row, now[1]))
    canvas.put(Spot(row, column), _shown(spilled.cell(place, _column(board, board.now)), UNKNOWN))
    canvas.dress(Dress(Role.LABEL, number_format(figure), right=True, strong=True), Box(row, column, row, column))
    canvas.quiet_errors(Box(row, column, row, column))
    canvas.places.figures[canvas.page.name, board.name, figure.label] = Spot(row, column)
    spot = Spot(row, canvas.holding(trend))
    canvas.dress(Dress(Role.TREND, indent=1), Box(row, trend[0], row, trend[1]))
    canvas.put(spot, NOTHING)
    canvas.bars.append((spot, figure.label))
    for (field, _, _), span in zip(board.words, words, strict=True):
        box = Box(row, span[0], row, span[1])
        canvas.put(Spot(row, span[0]), _shown(spilled.cell(place, _column(board, field)), NOTHING))
        canvas.places.words[canvas.page.name, board.name, figure.label, field] = Spot(row, span[0])
        canvas.dress(Dress(Role.REMARK, indent=1, wraps=True), box)
        canvas.merge(box)
    says = words[0]
    canvas.places.remarks[canvas.page.name, board.name, figure.label] = Spot(row, says[0])
    canvas.page.rules.append(Rule(Shade.FIRST_WORD, Box(row, says[0], row, says[1])))
    canvas.height(row, ROW + LINE * (_LINES - 1))
    canvas.stays(row, row)


def _column(board: Board, name: str) -> int:
    return board.source.columns.index(name)


def _shown(cell: str, otherwise: str) -> Formula:
    """What a cell of the spill holds; other words where it is empty or cannot be worked out yet."""
    return Formula(f'=IFERROR(IF({cell}="","{otherwise}",{cell}),"{otherwise}")', otherwise)


def _remember(board: Board, spilled: Spilled, canvas: Canvas) -> None:
    """Where each figure's months and bars stand, of those too that are not shown here."""
    first, last = (spilled.left + _column(board, name) for name in board.months)
    for place, label in enumerate((*(figure.label for figure in board.figures), *board.more)):
        row = FIRST + place
        canvas.places.trends[label] = DrawnFrom(SHEET, Box(row, first, row, last))
        canvas.places.bars[label] = spilled.cell(place, _column(board, board.bars))
