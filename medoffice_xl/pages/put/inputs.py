"""Cells to type in, each with its name."""

from collections.abc import Sequence

from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Input, InputLine, InputTable
from medoffice_xl.pages.canvas import LINE, Canvas
from medoffice_xl.pages.contents import Content, Formula
from medoffice_xl.pages.placed import Box, Choice, Dress, Role, Spot
from medoffice_xl.pages.text_width import text_width, wrapped_lines
from medoffice_xl.pages.tracks import Span, Track

_FORMATS = {Unit.DATE: "mm/dd/yyyy", Unit.COUNT: "0", Unit.TEXT: "@", Unit.MONEY: "$#,##0.00", Unit.PERCENT: "0.0%"}
_TYPED = 20.0
_TYPED_IN_A_TABLE = 32.0
_EXPLAINED = 60.0
_ROW = 18.0
_BETWEEN = 2.0
_LABELS, _CELLS, _EXPLANATIONS = 0, 1, 2


def input_line_tracks(line: InputLine) -> list[Track]:
    """A column an input, with gaps between."""
    tracks: list[Track] = []
    for each in line.inputs:
        tracks += [Track(_BETWEEN, gap=True, optional=True)] * bool(tracks)
        tracks.append(Track(max(_TYPED, text_width(each.label) + 2), spreads=True))
    return tracks


def put_input_line(line: InputLine, canvas: Canvas, top: int, spans: Sequence[Span]) -> int:
    """Labels, and the cells under them."""
    row = canvas.section(line.title, top, spans[0][0], spans[-1][1])
    for each, span in zip(line.inputs, spans[::2], strict=True):
        canvas.put(Spot(row, span[0]), each.label)
        canvas.dress(Dress(Role.INPUT_LABEL), Box(row, span[0], row, span[1]))
        _cell(each, canvas, Box(row + 1, span[0], row + 1, span[1]))
    canvas.height(row, _ROW)
    canvas.height(row + 1, _ROW)
    canvas.stays(row, row + 1)
    return row + 2


def input_table_tracks(table: InputTable) -> list[Track]:
    """Label, cell, explanation."""
    label = max(text_width(each.label, bold=True) for each in table.inputs) + 2
    return [
        Track(label, spreads=True),
        Track(_TYPED_IN_A_TABLE, spreads=True),
        Track(_EXPLAINED, grows=True, spreads=True),
    ]


def put_input_table(table: InputTable, canvas: Canvas, top: int, spans: Sequence[Span]) -> int:
    """One row an input."""
    row = canvas.section(table.title, top, spans[0][0], spans[-1][1])
    canvas.dress(Dress(Role.HEADER), Box(row, spans[0][0], row, spans[-1][1]))
    for span, heading in zip(spans, ("Setting", "Value", "What it does"), strict=True):
        canvas.put(Spot(row, span[0]), heading)
    canvas.height(row, _ROW)
    canvas.stays(row, row)
    rows: dict[str, int] = {}
    for each in table.inputs:
        row += 1
        rows[each.name] = row
        _row(each, canvas, row, spans)
    for name, first, last in table.ranges:
        canvas.page.names[name] = Box(rows[first], spans[_CELLS][0], rows[last], spans[_CELLS][0])
    return row + 1


def _row(each: Input, canvas: Canvas, row: int, spans: Sequence[Span]) -> None:
    label, cell, explanation = spans
    canvas.put(Spot(row, label[0]), each.label)
    canvas.dress(Dress(Role.LABEL, strong=True), Box(row, label[0], row, label[1]))
    _cell(each, canvas, Box(row, cell[0], row, cell[1]))
    canvas.put(Spot(row, explanation[0]), each.explanation)
    box = Box(row, explanation[0], row, explanation[1])
    canvas.dress(Dress(Role.REMARK, indent=1, wraps=True), box)
    canvas.merge(box)
    lines = wrapped_lines(each.explanation, canvas.width(explanation) - 3)
    canvas.height(row, _ROW + LINE * (lines - 1))
    canvas.stays(row, row)


def _cell(each: Input, canvas: Canvas, box: Box) -> None:
    spot = Spot(box.top, box.left)
    canvas.put(spot, _start(each))
    canvas.dress(Dress(Role.INPUT, each.number_format or _FORMATS[each.unit]), box)
    canvas.merge(box)
    canvas.page.names[each.name] = Box(box.top, box.left, box.top, box.left)
    canvas.quiet_errors(box)
    if each.choices:
        canvas.page.choices.append(Choice(spot, each.label, each.choices))


def _start(each: Input) -> Content:
    if isinstance(each.start, str) and each.start.startswith("="):
        return Formula(each.start, 0 if each.unit is Unit.DATE else "")
    return each.start
