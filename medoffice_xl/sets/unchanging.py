"""Things that will never change, and what was made of them.

The formulas of one workbook ask the same tables dozens of questions, and most begin with the same steps. A step is
taken once for frames whose owner has promised not to change them, as the tables behind handles are; it is taken anew
for all others, because a frame may be changed in place between two calls.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple, TypeVar, cast
from weakref import WeakValueDictionary, ref

import narwhals as nw
import pandas as pd

Made = TypeVar("Made")
Promised = TypeVar("Promised")

KEPT = 1000
"""Results kept at a time, as many as all figures share in a few versions; the least recently used goes first."""

KEPT_BYTES = 1 << 30
"""What they may take of the memory, all together."""


class _Kept(NamedTuple):
    """What was made, of what, and what it takes of the memory."""

    of: tuple[Callable[[], Any], ...]
    made: Any
    size: int


def _reference(thing: Any) -> Callable[[], Any]:
    """How the thing is found again as long as it is there; a table that is not there has nothing to be found."""
    return (lambda: None) if thing is None else ref(thing)


class _Memory:
    """Results by their questions, up to a number and a size."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Hashable, ...], _Kept] = OrderedDict()
        self._size = 0

    def recall(self, question: tuple[Hashable, ...], given: tuple[Any, ...]) -> _Kept | None:
        """What was made of the very things given; None where they are others."""
        found = self._kept.get(question)
        if found is None or any(reference() is not thing for reference, thing in zip(found.of, given, strict=True)):
            return None
        self._kept.move_to_end(question)
        return found

    def keep(self, question: tuple[Hashable, ...], given: tuple[Any, ...], made: Any) -> None:
        """Remember what was made, and forget what was not asked for longest where that is too much."""
        self._forget(question)
        self._kept[question] = _Kept(tuple(map(_reference, given)), made, _size(made))
        self._size += self._kept[question].size
        while len(self._kept) > KEPT or self._size > KEPT_BYTES:
            self._forget(next(iter(self._kept)))

    def _forget(self, question: tuple[Hashable, ...]) -> None:
        if question in self._kept:
            self._size -= self._kept.pop(question).size


def _size(made: Any) -> int:
    """Bytes of the frames in a result, as far as they lie in this memory."""
    if isinstance(made, nw.LazyFrame | nw.DataFrame):
        made = made.to_native()
    if isinstance(made, pd.DataFrame):
        return sum(int(column.nbytes) for _, column in made.items())
    if isinstance(made, tuple):
        return sum(map(_size, made))
    return sum(_size(getattr(made, each.name)) for each in fields(made)) if is_dataclass(made) else 0


_promised: WeakValueDictionary[int, Any] = WeakValueDictionary()

_latest: WeakValueDictionary[tuple[Hashable, ...], Any] = WeakValueDictionary()
"""What each step made last, by the step and what it was asked."""

_kept = _Memory()


def unchanging(thing: Promised) -> Promised:
    """The frame (or what was made of frames), which from now on nobody changes.

    A plain number, text or tuple is no ground to remember on: Python keeps no weak reference to it.
    """
    with suppress(TypeError):
        _promised[id(thing)] = thing
    return thing


def remembered(make: Callable[..., Made], *given: Any, asked: tuple[Hashable, ...] = ()) -> Made:
    """`make(*given, *asked)`, made once where all that is given is unchanging.

    An answer counts only for the very things it was made of: a later one at the same address is asked anew. What
    comes out as it did of the tables before, a frame or a piece made of frames, is the very thing it was then.
    """
    if any(_promised.get(id(thing)) is not thing for thing in given):
        return make(*given, *asked)
    question = (make, *map(id, given), *asked)
    known = _kept.recall(question, given)
    if known is not None:
        found: Made = known.made
        return found
    new = _as_before((make, *asked), make(*given, *asked))
    _kept.keep(question, given, new)
    return new


def _as_before(step: tuple[Hashable, ...], new: Made) -> Made:
    """What the step made last where it is the same, cell by cell: so what was made of that one stands."""
    former = _latest.get(step)
    if former is not None and _are_alike(former, new):
        return cast("Made", former)
    if _in_memory(new) is not None or is_dataclass(new):
        with suppress(TypeError):  # a piece to which nothing can refer is made of nothing later
            _latest[step] = new
    return new


def _are_alike(former: object, new: object) -> bool:
    """Whether two frames hold the same, or two pieces the same in each field that tells them apart."""
    if former is new:
        return True
    if type(former) is not type(new):
        return False
    one, other = _in_memory(former), _in_memory(new)
    if isinstance(one, pd.DataFrame | pd.Series):
        return one.equals(cast("Any", other))
    if is_dataclass(new):
        told = [each.name for each in fields(new) if each.compare]
        return all(_are_alike(getattr(former, name), getattr(new, name)) for name in told)
    if isinstance(former, tuple) and isinstance(new, tuple):
        return len(former) == len(new) and all(map(_are_alike, former, new))
    return isinstance(new, _PLAIN) and former == new


_PLAIN = (str, int, float, date, Fraction)
"""What is the same where it is equal. Of anything else nobody knows whether all of it is compared."""


def _in_memory(made: object) -> pd.DataFrame | pd.Series | None:
    """The frame or column that lies in this memory; None of anything else."""
    native = made.to_native() if isinstance(made, nw.LazyFrame) else made
    return native if isinstance(native, pd.DataFrame | pd.Series) else None
