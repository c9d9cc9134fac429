"""Charts of a placed page, as XlsxWriter draws them."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart as Drawing
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.pages.blocks import Axis, Bridge, Shape
from medoffice_xl.pages.blocks import Chart as Declared
from medoffice_xl.pages.colors import BAND, LINE
from medoffice_xl.pages.placed import DrawnSeries, PlacedChart, Span

_PIXELS = 96 / 72
_SMALL = {"size": 9, "bold": False}


def draw_chart(chart: PlacedChart, book: Workbook, sheet: Worksheet) -> None:
    """The chart in its place."""
    bars = any(each.shape is Shape.BAR for each in chart.series)
    stacked = {"subtype": "stacked"} if isinstance(chart.declared, Bridge) else {}
    drawing = book.add_chart({"type": "bar" if bars else "column", **stacked})
    lines = [each for each in chart.series if each.shape is Shape.LINE]
    for each in chart.series:
        if each.shape is not Shape.LINE:
            drawing.add_series(_filled(chart, each))
    if lines:
        drawing.combine(_lines(chart, lines, book))
    _dress(chart, drawing, bars)
    drawing.set_size({"width": round(chart.width * _PIXELS) - 8, "height": round(chart.height * _PIXELS) - 4})
    place = {"object_position": 2, "x_offset": 2, "y_offset": 2, "description": alternative_text(chart)}
    sheet.insert_chart(chart.box.top, chart.box.left, drawing, place)


def alternative_text(chart: PlacedChart) -> str:
    """What the chart shows, for those who hear the page read out: its title, what is drawn how, and along what."""
    declared = chart.declared
    drawn = ", ".join(
        dict.fromkeys(f"{each.name} as {each.shape}s" for each in chart.series if each.color and each.name)
    )
    bars = any(each.shape is Shape.BAR for each in chart.series)
    along = (declared.side if bars else declared.bottom).title
    return f"{declared.title}. {drawn}{f', along {along}' if along else ''}."


def _filled(chart: PlacedChart, each: DrawnSeries) -> dict[str, Any]:
    fill = {"color": each.color} if each.color else {"none": True}
    series: dict[str, Any] = {
        "name": each.name,
        "categories": _range(each.categories),
        "values": _range(each.values),
        "fill": fill,
        "border": {"none": True},
        "gap": 45 if isinstance(chart.declared, Bridge) else 60,
    }
    if each.colors:
        series["points"] = [{"fill": {"color": color}} for color in each.colors]
    if each.colors or getattr(chart.declared, "labelled", False):
        series["data_labels"] = {"value": True, "num_format": _value_format(chart), "font": {"size": 9}}
    return series


def _value_format(chart: PlacedChart) -> str:
    bars = any(each.shape is Shape.BAR for each in chart.series)
    axis = chart.declared.bottom if bars else chart.declared.side
    return axis.number_format or "General"


def _lines(chart: PlacedChart, series: list[DrawnSeries], book: Workbook) -> Drawing:
    drawing = book.add_chart({"type": "line"})
    for each in series:
        color = {"color": each.color}
        drawing.add_series(
            {
                "name": each.name,
                "categories": _range(each.categories),
                "values": _range(each.values),
                "y2_axis": each.second_axis,
                "line": {**color, "width": 2.5},
                "marker": {"type": "circle", "size": 5, "fill": color, "border": color},
            }
        )
    if isinstance(chart.declared, Declared) and chart.declared.second_side:
        drawing.set_y2_axis(_axis(chart.declared.second_side) | {"min": 0})
    return drawing


def _dress(chart: PlacedChart, drawing: Drawing, bars: bool) -> None:
    declared = chart.declared
    drawing.set_title({"name": declared.title, "name_font": {"size": 12, "color": BAND}, "overlay": False})
    drawing.set_chartarea({"border": {"color": LINE}})
    bottom, side = _axis(declared.bottom), _axis(declared.side)
    if bars:
        drawing.set_x_axis(bottom | _GRID | {"label_position": "high"})
        drawing.set_y_axis(side | {"reverse": True, "line": {"color": LINE}, "label_position": "low"})
    else:
        drawing.set_x_axis(bottom | {"line": {"color": LINE}, "label_position": "low"} | _in_time(declared.bottom))
        drawing.set_y_axis(side | _GRID)
    shown = [each for each in chart.series if each.in_legend]
    if len(shown) < 2:
        drawing.set_legend({"none": True})
        return
    left_out = [number for number, each in enumerate(chart.series) if not each.in_legend]
    drawing.set_legend({"position": "top", "font": {"size": 9}, **({"delete_series": left_out} if left_out else {})})


_GRID = {"major_gridlines": {"visible": True, "line": {"color": LINE}}}


def _axis(axis: Axis) -> dict[str, Any]:
    found: dict[str, Any] = {"name": axis.title, "name_font": _SMALL, "num_font": {"size": 9}}
    if axis.number_format:
        found["num_format"] = axis.number_format
    return found


def _in_time(axis: Axis) -> dict[str, Any]:
    return {"date_axis": True, "major_unit": 1, "major_unit_type": "months"} if axis.is_time else {}


def _range(span: Span) -> list[object]:
    return [span.sheet, *span.box]
