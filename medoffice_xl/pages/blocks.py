"""What a page is made of: figures, lists, charts, inputs and notes, and how they stand to each other.

Every block has a name, by which formulas, charts and other pages refer to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from medoffice_xl.measure import BreakdownColumn, Unit
from medoffice_xl.pages.contents import Content, Link, Words
from medoffice_xl.pages.fields import Field, Tone
from medoffice_xl.tables.benchmarks import Benchmark


@dataclass(frozen=True, slots=True)
class Input:
    """A cell that the user types in; formulas call it by `name`.

    `start` is what it begins with; a text that begins with = is a formula. `choices` are the values it may take, or
    the formula of a list of them.
    """

    name: str
    label: str
    start: str | int | float
    unit: Unit
    explanation: str = ""
    choices: tuple[str, ...] | str = ()
    number_format: str = ""


@dataclass(frozen=True, slots=True)
class InputLine:
    """Inputs side by side, each under its label: what a page is asked with."""

    name: str
    inputs: Sequence[Input]
    title: Words = ""


@dataclass(frozen=True, slots=True)
class InputTable:
    """Inputs one under another, each with what it does. `ranges` names several that follow each other together."""

    name: str
    inputs: Sequence[Input]
    title: Words = ""
    ranges: Sequence[tuple[str, str, str]] = ()
    """The name of a range, and the names of its first and last input."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what it is called, and either a benchmark that it is held against or a sentence of its own."""

    label: str
    content: Content
    unit: Unit
    benchmark: Benchmark | None = None
    says: Words = ""
    number_format: str = ""
    leads_to: str = ""
    """The sheet that the label leads to."""
    alarm: Tone | None = None
    """How the figure is coloured when it is above zero."""
    trend: str = ""
    """The figure of a board whose months are drawn beside it."""


@dataclass(frozen=True, slots=True)
class Cards:
    """Figures to be seen from afar, some beside another."""

    name: str
    figures: Sequence[Figure]
    across: int = 4
    title: Words = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures one under another: label, number, sentence. With `abreast`, in so many columns, without sentences."""

    name: str
    figures: Sequence[Figure]
    title: Words = ""
    abreast: int = 1


@dataclass(frozen=True, slots=True)
class Board:
    """Figures one under another, each with its months as small bars in its row, and what is said of it.

    Of each figure its label, unit, benchmark and the sheet it leads to are declared. `source` spills one row a figure,
    in their order: a column of `now`, one of the `bars`, the `months` from the first to the last named, and the columns
    of `words`, each with its heading and width. The words of the first begin with how the figure stands, which colours
    them. `more` names the figures of the rows that follow: they are not shown, but may be drawn beside figures of other
    pages (`Figure.trend`).
    """

    name: str
    figures: Sequence[Figure]
    source: "Spill"
    now: str
    bars: str
    months: tuple[str, str]
    words: Sequence[tuple[str, str, float]]
    more: Sequence[str] = ()
    title: Words = ""


@dataclass(frozen=True, slots=True)
class Spill:
    """Rows that one formula gives, headings first. `columns` names all that it gives, in order; empty: the fields'.

    A row whose first column says Total is the total.
    """

    formula: str
    columns: tuple[str, ...] = ()


def spill(formula: str, columns: Sequence[BreakdownColumn]) -> Spill:
    """Rows of a formula whose columns are known, so that a list picks them by name."""
    return Spill(formula, tuple(column.header for column in columns))


@dataclass(frozen=True, slots=True)
class PerRow:
    """One row for each of the first rows of another list, its names in `field`; the other fields are worked out.

    `but` is a name that gets none, such as the one of all that have no row of their own.
    """

    block: str
    field: str
    but: str = ""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows that are known: values or formulas, in the order of the fields. Money is whole cents."""

    body: Sequence[Sequence[Content]]
    total: Sequence[Content] = ()


