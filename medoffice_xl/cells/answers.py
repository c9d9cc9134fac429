"""Answers already given: a formula whose arguments have not changed is not worked out again.

A set of tables stands in the question as the versions of those tables that the function reads, so a change of any other
table of the set asks nothing anew. Only values that cannot change are remembered, never a large raw range, and never
an error.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any

MOST_CELLS = 2_000_000
"""Cells of all answers that are kept; the least recently used goes first. A figure is one cell, a list its area."""

SMALL = 64
"""Cells up to which a range is remembered by what it holds."""

_CONSTANT = (str, int, float, bool, date, type(None))


class Answers:
    """Answers by their questions."""

    def __init__(self, most_cells: int = MOST_CELLS) -> None:
        self._most_cells = most_cells
        self._cells = 0
        self._given: OrderedDict[tuple[Hashable, ...], Any] = OrderedDict()

    def __contains__(self, question: tuple[Hashable, ...]) -> bool:
        return question in self._given

    def recall(self, question: tuple[Hashable, ...]) -> Any:
        """What was answered, which the caller may change."""
        self._given.move_to_end(question)
        given = self._given[question]
        return [list(row) for row in given] if isinstance(given, list) else given

    def keep(self, question: tuple[Hashable, ...], given: Any) -> None:
        """Remember an answer, and forget the oldest where there are too many."""
        self._given[question] = given
        self._cells += _size(given)
        while self._cells > self._most_cells:
            self._cells -= _size(self._given.popitem(last=False)[1])

    def forget(self) -> None:
        """Forget all of them."""
        self._given.clear()
        self._cells = 0


GIVEN = Answers()
"""What this process has answered."""


def answer(question: tuple[Hashable, ...] | None, work_out: Callable[[], Any]) -> Any:
    """What was given to the question before, or what is worked out now; None is a question nobody remembers."""
    if question is None:
        return work_out()
    if question not in GIVEN:
        given = work_out()
        GIVEN.keep(question, given)
        if question not in GIVEN:
            return given
    return GIVEN.recall(question)


def constants(values: Sequence[Any]) -> tuple[Hashable, ...] | None:
    """Values as part of a question, each with its kind: 1, 1.0 and TRUE differ. None where one may change."""
    found = [_constant(value) for value in values]
    return None if None in found else tuple(found)


def _constant(value: Any) -> Hashable:
    if isinstance(value, _CONSTANT):
        return type(value), value
    if not isinstance(value, list | tuple):
        return None
    cells = [cell for row in value for cell in (row if isinstance(row, list | tuple) else [row])]
    if len(cells) > SMALL or not all(isinstance(cell, _CONSTANT) for cell in cells):
        return None
    shape = tuple(len(row) if isinstance(row, list | tuple) else -1 for row in value)
    return shape, tuple((type(cell), cell) for cell in cells)


def _size(given: Any) -> int:
    return sum(map(len, given)) if isinstance(given, list) else 1
