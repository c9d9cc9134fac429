"""How cells look: colours, fonts, number formats, sizes, lines.

LibreOffice measures in hundredths of a millimetre, Excel in points and, for the width of columns, in characters.
"""

from collections.abc import Sequence
from typing import Any

from xlwings.utils import hex_to_rgb

from medoffice_xl.hosts.libreoffice.bridge import enum, struct
from medoffice_xl.hosts.libreoffice.engine.plain_errors import plain_errors

POINT = 2540 / 72
PIXEL = 2540 / 96
CHARACTER, PADDING = 7, 5
"""Pixels of one character of Excel's standard font, and beside the text of a cell."""

NO_COLOUR = -1
BOLD, NORMAL = 150.0, 100.0

Colour = tuple[int, int, int]

_HORIZONTAL = {"general": "STANDARD", "left": "LEFT", "center": "CENTER", "right": "RIGHT", "justify": "BLOCK"}
_VERTICAL = {"top": 1, "center": 2, "bottom": 3}
_LINES = {"hairline": 2, "thin": 26, "medium": 53, "thick": 88}
_SIDES = {
    "edge_top": "Top",
    "edge_bottom": "Bottom",
    "edge_left": "Left",
    "edge_right": "Right",
    "inside_horizontal": "Horizontal",
    "inside_vertical": "Vertical",
}


def to_number(colour: Colour | str | int | None) -> int:
    """A colour as LibreOffice holds it."""
    if colour is None:
        return NO_COLOUR
    if isinstance(colour, int):
        return colour
    red, green, blue = hex_to_rgb(colour) if isinstance(colour, str) else colour
    return red << 16 | green << 8 | blue


def to_colour(number: int | None) -> Colour | None:
    """A colour of LibreOffice's; None for none."""
    if number is None or number < 0:
        return None
    return number >> 16 & 255, number >> 8 & 255, number & 255


@plain_errors
class Looks:
    """The looks of a range, mixed into it."""

    api: Any
    sheet: Any

    @property
    def color(self) -> Colour | None:
        """The background."""
        return to_colour(self.api.CellBackColor)

    @color.setter
    def color(self, colour: Colour | str | int | None) -> None:
        self.api.CellBackColor = to_number(colour)

    @property
    def number_format(self) -> str:
        """How numbers show, as Excel spells it."""
        shown: str = self.sheet.book.document.NumberFormats.getByKey(self.api.NumberFormat).FormatString
        return shown

    @number_format.setter
    def number_format(self, shown: str) -> None:
        formats = self.sheet.book.document.NumberFormats
        english = struct("com.sun.star.lang.Locale", Language="en", Country="US")
        key = formats.queryKey(shown, english, False)
        self.api.NumberFormat = key if key >= 0 else formats.addNew(shown, english)

    @property
    def wrap_text(self) -> bool:
        """Whether long text breaks into lines."""
        return bool(self.api.IsTextWrapped)

    @wrap_text.setter
    def wrap_text(self, wrapped: bool) -> None:
        self.api.IsTextWrapped = bool(wrapped)

    @property
    def horizontal_alignment(self) -> str:
        """general, left, center, right or justify."""
        shown = self.api.HoriJustify.value
        return next((name for name, value in _HORIZONTAL.items() if value == shown), "general")

    @horizontal_alignment.setter
    def horizontal_alignment(self, side: str) -> None:
        self.api.HoriJustify = enum("com.sun.star.table.CellHoriJustify", _HORIZONTAL[side])

    @property
    def vertical_alignment(self) -> str:
        """top, center or bottom."""
        shown = self.api.VertJustify
        return next((name for name, value in _VERTICAL.items() if value == shown), "bottom")

    @vertical_alignment.setter
    def vertical_alignment(self, side: str) -> None:
        self.api.VertJustify = _VERTICAL[side]

    @property
    def column_width(self) -> float:
        """Characters of the standard font that fit."""
        return round((float(self.api.Columns.getByIndex(0).Width) / PIXEL - PADDING) / CHARACTER, 2)

    @column_width.setter
    def column_width(self, characters: float) -> None:
        self.api.Columns.Width = round((characters * CHARACTER + PADDING) * PIXEL)

    @property
    def row_height(self) -> float:
        """Points."""
        return round(float(self.api.Rows.getByIndex(0).Height) / POINT, 2)

    @row_height.setter
    def row_height(self, points: float) -> None:
        self.api.Rows.Height = round(points * POINT)

    @property
    def left(self) -> float:
        """Points from the sheet's left edge."""
        return float(self.api.Position.X / POINT)

    @property
    def top(self) -> float:
        """Points from the sheet's upper edge."""
        return float(self.api.Position.Y / POINT)

    @property
    def width(self) -> float:
        """Points."""
        return float(self.api.Size.Width / POINT)

    @property
    def height(self) -> float:
        """Points."""
        return float(self.api.Size.Height / POINT)


@plain_errors
class Font:
    """How the text of cells looks."""

    def __init__(self, api: Any) -> None:
        self.api = api

    @property
    def bold(self) -> bool:
        """Whether it is bold."""
        return bool(self.api.CharWeight > NORMAL)

    @bold.setter
    def bold(self, bold: bool) -> None:
        self.api.CharWeight = BOLD if bold else NORMAL

    @property
    def italic(self) -> bool:
        """Whether it slants."""
        return bool(self.api.CharPosture.value == "ITALIC")

    @italic.setter
    def italic(self, italic: bool) -> None:
        self.api.CharPosture = enum("com.sun.star.awt.FontSlant", "ITALIC" if italic else "NONE")

    @property
    def size(self) -> float:
        """Points."""
        return float(self.api.CharHeight)

    @size.setter
    def size(self, points: float) -> None:
        self.api.CharHeight = float(points)

    @property
    def color(self) -> Colour | None:
        """The text's colour."""
        return to_colour(self.api.CharColor)

    @color.setter
    def color(self, colour: Colour | str | int | None) -> None:
        self.api.CharColor = to_number(colour)

    @property
    def name(self) -> str:
        """The typeface."""
        return str(self.api.CharFontName)

    @name.setter
    def name(self, name: str) -> None:
        self.api.CharFontName = name


@plain_errors
class Borders:
    """The lines around and between cells."""

    def __init__(self, api: Any) -> None:
        self.api = api

    def set(
        self,
        sides: Sequence[str],
        *,
        line_style: Any,
        weight: Any,
        color: Any,
    ) -> None:
        """Draw lines on the sides that are named; a line style of None takes them away. LibreOffice's lines are solid.

        What the caller left open arrives as a mark of xlwings' own; it becomes a thin, black line.
        """
        width = 0 if line_style in (None, "none") else _LINES.get(weight, _LINES["thin"])
        line = struct(
            "com.sun.star.table.BorderLine2",
            LineWidth=width,
            OuterLineWidth=width,
            Color=to_number(color) if isinstance(color, tuple) else 0,
        )
        borders = self.api.TableBorder2
        for name, side in _SIDES.items():
            setattr(borders, f"Is{side}LineValid", name in sides)
            if name in sides:
                setattr(borders, f"{side}Line", line)
        self.api.TableBorder2 = borders
