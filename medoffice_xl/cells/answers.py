"""Answers already given: a formula whose arguments have not changed is not worked out again.

Handles carry a hash of their table's content, so the same handles, days and numbers ask the same question. Only values
that cannot change are remembered, never a raw range, and never an error. Some functions also take the tables loaded
last; loading another table therefore makes every question a new one.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from medoffice_xl.cells.handles import loads

KEPT = 512
"""Answers kept at a time; the least recently used goes first."""

_CONSTANT = (str, int, float, bool, date, type(None))

_given: OrderedDict[tuple[Any, ...], Any] = OrderedDict()


def answer(name: str, values: Sequence[Any], work_out: Callable[[], Any]) -> Any:
    """What the function of this name gives for the values, from memory where it was given before."""
    if not all(isinstance(value, _CONSTANT) for value in values):
        return work_out()
    question = (name, loads(), *((type(value), value) for value in values))
    if question not in _given:
        _given[question] = work_out()
        while len(_given) > KEPT:
            _given.popitem(last=False)
    _given.move_to_end(question)
    return _own(_given[question])


def _own(given: Any) -> Any:
    """A block of the caller's own, which it may change."""
    return [list(row) for row in given] if isinstance(given, list) else given
