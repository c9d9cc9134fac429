"""What many figures share: worked out once for each version of its tables, and used by all of them.

This is the place for what is dear and asked for often: the rulebook, the checked lines, claims with their balances. A
piece declares the tables it is made of, and can read no others; so a change of any other table leaves it standing.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from medoffice_xl.sets.tables import Tables
from medoffice_xl.sets.unchanging import unchanging

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, eq=False)
class Shared(Generic[Made]):
    """A piece that many figures share.

    `needs` are the tables it cannot be made without, `uses` those it takes where they are there. What else it depends
    on, such as a day, is `asked` for. The newest `kept` versions are remembered, and nobody changes them, so that what
    is made of them again is `remembered` too; of tables whose versions nobody knows, what is made lasts as long as they
    do.
    """

    name: str
    make: Callable[..., Made]
    needs: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    kept: int = 3
    _memory: "OrderedDict[Hashable, Made]" = field(default_factory=OrderedDict, repr=False)

    @property
    def reads(self) -> tuple[str, ...]:
        """Every table that it may be made of."""
        return self.needs + self.uses

    def of(self, tables: Tables, *asked: Hashable) -> Made:
        """The piece for these tables and for what is asked; raises NoData where a table that it needs is not there."""
        version = tables.version(self.reads)
        if version is None:
            own, piece = tables.own_memory, (self, *asked)
            if piece not in own:
                own[piece] = self._made(tables, asked)
            return cast("Made", own[piece])
        question = (*version, *asked)
        if question not in self._memory:
            self._memory[question] = unchanging(self._made(tables, asked))
            while len(self._memory) > self.kept:
                self._memory.popitem(last=False)
        self._memory.move_to_end(question)
        return self._memory[question]

    def _made(self, tables: Tables, asked: tuple[Hashable, ...]) -> Made:
        tables.require(self.needs)
        return self.make(tables.narrowed(self.reads), *asked)
