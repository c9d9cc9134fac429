"""How the payers answered: what each claim was allowed and paid, with the flaws worth finding (`HIDDEN`)."""

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from medoffice_xl.demo import practice
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.practice import Payer, contract_rate
from medoffice_xl.demo.visits import Claim, Line

SILENT_CHANGE = date(2026, 5, 1)
NOT_AGREED = date(2026, 7, 1)
"""From this day of service on Silver Oaks takes sequestration, which its contract does not know."""

HIDDEN = (
    Hidden("Cedar Valley Health underpays G2211 by 12%.", "Check vouchers"),
    Hidden("Northgate Mutual still pays the 2025 rates in 2026.", "Fee compliance"),
    Hidden("Blue Harbor PPO lowered its rate for X1002 by 4% on 1 May 2026 without notice.", "Check vouchers"),
    Hidden(
        "Northgate Mutual denies one claim in eight and takes 46 days to answer; its contract says 30, or 12% a year.",
        "Check vouchers",
    ),
    Hidden("X1005 is billed below what Blue Harbor PPO and Cedar Valley Health allow.", "Fee review"),
    Hidden("One claim of Blue Harbor PPO was paid twice.", "Check vouchers"),
    Hidden("One payment of Cedar Valley Health was reversed and corrected.", "Check vouchers"),
    Hidden(
        "Silver Oaks Advantage took back an earlier overpayment, and one of its checks is $35.00 short.",
        "Check remittances",
    ),
    Hidden(
        "Silver Oaks Advantage takes 2% sequestration since 1 July 2026, which its contract does not know.",
        "Check vouchers",
    ),
)

Adjustment = tuple[str, str, int]
"""Group, reason and cents."""


@dataclass(frozen=True, slots=True)
class AnsweredLine:
    """One adjudicated line; amounts in cents."""

    line: Line
    paid: int
    allowed: int | None
    adjustments: tuple[Adjustment, ...]
    remarks: tuple[str, ...] = ()

    @property
    def patient(self) -> int:
        """What the payer leaves to the patient."""
        return sum(cents for group, _, cents in self.adjustments if group == "PR")


@dataclass(frozen=True, slots=True)
class Answer:
    """One adjudicated claim."""

    claim: Claim
    payer: Payer
    paid_on: date
    status: str
    lines: tuple[AnsweredLine, ...]
    frequency: str = "1"
    original_ref: str = ""
    sequence: int = field(default=1)

    @property
    def paid(self) -> int:
        """Paid for the claim in cents."""
        return sum(line.paid for line in self.lines)

    @property
    def charge(self) -> int:
        """Charge of the claim in cents; negative on a reversal."""
        return -self.claim.charge if self.status == "22" else self.claim.charge

    @property
    def patient(self) -> int:
        """Left to the patient in cents."""
        return sum(line.patient for line in self.lines)

    @property
    def payer_claim_no(self) -> str:
        """The payer's own number of this answer."""
        return f"P{self.claim.claim_id[1:]}{self.sequence}"


def adjudicate(chance: random.Random, claims: list[Claim], last: date) -> list[Answer]:
    """Every payer's answers up to `last`, with reversals, corrections and a duplicate."""
    answers: list[Answer] = []
    for claim in claims:
        if claim.payer is not practice.SELF_PAY:
            answers += _answers(chance, claim)
    answers = [*answers, *_corrected(answers), *_paid_twice(answers)]
    return sorted(
        (answer for answer in answers if answer.paid_on <= last),
        key=lambda answer: (answer.paid_on, answer.payer.payer_id, answer.claim.claim_id, answer.sequence),
    )


def _answers(chance: random.Random, claim: Claim) -> list[Answer]:
    paid_on = _payment_day(claim.submitted + timedelta(days=max(5, round(chance.gauss(claim.payer.days_to_pay, 4)))))
    if chance.randrange(1000) < claim.payer.denials:
        denied = Answer(claim, claim.payer, paid_on, "1", tuple(_denied(chance, line) for line in claim.lines))
        if chance.random() < 0.4:
            return [denied]
        again = _payment_day(paid_on + timedelta(days=chance.randint(25, 60)))
        return [
            denied,
            replace(_paid(chance, claim, again), frequency="7", sequence=2, original_ref=denied.payer_claim_no),
        ]
    first = _paid(chance, claim, paid_on)
    if claim.payer is practice.MEDICARE and first.patient and chance.random() < 0.3:
        return [first, _supplement(first)]
    return [first]


def _payment_day(day: date) -> date:
    """The Friday on or after a day: payers send one EFT a week."""
    return day + timedelta(days=(4 - day.weekday()) % 7)


