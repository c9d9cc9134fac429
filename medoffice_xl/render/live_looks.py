"""How each part of a page looks on a sheet of a live workbook: what every host's object model can say."""

from collections.abc import Mapping
from dataclasses import dataclass

from medoffice_xl.pages import colors
from medoffice_xl.pages.placed import Role

Rgb = tuple[int, int, int]

FONT = "Calibri"
SIZE = 10


def rgb(color: str) -> Rgb:
    """A colour as object models take it.

    >>> rgb("#0F4C5C")
    (15, 76, 92)
    """
    red, green, blue = bytes.fromhex(color.removeprefix("#"))
    return red, green, blue


INK, PAPER, BAND, ACCENT = rgb(colors.INK), rgb(colors.PAPER), rgb(colors.BAND), rgb(colors.ACCENT)
BARS, PALE, TINT, MUTED = rgb(colors.BARS), rgb(colors.PALE), rgb(colors.TINT), rgb(colors.MUTED)


@dataclass(frozen=True, slots=True)
class Style:
    """Looks of a stretch of cells, in which it differs from the body."""

    color: Rgb = INK
    fill: Rgb | None = None
    size: int = SIZE
    bold: bool = False


BODY = Style()

STYLES: Mapping[Role, Style] = {
    Role.TITLE: Style(PAPER, BAND, size=18, bold=True),
    Role.SUBTITLE: Style(PALE, BAND),
    Role.VERDICT: Style(size=12, bold=True),
    Role.SECTION: Style(BAND, size=12, bold=True),
    Role.HEADER: Style(PAPER, BAND, bold=True),
    Role.TOTAL: Style(fill=TINT, bold=True),
    Role.NOTE: Style(MUTED, size=9),
    Role.REMARK: Style(size=9),
    Role.TREND: Style(BARS),
    Role.CARD_LABEL: Style(MUTED, TINT, bold=True),
    Role.CARD_FIGURE: Style(BAND, TINT, size=24, bold=True),
    Role.CARD_REMARK: Style(MUTED, TINT, size=9),
}
