"""What an area shows of its pages in the physician pack: excerpts of blocks, and the sentence it has for the verdict.

An excerpt names a page, a block and what of it: never a cell. So the pack says nothing that the workbook does not.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum

from medoffice_xl.pages.shown import ShownPages


class Chapter(IntEnum):
    """The pack's pages, in their order. Sections of one chapter share a page."""

    GLANCE = 1
    BUDGET = 2
    CASH = 3
    RECEIVABLES = 4
    DENIALS = 5
    PAYERS = 6
    PRODUCTIVITY = 7
    EQUIPMENT = 8
    PLAN = 9


CHAPTER_TITLES: Mapping[Chapter, str] = {
    Chapter.GLANCE: "At a glance",
    Chapter.BUDGET: "Budget and alert",
    Chapter.CASH: "Cash",
    Chapter.RECEIVABLES: "Receivables",
    Chapter.DENIALS: "Denials",
    Chapter.PAYERS: "Payers and vouchers",
    Chapter.PRODUCTIVITY: "Productivity and access",
    Chapter.EQUIPMENT: "Equipment",
    Chapter.PLAN: "Plan and actions",
}


class Verdict(StrEnum):
    """The three sentences of the verdict: each is said by the first section that has something to say."""

    STANDS = "How we stand"
    MOVED = "What moved"
    DECIDE = "What to decide"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A block of a page as the pack shows it.

    `only` are the labels of its figures or the fields of its list, all where it is empty; `rows` the most it shows of
    a list, `sums` those of them, by their first field, that add up others. `people` is the field that counts patients,
    claims or answers: a row that counts few of them is not shown, nor is a figure. `beside` puts it beside the excerpt
    before it; `title` is shown in place of the block's own.
    """

    page: str
    block: str
    only: Sequence[str] = ()
    title: str = ""
    rows: int = 12
    people: str = ""
    sums: Sequence[str] = ()
    beside: bool = False


Says = Callable[[ShownPages], str]
"""A sentence out of what pages show; empty where they show nothing to speak of."""

Unnamed = Callable[[ShownPages], Mapping[str, str]]
"""Names that are not told to all physicians, such as those of accounts that hold pay, each with what stands for it.

A row of which nothing stands for its name is left out.
"""


@dataclass(frozen=True, slots=True)
class PackSection:
    """What an area shows in one chapter of the pack.

    Sections of a chapter stand by `order`; one that goes `beside` shares its line with the one before it. `lead` is
    the sentence over it, `verdicts` what it says on the first page, `basis` what its figures rest on, `unnamed` the
    names that no section tells. A section of which every block is empty is left out.
    """

    chapter: Chapter
    title: str
    excerpts: Sequence[Excerpt]
    order: int = 5
    beside: bool = False
    lead: Says | None = None
    verdicts: Mapping[Verdict, Says] = field(default_factory=dict)
    basis: Says | None = None
    unnamed: Unnamed | None = None
