"""What was allowed for each service, held against its price under the contract."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.which_answer_stands import Answers
from medoffice_xl.contracts.days import days
from medoffice_xl.contracts.exact_amounts import Ints, Rows
from medoffice_xl.contracts.line_class import Finding, LineClass
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.lines_as_billed import AsBilled
from medoffice_xl.contracts.merged_lines import firsts, merged_lines
from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.several_payments import answers_with_parts, together
from medoffice_xl.contracts.status import Status
from medoffice_xl.contracts.tolerance import tolerance_of
from medoffice_xl.row_keys import combine

Mask = npt.NDArray[np.bool_]

NEEDED = ("level", "paid_date", "allowed")
"""Columns of Remits that this step looks at."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One place a remitted line; money in cents.

    The figures of a service stand on its first line, marked by `compared` where it has a price; its other lines name
    that one in `leader`, and `alone` marks lines that have no other. `lacking` is how far the charge is below the
    contract. `again` marks lines that the same payer had paid before as a whole, `twice` those of them beyond what the
    contract allows; `gained` is what instalments added to a first one that was too low.
    """

    status: Ints
    source: Ints
    contract: Ints
    leader: Ints
    alone: Mask
    compared: Mask
    allowed: Ints
    expected: Ints
    finding: Ints
    lacking: Ints
    gained: Ints
    units: Ints
    mods: Ints
    again: Mask
    twice: Mask

    @property
    def variance(self) -> Ints:
        """Allowed less expected, where they were compared."""
        return np.where(self.compared, self.allowed - self.expected, 0)


def compare(billed: AsBilled, answers: Answers, classes: Ints, book: Rulebook) -> Comparison:
    """Price the lines of the class COMPARED, those of one service together, and compare."""
    of_claim = (billed.remits["level"] == "claim").to_numpy()
    to_price = classes == LineClass.COMPARED
    compared = _services(np.flatnonzero(to_price & ~of_claim), billed, answers, book)
    return _with_remainders(compared, np.flatnonzero(to_price & of_claim), answers.order, billed.remits)


def _services(rows: Rows, billed: AsBilled, answers: Answers, book: Rulebook) -> Comparison:
    """The lines at these places compared, service by service."""
    found = _nothing_compared(billed, book)
    answer, again = answers_with_parts(answers, billed.lines.payer, billed.lines.charge, billed.charged)
    services, service = merged_lines(billed.lines.take(rows), answer[rows])
    priced = price(services, book)
    lead = rows[firsts(service)]
    allowed = np.bincount(service, weights=billed.remits["allowed"].to_numpy()[rows], minlength=len(lead))
    tolerance = tolerance_of(
        priced.contract, days(billed.remits["paid_date"].iloc[lead], 0), book.terms, book.thresholds
    )
    line = combine(answers.line, billed.lines.payer)[lead]
    paid = together(line, answers.order[lead], again[lead], allowed.astype("int64"), priced.cents, tolerance)
    own = paid.of == np.arange(len(lead))
    total = np.where(own, paid.allowed, 0)
    expected = np.where(own & ~paid.twice, priced.cents, 0)
    expected = _or_line_by_line(expected, total, rows, service, billed.lines, book)
    difference = tolerance.judge(total - expected, expected)
    found.again[rows], found.twice[rows] = again[rows], paid.twice[service]
    found.leader[rows] = lead[paid.of][service]
    found.alone[rows] = np.bincount(paid.of[service])[paid.of[service]] == 1 if rows.size else True
    found.status[rows], found.source[rows] = priced.status[service], priced.source[service]
    found.contract[rows] = priced.contract[service]
    found.compared[lead] = own & (priced.status == Status.PRICED)
    found.allowed[lead], found.expected[lead] = total, expected
    found.lacking[lead], found.gained[lead] = np.where(own, priced.below, 0), paid.gained
    found.units[lead], found.mods[lead] = services.units, services.mods
    found.finding[lead] = np.where(paid.twice, Finding.PAID_TWICE, difference)
    found.finding[~found.compared] = Finding.NOT_COMPARED
    return found


def _or_line_by_line(expected: Ints, allowed: Ints, rows: Rows, service: Ints, lines: Lines, book: Rulebook) -> Ints:
    """What is expected for each service, with its lines rounded one by one where that is what was allowed.

    Payers price line by line: two lines of one unit at 12.345 are 12.35 each, and one of two units is 24.69.
    """
    counts = np.bincount(service, minlength=len(expected))
    off = np.abs(allowed - expected)
    doubtful = (counts > 1) & (expected > 0) & (off > 0) & (off <= counts)
    if not doubtful.any():
        return expected
    of_doubtful = doubtful[service]
    priced = price(lines.take(rows[of_doubtful]), book)
    one_by_one, unpriced = (
        np.bincount(service[of_doubtful], weights=values, minlength=len(expected)).astype("int64")
        for values in (priced.cents, priced.status != Status.PRICED)
    )
    return np.where(doubtful & (unpriced == 0) & (one_by_one == allowed), one_by_one, expected)


def _nothing_compared(billed: AsBilled, book: Rulebook) -> Comparison:
    size = len(billed.lines)

    def zeros() -> Ints:
        return np.zeros(size, dtype="int64")

    def no() -> Mask:
        return np.zeros(size, dtype=bool)

    return Comparison(
        status=zeros(),
        source=zeros(),
        contract=np.full(size, book.terms.none, dtype="int64"),
        leader=np.arange(size),
        alone=~no(),
        compared=no(),
        allowed=zeros(),
        expected=zeros(),
        finding=zeros(),
        lacking=zeros(),
        gained=zeros(),
        units=billed.lines.units.copy(),
        mods=billed.lines.mods.copy(),
        again=no(),
        twice=no(),
    )


def _with_remainders(found: Comparison, rows: Rows, adjudication: Ints, remits: pd.DataFrame) -> Comparison:
    """What was taken or added at claim level (these rows) counts against the claim's lines that could be compared."""
    if not rows.size:
        return found
    status, contract, compared = found.status.copy(), found.contract.copy(), found.compared.copy()
    allowed, finding = found.allowed.copy(), found.finding.copy()
    of_compared = np.isin(adjudication[rows], adjudication[found.compared])
    status[rows[~of_compared]] = Status.UNLISTED
    rows = rows[of_compared]
    of_claim = pd.Series(found.contract[found.compared], adjudication[found.compared])
    contract[rows] = of_claim[~of_claim.index.duplicated()].reindex(adjudication[rows]).to_numpy()
    compared[rows] = True
    allowed[rows] = remits["allowed"].to_numpy()[rows]
    finding[rows] = np.where(allowed[rows] < 0, Finding.UNDERPAID, Finding.OVERPAID)
    return replace(found, status=status, contract=contract, compared=compared, allowed=allowed, finding=finding)
