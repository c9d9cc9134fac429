"""A/R by name and age: every way to tell it apart adds up to A/R, insurance and patient apart."""

from datetime import date

import pytest
from kinds_of_frame import every_kind
from practice_tables import charges, payments

from medoffice_xl.areas.receivables.ar_by import ar_by
from medoffice_xl.areas.receivables.days_in_ar import ar_total
from medoffice_xl.errors import BadArgument, NoData

DAY = date(2026, 6, 30)
CHARGED = charges(
    {"claim_id": "open", "dos": "2026-05-31", "charge": 100, "provider": "Lee", "location": "North"},  # 30 days old
    {"claim_id": "older", "dos": "2026-05-30", "charge": 50, "provider": "Ray", "location": "North"},  # 31 days
    {"claim_id": "answered", "dos": "2026-02-01", "charge": 90, "provider": "Lee"},
    {"claim_id": "self", "dos": "2026-06-01", "charge": 70, "payer": "Self-pay", "provider": "Ray"},
    {"claim_id": "second", "dos": "2026-06-01", "charge": 40, "responsible": "Best", "provider": "Ray"},
    {"claim_id": "said", "dos": "2026-06-01", "charge": 30, "responsible": "Patient", "provider": "Ray"},
    {"claim_id": "over", "dos": "2026-06-01", "charge": 10, "provider": "Ray"},
)
POSTED = payments(
    {"claim_id": "answered", "post_date": "2026-03-01", "amount": 60},
    {"claim_id": "second", "post_date": "2026-06-20", "amount": 25},
    {"claim_id": "over", "post_date": "2026-06-20", "amount": 15},
    {"claim_id": "", "post_date": "2026-06-20", "amount": 2, "kind": "patient payment"},
)


def rows(breakdown):
    return {row[0]: row[1:] for row in breakdown.body}


@every_kind
def test_by_provider_with_the_boundary_of_a_bucket(on):
    found = rows(ar_by(on(CHARGED), on(POSTED), DAY, "provider"))
    # Lee: 100 at 30 days; 90 − 60 at 149 days, the patient's. Ray: 50 at 31 days, 70 + 15 + 30 recent; credit 5
    assert found["Lee"] == (10_000, 0, 0, 0, 3_000, 0, 13_000, 3_000 / 13_000, 10_000, 3_000)
    assert found["Ray"] == (11_500, 5_000, 0, 0, 0, -500, 16_000, 0.0, 6_500, 9_500)
    assert found["Unapplied cash"][5:7] == (-200, -200)
    assert found["Total"][6] == ar_total(CHARGED, POSTED, DAY).value == 28_800


@every_kind
def test_by_who_owes_it_now(on):
    found = rows(ar_by(on(CHARGED), on(POSTED), DAY, "responsible"))
    # Acme: the two unanswered; Best: 40 − 25; the patient: 30 answered, 70 self-pay, 30 said, and 5 in credit
    assert {name: row[6] for name, row in found.items()} == {
        "Acme": 15_000, "Best": 1_500, "Patient": 12_500, "Unapplied cash": -200, "Total": 28_800,
    }  # fmt: skip


@pytest.mark.parametrize("by", ["payer", "provider", "location", "responsible"])
def test_insurance_and_patient_add_up(by):
    total = {
        owing: rows(ar_by(CHARGED, POSTED, DAY, by, owing))["Total"][6] for owing in ("all", "insurance", "patient")
    }
    assert total == {"all": 28_800, "insurance": 16_500, "patient": 12_500}
    assert total["insurance"] + total["patient"] - 200 == total["all"]
    assert sum(ar_by(CHARGED, POSTED, DAY, by, "patient").rows.collect()["balance"].to_list()) == 12_500


def test_a_few_names_and_the_others():
    found = rows(ar_by(CHARGED, POSTED, DAY, "location", top=1))
    assert list(found) == ["North", "All other", "Unapplied cash", "Total"]
    assert found["Total"][6] == 28_800


def test_what_is_refused():
    with pytest.raises(BadArgument, match="payer, provider, location, responsible"):
        ar_by(CHARGED, POSTED, DAY, "plan")
    with pytest.raises(NoData):
        ar_by(charges(), payments(), DAY)
