"""Payments of a line that was paid before by the same payer: parts of it, instalments, or a payment too much.

Parts are answers to some of a line's units: their charges are not those of the first answer, or together they are the
line's charge. Parts are priced as the one line they are. An answer to the whole line again is an instalment as long as
all payments together do not exceed what the contract allows; what goes beyond was paid twice.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.which_answer_stands import Answers
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.tolerance import Tolerance
from medoffice_xl.row_keys import combine

Mask = npt.NDArray[np.bool_]


def answers_with_parts(answers: Answers, payer: Ints, charge: Ints, billed: Ints) -> tuple[Ints, Mask]:
    """The answers numbered, parts of a line with its first one's number, and which lines are paid again as a whole.

    `charge` is what each answer is to, `billed` the charge of the line in the charges, −1 where it is not known.
    """
    answer, whole = answers.order.copy(), answers.again.copy()
    if not whole.any():
        return answer, whole
    line = combine(answers.line, payer)
    paying = np.flatnonzero(answers.paying & np.isin(line, line[whole]))
    of = pd.DataFrame(
        {"line": line[paying], "order": answer[paying], "charge": charge[paying], "billed": billed[paying]}
    ).sort_values("order", kind="stable")
    groups = of.groupby("line")
    first_order, first_charge = groups["order"].transform("first"), groups["charge"].transform("first")
    add_up = (groups["charge"].transform("sum") == of["billed"]) & (of["charge"] < of["billed"])
    part = (of["order"] > first_order) & ((of["charge"] != first_charge) | add_up)
    rows = paying[part.index[part].to_numpy()]
    answer[rows], whole[rows] = first_order[part].to_numpy(), False
    return answer, whole


@dataclass(frozen=True, slots=True)
class Payments:
    """Services with what was allowed for each: of instalments all on the first, whose place the others name in `of`.

    `twice` marks services that were paid before, `gained` is what instalments added to a first one that was too low.
    """

    of: Ints
    allowed: Ints
    twice: Mask
    gained: Ints


def together(line: Ints, order: Ints, again: Mask, allowed: Ints, expected: Ints, tolerance: Tolerance) -> Payments:
    """Tell instalments from payments too much; one place a service, `again` where its line was paid before."""
    of, total, gained = np.arange(len(line)), allowed.copy(), np.zeros(len(line), dtype="int64")
    if not again.any():
        return Payments(of, total, again.copy(), gained)
    rows = np.flatnonzero(np.isin(line, line[again]))
    rows = rows[np.lexsort((order[rows], line[rows]))]
    first = pd.Series(rows).groupby(line[rows]).transform("first").to_numpy()
    sums = pd.Series(allowed[rows]).groupby(line[rows]).transform("sum").to_numpy()
    counts = tolerance.at(first)
    fits = counts.judge(sums - expected[first], expected[first]) != Finding.OVERPAID
    joined = rows[fits]
    of[joined] = first[fits]
    total[first[fits]] = sums[fits]
    short = counts.judge(allowed[first] - expected[first], expected[first]) == Finding.UNDERPAID
    made_good = fits & short & (sums > allowed[first])
    gained[first[made_good]] = (sums - allowed[first])[made_good]
    return Payments(of, total, again & (of == np.arange(len(line))), gained)
