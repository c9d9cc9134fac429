"""How each part of a placed page looks on a sheet that XlsxWriter writes."""

from collections.abc import Mapping
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from medoffice_xl.pages.colors import ACCENT, BAND, BARS, INK, LINE, MUTED, PALE, PAPER, TINT, TYPED
from medoffice_xl.pages.fields import Tone
from medoffice_xl.pages.placed import Dress, Role

FONT = "Calibri"

TONES: Mapping[Tone, tuple[str, str]] = {
    Tone.GOOD: ("#E3F4E8", "#1B6B3A"),
    Tone.FAIR: ("#FDF3DC", "#8A5A00"),
    Tone.POOR: ("#FBE4E1", "#9B1C1C"),
}
"""Paper and ink of each tone."""

QUIET = MUTED
"""The ink of a figure that cannot be worked out yet: quiet, and still read at 4.5 to 1."""

_PLAIN = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
_CARD = {
    "left": 5, "left_color": ACCENT, "right": 5, "right_color": PAPER, "bg_color": TINT, "indent": 1, "align": "left",
}  # fmt: skip
"""A white line at the right keeps a card from its neighbour where no column does."""

_DOTTED = {"bottom": 4, "bottom_color": LINE}

_ROLES: Mapping[Role, Mapping[str, Any]] = {
    Role.TITLE: {"font_size": 18, "bold": True, "font_color": PAPER, "bg_color": BAND},
    Role.SUBTITLE: {"font_color": PALE, "bg_color": BAND},
    Role.VERDICT: {"font_size": 12, "bold": True},
    Role.SECTION: {"font_size": 12, "bold": True, "font_color": BAND, "bottom": 2, "bottom_color": ACCENT},
    Role.HEADER: {"bold": True, "font_color": PAPER, "bg_color": BAND},
    Role.BODY: {},
    Role.TOTAL: {"bold": True, "top": 1, "bg_color": TINT},
    Role.NOTE: {"font_size": 9, "font_color": MUTED},
    Role.REMARK: {"font_size": 9, **_DOTTED},
    Role.TREND: {"font_color": BARS, **_DOTTED},
    Role.LABEL: _DOTTED,
    Role.CARD_LABEL: {"bold": True, "font_color": MUTED, **_CARD},
    Role.CARD_FIGURE: {"font_size": 24, "bold": True, "font_color": BAND, **_CARD},
    Role.CARD_REMARK: {"font_size": 9, "font_color": MUTED, **_CARD},
    Role.INPUT: {"bold": True, "border": 1, "border_color": TYPED, "align": "left"},
    Role.INPUT_LABEL: {"font_size": 9, "font_color": MUTED},
    Role.MARK: {"num_format": ";;;", "font_color": PAPER},
}


class Formats:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._dressed: dict[Dress, Format] = {}

    def __call__(self, **properties: Any) -> Format:
        """The format with these properties over the plain cell's."""
        return self.bare(**_PLAIN | properties)

    def bare(self, **properties: Any) -> Format:
        """The format with these properties alone, for rules that only change something."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]

    def dressed(self, dress: Dress) -> Format:
        """The format of a stretch of cells."""
        if dress not in self._dressed:
            self._dressed[dress] = self(**properties(dress))
        return self._dressed[dress]


def properties(dress: Dress) -> dict[str, Any]:
    """What XlsxWriter calls the looks of a stretch of cells."""
    found: dict[str, Any] = {"num_format": dress.number_format, **_ROLES[dress.role]}
    if dress.right:
        found["align"] = "right"
    elif dress.role in (Role.HEADER, Role.BODY, Role.TOTAL) and not dress.indent:
        found["align"] = "left"
    elif dress.indent:
        found |= {"align": "left", "indent": dress.indent}
    if dress.wraps:
        found["text_wrap"] = True
    if dress.wraps and dress.role is Role.NOTE:
        found["valign"] = "top"
    if dress.strong:
        found["bold"] = True
    return found
