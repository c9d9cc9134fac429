"""Charges that were taken out again are none, and what was charged once more stands."""

from datetime import date
from random import Random

import pytest
from kinds_of_frame import every_kind
from practice_tables import charges

from medoffice_xl.ledger.first_billed import first_billed
from medoffice_xl.ledger.rows import fetch
from medoffice_xl.ledger.voided import standing_charges

TODAY = date(2026, 7, 1)


def line(number, charge=16, **more):
    return {"claim_id": "a", "line_id": str(number), "dos": "2026-05-01", "charge": charge, "code": "X1", **more}


def standing(on, *lines, day=TODAY):
    return sorted(row["line_id"] for row in fetch(standing_charges(on(charges(*lines)), day, "line_id")))


@every_kind
def test_a_charge_and_its_void(on):
    assert standing(on, line(1), line(2, -16)) == []
    assert standing(on, line(1), line(2, -16), line(3, 18)) == ["3"]


@pytest.mark.parametrize(
    "other",
    [{"code": "X2"}, {"mod1": "25"}, {"dos": "2026-05-02"}, {"claim_id": "b"}, {"charge": -15.99}, {"charge": 16}],
)
def test_another_service_is_no_void(on, other):
    assert standing(on, line(1), line(2, -16) | other) == ["1", "2"]


@every_kind
def test_the_first_charge_goes_with_the_first_void(on):
    entered = [line(number, post_date=f"2026-05-0{number}") for number in (1, 2)]
    assert standing(on, *entered, line(3, -16, post_date="2026-05-03")) == ["2"]
    assert standing(on, line(1, -16), line(2, -16), line(3)) == ["2"]


def test_a_void_that_came_later_is_not_known_yet(on):
    both = line(1, post_date="2026-05-01"), line(2, -16, post_date="2026-05-20")
    assert standing(on, *both, day=date(2026, 5, 19)) == ["1"]
    assert standing(on, *both, day=date(2026, 5, 20)) == []


@every_kind
def test_every_day_knows_the_pairs_that_its_own_charges_make(on):
    """As of a day, and of the charges entered by it alone, the same stand: drawn lots of charges, voids and days."""
    lots = Random(835)
    for _ in range(20):
        drawn = [(number, lots.choice((16, -16)), lots.randint(1, 9)) for number in range(1, 8)]
        lines = [line(number, cents, post_date=f"2026-05-0{day}") for number, cents, day in drawn]
        for day in (3, 6):
            entered = [each for each, (_, _, on_day) in zip(lines, drawn, strict=True) if on_day <= day]
            by_then = standing(on, *entered) if entered else []
            assert standing(on, *lines, day=date(2026, 5, day)) == by_then


@every_kind
def test_a_claim_counts_for_the_payer_it_was_charged_to_once_more(on):
    lines = line(1, payer="Acme"), line(2, -16, payer="Acme"), line(3, payer="Best")
    (claim,) = fetch(first_billed(on(charges(*lines)), TODAY))
    assert (claim["payer"], claim["mixed"]) == ("Best", 0)
    (claim,) = fetch(first_billed(on(charges(*lines[:2])), TODAY))
    assert (claim["payer"], claim["mixed"]) == ("Acme", 0)