@dataclass(frozen=True, slots=True)
class RowsInNeed(Rows):
    """Rows that are known, each of which is there only while its first field holds something."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. `room` is how many rows it may show, `has_total` whether its rows end in a total.

    `empty` is said where there are no rows, `more` where there are more than it has room for.
    """

    name: str
    fields: Sequence[Field]
    source: Spill | PerRow | Rows
    title: Words = ""
    room: int = 0
    has_total: bool = False
    empty: str = "None."
    more: str = "More rows than can be shown here."
    note: str = ""

    def __post_init__(self) -> None:
        names = [field.name for field in self.fields if field.name]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"the list {self.name} has two columns of the name {', '.join(twice)}")
        if not isinstance(self.source, Rows) and self.room < 1:
            raise ValueError(f"the list {self.name} does not say how many rows it has room for")

    @property
    def rows(self) -> int:
        """How many rows it takes, without headings and total."""
        return len(self.source.body) if isinstance(self.source, Rows) else self.room

    @property
    def shows_total(self) -> bool:
        """Whether a row of totals ends it."""
        return bool(self.source.total) if isinstance(self.source, Rows) else self.has_total

    def place_of(self, name: str) -> int:
        """The place of a field among those shown; raises ValueError."""
        names = [field.name for field in self.fields]
        if name not in names:
            raise ValueError(f"the list {self.name} has no column {name}; it has {', '.join(names)}")
        return names.index(name)


class Shape(StrEnum):
    """How a series is drawn."""

    COLUMN = "column"
    BAR = "bar"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Series:
    """One field of a list, drawn. `second_axis` is for what counts something else than the others."""

    field: str
    name: str
    color: str
    shape: Shape = Shape.COLUMN
    second_axis: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis counts, and how it writes it. `is_time` spaces months as the calendar does."""

    title: str
    number_format: str = ""
    is_time: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of a list's rows (without its total): one category a row.

    `label` works the category's name out of the row's fields, where that is more than the one field `across`.
    """

    name: str
    title: str
    block: str
    across: str
    series: Sequence[Series]
    bottom: Axis
    side: Axis
    second_side: Axis | None = None
    page: str = ""
    label: str = ""
    labelled: bool = False
    height: int = 240

    def __post_init__(self) -> None:
        bars = sum(each.shape is Shape.BAR for each in self.series)
        if bars > 1:
            raise ValueError(f"the chart {self.name}: programs differ in the order of several bars; draw columns")


@dataclass(frozen=True, slots=True)
class TotalChart:
    """A chart of a list's total: one column a field."""

    name: str
    title: str
    block: str
    fields: Sequence[str]
    colors: Sequence[str]
    bottom: Axis
    side: Axis
    page: str = ""
    height: int = 240


@dataclass(frozen=True, slots=True)
class Bridge:
    """From zero over each row's change and the `then` changes of the total to a result.

    `then` names further changes: a label and the field of the total that is taken off. `result` is its label and the
    total's field.
    """

    name: str
    title: str
    block: str
    across: str
    change: str
    then: Sequence[tuple[str, str]]
    result: tuple[str, str]
    bottom: Axis
    side: Axis
    page: str = ""
    height: int = 240


@dataclass(frozen=True, slots=True)
class Note:
    """A remark in small type."""

    words: Words
    name: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome in one line. `alarm` is a condition under which it stands out."""

    words: Words
    name: str = "verdict"
    alarm: str = ""


@dataclass(frozen=True, slots=True)
class Links:
    """Ways to other sheets, one under another: words that lead there, and what stands there."""

    name: str
    rows: Sequence[tuple[Link, Words]]
    title: Words = ""


@dataclass(frozen=True, slots=True)
class Down:
    """Blocks one under another."""

    blocks: Sequence["Block"] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Across:
    """Blocks side by side."""

    blocks: Sequence["Block"] = field(default_factory=tuple)


Drawn = Chart | TotalChart | Bridge
Block = InputLine | InputTable | Cards | Board | Figures | Listing | Drawn | Note | Verdict | Links | Down | Across
