"""Appeals of the invented practice's denials, step by step: what was sent, when, and what came of it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from medoffice_xl.demo.adjudication import Answer
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.typed import typed
from medoffice_xl.tables.appeals import APPEALS, DENIAL

SETTLED_AFTER = timedelta(days=120)
"""Denials of the last months are left to the worklist."""


def demo(practice: InventedPractice) -> DemoPart:
    """Steps of the denials that are older than four months: two of three were appealed, some of them twice."""
    chance = practice.chance("appeals")
    rows: list[dict[str, object]] = []
    for answers in _denied(practice):
        if practice.last_day - answers[0].paid_on > SETTLED_AFTER and chance.random() < 0.67:
            rows += _steps(chance, answers, practice.last_day)
    return DemoPart(tables={APPEALS.name: typed(APPEALS, rows)})


def _denied(practice: InventedPractice) -> Iterator[list[Answer]]:
    """The answers of each claim that was denied at first, in their order."""
    by_claim: dict[str, list[Answer]] = defaultdict(list)
    for answer in practice.answers:
        by_claim[answer.claim.claim_id].append(answer)
    for answers in by_claim.values():
        if all(line.allowed is None for line in answers[0].lines) and answers[0].payer is answers[0].claim.payer:
            yield answers


def _steps(chance: Random, answers: list[Answer], last: date) -> Iterator[dict[str, object]]:
    """Sent, perhaps refused and sent again, and how it ended."""
    about = {"payer": answers[0].payer.name, "claim_id": answers[0].claim.claim_id, "about": DENIAL}
    sent = answers[0].paid_on + timedelta(days=chance.randint(3, 20))
    yield {**about, "level": 1, "status": "sent", "status_date": sent, "sent_to": "portal"}
    if len(answers) > 1:
        yield {**about, "level": 1, "status": "recovered", "status_date": answers[1].paid_on}
        return
    refused = sent + timedelta(days=chance.randint(30, 45))
    yield {**about, "level": 1, "status": "rejected", "status_date": refused}
    again = refused + timedelta(days=10)
    if chance.random() < 0.3 and again + timedelta(days=30) <= last:
        yield {**about, "level": 2, "status": "sent", "status_date": again, "sent_to": "letter with the record"}
        yield {**about, "level": 2, "status": "rejected", "status_date": again + timedelta(days=30)}
