"""Statements, payment plans and placements of the invented practice, for what its patients had not paid."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.typed import typed
from medoffice_xl.tables.patient_accounts import PAYMENT_PLANS, PLACEMENTS, STATEMENTS

PLANS, PLACED, PAID_AFTER_ALL = 8, 18, 1
AGENCY, FEE = "Ridgeline Recovery", 0.3
OVERDUE = 62
"""Days after which an unpaid account is placed with the agency."""

FORGOTTEN = 0.15
"""Share of accounts to which no statement was ever sent."""

Open = tuple[str, date, int, date | None]
"""An account, since when its patient owes, cents, and the day he paid it or it was written off."""


def demo(practice: InventedPractice) -> DemoPart:
    """Monthly statements until the patient paid, plans for the largest accounts, an agency for those long unpaid."""
    chance, last = practice.chance("patients"), practice.last_day
    owed = sorted(_owed(practice), key=lambda one: one[:3])
    sent = [row for one in owed for row in _statements(chance, one, last)]
    return DemoPart(
        tables={
            STATEMENTS.name: typed(STATEMENTS, _once(sent)),
            PAYMENT_PLANS.name: typed(PAYMENT_PLANS, list(_plans(chance, owed, last))),
            PLACEMENTS.name: typed(PLACEMENTS, list(_placements(practice, owed))),
        },
        hidden=(
            Hidden("Patients owe on accounts to which no statement was ever sent.", "Patient balances"),
            Hidden("Payment plans were missed, and nobody called.", "Patient balances"),
        ),
    )


def _owed(practice: InventedPractice) -> Iterator[Open]:
    """What the last insurer's answer left to the patient, one a claim: a second insurer may have paid it."""
    left: dict[str, tuple[date, int]] = {}
    for answer in practice.answers:
        left[answer.claim.claim_id] = (answer.paid_on, answer.patient)
    ended = {(claim, entry.paid_on or entry.written_off_on) for (claim, _), entry in practice.money.items()}
    closed = {claim: day for claim, day in ended if day}
    for claim in practice.claims:
        since, cents = left.get(claim.claim_id, (claim.posted, 0))
        if cents > 0:
            yield claim.account, since, cents, closed.get(claim.claim_id)


def _statements(chance: Random, one: Open, last: date) -> Iterator[dict[str, object]]:
    account, since, cents, paid_on = one
    if chance.random() < FORGOTTEN:
        return
    for month in range(3):
        day = since + timedelta(days=5 + 30 * month)
        if day > min(paid_on or last, last):
            return
        yield {"statement_account": account, "sent_on": day, "asked": cents, "sent_by": "mail"}


def _once(sent: list[dict[str, object]]) -> list[dict[str, object]]:
    """One statement an account and day."""
    return list({(row["statement_account"], row["sent_on"]): row for row in sent}.values())


def _plans(chance: Random, owed: list[Open], last: date) -> Iterator[dict[str, object]]:
    """The accounts that owe most agreed to pay in six months; half of them have not kept it."""
    open_cents: dict[str, int] = defaultdict(int)
    for account, since, cents, paid_on in owed:
        if paid_on is None and (last - since).days > 40:
            open_cents[account] += cents
    for account in sorted(open_cents, key=lambda name: (-open_cents[name], name))[:PLANS]:
        agreed = last - timedelta(days=chance.randint(5, 75))
        total = open_cents[account]
        yield {
            "plan_account": account, "agreed_on": agreed, "plan_total": total,
            "instalment": -(-total // 6) , "first_due": agreed + timedelta(days=14),
        }  # fmt: skip


def _placements(practice: InventedPractice, owed: list[Open]) -> Iterator[dict[str, object]]:
    """Accounts unpaid for two months were placed; one patient paid after that, and most never did."""
    last, paid = practice.last_day, _last_paid(practice)
    slow = [one for one in owed if ((one[3] or last) - one[1]).days > OVERDUE and (last - one[1]).days > 2 * OVERDUE]
    by_account = list({one[0]: one for one in slow}.values())
    never = [one for one in by_account if paid.get(one[0], one[1]) < _placed_on(one)]
    after_all = [one for one in by_account if one not in never]
    for one in (*never[: PLACED - PAID_AFTER_ALL], *after_all[:PAID_AFTER_ALL]):
        yield {
            "placed_account": one[0], "placed_on": _placed_on(one), "agency": AGENCY, "placed_amount": one[2],
            "fee": FEE,
        }  # fmt: skip


def _placed_on(one: Open) -> date:
    return one[1] + timedelta(days=OVERDUE - 1)


def _last_paid(practice: InventedPractice) -> dict[str, date]:
    """The day on which each account's patient paid last."""
    account = {claim.claim_id: claim.account for claim in practice.claims}
    paid = sorted(
        (entry.paid_on, claim) for (claim, _), entry in practice.money.items() if entry.paid_on and entry.paid
    )
    return {account[claim]: day for day, claim in paid}
