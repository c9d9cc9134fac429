"""Answers already given: a formula whose arguments have not changed is not worked out again.

A set of tables stands in the question as the versions of those tables that the function reads, so a change of any other
table of the set asks nothing anew. Only values that cannot change are remembered, never a large raw range, and never
an error.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from datetime import date
from typing import Any

KEPT = 2048
"""Answers kept at a time; the least recently used goes first."""

SMALL = 64
"""Cells up to which a range is remembered by what it holds."""

_CONSTANT = (str, int, float, bool, date, type(None))

_given: OrderedDict[tuple[Hashable, ...], Any] = OrderedDict()


def answer(question: tuple[Hashable, ...] | None, work_out: Callable[[], Any]) -> Any:
    """What was given to the question before, or what is worked out now; None is a question nobody remembers."""
    if question is None:
        return work_out()
    if question not in _given:
        _given[question] = work_out()
        while len(_given) > KEPT:
            _given.popitem(last=False)
    _given.move_to_end(question)
    return _own(_given[question])


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


def _own(given: Any) -> Any:
    """A block of the caller's own, which it may change."""
    return [list(row) for row in given] if isinstance(given, list) else given
