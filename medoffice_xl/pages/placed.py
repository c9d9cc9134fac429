"""A page in its place, before any host is asked: what each cell holds, and what each stretch of cells is.

This is all that a host needs to draw a page: a sheet of the workbook, a report's file, a sheet of a live workbook.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from medoffice_xl.pages.blocks import Bridge, Chart, TotalChart
from medoffice_xl.pages.contents import Content
from medoffice_xl.pages.fields import Tone

PAGE_MARK = "Practice Manager hides the rows that a list does not need"
"""Stands in the first cell of a page whose rows come and go, in the colour of its band.

Then each row says in its first cell whether it is needed: 1, or 0.
"""


UNSEEN = ";;;"
"""The number format that shows nothing."""


class Spot(NamedTuple):
    """A cell; rows and columns are counted from 0."""

    row: int
    column: int


class Box(NamedTuple):
    """A rectangle of cells; both ends belong to it."""

    top: int
    left: int
    bottom: int
    right: int


class Role(StrEnum):
    """What a stretch of cells is, which decides how it looks."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    VERDICT = "verdict"
    SECTION = "section"
    HEADER = "header"
    BODY = "body"
    TOTAL = "total"
    NOTE = "note"
    REMARK = "remark"
    TREND = "trend"
    LABEL = "label"
    CARD_LABEL = "card label"
    CARD_FIGURE = "card figure"
    CARD_REMARK = "card remark"
    INPUT = "input"
    INPUT_LABEL = "input label"
    MARK = "mark"


@dataclass(frozen=True, slots=True)
class Dress:
    """How a stretch of cells looks: its role, and what its contents ask for."""

    role: Role
    number_format: str = "General"
    right: bool = False
    indent: int = 0
    wraps: bool = False
    strong: bool = False


class Shade(StrEnum):
    """What a rule over cells does to their looks."""

    RULED = "ruled"
    TONE = "tone"
    FIRST_WORD = "first word"
    ALARM = "alarm"
    ABOVE_ZERO = "above zero"
    SCALE = "scale"
    QUIET_ERRORS = "quiet errors"


@dataclass(frozen=True, slots=True)
class Rule:
    """Looks that follow what cells hold. `condition` is a formula on the first cell, or the word that is meant.

    A scale runs from the lowest figure `among` some over `middle` to the highest.
    """

    shade: Shade
    box: Box
    condition: str = ""
    tone: Tone | None = None
    middle: float = 0
    among: Box | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """Cells of a sheet that a chart draws."""

    sheet: str
    box: Box


@dataclass(frozen=True, slots=True)
class DrawnSeries:
    """One series: its name, what it is drawn from, and its looks. No colour draws nothing: what it stands on."""

    name: str
    categories: Span
    values: Span
    color: str | None
    shape: str
    second_axis: bool = False
    colors: Sequence[str] = ()
    in_legend: bool = True


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart with its place: from the first cell of `box` on, `width` by `height` points."""

    declared: Chart | TotalChart | Bridge
    box: Box
    width: float
    height: float
    series: Sequence[DrawnSeries]


@dataclass(frozen=True, slots=True)
class Choice:
    """A cell in which one of several values is picked: the values, or the formula of their list."""

    spot: Spot
    label: str
    source: tuple[str, ...] | str


@dataclass(frozen=True, slots=True)
class Paper:
    """How a page is printed: lying or standing, before which rows it is cut, and before which it may be (`blocks`)."""

    lying: bool
    pages_high: int
    breaks: Sequence[int] = ()
    repeated: tuple[int, int] | None = None
    """The first and the last of the rows that head every sheet of paper."""
    blocks: Sequence[int] = ()
    pages_wide: int = 1
    """More than one only of a table that could not be read so small; its first column heads each of them."""


@dataclass(slots=True)
class PlacedPage:
    """A page laid out. `grid` holds what the cells hold, all rows equally long."""

    name: str
    title: str
    widths: list[float]
    heights: dict[int, float] = field(default_factory=dict)
    grid: list[list[Content]] = field(default_factory=list)
    dressed: list[tuple[Dress, Box]] = field(default_factory=list)
    merged: list[Box] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    charts: list[PlacedChart] = field(default_factory=list)
    chart_boxes: list[Box] = field(default_factory=list)
    """The cells that charts stand over."""
    names: dict[str, Box] = field(default_factory=dict)
    choices: list[Choice] = field(default_factory=list)
    hidden: frozenset[int] = frozenset()
    """Rows that hold nothing as long as there are no figures."""
    paper: Paper = field(default_factory=lambda: Paper(lying=True, pages_high=0))
    frozen_rows: int = 2
    is_hidden: bool = False
    spills: Mapping[Spot, str] = field(default_factory=dict)

    @property
    def extent(self) -> Box:
        """The whole of it."""
        return Box(0, 0, len(self.grid) - 1, len(self.widths) - 1)
