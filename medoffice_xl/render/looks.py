"""How each part of a report looks: colours, sizes and heights, the same on a live sheet and in a file."""

from collections.abc import Mapping
from dataclasses import dataclass

from medoffice_xl.render.page import Look

Rgb = tuple[int, int, int]

FONT = "Calibri"
SIZE = 10
INK: Rgb = (31, 42, 55)
PAPER: Rgb = (255, 255, 255)
BAND: Rgb = (15, 76, 92)
PALE: Rgb = (207, 227, 230)
TINT: Rgb = (238, 244, 245)
MUTED: Rgb = (107, 114, 128)


@dataclass(frozen=True, slots=True)
class Style:
    """Looks of a block. `height` is of its rows in points; None leaves it to the host."""

    color: Rgb = INK
    fill: Rgb | None = None
    size: int = SIZE
    bold: bool = False
    height: int | None = None
    wraps: bool = False


BODY = Style()

STYLES: Mapping[Look, Style] = {
    Look.TITLE: Style(PAPER, BAND, size=18, bold=True, height=30),
    Look.SUBTITLE: Style(PALE, BAND, height=18),
    Look.VERDICT: Style(size=12, bold=True, height=26),
    Look.HEADING: Style(BAND, size=12, bold=True, height=22),
    Look.HEADER: Style(PAPER, BAND, bold=True, wraps=True),
    Look.TOTALS: Style(fill=TINT, bold=True),
    Look.NOTE: Style(MUTED),
}
