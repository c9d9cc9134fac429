"""Figures: as cards to be seen from afar, or one under another."""

from collections.abc import Sequence

from medoffice_xl.pages.blocks import Cards, Figure, Figures
from medoffice_xl.pages.canvas import GAP_ROW, Canvas
from medoffice_xl.pages.contents import Formula, Link, Words, content_of_cell
from medoffice_xl.pages.fields import CENTS, NUMBER_FORMATS
from medoffice_xl.pages.placed import Box, Dress, Role, Rule, Shade, Spot
from medoffice_xl.pages.places import address
from medoffice_xl.pages.standing import NO_FIGURE, sentence
from medoffice_xl.pages.text_width import text_width
from medoffice_xl.pages.tracks import Span, Track

CARD = 24.0
BETWEEN = 2.0
_SMALL = 0.9
_REMARK_AIR = 3.0
_VALUE = 13.0
TREND = 16.0
"""The width of the small bars of thirteen months, in digits."""


def number_format(figure: Figure) -> str:
    """How the figure is written."""
    return figure.number_format or NUMBER_FORMATS[figure.unit]


def card_tracks(cards: Cards) -> list[Track]:
    """A column a card, with gaps between."""
    widest = max(CARD, *(text_width(figure.label, bold=True) + _REMARK_AIR for figure in cards.figures))
    tracks: list[Track] = []
    for number in range(min(cards.across, len(cards.figures))):
        tracks += [Track(BETWEEN, gap=True, optional=True)] * bool(number)
        tracks.append(Track(widest, grows=True, spreads=True))
    return tracks


def put_cards(cards: Cards, canvas: Canvas, top: int, spans: Sequence[Span]) -> int:
    """Rows of cards: label, figure, and how it stands or what it says."""
    row = canvas.section(cards.title, top, spans[0][0], spans[-1][1])
    places = spans[::2]
    for first in range(0, len(cards.figures), len(places)):
        if first:
            canvas.height(row, GAP_ROW)
            canvas.stays(row, row)
            row += 1
        for figure, span in zip(cards.figures[first : first + len(places)], places, strict=False):
            _card(cards, figure, canvas, row, span)
        row += 3
    return row


def _card(cards: Cards, figure: Figure, canvas: Canvas, row: int, span: Span) -> None:
    roles = ((Role.CARD_LABEL, 20.0), (Role.CARD_FIGURE, 36.0), (Role.CARD_REMARK, 18.0))
    contents = (_label(figure), content_of_cell(figure.content, figure.unit), _remark(figure, Spot(row + 1, span[0])))
    for offset, ((role, height), content) in enumerate(zip(roles, contents, strict=True)):
        box = Box(row + offset, span[0], row + offset, span[1])
        canvas.put(Spot(row + offset, span[0]), content)
        shown = number_format(figure) if role is Role.CARD_FIGURE else "General"
        canvas.dress(Dress(role, shown), box)
        canvas.merge(box)
        canvas.height(row + offset, height)
    _remember(cards.name, figure, canvas, Spot(row + 1, span[0]))
    canvas.places.remarks[canvas.page.name, cards.name, figure.label] = Spot(row + 2, span[0])
    _rules(figure, canvas, Box(row + 1, span[0], row + 1, span[1]), Box(row + 2, span[0], row + 2, span[1]))
    canvas.stays(row, row + 2)


def figure_tracks(figures: Figures) -> list[Track]:
    """Label, number and sentence; abreast, only labels and numbers, with gaps between."""
    label = max(text_width(figure.label, bold=True) for figure in figures.figures) + 2
    value = max(_VALUE if number_format(figure) == CENTS else _VALUE - 2 for figure in figures.figures)
    if figures.abreast == 1:
        trend = [Track(TREND)] * _has_trends(figures)
        return [Track(label, spreads=True), Track(value), *trend, Track(30.0, grows=True, spreads=True)]
    tracks: list[Track] = []
    for number in range(figures.abreast):
        tracks += [Track(BETWEEN, gap=True)] * bool(number)
        tracks += [Track(label, grows=True, spreads=True), Track(value)]
    return tracks


def put_figures(figures: Figures, canvas: Canvas, top: int, spans: Sequence[Span]) -> int:
    """One row a figure; abreast, they are read down the first column, then the next."""
    row = canvas.section(figures.title, top, spans[0][0], spans[-1][1])
    if figures.abreast == 1:
        for figure in figures.figures:
            _line(figures, figure, canvas, row, spans[0], spans[1])
            if _has_trends(figures):
                _trend(figure, canvas, Spot(row, canvas.holding(spans[2])))
            _sentence(figure, canvas, row, spans[1], spans[-1])
            canvas.places.remarks[canvas.page.name, figures.name, figure.label] = Spot(row, spans[-1][0])
            row += 1
        return row
    high = -(-len(figures.figures) // figures.abreast)
    for number, figure in enumerate(figures.figures):
        across, down = divmod(number, high)
        label, value = spans[3 * across : 3 * across + 2]
        _line(figures, figure, canvas, row + down, label, value)
    return row + high


def _has_trends(figures: Figures) -> bool:
    return any(figure.trend for figure in figures.figures)


def _trend(figure: Figure, canvas: Canvas, spot: Spot) -> None:
    canvas.dress(Dress(Role.TREND, indent=1), Box(spot.row, spot.column, spot.row, spot.column))
    if figure.trend:
        canvas.bars.append((spot, figure.trend))


def _line(figures: Figures, figure: Figure, canvas: Canvas, row: int, label: Span, value: Span) -> None:
    canvas.put(Spot(row, label[0]), _label(figure))
    canvas.dress(Dress(Role.LABEL), Box(row, label[0], row, label[1]))
    column = canvas.holding(value)
    canvas.dress(Dress(Role.LABEL), Box(row, value[0], row, value[1]))
    canvas.put(Spot(row, column), content_of_cell(figure.content, figure.unit))
    canvas.dress(Dress(Role.LABEL, number_format(figure), right=True, strong=True), Box(row, column, row, column))
    canvas.height(row, 17.0)
    canvas.stays(row, row)
    _remember(figures.name, figure, canvas, Spot(row, column))
    _rules(figure, canvas, Box(row, column, row, column), None)


def _sentence(figure: Figure, canvas: Canvas, row: int, value: Span, span: Span) -> None:
    remark = _remark(figure, Spot(row, canvas.holding(value)))
    box = Box(row, span[0], row, span[1])
    canvas.dress(Dress(Role.REMARK, indent=1), box)
    canvas.put(Spot(row, span[0]), remark)
    if figure.benchmark:
        canvas.merge(box)
        canvas.page.rules.append(Rule(Shade.FIRST_WORD, box))


def _label(figure: Figure) -> str | Link:
    return Link(figure.label, figure.leads_to) if figure.leads_to else figure.label


def _remark(figure: Figure, spot: Spot) -> Words:
    if figure.benchmark is None:
        return figure.says
    return Formula(sentence(figure.benchmark, address(spot)), NO_FIGURE)


def _remember(block: str, figure: Figure, canvas: Canvas, spot: Spot) -> None:
    canvas.places.figures[canvas.page.name, block, figure.label] = spot


def _rules(figure: Figure, canvas: Canvas, value: Box, remark: Box | None) -> None:
    canvas.quiet_errors(value)
    if figure.benchmark and remark:
        canvas.page.rules.append(Rule(Shade.FIRST_WORD, remark))
    if figure.alarm:
        canvas.page.rules.append(Rule(Shade.ABOVE_ZERO, value, tone=figure.alarm))