def _paid(chance: random.Random, claim: Claim, paid_on: date) -> Answer:
    deductible_due = chance.randrange(1000) < claim.payer.deductible
    copay = claim.payer.copay
    lines = []
    for line in claim.lines:
        allowed = min(_allowed(claim, line), line.charge)
        patient: list[Adjustment] = []
        rest = allowed
        if deductible_due and line.number == 1:
            patient.append(("PR", "1", rest))
            rest = 0
        elif claim.payer.coinsurance:
            share = (rest * claim.payer.coinsurance + 500) // 1000
            patient.append(("PR", "2", share))
            rest -= share
        elif copay and line.number == 1:
            share = min(copay, rest)
            patient.append(("PR", "3", share))
            rest -= share
        withheld: list[Adjustment] = []
        if _sequesters(claim) and rest:
            sequestered = (rest * 2 + 50) // 100
            withheld.append(("CO", "253", sequestered))
            rest -= sequestered
        contractual: list[Adjustment] = [("CO", "45", line.charge - allowed)] if line.charge > allowed else []
        lines.append(AnsweredLine(line, rest, allowed, (*contractual, *withheld, *patient)))
    return Answer(claim, claim.payer, paid_on, "1", tuple(lines))


def _sequesters(claim: Claim) -> bool:
    return claim.payer is practice.MEDICARE or (claim.payer is practice.SILVER_OAKS and claim.dos >= NOT_AGREED)


def _allowed(claim: Claim, line: Line) -> int:
    """What the payer allows, which is not always what it agreed to."""
    dos = claim.dos
    if claim.payer is practice.NORTHGATE and dos >= practice.NEW_SCHEDULE:
        dos = practice.NEW_SCHEDULE - timedelta(days=1)
    rate = contract_rate(claim.payer, line.service, dos)
    if claim.payer is practice.CEDAR_VALLEY and line.service.code == "G2211":
        rate = (rate * 88 + 50) // 100
    if claim.payer is practice.BLUE_HARBOR and line.service.code == "X1002" and dos >= SILENT_CHANGE:
        rate = (rate * 96 + 50) // 100
    return rate * line.units


def _denied(chance: random.Random, line: Line) -> AnsweredLine:
    reason, remark = chance.choice((("16", "M127"), ("50", ""), ("197", ""), ("29", ""), ("16", "N382"), ("109", "")))
    return AnsweredLine(line, 0, None, (("CO", reason, line.charge),), (remark,) if remark else ())


def _supplement(first: Answer) -> Answer:
    """The secondary payer's answer: it pays what Medicare left to the patient."""
    lines = tuple(
        AnsweredLine(answered.line, answered.patient, None, (("OA", "23", answered.line.charge - answered.patient),))
        for answered in first.lines
        if answered.patient
    )
    claim = replace(first.claim, lines=tuple(answered.line for answered in lines))
    return Answer(claim, practice.KEYSTONE, _payment_day(first.paid_on + timedelta(days=18)), "2", lines, sequence=2)


def _corrected(answers: list[Answer]) -> list[Answer]:
    """A reversal of Cedar Valley's first paid G2211 of 2026 and its correction at the contracted rate."""
    wrong = next(
        (
            answer
            for answer in answers
            if answer.payer is practice.CEDAR_VALLEY
            and answer.paid
            and answer.claim.dos >= practice.NEW_SCHEDULE
            and any(answered.line.service.code == "G2211" for answered in answer.lines)
        ),
        None,
    )
    if wrong is None:
        return []
    day = _payment_day(wrong.paid_on + timedelta(days=28))
    reversal = replace(
        wrong,
        status="22",
        paid_on=day,
        sequence=2,
        original_ref=wrong.payer_claim_no,
        lines=tuple(_negated(answered) for answered in wrong.lines),
    )
    correction = replace(
        wrong,
        paid_on=day,
        sequence=3,
        frequency="7",
        original_ref=wrong.payer_claim_no,
        lines=tuple(_at_contract(wrong, answered) for answered in wrong.lines),
    )
    return [reversal, correction]


def _negated(answered: AnsweredLine) -> AnsweredLine:
    return replace(
        answered,
        paid=-answered.paid,
        allowed=None,
        adjustments=tuple((group, reason, -cents) for group, reason, cents in answered.adjustments),
    )


def _at_contract(answer: Answer, answered: AnsweredLine) -> AnsweredLine:
    if answered.line.service.code != "G2211" or answered.allowed is None:
        return answered
    due = contract_rate(answer.payer, answered.line.service, answer.claim.dos) - answered.allowed
    return replace(
        answered,
        paid=answered.paid + due,
        allowed=answered.allowed + due,
        adjustments=tuple(
            (group, reason, cents - due if (group, reason) == ("CO", "45") else cents)
            for group, reason, cents in answered.adjustments
        ),
    )


def _paid_twice(answers: list[Answer]) -> list[Answer]:
    """Blue Harbor pays one claim of spring 2026 a second time, three weeks later."""
    first = next(
        (
            answer
            for answer in answers
            if answer.payer is practice.BLUE_HARBOR and answer.paid and answer.claim.dos >= date(2026, 3, 2)
        ),
        None,
    )
    return [replace(first, paid_on=first.paid_on + timedelta(days=21), sequence=2)] if first else []
