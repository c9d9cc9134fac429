"""What was loaded, by its handle: the newest of every place that loads something, and a few of those it replaced.

A place is the cell that loads, and what it loads there. When a row changes, the same cell loads the table anew, and
the former version is superseded; a table of another cell, or of another workbook, never drops it. Workbooks that share
one Python are its owners: each has places of its own, and all that it alone holds goes when it is closed.
"""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Held = TypeVar("Held")

PLACES = 400
"""Places remembered at a time of one owner: the one that has loaded nothing for longest goes first."""

SUPERSEDED = 4
"""Superseded things that are kept: one cell may load two versions for one formula."""


class Shelf(Generic[Held]):
    """Things by handle."""

    def __init__(self) -> None:
        self._things: dict[str, Held] = {}
        self._newest: dict[Hashable, OrderedDict[Hashable, str]] = {}
        self._superseded: OrderedDict[str, None] = OrderedDict()

    def put(self, place: Hashable, handle: str, thing: Held, owner: Hashable = None) -> None:
        """Keep what a place of an owner loads. What is held under this handle already stays, being the same."""
        self._things.setdefault(handle, thing)
        newest = self._newest.setdefault(owner, OrderedDict())
        former = newest.pop(place, handle)
        newest[place] = handle
        if former != handle:
            self._supersede(former)
        while len(newest) > PLACES:
            self._supersede(newest.popitem(last=False)[1])
        self._superseded.pop(handle, None)

    def get(self, handle: str) -> Held | None:
        """What the handle stands for; None where it is not held."""
        return self._things.get(handle)

    def forget(self, owner: Hashable) -> None:
        """Drop what only this owner holds."""
        gone = set(self._newest.pop(owner, {}).values()) - self._in_use()
        for handle in gone:
            self._superseded.pop(handle, None)
            del self._things[handle]

    def __contains__(self, handle: object) -> bool:
        return handle in self._things

    def _in_use(self) -> set[str]:
        return {handle for newest in self._newest.values() for handle in newest.values()}

    def _supersede(self, handle: str) -> None:
        self._superseded[handle] = None
        self._superseded.move_to_end(handle)
        in_use = self._in_use()
        for old in list(self._superseded):
            if old in in_use:
                del self._superseded[old]
        while len(self._superseded) > SUPERSEDED:
            del self._things[self._superseded.popitem(last=False)[0]]
