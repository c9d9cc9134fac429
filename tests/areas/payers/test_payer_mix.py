"""Payer mix: shares over the same services, self-pay included."""

from datetime import date

import pytest
from kinds_of_frame import every_kind
from practice_tables import charges, payments

from medoffice_xl.areas.payers.payer_mix import payer_mix
from medoffice_xl.errors import NoData

YEAR_END = date(2026, 12, 31)


def served(claim, payer, charge, **more):
    return {"claim_id": claim, "payer": payer, "dos": "2026-03-02", "charge": charge, **more}


def paid(claim, amount, **more):
    return {"claim_id": claim, "post_date": "2026-04-01", "amount": amount, **more}


# Published contract screen: 10,000 paid of 16,000 charged is a yield of 62.5%
MIX = (
    charges(served("a", "Acme", 16_000), served("b", "Best", 20_000), served("s", "Self-pay", 4_000)),
    payments(
        paid("a", 10_000),
        paid("b", 8_000),
        paid("b", 1_000, kind="patient payment", payer="Patient"),
        paid("s", 1_500, kind="patient payment", payer="Patient"),
        paid("s", -500, kind="refund", payer="Patient"),
        paid("a", 6_000, kind="contractual adjustment"),
    ),
)


def rows(breakdown):
    headers = [column.header for column in breakdown.columns]
    return {row[0]: dict(zip(headers, row, strict=True)) for row in breakdown.body}


@every_kind
def test_published_yield_and_the_shares(on):
    mix = rows(payer_mix(*map(on, MIX), YEAR_END))
    assert mix["Acme"]["Yield"] == 0.625
    assert mix["Acme"]["Share of charges"] == 0.4
    assert mix["Acme"]["Share of payments"] == 0.5
    assert mix["Acme"]["Mix gap"] == pytest.approx(0.1)
    assert mix["Best"]["Payments"] == 900_000  # the patient's share belongs to the payer's services
    assert mix["Self-pay"]["Payments"] == 100_000
    assert mix["Total"]["Charges"] == 4_000_000
    assert mix["Total"]["Payments"] == 2_000_000
    assert mix["Total"]["Mix gap"] == 0


def test_largest_first_and_the_others_together(on):
    breakdown = payer_mix(*map(on, MIX), YEAR_END, top=1)
    assert [row[:2] for row in breakdown.body] == [
        ("Best", 2_000_000),
        ("All other", 2_000_000),
        ("Total", 4_000_000),
    ]


@every_kind
def test_a_visit_is_a_patient_a_provider_and_a_day(on):
    seen = {"patient_acct": "P1", "provider": "Lee"}
    lines = charges(
        served("a", "Acme", 1, **seen),
        served("a", "Acme", 1, **seen, line_id="2"),
        served("b", "Acme", 1, **seen),  # another claim of the same visit
        served("c", "Acme", 1, patient_acct="P1", provider="Roe"),
        served("d", "Acme", 1, **{**seen, "dos": "2026-03-03"}),
        served("e", "Best", 1),  # no account: the claim
        served("f", "Best", 1),
    )
    mix = rows(payer_mix(on(lines), on(payments()), YEAR_END))
    assert mix["Acme"]["Visits"] == 3
    assert mix["Best"]["Visits"] == 2
    assert mix["Total"]["Share of visits"] == 1


def test_no_payments_yet_leaves_their_shares_empty(on):
    mix = rows(payer_mix(on(MIX[0]), on(payments()), YEAR_END))
    assert mix["Acme"]["Share of payments"] is None
    assert mix["Acme"]["Mix gap"] is None
    assert mix["Acme"]["Yield"] == 0


@every_kind
def test_the_cohort_is_by_service_and_payments_by_the_day(on):
    lines = charges(served("old", "Acme", 50, dos="2025-12-31", post_date="2026-01-05"), served("a", "Acme", 100))
    posted = payments(paid("old", 50), paid("a", 60), {**paid("a", 40), "post_date": "2027-01-02"})
    mix = rows(payer_mix(on(lines), on(posted), YEAR_END))
    assert (mix["Total"]["Charges"], mix["Total"]["Payments"]) == (10_000, 6_000)


def test_nothing_served(on):
    with pytest.raises(NoData, match="No services"):
        payer_mix(*map(on, MIX), date(2024, 12, 31))


def test_services_that_had_time_to_be_paid(on):
    """Both claims are served on 2 March; 310 days before year end is 24 February, before both."""
    assert rows(payer_mix(*map(on, MIX), YEAR_END, settle=300))["Total"]["Payments"] == 2_000_000
    with pytest.raises(NoData):
        payer_mix(*map(on, MIX), YEAR_END, settle=310)


# A claim with a line of 2/28 (60) and one of 3/1 (40). 30 was paid for line 1; 33.33 for the claim as a whole, of which
# 60% are due by 2/28: 20.00 (19.998), and the rest, 13.33, by 3/1.
OVER_MONTHS = (
    charges(
        served("m", "Acme", 60, line_id="1", patient_acct="P1") | {"dos": "2026-02-28"},
        served("m", "Acme", 40, line_id="2", patient_acct="P1") | {"dos": "2026-03-01"},
    ),
    payments(paid("m", 30, line_id="1"), paid("m", 33.33)),
)


@every_kind
@pytest.mark.parametrize(
    ("as_of", "window", "charged", "money", "seen"),
    [
        (date(2026, 4, 30), 61, 40, 13.33, 1),  # 3/1 to 4/30
        (date(2026, 4, 30), 62, 100, 63.33, 2),  # 2/28 to 4/30
    ],
)
def test_a_claim_over_two_months_counts_in_each_by_its_lines(on, as_of, window, charged, money, seen):
    total = rows(payer_mix(*map(on, OVER_MONTHS), as_of, window))["Total"]
    assert (total["Charges"], total["Payments"], total["Visits"]) == (charged * 100, round(money * 100), seen)


def test_the_month_before_has_the_rest(on):
    total = rows(payer_mix(*map(on, OVER_MONTHS), date(2026, 4, 30), 28, settle=61))["Total"]  # 2/1 to 2/28
    assert (total["Charges"], total["Payments"], total["Visits"]) == (6_000, 5_000, 1)


@every_kind
def test_a_visit_counts_once_and_for_the_payer_first_billed(on):
    lines = charges(
        served("a", "Acme", 10, line_id="1", patient_acct="P1", provider="Lee"),
        served("a", "Best", 10, line_id="2", patient_acct="P1", provider="Lee"),
        served("b", "Acme", 10, patient_acct="P1", provider="Lee"),
        served("c", "Acme", 10, patient_acct="P1", provider="Roe"),
    )
    mix = rows(payer_mix(on(lines), on(payments()), YEAR_END))
    assert mix["Total"]["Visits"] == 2
    assert "Best" not in mix


def test_a_voided_visit_is_none_and_a_capitated_one_is_not_of_these_services(on):
    lines = charges(
        served("a", "Acme", 10, line_id="1"),
        served("v", "Acme", 16, line_id="1"),
        served("v", "Acme", -16, line_id="2"),
        served("c", "Acme", 77, line_id="1"),
    )
    posted = payments(paid("c", 77, line_id="1", kind="contractual adjustment", reason="CO-24"))
    total = rows(payer_mix(on(lines), on(posted), YEAR_END))["Total"]
    assert (total["Charges"], total["Visits"]) == (1_000, 1)
