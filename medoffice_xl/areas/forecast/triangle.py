"""Payments by month of service and by months since: how they develop, and what they will come to.

A triangle is an array of cumulative amounts: a row a month of service, oldest first, a column a month of lag; what lies
in the future is NaN.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]


def development_factors(triangle: Numbers, diagonals: int | None = None) -> Numbers:
    """How a row grows from each lag to the next: sum of the later over sum of the earlier, of rows that have both.

    With `diagonals`, only steps of so many newest months count. A factor below 1 is kept; where nothing is known, or
    what there was comes to nothing, it is 1. Where there was nothing and then something it is infinite.

    >>> development_factors(np.array([[100.0, 150.0, 165.0], [110.0, 165.0, np.nan], [120.0, np.nan, np.nan]])).round(2)
    array([1.5, 1.1])
    """
    rows, lags = triangle.shape
    both = ~np.isnan(triangle[:, 1:])
    if diagonals is not None:
        when = np.arange(rows)[:, None] + np.arange(1, lags)[None, :]
        both &= when > rows - 1 - diagonals
    before = np.where(both, triangle[:, :-1], 0.0).sum(axis=0)
    after = np.where(both, triangle[:, 1:], 0.0).sum(axis=0)
    grown = np.where(after > 0, after, before)
    factors: Numbers = np.where(before > 0, grown / np.where(before > 0, before, 1.0), np.where(after > 0, np.inf, 1.0))
    return factors


def to_ultimate(factors: Numbers) -> Numbers:
    """For each lag, how many times what is paid by then will be paid in the end; 1 at the last, nothing later."""
    found: Numbers = np.append(np.cumprod(factors[::-1])[::-1], 1.0)
    return found


def newest(triangle: Numbers) -> tuple[Numbers, npt.NDArray[np.intp]]:
    """What each row has come to by now, and the lag it has reached."""
    reached = (~np.isnan(triangle)).sum(axis=1) - 1
    paid: Numbers = triangle[np.arange(len(triangle)), reached]
    return paid, reached


def chain_ladder(triangle: Numbers, factors: Numbers | None = None) -> Numbers:
    """What each row will come to: what is paid, times how it develops from its lag on.

    Source: Mack, Distribution-free calculation of the standard error of chain ladder reserve estimates, 1993.
    """
    paid, reached = newest(triangle)
    ultimate: Numbers = paid * to_ultimate(development_factors(triangle) if factors is None else factors)[reached]
    return ultimate


def bornhuetter_ferguson(paid: Any, expected: Any, times: Any) -> Any:
    """paid + expected × (1 − 1 ÷ times): what is still to come follows from what was expected, not from what came.

    Source: Bornhuetter and Ferguson, The actuary and IBNR, 1972.

    >>> round(float(bornhuetter_ferguson(4_100, 11_600, 2.86168)), 2)
    11646.44
    """
    return paid + expected * (1 - 1 / times)


def mack_standard_error(triangle: Numbers) -> float:
    """The standard error of all rows' reserves together, by Mack's formula; needs at least three rows, all above zero.

    The variance of the last step follows from the two before it, as Mack proposed.
    """
    rows = len(triangle)
    factors = development_factors(triangle)
    variance = _variances(triangle, factors)
    ultimate = chain_ladder(triangle, factors)
    full = _completed(triangle, factors)
    total = 0.0
    for row in range(1, rows):
        for lag in range(rows - 1 - row, rows - 1):
            base = np.nansum(triangle[: rows - 1 - lag, lag])
            spread = variance[lag] / factors[lag] ** 2
            total += ultimate[row] ** 2 * spread * (1 / full[row, lag] + 1 / base)
            total += ultimate[row] * ultimate[row + 1 :].sum() * 2 * spread / base
    return float(np.sqrt(total))


def _variances(triangle: Numbers, factors: Numbers) -> Numbers:
    rows = len(triangle)
    found = np.zeros(rows - 1)
    for lag in range(rows - 2):
        known = triangle[: rows - 1 - lag]
        ratios = known[:, lag + 1] / known[:, lag]
        found[lag] = (known[:, lag] * (ratios - factors[lag]) ** 2).sum() / (len(known) - 1)
    if rows > 3 and found[-3] > 0:
        found[-1] = min(found[-2] ** 2 / found[-3], found[-3], found[-2])
    return found


def _completed(triangle: Numbers, factors: Numbers) -> Numbers:
    full = triangle.copy()
    for lag in range(triangle.shape[1] - 1):
        missing = np.isnan(full[:, lag + 1])
        full[missing, lag + 1] = full[missing, lag] * factors[lag]
    return full
