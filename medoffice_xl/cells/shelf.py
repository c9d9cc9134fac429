"""What was loaded, by its handle: the newest of every place that loads something, and a few of those it replaced.

A place is the cell that loads, and what it loads there. When a row changes, the same cell loads the table anew, and
the former version is superseded; a table of another cell, or of another workbook, never drops it.
"""

from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Held = TypeVar("Held")

PLACES = 400
"""Places remembered at a time: the one that has loaded nothing for longest goes first."""

SUPERSEDED = 4
"""Superseded things that are kept: one cell may load two versions for one formula."""


class Shelf(Generic[Held]):
    """Things by handle."""

    def __init__(self) -> None:
        self._things: dict[str, Held] = {}
        self._newest: OrderedDict[Hashable, str] = OrderedDict()
        self._superseded: OrderedDict[str, None] = OrderedDict()

    def put(self, place: Hashable, handle: str, thing: Held) -> None:
        """Keep what a place loads. What is held under this handle already stays, being the same."""
        self._things.setdefault(handle, thing)
        former = self._newest.pop(place, handle)
        self._newest[place] = handle
        if former != handle:
            self._supersede(former)
        while len(self._newest) > PLACES:
            self._supersede(self._newest.popitem(last=False)[1])
        self._superseded.pop(handle, None)

    def get(self, handle: str) -> Held | None:
        """What the handle stands for; None where it is not held."""
        return self._things.get(handle)

    def __contains__(self, handle: object) -> bool:
        return handle in self._things

    def _supersede(self, handle: str) -> None:
        self._superseded[handle] = None
        self._superseded.move_to_end(handle)
        in_use = set(self._newest.values())
        for old in list(self._superseded):
            if old in in_use:
                del self._superseded[old]
        while len(self._superseded) > SUPERSEDED:
            del self._things[self._superseded.popitem(last=False)[0]]
