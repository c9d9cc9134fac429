"""Claims whose lines name several payers count once, for the payer of the first line, and it is said."""

from datetime import date

import pytest
from contract_tables import REASONS
from kinds_of_frame import every_kind
from practice_tables import charges, payments, remits

from medoffice_xl.areas.payers.payer_mix import payer_mix
from medoffice_xl.areas.receivables.ageing import ageing
from medoffice_xl.areas.receivables.days_in_ar import ar_total, days_in_ar
from medoffice_xl.areas.receivables.days_to_pay import days_to_pay
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.first_billed import first_billed
from medoffice_xl.ledger.rows import fetch
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.sets.unchanging import unchanging

JUNE_30 = date(2026, 6, 30)
NOTE = "1 claim names more than one payer; it counts for the payer of its first line."
# Line 2 comes before line 10; “Zenith” is last in the alphabet, “Acme” first.
MOVED = (
    {"claim_id": "moved", "line_id": "10", "dos": "2026-06-01", "charge": 40, "payer": "Acme"},
    {"claim_id": "moved", "line_id": "2", "dos": "2026-06-01", "charge": 60, "payer": "Middle"},
    {"claim_id": "moved", "line_id": "11", "dos": "2026-06-01", "charge": 1, "payer": "Zenith"},
    {"claim_id": "plain", "line_id": "1", "dos": "2026-06-01", "charge": 5, "payer": "Zenith"},
    {"claim_id": "plain", "line_id": "2", "dos": "2026-06-01", "charge": 5, "payer": "ZENITH"},
)


@every_kind
def test_a_claim_counts_for_the_payer_of_its_first_line_and_it_is_said(on):
    lines, posted = on(charges(*MOVED)), on(payments())
    measure = ar_total(lines, posted, JUNE_30, scope=Scope("Middle"))
    assert measure.value == 10_100
    assert NOTE in measure.notes
    with pytest.raises(NoData):
        ar_total(lines, posted, JUNE_30, scope=Scope("Acme"))


def test_tables_by_payer_say_it(on):
    both = on(charges(*MOVED)), on(payments())
    aged, mix = ageing(*both, JUNE_30), payer_mix(*both, JUNE_30)
    assert {row[0]: row[7] for row in aged.body[:-1]} == {"Middle": 10_100, "Zenith": 1_000}
    assert NOTE in aged.notes
    assert NOTE in mix.notes


def test_it_is_not_said_where_the_payer_plays_no_part(on):
    both = on(charges(*MOVED)), on(payments())
    assert NOTE not in ar_total(*both, JUNE_30).notes
    assert NOTE not in days_in_ar(*both, JUNE_30, 30).notes
    assert NOTE in days_in_ar(*both, JUNE_30, 30, "net").notes
    assert ar_total(*both, JUNE_30, scope=Scope("Zenith")).notes == []


@every_kind
def test_a_first_line_without_a_payer_leaves_it_to_the_next(on):
    lines = charges(
        {"claim_id": "a", "line_id": "1", "dos": "2026-06-01", "charge": 40, "payer": ""},
        {"claim_id": "a", "line_id": "2", "dos": "2026-06-01", "charge": 60, "payer": "Acme"},
    )
    measure = ar_total(on(lines), on(payments()), JUNE_30, scope=Scope("Acme"))
    assert measure.value == 10_000
    assert measure.notes == []


@every_kind
def test_days_to_pay_follow_the_same_payer(on):
    lines = [{**row, "submit_date": "2026-06-02"} for row in MOVED]
    answer = remits({"claim_id": "moved", "paid_date": "2026-06-12", "paid": 90, "payer": "Acme"})
    measure = days_to_pay(on(charges(*lines)), on(answer), REASONS, JUNE_30, scope=Scope("middle"))
    assert measure.value == 10
    assert measure.notes == [NOTE]


def test_an_edited_amount_leaves_whom_claims_count_for_as_it_was():
    """What was made of it is not made again; a payer that changes, or an amount that voids a line, is seen."""
    lines = charges(
        {"claim_id": "a", "line_id": "1", "dos": "2026-06-01", "charge": 100, "payer": "Acme"},
        {"claim_id": "a", "line_id": "2", "dos": "2026-06-01", "charge": -70, "payer": "Best"},
    )
    dearer, voiding, moved = lines.copy(), lines.copy(), lines.copy()
    dearer.loc[0, "charge"] = 12_000
    voiding.loc[1, "charge"] = -10_000
    moved.loc[0, "payer"] = "Cedar"
    before = first_billed(unchanging(lines), JUNE_30)
    assert first_billed(unchanging(dearer), JUNE_30) is before
    assert fetch(first_billed(unchanging(moved), JUNE_30).select("payer", "mixed")) == [{"payer": "Cedar", "mixed": 1}]
    # Of a line and its void no payer is left that another could differ from.
    assert fetch(first_billed(unchanging(voiding), JUNE_30).select("payer", "mixed")) == [{"payer": "Acme", "mixed": 0}]
