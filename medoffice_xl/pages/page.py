"""A page: its title, what it is of, and its blocks in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Across, Block, Down
from medoffice_xl.pages.contents import Words


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """The one number by which a page is known on the page Home: what it is, and where it stands.

    `formula` refers to blocks of the page with their page said, as Home is another one.
    """

    words: str
    formula: str
    unit: Unit
    number_format: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One page, whatever it is drawn on. `name` is its sheet's, `key` the figure that Home shows of it.

    `reading` and `then` are the guide's: how a manager reads it, and what to do next.
    """

    name: str
    title: str
    subtitle: Words
    blocks: Sequence[Block]
    key: KeyFigure | None = None
    reading: str = ""
    then: str = ""

    def block(self, name: str) -> Block:
        """The block of this name; raises ValueError."""
        for block in every_block(self.blocks):
            if getattr(block, "name", "") == name:
                return block
        raise ValueError(f"the page {self.name} has no block {name}")


def every_block(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, and those within them."""
    for block in blocks:
        if isinstance(block, Down | Across):
            yield from every_block(block.blocks)
        else:
            yield block
