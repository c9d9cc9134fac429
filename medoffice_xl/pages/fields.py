"""The columns of a list: what each is called, what it counts, how much room it wants."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from medoffice_xl.measure import Unit
from medoffice_xl.pages.text_width import longest_word, text_width
from medoffice_xl.tables.number_formats import BELOW_ZERO


class Tone(StrEnum):
    """How a word or a figure is coloured, beside what it says."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


CENTS = f"$#,##0.00;{BELOW_ZERO}-$#,##0.00"

NUMBER_FORMATS: Mapping[Unit, str] = {
    Unit.MONEY: f"$#,##0;{BELOW_ZERO}-$#,##0",
    Unit.DAYS: "0.0",
    Unit.PERCENT: f"0.0%;{BELOW_ZERO}-0.0%",
    Unit.COUNT: "#,##0",
    Unit.RATIO: "0.00",
    Unit.POINTS: '+0.0" pts";-0.0" pts"',
    Unit.TEXT: "@",
    Unit.DATE: "mm/dd/yyyy",
}
"""Text is "@", so that a host takes a code such as 12E3, or a name that begins with =, as what it is."""

_WIDTHS: Mapping[Unit, float] = {
    Unit.MONEY: 11,
    Unit.DAYS: 7,
    Unit.PERCENT: 8,
    Unit.COUNT: 9,
    Unit.RATIO: 8,
    Unit.POINTS: 10,
    Unit.TEXT: 10,
    Unit.DATE: 11,
}
"""What usual values of a unit take, with air before them, in digits."""

_WIDEST_HEADING = 11.0

AIR = 2.5
"""Between a heading and its neighbour, in digits."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column. `name` is what its formula's result calls it, and how it is referred to.

    `heading` is shown instead of the name where that is too long or says too little; `as_spilled` shows the heading
    that the formula gives, for columns that are only known when it is worked out. `width` is the room that its values
    want, in digits; `lines` over 1 lets long text go on in so many lines.

    `formula` works the field out of other fields of its row. `call` is one call of a function of ours that does: it
    stands on the hidden sheet by itself, because some hosts answer plain calls only.

    `tones` colours words, `middle` shades the figures of all such columns from their lowest over this one to their
    highest, `alarm` is a condition on the row's fields under which the figure stands out.
    """

    name: str
    unit: Unit
    heading: str = ""
    number_format: str = ""
    width: float = 0
    formula: str = ""
    call: str = ""
    lines: int = 1
    as_spilled: bool = False
    tones: Mapping[str, Tone] = field(default_factory=dict)
    middle: float | None = None
    alarm: str = ""

    @property
    def shown_heading(self) -> str:
        """What stands over the column."""
        return self.heading or self.name

    @property
    def shown_format(self) -> str:
        """How its values are written."""
        return self.number_format or NUMBER_FORMATS[self.unit]

    @property
    def is_text(self) -> bool:
        """Whether it stands to the left."""
        return self.unit is Unit.TEXT

    @property
    def values_width(self) -> float:
        """What its values take."""
        return self.width or _WIDTHS[self.unit] + (3 if self.shown_format == CENTS else 0)

    @property
    def needed_width(self) -> float:
        """What its values and the words of its heading take: a heading may go on in a second line, a word may not."""
        heading = 0.0 if self.as_spilled else longest_word(self.shown_heading, bold=True) + AIR
        if self.as_spilled or self.lines > 1:
            return max(self.values_width, heading)
        return max(self.values_width, heading, _in_two_lines(self.shown_heading) + AIR)


def _in_two_lines(heading: str) -> float:
    """The width in which a heading takes two lines at most; of a long one, no more than is usual."""
    words = heading.split()
    halves = ((" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words)))
    widest = min((max(text_width(part, bold=True) for part in half) for half in halves), default=0.0)
    return min(widest, _WIDEST_HEADING)


def of_unit(name: str, unit: Unit, width: float = 0) -> Field:
    """A column whose unit is only known when it is made; money shows its cents."""
    return Field(name, unit, width=width, number_format=CENTS if unit is Unit.MONEY else "")


def text(name: str, width: float = 0, **more: object) -> Field:
    """Words."""
    return _field(name, Unit.TEXT, width, more)


def cents(name: str, width: float = 0, **more: object) -> Field:
    """Dollars and cents."""
    return _field(name, Unit.MONEY, width, {"number_format": CENTS} | more)


def dollars(name: str, width: float = 0, **more: object) -> Field:
    """Whole dollars."""
    return _field(name, Unit.MONEY, width, more)


def percent(name: str, width: float = 0, **more: object) -> Field:
    """A share, shown in percent."""
    return _field(name, Unit.PERCENT, width, more)


def count(name: str, width: float = 0, **more: object) -> Field:
    """How many."""
    return _field(name, Unit.COUNT, width, more)


def days(name: str, width: float = 0, **more: object) -> Field:
    """How many days, to a tenth."""
    return _field(name, Unit.DAYS, width, more)


def ratio(name: str, width: float = 0, **more: object) -> Field:
    """A number with two decimals."""
    return _field(name, Unit.RATIO, width, more)


def day(name: str, width: float = 0, **more: object) -> Field:
    """A day of the calendar."""
    return _field(name, Unit.DATE, width, more)


def month(name: str, width: float = 0, **more: object) -> Field:
    """A month of the calendar."""
    return _field(name, Unit.DATE, width, {"number_format": "mmm yyyy"} | more)


def _field(name: str, unit: Unit, width: float, more: Mapping[str, object]) -> Field:
    return replace(Field(name, unit, width=width), **more)  # type: ignore[arg-type]
