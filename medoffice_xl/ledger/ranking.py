"""The largest few of many, and the others as one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from medoffice_xl.errors import OutOfRange

Thing = TypeVar("Thing")
Row = TypeVar("Row")
OTHERS = "All other"


def largest(
    things: Mapping[str, Thing],
    top: int,
    size: Callable[[Thing], Any],
    together: Callable[[Iterable[Thing]], Thing],
) -> dict[str, Thing]:
    """The `top` largest by `size`, the largest first, and the others together under “All other”; 0 is all."""
    if top < 0:
        raise OutOfRange(f"You asked for the largest {top}; give a number from 1 on, or 0 for all.")
    ranked = sorted(things, key=lambda name: (size(things[name]), name), reverse=True)
    shown = {name: things[name] for name in (ranked[:top] if top else ranked)}
    rest = [things[name] for name in ranked if name not in shown]
    return {**shown, OTHERS: together(rest)} if rest else shown


def in_order(
    things: Sequence[Thing], top: int, row: Callable[[Thing], Row], together: Callable[[str, Sequence[Thing]], Row]
) -> list[Row]:
    """Rows of things that are in their order: the first `top` (0 is all), the others together as “7 more”, the total.

    >>> in_order([5, 3, 1], 1, lambda one: ("one", one), lambda name, ones: (name, sum(ones)))
    [('one', 5), ('2 more', 4), ('Total', 9)]
    """
    if top < 0:
        raise OutOfRange("The number of rows is 0 (all) or more.")
    rest = things[top:] if top else ()
    more = [together(f"{len(rest)} more", rest)] if rest else []
    return [*map(row, things[: top or None]), *more, together("Total", things)]
