"""Every open claim once, as something to work: denied, underpaid, in credit, the patient's, or not answered yet."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pandas as pd

from medoffice_xl.areas.worklists.claim_facts import Appealed, ClaimFacts, claim_facts
from medoffice_xl.areas.worklists.rank import Item
from medoffice_xl.sets import Tables
from medoffice_xl.tables.appeals import DENIAL, DETECTED, GIVEN_UP, UNDERPAYMENT

DENIED, UNDERPAID, NO_ANSWER, PATIENT, CREDIT = "Denied", "Underpaid", "No answer", "Patient balance", "Credit"

About = Mapping[str, Any]
"""What every item of a claim says alike: claim, payer, balance, and what people said of it."""


def items(tables: Tables, as_of: date) -> list[Item]:
    """One item a claim that is open on the day, or underpaid; the balances add up to A/R without unapplied cash."""
    facts, said = claim_facts(tables, as_of), _said(tables)
    return [_item(claim, facts, said.get(claim, {})) for claim in facts.to_look_at]


def _item(claim: str, facts: ClaimFacts, said: About) -> Item:
    row = facts.owed[claim]
    balance = int(row["balance"])
    about = {"claim_id": claim, "payer": row["payer"] or "(no payer)", "balance": balance, **said}
    if balance < 0:
        return _credit(about, facts)
    if claim in facts.denied and balance > 0:
        return _denied(about, facts)
    if claim in facts.short:
        return _underpaid(about, row["payer"], facts)
    if row["patient"]:
        return _patients(about, facts)
    return _unanswered(about, row["payer"], facts)


def _credit(about: About, facts: ClaimFacts) -> Item:
    return Item(
        **about,
        kind=CREDIT,
        cause="",
        expected=0,
        chance=Fraction(0),
        minutes=facts.kinds[PATIENT]["minutes"],
        what_to_do="Pay it back, or find out whose it is: see Credit balances.",
        is_credit=True,
    )


def _denied(about: About, facts: ClaimFacts) -> Item:
    claim, one = about["claim_id"], facts.denied[about["claim_id"]]
    payer, denied_on = one["payer"], one["denied_on"].date()
    item = Item(
        **about,
        kind=DENIED,
        cause=f"{one['group']} ({one['reason']})",
        expected=min(int(one["stake"]), about["balance"]),
        chance=one["chance"],
        minutes=one["minutes"],
        lapses=facts.appeal_by(claim, payer, denied_on),
        what_to_do=one["what_to_do"],
    )
    return _so_far(item, facts.appealed(DENIAL, claim, payer, denied_on), facts)


def _underpaid(about: About, payer: str, facts: ClaimFacts) -> Item:
    cents, answered = facts.short[about["claim_id"]]
    item = Item(
        **about,
        **facts.kinds[UNDERPAID],
        kind=UNDERPAID,
        cause="below the contract",
        expected=cents,
        lapses=facts.appeal_by(about["claim_id"], payer, answered),
    )
    return _so_far(item, facts.appealed(UNDERPAYMENT, about["claim_id"], payer, answered), facts)


def _so_far(item: Item, appealed: Appealed | None, facts: ClaimFacts) -> Item:
    """The item as its appeal left it: what was sent lapses no more and waits for its answer, what was given up brings
    nothing."""
    if appealed is None or appealed.status == DETECTED:
        return item
    since = f" {appealed.day:%m/%d/%Y}" if appealed.day else ""
    told = replace(item, cause=f"{item.cause}; appeal {appealed.status}{since}", lapses=None)
    if appealed.status in GIVEN_UP:
        return replace(told, chance=Fraction(0))
    return replace(told, waits_until=facts.patience.until(item.payer, appealed.day))


def _patients(about: About, facts: ClaimFacts) -> Item:
    """What the patient owes, as far as he was asked: an agency has it, a plan is kept or missed, or what comes next."""
    asked = facts.patients[about["claim_id"]]
    item = Item(**about, **facts.kinds[PATIENT], kind=PATIENT, cause=_so_asked(asked), expected=about["balance"])
    item = replace(item, what_to_do=asked.next_step, is_placed=asked.placement is not None)
    if asked.is_missed:
        return replace(item, follow_up=item.follow_up or asked.due)
    return replace(item, waits_until=asked.due)


def _so_asked(asked: Any) -> str:
    sent = f"{asked.statements} {'statement' if asked.statements == 1 else 'statements'} sent"
    if asked.placement is not None:
        return f"the patient's part; with {asked.placement.agency} since {asked.placement.placed_on:%m/%d/%Y}"
    if asked.is_missed:
        return f"the patient's part; instalment of {asked.plan.missed_since:%m/%d/%Y} missed"
    if asked.plan is not None:
        return "the patient's part; a plan is kept"
    return f"the patient's part; {sent}"


def _unanswered(about: About, payer: str, facts: ClaimFacts) -> Item:
    cents, lapses, sent = facts.expected.get(about["claim_id"], (about["balance"], None, None))
    return Item(
        **about,
        **facts.kinds[NO_ANSWER],
        kind=NO_ANSWER,
        cause="not answered",
        expected=min(cents, about["balance"]),
        lapses=lapses,
        waits_until=facts.patience.until(payer, sent),
    )


def _said(tables: Tables) -> dict[str, dict[str, Any]]:
    """Status, owner and follow-up day that people gave a claim."""
    notes = tables.get("worklist")
    if notes is None:
        return {}
    columns = (notes[name] for name in ("claim_id", "status", "owner", "follow_up"))
    return {
        claim: {"status": status, "owner": owner, "follow_up": None if pd.isna(day) else day.date()}
        for claim, status, owner, day in zip(*columns, strict=True)
    }
