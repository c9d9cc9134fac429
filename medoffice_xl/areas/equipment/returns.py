"""What a row of yearly cash flows is worth: net present value, rates of return, payback."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from medoffice_xl.errors import OutOfRange

Flows = Sequence[Fraction]
"""Cents, the purchase first (year 0), then year by year."""

_REAL = 1e-6
"""How near to the real axis, in parts of its size, a root counts as real; two roots this near are one."""

_RESIDUE = 1e-9
"""How near to zero, in parts of all flows together, the flows come at a rate of return."""


def net_present_value(flows: Flows, rate: Fraction) -> Fraction:
    """Every flow divided by (1 + rate)^year, added up.

    >>> round(net_present_value([Fraction(-12_000_000), *[Fraction(4_000_000)] * 5], Fraction(15, 100)))
    1408620
    """
    factor, total = Fraction(1), Fraction(0)
    for flow in flows:
        total += flow * factor
        factor /= 1 + rate
    return total


def payback(flows: Flows, rate: Fraction = Fraction(0)) -> Fraction | None:
    """Years until the flows have paid back what was spent, within a year in proportion; None where they never do.

    With a rate, each flow counts with what it is worth today.

    >>> float(payback([Fraction(-110), *[Fraction(32)] * 5]))
    3.4375
    """
    total, factor = Fraction(0), Fraction(1)
    for year, flow in enumerate(flows):
        worth = flow * factor
        if total + worth >= 0:
            return year - 1 - total / worth if year else Fraction(0)
        total += worth
        factor /= 1 + rate
    return None


def rates_of_return(flows: Flows) -> list[float]:
    """Every rate above −100% at which the flows are worth nothing, lowest first.

    Raises OutOfRange where all flows are of one sign, so that there is none.
    """
    import pyxirr  # noqa: PLC0415  (cell functions import without it)

    cash = [float(flow) / 100 for flow in flows]
    if not (any(flow > 0 for flow in cash) and any(flow < 0 for flow in cash)):
        kind = "losses" if any(flow < 0 for flow in cash) else "gains"
        raise OutOfRange(f"No rate of return: all cash flows are {kind}. Decide by NPV.")
    if pyxirr.is_conventional_cash_flow(cash):
        only = pyxirr.irr(cash)
        if only is not None:
            return [float(only)]
    return _all_roots(cash)


def _all_roots(cash: Sequence[float]) -> list[float]:
    """The real roots of the flows as a polynomial in 1 + rate, above zero, each once."""
    found: list[float] = []
    for root in np.roots(cash):
        growth = float(root.real)
        if growth <= 0 or abs(root.imag) > _REAL * max(1.0, growth):
            continue
        terms = np.asarray(cash) * growth ** np.arange(len(cash) - 1, -1, -1.0)
        if abs(terms.sum()) > _RESIDUE * np.abs(terms).sum():
            continue
        if all(abs(growth - other) > _REAL * max(1.0, growth) for other in found):
            found.append(growth)
    return sorted(growth - 1 for growth in found)
