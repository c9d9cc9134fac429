"""Things that will never change, and what was made of them.

The formulas of one workbook ask the same tables dozens of questions, and most begin with the same steps. A step is
taken once for frames whose owner has promised not to change them, as the tables behind handles are; it is taken anew
for all others, because a frame may be changed in place between two calls.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Any, TypeVar
from weakref import WeakValueDictionary, ref

Made = TypeVar("Made")
Promised = TypeVar("Promised")

KEPT = 48
"""Results kept at a time; the least recently used goes first."""

_promised: WeakValueDictionary[int, Any] = WeakValueDictionary()

_kept: OrderedDict[tuple[Hashable, ...], tuple[tuple[ref[Any], ...], Any]] = OrderedDict()


def unchanging(thing: Promised) -> Promised:
    """The frame (or what was made of frames), which from now on nobody changes.

    A plain number, text or tuple is no ground to remember on: Python keeps no weak reference to it.
    """
    with suppress(TypeError):
        _promised[id(thing)] = thing
    return thing


def remembered(make: Callable[..., Made], *given: Any, asked: tuple[Hashable, ...] = ()) -> Made:
    """`make(*given, *asked)`, made once where all that is given is unchanging.

    An answer counts only for the very things it was made of: a later one at the same address is asked anew.
    """
    if any(_promised.get(id(thing)) is not thing for thing in given):
        return make(*given, *asked)
    question = (make, *map(id, given), *asked)
    references, made = _kept.get(question, ((), None))
    if references and all(reference() is thing for reference, thing in zip(references, given, strict=True)):
        _kept.move_to_end(question)
        known: Made = made
        return known
    new = make(*given, *asked)
    _kept[question] = (tuple(ref(thing) for thing in given), new)
    _kept.move_to_end(question)
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return new
