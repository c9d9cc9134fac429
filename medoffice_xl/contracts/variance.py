"""The difference between allowed and expected: what it amounts to, and what was recovered of it later."""

import numpy as np
import numpy.typing as npt

from medoffice_xl.contracts.exact import Ints
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.tolerance import Tolerance

Mask = npt.NDArray[np.bool_]


def findings(variance: Ints, expected: Ints, tolerance: Tolerance) -> Ints:
    """Underpaid, overpaid or as contracted: a difference counts when it reaches the tolerance."""
    found = np.where(variance < 0, Finding.UNDERPAID, Finding.OVERPAID)
    return np.where(tolerance.reached_by(variance, expected), found, Finding.AS_CONTRACTED).astype("int64")


def recovered(item: Ints, order: Ints, allowed: Ints, expected: Ints, answer: Mask, final: Mask) -> Ints:
    """What the final answer allows above the first underpaid one, on the final answer's place.

    `answer` marks answers that allowed something (reversed ones too), `final` those that count; `expected` is known
    on the final ones.
    """
    gained = np.zeros(len(item), dtype="int64")
    rows = np.flatnonzero(answer)
    ends = np.flatnonzero(final)
    if not rows.size or not ends.size:
        return gained
    due = dict(zip(item[ends].tolist(), zip(ends.tolist(), expected[ends].tolist(), strict=True), strict=True))
    seen: set[int] = set()
    for row in rows[np.argsort(order[rows], kind="stable")].tolist():
        of = int(item[row])
        if of in seen or of not in due:
            continue
        end, right = due[of]
        if row != end and order[row] < order[end] and allowed[row] < right:
            seen.add(of)
            gained[end] = allowed[end] - allowed[row]
    return gained
