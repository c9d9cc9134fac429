"""The worklist in columns is the worklist said claim by claim: every cell, on small practices."""

from datetime import date, timedelta
from random import Random

import pandas as pd
import pytest
from contract_tables import table
from plain_worklist import plain_worklist
from practice_tables import charges, payments, remits
from worked_practice import ACME, DAY, answer, claim, posted, work

from medoffice_xl.areas.worklists.ar_worklist import claims, worklist
from medoffice_xl.areas.worklists.tables import WORKLIST
from medoffice_xl.tables import PAYERS
from medoffice_xl.tables.appeals import APPEALS
from medoffice_xl.tables.patient_accounts import PAYMENT_PLANS, PLACEMENTS, STATEMENTS

PAYERS_HERE = (ACME, "Medicare", "ACME HEALTH", "Other", "")
ADJUSTED = ("CO-197:100.00", "CO-29:100.00", "CO-16:100.00", "CO-45:60.00", "CO-45:40.00; PR-1:20.00", "")


def invented(seed):
    """Some sixty claims with every kind of answer, note, appeal, statement, plan and placement, drawn at random."""
    chance = Random(seed)
    names = [f"c{one:02d}" for one in chance.sample(range(100), 60)]
    served = {name: DAY - timedelta(days=chance.choice((1, 5, 30, 60, 95, 177, 180, 181, 400))) for name in names}
    charged = [
        claim(name, chance.choice((100, 100, 250, 12)), str(served[name]), payer=chance.choice(PAYERS_HERE),
              patient_acct=f"A{chance.randrange(9)}", line_id=str(line),
              code=chance.choice(("G0438", "G0438", "X0001")))
        for name in names for line in range(1, chance.choice((2, 2, 3)))
    ]  # fmt: skip
    billed = {row["claim_id"]: row["payer"] for row in charged}
    answered = [name for name in names if chance.random() < 0.7]
    days = {name: served[name] + timedelta(days=chance.choice((0, 10, 20))) for name in answered}
    said = [
        answer(name, chance.choice(ADJUSTED), chance.choice((0, 0, 40, 60)), str(days[name]), dos=str(served[name]),
               payer=billed[name] or ACME)
        for name in answered
    ]  # fmt: skip
    entries = [
        posted(name, chance.choice((40, 60, 100, 130)), chance.choice(("insurance payment", "contractual adjustment")),
               str(days[name]))
        for name in answered if chance.random() < 0.6
    ]  # fmt: skip
    noted = [
        {"claim_id": name, "status": chance.choice(("open", "pended", "done")), "owner": chance.choice(("", "Ann")),
         "follow_up": chance.choice((None, pd.Timestamp(DAY), pd.Timestamp(DAY + timedelta(days=1))))}
        for name in chance.sample(names, 15)
    ]  # fmt: skip
    steps = [
        {"payer": billed[name].lower() or ACME, "claim_id": name, "about": chance.choice(("denial", "underpayment")),
         "status": chance.choice(("detected", "sent", "won", "rejected", "closed")),
         "status_date": chance.choice((None, str(days[name] + timedelta(days=chance.choice((-1, 0, 3))))))}
        for name in chance.sample(answered, 20)
    ]  # fmt: skip
    accounts = [f"A{one}" for one in range(9)]
    sent = [{"statement_account": one, "sent_on": DAY - timedelta(days=chance.randrange(70))} for one in accounts[:6]]
    plans = [
        {"plan_account": one, "agreed_on": DAY - timedelta(days=50), "plan_total": 30.00, "instalment": 10.00,
         "first_due": DAY - timedelta(days=chance.choice((0, 9, 10, 45)))}
        for one in chance.sample(accounts, 3)
    ]  # fmt: skip
    placed = [
        {"placed_account": one, "placed_on": DAY - timedelta(days=20), "agency": "Ridgeline", "placed_amount": 50.00,
         "fee": 0.3}
        for one in chance.sample(accounts, 2)
    ]  # fmt: skip
    return work(
        charges=charges(*charged), payments=payments(*entries), remits=remits(*said),
        worklist=table(WORKLIST, *noted), appeals=table(APPEALS, *steps), patient_statements=table(STATEMENTS, *sent),
        payment_plans=table(PAYMENT_PLANS, *plans), placements=table(PLACEMENTS, *placed),
        payers=table(PAYERS, {"payer": ACME}, {"payer": "Medicare", "payer_class": "Medicare"}, {"payer": "Other"}),
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("day", [DAY, date(2026, 5, 9)])
def test_every_claim_as_said_one_by_one(seed, day):
    tables = invented(seed)
    plain = plain_worklist(tables, day)
    assert list(map(tuple, claims(worklist(tables, day)))) == plain
    assert len({row[0] for row in plain}) > 2


def test_together_they_stand_in_every_lane_and_are_of_every_kind():
    rows = [row for seed in range(12) for row in plain_worklist(invented(seed), DAY)]
    assert len({row[0] for row in rows}) == 9
    assert {row[3] for row in rows} == {"Denied", "Underpaid", "No answer", "Patient balance", "Credit"}


def test_without_remittances_too():
    tables = work(remits=None)
    assert list(map(tuple, claims(worklist(tables, DAY)))) == plain_worklist(tables, DAY)
