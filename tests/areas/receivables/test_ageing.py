"""A/R by age: the buckets' edges, credits apart, and totals that tie out to the cent."""

from datetime import date, timedelta

import pytest
from kinds_of_frame import every_kind
from practice_tables import charges, payments

from medoffice_xl.areas.receivables.ageing import ageing, share_over
from medoffice_xl.areas.receivables.days_in_ar import ar_total
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.ledger.scope import Scope

JUNE_30 = date(2026, 6, 30)


def aged(days, charge, **more):
    """A charge that is so many days old."""
    day = JUNE_30 - timedelta(days=days)
    return {"claim_id": f"{days}-{charge}", "dos": day, "charge": charge, **more}


def rows(breakdown):
    return {row[0]: row[1:] for row in breakdown.body}


@every_kind
def test_buckets_hold_their_last_day(on):
    lines = charges(*(aged(days, 1) for days in (0, 30, 31, 60, 61, 90, 91, 120, 121, 400)))
    total = rows(ageing(on(lines), on(payments()), JUNE_30))["Total"]
    assert total == (200, 200, 200, 200, 200, 0, 1000, 0.4, 0.2)


def test_headings(on):
    headers = [column.header for column in ageing(on(charges(aged(1, 1))), on(payments()), JUNE_30).columns]
    assert headers[:6] == ["Payer", "0-30", "31-60", "61-90", "91-120", "Over 120"]
    assert headers[6:] == ["Credits", "Total", "Share over 90", "Share over 120"]


# One survey's primary-care ageing: 50 / 11.2 / 6.9 / 6.2 / 25.4% (published, adds to 99.7)
SURVEY = charges(aged(10, 500), aged(40, 112), aged(70, 69), aged(100, 62), aged(200, 254))


@every_kind
def test_share_over_90_and_120_of_a_published_ageing(on):
    # (62 + 254) / 997 and 254 / 997
    assert share_over(on(SURVEY), on(payments()), JUNE_30, 90).value == pytest.approx(316 / 997)
    assert share_over(on(SURVEY), on(payments()), JUNE_30, 120).value == pytest.approx(254 / 997)


def test_credits_are_on_neither_side_of_a_share(on):
    lines = charges(aged(10, 100), aged(100, 300), aged(95, 50, claim_id="over"))
    paid = payments({"claim_id": "over", "post_date": "2026-06-01", "amount": 450})
    # with credits netted the share would be (300 − 400) / 0
    measure = share_over(on(lines), on(paid), JUNE_30)
    assert measure.value == 0.75
    total = rows(ageing(on(lines), on(paid), JUNE_30))["Total"]
    assert total[:7] == (10_000, 0, 0, 30_000, 0, -40_000, 0)


@every_kind
def test_unapplied_cash_is_a_row_of_its_own_and_total_is_net_ar(on):
    paid = payments(
        {"claim_id": "", "post_date": "2026-06-01", "amount": 7, "payer": "Patient", "kind": "patient payment"}
    )
    breakdown = ageing(on(SURVEY), on(paid), JUNE_30)
    assert [row[0] for row in breakdown.body] == ["Acme", "Unapplied cash", "Total"]
    assert rows(breakdown)["Unapplied cash"][5:7] == (-700, -700)
    assert rows(breakdown)["Total"][6] == ar_total(on(SURVEY), on(paid), JUNE_30).value == 99_000


@every_kind
def test_payers_largest_first_and_the_others_in_one_row(on):
    lines = charges(
        aged(1, 10, payer="Small"), aged(1, 30, payer="Big"), aged(1, 20, payer="Middle"), aged(1, 5, payer="Tiny")
    )
    both = on(lines), on(payments())
    assert [row[0] for row in ageing(*both, JUNE_30).body] == ["Big", "Middle", "Small", "Tiny", "Total"]
    shown = ageing(*both, JUNE_30, top=2)
    assert [(row[0], row[7]) for row in shown.body] == [
        ("Big", 3000),
        ("Middle", 2000),
        ("All other", 1500),
        ("Total", 6500),
    ]
    assert [row[0] for row in ageing(*both, JUNE_30, top=4).body] == ["Big", "Middle", "Small", "Tiny", "Total"]


@pytest.mark.parametrize(("basis", "bucket"), [("post", 1), ("dos", 3), ("submit", 0)])
@every_kind
def test_age_runs_from_the_day_asked_for(on, basis, bucket):
    line = {"claim_id": "a", "dos": "2026-03-10", "post_date": "2026-05-10", "submit_date": "2026-06-10", "charge": 1}
    total = rows(ageing(on(charges(line)), on(payments()), JUNE_30, basis=basis))["Total"]
    assert total[bucket] == 100
    assert total[6] == 100


def test_claim_not_submitted_ages_from_entry_and_it_is_said(on):
    line = {"claim_id": "a", "dos": "2026-03-10", "post_date": "2026-05-10", "charge": 1}
    breakdown = ageing(on(charges(line)), on(payments()), JUNE_30, basis="submit")
    assert rows(breakdown)["Total"][1] == 100
    assert breakdown.notes == ["1 open claims lack that day; their age runs from the day they were entered."]


def test_service_after_the_day_is_young_and_said(on):
    line = {"claim_id": "a", "dos": "2026-12-10", "post_date": "2026-05-10", "charge": 1}
    breakdown = ageing(on(charges(line)), on(payments()), JUNE_30, basis="dos")
    assert rows(breakdown)["Total"][0] == 100
    assert len(breakdown.notes) == 1


@every_kind
def test_a_claim_ages_from_its_first_line(on):
    lines = charges(aged(100, 1, claim_id="a"), aged(5, 2, claim_id="a", line_id="2"))
    assert rows(ageing(on(lines), on(payments()), JUNE_30))["Total"][3] == 300


def test_scope_and_missing_payer_name(on):
    lines = charges(aged(1, 10, payer=""), aged(100, 30, payer="Big"))
    assert rows(ageing(on(lines), on(payments()), JUNE_30))["(no payer)"][0] == 1000
    assert share_over(on(lines), on(payments()), JUNE_30, scope=Scope("big")).value == 1


def test_nothing_to_age(on):
    with pytest.raises(NoData):
        ageing(on(charges()), on(payments()), JUNE_30)
    paid = payments({"claim_id": "1-10", "post_date": "2026-06-30", "amount": 10})
    with pytest.raises(NoData, match="Nothing is owed"):
        share_over(on(charges(aged(1, 10))), on(paid), JUNE_30)


def test_arguments_out_of_range():
    with pytest.raises(OutOfRange, match="not at 45"):
        share_over(charges(aged(1, 1)), payments(), JUNE_30, 45)
    with pytest.raises(BadArgument, match="post, dos, submit"):
        ageing(charges(aged(1, 1)), payments(), JUNE_30, basis="birth")
    with pytest.raises(OutOfRange, match="largest -1"):
        ageing(charges(aged(1, 1)), payments(), JUNE_30, -1)
