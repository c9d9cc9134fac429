"""Collection rates: the published check value, and what may and may not lower the denominator."""

from datetime import date

import pytest
from kinds_of_frame import every_kind
from practice_tables import charges, payments

from medoffice_xl.areas.receivables.collections import collection_rate
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.activity import charged, collected
from medoffice_xl.ledger.scope import Scope

YEAR_END = date(2026, 12, 31)

# Published example: (500,000 − 14,000) / (850,000 − 350,000) = 97.2%
YEAR = (
    charges({"claim_id": "a", "dos": "2026-02-01", "charge": 850_000}),
    payments(
        {"claim_id": "a", "post_date": "2026-03-01", "amount": 400_000},
        {"claim_id": "a", "post_date": "2026-04-01", "kind": "patient payment", "payer": "Patient", "amount": 100_000},
        {"claim_id": "a", "post_date": "2026-05-01", "kind": "refund", "amount": -14_000},
        {"claim_id": "a", "post_date": "2026-03-01", "kind": "contractual adjustment", "amount": 350_000},
        {"claim_id": "a", "post_date": "2026-06-01", "kind": "other adjustment", "amount": 10_000},
    ),
)


@pytest.mark.parametrize("basis", ["matched", "cash"])
@every_kind
def test_published_net_and_gross_rate(on, basis):
    both = tuple(map(on, YEAR))
    assert collection_rate(*both, YEAR_END, 365, "net", basis).value == pytest.approx(0.972)
    assert collection_rate(*both, YEAR_END, 365, "gross", basis).value == pytest.approx(486 / 850)


def test_parts_tell_what_it_was_made_of(on):
    measure = collection_rate(*map(on, YEAR), YEAR_END)
    parts = {part.label: part.value for part in measure.parts}
    assert parts["Payments"] == 50_000_000
    assert parts["Refunds"] == 1_400_000
    assert parts["Contractual adjustments"] == 35_000_000
    assert parts["Still owed on these claims"] == 100 * (850_000 - 486_000 - 350_000 - 10_000)


# Served in 2025 and paid in 2026; served in 2026 and paid in 2027
ACROSS = (
    charges(
        {"claim_id": "old", "dos": "2025-12-20", "post_date": "2026-01-05", "charge": 100},
        {"claim_id": "new", "dos": "2026-12-20", "charge": 200},
    ),
    payments(
        {"claim_id": "old", "post_date": "2026-01-20", "amount": 90},
        {"claim_id": "new", "post_date": "2026-12-30", "amount": 50},
        {"claim_id": "new", "post_date": "2027-01-20", "amount": 150},
        {"claim_id": "", "post_date": "2026-06-20", "amount": 4},
        {"claim_id": "gone", "post_date": "2026-06-20", "amount": 1},
    ),
)


@every_kind
def test_matched_follows_the_services(on):
    assert collection_rate(*map(on, ACROSS), YEAR_END).value == 0.25  # 50 of 200


@every_kind
def test_cash_follows_the_posting_days(on):
    # posted in 2026: 90 + 50 + 4 unapplied + 1 of a claim not here, of charges posted 100 + 200
    assert collection_rate(*map(on, ACROSS), YEAR_END, basis="cash").value == pytest.approx(145 / 300)


def test_more_than_all_is_possible(on):
    both = (
        charges({"claim_id": "a", "dos": "2026-02-01", "charge": 100}),
        payments({"claim_id": "a", "post_date": "2026-03-01", "amount": 110}),
    )
    assert collection_rate(*map(on, both), YEAR_END).value == pytest.approx(1.1)


def test_nothing_collectable_is_no_answer(on):
    with pytest.raises(NoData):
        collection_rate(*map(on, YEAR), date(2024, 12, 31))
    written_off = payments(
        {"claim_id": "a", "post_date": "2026-03-01", "kind": "contractual adjustment", "amount": 850_000}
    )
    with pytest.raises(NoData, match="Nothing could be collected"):
        collection_rate(on(YEAR[0]), on(written_off), YEAR_END)


@every_kind
def test_capitated_lines_are_left_out(on):
    lines = charges(
        {"claim_id": "a", "dos": "2026-02-01", "charge": 100}, {"claim_id": "c", "dos": "2026-02-01", "charge": 900}
    )
    posted = payments(
        {"claim_id": "a", "post_date": "2026-03-01", "amount": 80},
        {"claim_id": "c", "line_id": "1", "post_date": "2026-03-01", "amount": 900, "reason": "CO-24",
         "kind": "contractual adjustment"},
    )  # fmt: skip
    assert collection_rate(on(lines), on(posted), YEAR_END, rate="gross").value == 0.8


def test_one_payer(on):
    lines = charges(
        {"claim_id": "a", "dos": "2026-02-01", "charge": 100},
        {"claim_id": "b", "dos": "2026-02-01", "charge": 100, "payer": "Best"},
    )
    posted = payments(
        {"claim_id": "a", "post_date": "2026-03-01", "amount": 80},
        {"claim_id": "b", "post_date": "2026-03-01", "amount": 30},
    )
    for basis in ("matched", "cash"):
        rate = collection_rate(on(lines), on(posted), YEAR_END, basis=basis, scope=Scope("Best"))
        assert rate.value == pytest.approx(0.3)


def test_unknown_words():
    with pytest.raises(BadArgument, match="net, gross"):
        collection_rate(*YEAR, YEAR_END, rate="best")
    with pytest.raises(BadArgument, match="matched, cash"):
        collection_rate(*YEAR, YEAR_END, basis="both")


@every_kind
def test_charges_of_a_period(on):
    assert charged(on(ACROSS[0]), date(2026, 1, 1), date(2026, 1, 31)).value == 10_000  # by posting day
    assert charged(on(ACROSS[0]), date(2026, 2, 1), date(2026, 2, 28)).value == 0
    assert charged(on(ACROSS[0]), date(2025, 1, 1), YEAR_END, Scope("Acme")).value == 30_000


@every_kind
def test_collections_of_a_period(on):
    measure = collected(on(YEAR[1]), date(2026, 1, 1), YEAR_END)
    assert measure.value == 48_600_000
    assert measure.rows_used == 3
    assert collected(on(YEAR[1]), date(2026, 1, 1), YEAR_END, "patient").value == 10_000_000
    assert collected(on(ACROSS[1]), date(2026, 1, 1), YEAR_END).value == 14_500  # unapplied cash was received


def test_services_that_had_time_to_be_paid(on):
    """A service of 20 December is paid on 20 January: a year-end rate that gives 30 days leaves it out."""
    lines = charges(
        {"claim_id": "paid", "dos": "2026-06-20", "charge": 100},
        {"claim_id": "late", "dos": "2026-12-20", "charge": 100},
    )
    posted = payments({"claim_id": "paid", "post_date": "2026-12-15", "amount": 90})
    both = on(lines), on(posted)
    assert collection_rate(*both, YEAR_END).value == 0.45  # 90 of 200
    assert collection_rate(*both, YEAR_END, settle=30).value == 0.9  # 90 of 100, by what was posted until year end


def test_cash_needs_no_time_to_settle(on):
    with pytest.raises(BadArgument, match="matched"):
        collection_rate(*map(on, YEAR), YEAR_END, basis="cash", settle=90)
