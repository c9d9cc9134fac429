"""What patients paid and what the practice wrote off, as the practice-management system knows it."""

import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from medoffice_xl.demo.adjudication import Answer
from medoffice_xl.demo.practice import KEYSTONE, SELF_PAY
from medoffice_xl.demo.visits import Claim

BAD_DEBT_AFTER = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class PatientMoney:
    """For one line: what the patient paid and what was written off, in cents, with their days."""

    paid: int = 0
    paid_on: date | None = None
    written_off: int = 0
    written_off_on: date | None = None
    reason: str = ""


def patient_money(
    chance: random.Random, claims: list[Claim], answers: list[Answer], last: date
) -> dict[tuple[str, int], PatientMoney]:
    """By claim and line number; lines with nothing are left out."""
    owed = _owed(answers)
    given_up = _given_up(answers)
    money: dict[tuple[str, int], PatientMoney] = {}
    for claim in claims:
        if claim.payer is SELF_PAY:
            entries = {line.number: line.charge for line in claim.lines}
            money |= _self_pay(chance, claim, entries, last)
        elif claim.claim_id in given_up:
            entries = {line.number: line.charge for line in claim.lines}
            money |= _written_off(chance, claim, entries, given_up[claim.claim_id], last)
        elif claim.claim_id in owed:
            since, entries = owed[claim.claim_id]
            money |= _after_insurance(chance, claim, entries, since, last)
    return money


def _owed(answers: list[Answer]) -> dict[str, tuple[date, dict[int, int]]]:
    """What the last answer of each claim leaves to its patient, by line, and since when."""
    owed: dict[str, tuple[date, dict[int, int]]] = {}
    settled: set[str] = set()
    by_claim: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_claim[answer.claim.claim_id].append(answer)
    for claim_id, of_claim in by_claim.items():
        if any(answer.payer is KEYSTONE for answer in of_claim):
            settled.add(claim_id)
            continue
        latest = max((answer for answer in of_claim if answer.status != "22"), key=lambda answer: answer.sequence)
        entries = {answered.line.number: answered.patient for answered in latest.lines if answered.patient > 0}
        if entries:
            owed[claim_id] = (latest.paid_on, entries)
    return owed


def _given_up(answers: list[Answer]) -> dict[str, date]:
    """Claims that were denied and never sent again, and since when."""
    answered = Counter(answer.claim.claim_id for answer in answers)
    return {
        answer.claim.claim_id: answer.paid_on
        for answer in answers
        if answered[answer.claim.claim_id] == 1 and all(line.allowed is None for line in answer.lines)
    }


def _written_off(
    chance: random.Random, claim: Claim, entries: dict[int, int], since: date, last: date
) -> dict[tuple[str, int], PatientMoney]:
    """Three of four are written off within half a year; the others stay in the A/R, forgotten."""
    day = since + timedelta(days=chance.randint(40, 150))
    if day > last or chance.random() < 0.25:
        return {}
    return {
        (claim.claim_id, number): PatientMoney(written_off=cents, written_off_on=day, reason="denial written off")
        for number, cents in entries.items()
    }


def _self_pay(
    chance: random.Random, claim: Claim, entries: dict[int, int], last: date
) -> dict[tuple[str, int], PatientMoney]:
    """Most who pay, pay soon and get a prompt-pay discount of 30%; old balances become bad debt."""
    day = claim.dos + timedelta(days=chance.choice((0, 0, 0, 7, 21, 40)))
    if chance.random() < 0.72 and day <= last:
        return {
            (claim.claim_id, number): PatientMoney(
                cents - cents * 3 // 10, day, cents * 3 // 10, day, "prompt-pay discount"
            )
            for number, cents in entries.items()
        }
    return _bad_debt(chance, claim, entries, claim.dos, last)


def _after_insurance(
    chance: random.Random, claim: Claim, entries: dict[int, int], since: date, last: date
) -> dict[tuple[str, int], PatientMoney]:
    day = since + timedelta(days=chance.randint(6, 70))
    if chance.random() < 0.93:
        if day > last:
            return {}
        return {(claim.claim_id, number): PatientMoney(cents, day) for number, cents in entries.items()}
    return _bad_debt(chance, claim, entries, since, last)


def _bad_debt(
    chance: random.Random, claim: Claim, entries: dict[int, int], since: date, last: date
) -> dict[tuple[str, int], PatientMoney]:
    day = since + BAD_DEBT_AFTER + timedelta(days=chance.randint(0, 30))
    if day > last or chance.random() < 0.3:
        return {}
    return {
        (claim.claim_id, number): PatientMoney(written_off=cents, written_off_on=day, reason="bad debt")
        for number, cents in entries.items()
    }
