"""The largest few of many, and the others as one."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from medoffice_xl.errors import OutOfRange

Thing = TypeVar("Thing")
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
