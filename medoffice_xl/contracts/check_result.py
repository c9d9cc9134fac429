"""What the check found out, one place a remitted line, while it comes to be and when it is done."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.reason_codes import AnswerKind
from medoffice_xl.claims.which_answer_stands import Answers
from medoffice_xl.contracts.days import days
from medoffice_xl.contracts.deductions import Deductions
from medoffice_xl.contracts.exact import Ints, Rows
from medoffice_xl.contracts.late_payment import LatePayment
from medoffice_xl.contracts.line_class import Finding, LineClass
from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.pricing import Priced
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.services import firsts
from medoffice_xl.contracts.several_payments import together
from medoffice_xl.contracts.status import Source, Status
from medoffice_xl.contracts.tolerance import tolerance_of
from medoffice_xl.contracts.unit_limits import OverLimit, UnitLimits, none_over, over_limit
from medoffice_xl.contracts.variance import findings, recovered
from medoffice_xl.row_keys import combine

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Checked:
    """The check, one place a remitted line; money in cents.

    The figures of a service stand on its first line, marked by `compared`; its other lines name that one in `leader`.
    `lacking` is how far the charge is below the contract, `recovered` what a later answer added to the first
    underpaid one, `as_billed` the price of the billed code where the payer changed it (else 0).
    `service_paid` stands beside `expected_paid`, and `taken_over` is what sequestration and withhold took beyond the
    contract. Days late and interest stand on the first line of a claim that was paid late. `unit_limit` is Medicare's
    limit where the units are above it (else 0), `limited_units` what was counted, `limit_indicator` by what.
    `full_difference` marks secondary answers that book the whole difference as contractual, `unpaired` reversals
    of what was never seen.
    """

    line_class: Ints
    finding: Ints
    status: Ints
    source: Ints
    contract: Ints
    payer: Ints
    leader: Ints
    compared: Mask
    allowed: Ints
    expected: Ints
    variance: Ints
    recovered: Ints
    lacking: Ints
    as_billed: Ints
    units: Ints
    mods: Ints
    facility: Mask
    full_difference: Mask
    unpaired: Mask
    service_paid: Ints
    expected_paid: Ints
    taken_over: Ints
    late_days: Ints
    interest_owed: Ints
    interest_due: Ints
    unit_limit: Ints
    limited_units: Ints
    limit_indicator: Ints


class CheckInProgress:
    """The columns of the check while they come to be."""

    def __init__(self, size: int, lines: Lines, book: Rulebook) -> None:
        """Nothing found out yet about `size` lines, nor which contract they are under."""
        self.lines = lines
        self.leader = np.arange(size)
        self.compared = np.zeros(size, dtype=bool)
        self.status, self.source, self.allowed, self.expected, self.lacking, self.as_billed = (
            np.zeros(size, dtype="int64") for _ in range(6)
        )
        self.contract = np.full(size, len(book.terms.payer) - 1, dtype="int64")
        self.finding = np.zeros(size, dtype="int64")
        self.units, self.mods = lines.units.copy(), lines.mods.copy()
        self.single = np.ones(size, dtype=bool)
        self.line_class = np.zeros(size, dtype="int64")
        self.again = np.zeros(size, dtype=bool)
        self.twice = np.zeros(size, dtype=bool)
        self.gained = np.zeros(size, dtype="int64")

    def put(
        self,
        rows: Rows,
        service: Ints,
        priced: Priced,
        services: Lines,
        remits: pd.DataFrame,
        answers: Answers,
        again: Mask,
        book: Rulebook,
    ) -> None:
        """Place what was found out about each service on its first line; `again` marks lines paid before as a whole."""
        lead = rows[firsts(service)]
        sums = np.bincount(service, weights=remits["allowed"].to_numpy()[rows], minlength=len(lead)).astype("int64")
        line = combine(answers.line, self.lines.payer)[lead]
        answered = days(remits["paid_date"].iloc[lead], 0)
        tolerance = tolerance_of(priced.contract, answered, book.terms, book.thresholds)
        paid = together(line, answers.order[lead], again[lead], sums, priced.cents, tolerance)
        self.again[rows] = again[rows]
        self.twice[rows] = paid.twice[service]
        self.leader[rows] = lead[paid.of][service]
        self.single[rows] = np.bincount(paid.of[service])[paid.of[service]] == 1 if rows.size else True
        self.status[rows] = priced.status[service]
        self.contract[rows], self.source[rows] = priced.contract[service], priced.source[service]
        own = paid.of == np.arange(len(lead))
        self.allowed[lead] = np.where(own, paid.allowed, 0)
        self.lacking[lead] = np.where(own, priced.below, 0)
        self.units[lead], self.mods[lead] = services.units, services.mods
        self.compared[lead] = own & (priced.status == Status.PRICED)
        self.expected[lead] = np.where(own & ~paid.twice, priced.cents, 0)
        self.gained[lead] = paid.gained
        variance = self.allowed[lead] - self.expected[lead]
        found = findings(variance, self.expected[lead], tolerance)
        found = np.where(paid.twice, Finding.PAID_TWICE, found)
        self.finding[lead] = np.where(self.compared[lead], found, Finding.NOT_COMPARED)

    def remainders(self, rows: Rows, adjudication: Ints, remits: pd.DataFrame) -> None:
        """What was taken or added at claim level counts against the claim's lines that could be compared."""
        if not rows.size:
            return
        of_compared = np.isin(adjudication[rows], adjudication[self.compared])
        self.status[rows[~of_compared]] = Status.UNLISTED
        rows = rows[of_compared]
        of_claim = pd.Series(self.contract[self.compared], adjudication[self.compared])
        self.contract[rows] = of_claim[~of_claim.index.duplicated()].reindex(adjudication[rows]).to_numpy()
        self.compared[rows] = True
        self.allowed[rows] = remits["allowed"].to_numpy()[rows]
        self.finding[rows] = np.where(self.allowed[rows] < 0, Finding.UNDERPAID, Finding.OVERPAID)

    def classify(self, remits: pd.DataFrame, classes: Ints, changed: Rows) -> None:
        """The classes that need the price, the first that fits."""
        self.line_class = classes
        priced = classes == LineClass.COMPARED
        self.line_class[priced & (self.lacking[self.leader] > 0)] = LineClass.BELOW_CONTRACT
        recoded = np.zeros(len(classes), dtype=bool)
        recoded[changed] = True
        self.line_class[priced & recoded] = LineClass.RECODED
        owes_all = ((remits["paid"] == 0) & (remits["allowed"] > 0)).to_numpy()
        self.line_class[priced & owes_all] = LineClass.PATIENT
        self.line_class[priced & (self.status != Status.PRICED)] = LineClass.NO_RATE
        self.line_class[priced & (self.status == Status.CAPITATED)] = LineClass.CAPITATED

    def above(self, limits: UnitLimits) -> OverLimit:
        """The services with more units than Medicare's limit, of those that were compared and not paid before."""
        if not limits:
            return none_over(len(self.lines))
        counted = self.compared[self.leader] & ~self.again & (self.source != Source.ANESTHESIA)
        return over_limit(self.lines, counted, self.leader, limits)

    def checked(
        self,
        remits: pd.DataFrame,
        answers: Answers,
        taken: Deductions,
        late: LatePayment,
        over: OverLimit,
    ) -> Checked:
        """The finished check."""
        allowed = remits["allowed"].to_numpy()
        gained = self.gained
        some = answers.several
        if some.any():
            answer = ~answers.reversal & ~answers.undecided & (answers.kind == AnswerKind.PRICED) & ~self.again
            final = self.compared & self.single & ~self.twice
            line = combine(answers.line, self.lines.payer)
            gained = gained + recovered(line, answers.order, allowed, self.expected, answer & some, final & some)
        secondary = self.line_class == LineClass.SECONDARY
        whole = (remits["contractual"] == remits["charge"] - remits["paid"]).to_numpy()
        return Checked(
            line_class=self.line_class,
            finding=self.finding,
            status=self.status,
            source=self.source,
            contract=self.contract,
            payer=self.lines.payer,
            leader=self.leader,
            compared=self.compared,
            allowed=self.allowed,
            expected=self.expected,
            variance=np.where(self.compared, self.allowed - self.expected, 0),
            recovered=gained,
            lacking=self.lacking,
            as_billed=self.as_billed,
            units=self.units,
            mods=self.mods,
            facility=self.lines.facility,
            full_difference=secondary & whole & (remits["prior_payer"] == 0).to_numpy(),
            unpaired=answers.unpaired,
            service_paid=taken.paid,
            expected_paid=np.where(self.compared, taken.expected_paid, 0),
            taken_over=np.where(self.compared, taken.taken_over, 0),
            late_days=late.days,
            interest_owed=late.owed,
            interest_due=late.due,
            unit_limit=over.limit,
            limited_units=over.counted,
            limit_indicator=over.indicator,
        )
