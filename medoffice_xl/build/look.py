"""How the workbook looks: its colours, and one place where cell formats are made."""

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from medoffice_xl.measure import Unit
from medoffice_xl.tables import Kind

INK = "#1F2A37"
MUTED = "#6B7280"
LINE = "#D5DBE3"
PAPER = "#FFFFFF"
BAND = "#0F4C5C"
ACCENT = "#2A9D8F"
SECOND = "#E9A23B"
THIRD = "#8AA6B8"
TINT = "#EEF4F5"
GOOD = ("#E3F4E8", "#1B6B3A")
FAIR = ("#FDF3DC", "#8A5A00")
POOR = ("#FBE4E1", "#9B1C1C")

FONT = "Calibri"

NUMBER_FORMATS = {
    Unit.MONEY: "$#,##0;[Red]-$#,##0",
    Unit.DAYS: "0.0",
    Unit.PERCENT: "0.0%",
    Unit.COUNT: "#,##0",
    Unit.RATIO: "0.00",
    Unit.POINTS: '+0.0" pts";-0.0" pts"',
    Unit.TEXT: "@",
    Unit.DATE: "mm/dd/yyyy",
}

KIND_FORMATS = {
    Kind.TEXT: "@",
    Kind.MONEY: "#,##0.00;[Red]-#,##0.00",
    Kind.PRICE: "#,##0.00#######;[Red]-#,##0.00#######",
    Kind.DATE: "mm/dd/yyyy",
    Kind.NUMBER: "0.####",
    Kind.WHOLE: "0",
    Kind.RATE: "0.0%",
}


class Look:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **properties: Any) -> Format:
        """The format with these properties over the plain cell's."""
        wanted = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"} | properties
        key = tuple(sorted(wanted.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(wanted)
        return self._made[key]

    @property
    def title(self) -> Format:
        """The sheet's title on its band."""
        return self(font_size=18, bold=True, font_color=PAPER, bg_color=BAND)

    @property
    def subtitle(self) -> Format:
        """The line under the title, on the same band."""
        return self(font_size=10, font_color="#CFE3E6", bg_color=BAND)

    @property
    def section(self) -> Format:
        """A heading within a sheet."""
        return self(font_size=12, bold=True, font_color=BAND, bottom=2, bottom_color=ACCENT)

    @property
    def header(self) -> Format:
        """A table's heading."""
        return self(bold=True, font_color=PAPER, bg_color=BAND, text_wrap=True, border=1, border_color=BAND)

    @property
    def header_right(self) -> Format:
        """The heading of a column of figures."""
        return self(
            bold=True, font_color=PAPER, bg_color=BAND, text_wrap=True, border=1, border_color=BAND, align="right"
        )

    @property
    def header_note(self) -> Format:
        """The heading of a column of remarks, set off from the figures before it."""
        return self(bold=True, font_color=PAPER, bg_color=BAND, border=1, border_color=BAND, indent=1)

    @property
    def note(self) -> Format:
        """A remark in small grey type."""
        return self(font_size=9, font_color=MUTED, text_wrap=True, valign="top")

    @property
    def label(self) -> Format:
        """The name of a figure."""
        return self(bottom=4, bottom_color=LINE)

    def figure(self, unit: Unit, **properties: Any) -> Format:
        """A figure of a unit."""
        usual = {"num_format": NUMBER_FORMATS[unit], "bottom": 4, "bottom_color": LINE, "align": "right"}
        return self(**usual | properties)

    def cell(self, kind: Kind) -> Format:
        """A cell of a data table; a day stands off from the figure before it."""
        if kind is Kind.DATE:
            return self(num_format=KIND_FORMATS[kind], align="left", indent=1)
        return self(num_format=KIND_FORMATS[kind], align="left" if kind is Kind.TEXT else "right")

    def heading(self, kind: Kind) -> Format:
        """The heading of a data table's column, over its cells."""
        if kind is Kind.DATE:
            return self(
                bold=True, font_color=PAPER, bg_color=BAND, text_wrap=True, border=1, border_color=BAND, indent=1
            )
        return self.header if kind is Kind.TEXT else self.header_right
