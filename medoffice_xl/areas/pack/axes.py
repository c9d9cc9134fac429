"""Round numbers for the lines of an axis."""

from collections.abc import Sequence
from math import ceil, floor, log10

from medoffice_xl.areas.pack.document import Tick
from medoffice_xl.pages.written import written

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)


def ticks(values: Sequence[float], number_format: str, most: int = 5) -> list[Tick]:
    """Round numbers from zero, or below the least value, to the highest or beyond; every step the same.

    >>> [tick.label for tick in ticks([120.0, 430.0], "#,##0")]
    ['0', '100', '200', '300', '400', '500']
    """
    low, high = min(0.0, *values), max(0.0, *values)
    if low == high:
        high = 1.0
    step = _round_step((high - low) / most)
    first, last = floor(low / step), ceil(high / step)
    return [Tick(step * at, written(_whole(step * at), number_format)) for at in range(first, last + 1)]


def _round_step(least: float) -> float:
    """The next larger of 1, 2, 2.5 and 5 times a power of ten."""
    size = 10.0 ** floor(log10(least))
    return next(step * size for step in _STEPS if step * size >= least * (1 - 1e-9))


def _whole(value: float) -> float:
    """Without the last bit of error that sums of tenths have."""
    return round(value, 9)
