"""What the invented practice did before its newest months: with chance of its own, so that those stay as they are.

The claims of those years are settled, every one: so what is owed, and every figure of the newest months, is the same
however far the history reaches back. What the years show is how payers came to pay as they do: one has slowed down.
"""

import random
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from medoffice_xl.demo.adjudication import Answer, adjudicate
from medoffice_xl.demo.patient_money import PatientMoney, patient_money
from medoffice_xl.demo.practice import KEYSTONE, NORTHGATE, Payer
from medoffice_xl.demo.visits import Claim, first_of_months, make_claims

NEWEST_MONTHS = 14
"""The months that are always there, and that every finding told of the practice is about."""

DAYS_TO_PAY = {2023: 22, 2024: 29, 2025: 38}
"""Northgate Mutual's days from claim to money, by the year of service; in the newest months it takes 46."""


@dataclass(frozen=True, slots=True)
class EarlierYears:
    """Claims before the newest months, what payers answered to them, and what patients paid."""

    claims: list[Claim]
    answers: list[Answer]
    money: Mapping[tuple[str, int], PatientMoney]


def earlier_years(doctors: int, months: int, seed: int, last: date) -> EarlierYears:
    """So many of the months up to `last` as are older than the newest ones; none where there are no more.

    Claims that were not settled before the newest months began are left out.
    """
    older = months - NEWEST_MONTHS
    if older <= 0:
        return EarlierYears([], [], {})
    chance = random.Random(f"{seed} earlier years")  # noqa: S311  (an invented practice, no secret)
    until = first_of_months(last, NEWEST_MONTHS)[0] - timedelta(days=1)
    claims = [_earlier(claim) for claim in make_claims(chance, doctors, older, until)]
    answers = adjudicate(chance, claims, date.max)
    money = patient_money(chance, claims, answers, until)
    settled = _settled(claims, answers, money, until)
    return EarlierYears(
        [claim for claim in claims if claim.claim_id in settled],
        [answer for answer in answers if answer.claim.claim_id in settled],
        {key: entry for key, entry in money.items() if key[0] in settled},
    )


def _settled(
    claims: list[Claim], answers: list[Answer], money: Mapping[tuple[str, int], PatientMoney], until: date
) -> frozenset[str]:
    """The claims of which nothing is owed, nor came later than the day."""
    by_claim: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_claim[answer.claim.claim_id].append(answer)
    posted: dict[str, int] = defaultdict(int)
    for (claim_id, _), entry in money.items():
        posted[claim_id] += entry.paid + entry.written_off
    return frozenset(
        claim.claim_id
        for claim in claims
        if all(answer.paid_on <= until for answer in by_claim[claim.claim_id])
        and claim.posted <= until
        and _left(claim, by_claim[claim.claim_id]) == posted[claim.claim_id]
    )


def _left(claim: Claim, answers: list[Answer]) -> int:
    """What the payers left of a claim, in cents: all of it where they refused or were not asked."""
    if any(answer.payer is KEYSTONE for answer in answers):
        return 0
    latest = max(answers, key=lambda answer: answer.sequence, default=None)
    if latest is None or any(line.allowed is None for line in latest.lines):
        return claim.charge
    return latest.patient


def _earlier(claim: Claim) -> Claim:
    """The claim under a number of its own, and with the payer as it paid then."""
    return replace(claim, claim_id=f"V{claim.claim_id[1:]}", payer=_as_it_paid(claim.payer, claim.dos.year))


def _as_it_paid(payer: Payer, year: int) -> Payer:
    if payer is not NORTHGATE:
        return payer
    return replace(payer, days_to_pay=DAYS_TO_PAY.get(year, payer.days_to_pay))
