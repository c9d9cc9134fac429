"""The pack as it is printed: words as they stand on paper, and what charts draw. It knows neither PDF nor Word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the verdict, under what it speaks of."""

    head: str
    words: str


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure: what it is called, how it is written, and what is said of it. `standing` is good, fair, poor or ""."""

    label: str
    value: str
    remark: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """Figures of one title."""

    title: str
    lines: Sequence[FigureLine]
    kind: str = "figures"


@dataclass(frozen=True, slots=True)
class BoardLine:
    """A figure of the board: beside its value the months that led to it, as far as they are known."""

    label: str
    value: str
    months: Sequence[float | None]
    remark: str
    standing: str
    target: str
    benchmark: str


@dataclass(frozen=True, slots=True)
class BoardBlock:
    """The figures of the practice in one view."""

    title: str
    lines: Sequence[BoardLine]
    kind: str = "board"


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a column; figures stand to the right."""

    words: str
    right: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell that says how something stands: its row and column from 0."""

    row: int
    column: int
    standing: str


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table. `total` is empty where it has none, `sums` are the rows that add up others."""

    title: str
    heads: Sequence[Head]
    rows: Sequence[Sequence[str]]
    total: Sequence[str] = ()
    marks: Sequence[Mark] = ()
    sums: Sequence[int] = ()
    notes: Sequence[str] = ()
    kind: str = "table"


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of an axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """One series of a chart. `shape` is column, bar or line; `look` tells series apart in grey, too."""

    name: str
    values: Sequence[float | None]
    shape: str
    look: str
    labels: Sequence[str] = ()
    second: bool = False


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart. `told` says in words what it shows, for whoever does not see it; one that `lies` has bars by name."""

    title: str
    told: str
    categories: Sequence[str]
    drawings: Sequence[Drawing]
    ticks: Sequence[Tick]
    side: str
    second_ticks: Sequence[Tick] = ()
    second_side: str = ""
    lies: bool = False
    kind: str = "chart"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a bridge: from where to where."""

    name: str
    begins: float
    ends: float
    label: str
    is_result: bool = False


@dataclass(frozen=True, slots=True)
class BridgeBlock:
    """From zero over one change after another to a result."""

    title: str
    told: str
    steps: Sequence[Step]
    ticks: Sequence[Tick]
    side: str
    kind: str = "bridge"


PackBlock = BoardBlock | FigureBlock | TableBlock | ChartBlock | BridgeBlock


@dataclass(frozen=True, slots=True)
class Section:
    """What one area shows: its lead, and its blocks line by line: the first at the left, what stands beside it right.

    A section that goes `beside` the one before it shares its line.
    """

    title: str
    lead: str
    lines: Sequence[Sequence[PackBlock]]
    beside: bool = False


@dataclass(frozen=True, slots=True)
class PrintedChapter:
    """One page of the pack."""

    title: str
    sections: Sequence[Section]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure of the pack is, and where its benchmark was published."""

    label: str
    definition: str
    benchmark: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole pack. `basis` says what its figures rest on, sentence by sentence."""

    practice: str
    day: date
    verdict: Sequence[Sentence]
    chapters: Sequence[PrintedChapter]
    meanings: Sequence[Meaning]
    basis: Sequence[str]
    title: str = "Physician pack"
