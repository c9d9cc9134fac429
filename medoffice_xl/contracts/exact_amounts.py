"""Exact amounts in whole numbers: nano-dollars times a fraction, rounded half up once.

Medicare's factors have two (RVU), three (GPCI) and four (conversion factor) decimals, so that their product is a
whole number of nano-dollars. Shares such as 85% or 62.5% stay a reduced fraction beside it until the cent.
"""

from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from medoffice_xl.money import NANOS_A_CENT

Ints = npt.NDArray[np.int64]
Rows = npt.NDArray[np.intp]

NANOS = NANOS_A_CENT

_ROOM = 2**61


def scaled(values: Any, scale: int) -> Ints:
    """Decimal figures as whole numbers of 1/scale. The files' figures have no further digits."""
    whole: Ints = np.rint(np.nan_to_num(np.asarray(values, dtype="float64")) * scale).astype("int64")
    return whole


def fraction(share: float) -> Fraction:
    """A share typed in a cell, such as 0.136, as the fraction that was meant (six decimals).

    >>> fraction(0.136)
    Fraction(17, 125)
    """
    return Fraction(round(share * 1_000_000), 1_000_000)


def fractions(shares: Any) -> tuple[Ints, Ints]:
    """Shares as reduced numerators and denominators."""
    top = scaled(shares, 1_000_000)
    divisor = np.gcd(top, 1_000_000)
    return top // divisor, 1_000_000 // divisor


def medicare_nanos(rvus: tuple[Ints, Ints, Ints], gpcis: tuple[Ints, Ints, Ints], factor: Ints) -> Ints:
    """(work × GPCI + PE × GPCI + MP × GPCI) × factor in nano-dollars, from 1/100, 1/1000 and 1/10000.

    Source: CMS, RVU25D, payment formula; the national amount has GPCIs of 1.
    """
    nanos: Ints = (rvus[0] * gpcis[0] + rvus[1] * gpcis[1] + rvus[2] * gpcis[2]) * factor
    return nanos


def half_up(nanos: Ints) -> Ints:
    """Nano-dollars to cents, half up.

    >>> half_up(np.array([33_155_000_000]))
    array([3316])
    """
    return (nanos + NANOS // 2) // NANOS


def share_of(cents: Any, top: Any, bottom: Any) -> Any:
    """cents × top / bottom, rounded half up to the cent; whole numbers or arrays of them.

    >>> share_of(8895, 95, 100)
    8450
    """
    return (2 * cents * top + bottom) // (2 * bottom)


class Amounts:
    """One amount a line, in dollars, never rounded before it is asked for in cents."""

    def __init__(self, nanos: Ints) -> None:
        """Start from nano-dollars."""
        self.nanos = nanos
        self.top = np.ones_like(nanos)
        self.bottom = np.ones_like(nanos)

    def multiply(self, rows: Rows, top: Any, bottom: Any = 1) -> None:
        """Multiply the lines' amounts by top / bottom (whole numbers, one for all or one a line)."""
        over = self.top[rows] * np.asarray(top, dtype="int64")
        under = self.bottom[rows] * np.asarray(bottom, dtype="int64")
        divisor = np.maximum(np.gcd(over, under), 1)
        self.top[rows], self.bottom[rows] = over // divisor, under // divisor

    def put_cents(self, rows: Rows, cents: Any) -> None:
        """Set the lines' amounts to whole cents."""
        self.nanos[rows] = np.asarray(cents, dtype="int64") * NANOS
        self.top[rows] = self.bottom[rows] = 1

    def take_off(self, rows: Rows, nanos: Ints) -> None:
        """Lower the lines' amounts by so many nano-dollars, each before the line's own fraction; never below zero."""
        self.nanos[rows] = np.maximum(self.nanos[rows] - nanos, 0)

    def round(self, rows: Rows) -> None:
        """Round the lines' amounts to cents now: where a contract rounds before its percent."""
        self.put_cents(rows, self.cents(rows))

    def cents(self, rows: Rows | None = None) -> Ints:
        """The amounts in cents, half up; exact however large."""
        nanos, top, bottom = (self.nanos, self.top, self.bottom) if rows is None else self._of(rows)
        whole = bottom * NANOS
        if (nanos.astype("float64") * top > _ROOM).any():
            return _each(nanos, top, whole)
        cents: Ints = (2 * nanos * top + whole) // (2 * whole)
        return cents

    def _of(self, rows: Rows) -> tuple[Ints, Ints, Ints]:
        return self.nanos[rows], self.top[rows], self.bottom[rows]


def _each(nanos: Ints, top: Ints, whole: Ints) -> Ints:
    """The same with Python's unbounded integers, for amounts beyond 64 bits."""
    each = zip(nanos.tolist(), top.tolist(), whole.tolist(), strict=True)
    return np.array([(2 * amount * over + under) // (2 * under) for amount, over, under in each], dtype="int64")
