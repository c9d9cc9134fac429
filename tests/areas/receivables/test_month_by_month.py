"""Figures at several days in one pass: each as the function of that one day says."""

from datetime import date, timedelta
from functools import partial
from random import Random

import pandas as pd
import pytest
from contract_tables import REASONS
from kinds_of_frame import every_kind
from practice_tables import charges, payments, remits

from medoffice_xl.areas.denials.denial_rate import denial_rate, initial_denial_rates
from medoffice_xl.areas.receivables import month_by_month
from medoffice_xl.areas.receivables.ageing import share_over
from medoffice_xl.areas.receivables.collections import collection_rate
from medoffice_xl.areas.receivables.days_in_ar import ar_total, days_in_ar
from medoffice_xl.areas.receivables.days_to_pay import days_to_pay, mean_days_to_pay
from medoffice_xl.errors import NoData
from medoffice_xl.headlines import month_ends
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables import CHARGES, PAYMENTS, REMITS

JUNE_20 = date(2026, 6, 20)
ENDS = month_ends(JUNE_20, 6)

STRANGE = (
    charges(
        {"claim_id": "plain", "dos": "2026-01-12", "charge": 400},
        {"claim_id": "late", "dos": "2026-02-02", "charge": 100},
        # A second line is entered after the claim was paid as a whole: from then on the payment is for both days.
        {"claim_id": "late", "line_id": "2", "dos": "2026-04-02", "post_date": "2026-05-11", "charge": 300},
        {"claim_id": "cap", "dos": "2026-02-10", "charge": 77},
        {"claim_id": "undated", "dos": "2026-03-05", "post_date": None, "charge": 60},
        {"claim_id": "void", "dos": "2026-03-01", "charge": 90, "code": "G0438"},
        {"claim_id": "void", "line_id": "2", "dos": "2026-03-01", "post_date": "2026-04-09", "charge": -90,
         "code": "G0438"},
    ),
    payments(
        {"claim_id": "plain", "post_date": "2026-02-20", "amount": 250},
        {"claim_id": "plain", "post_date": "2026-03-20", "amount": 100, "kind": "contractual adjustment"},
        {"claim_id": "late", "post_date": "2026-03-03", "amount": 180},
        {"claim_id": "cap", "line_id": "1", "post_date": "2026-04-20", "amount": 77, "reason": "CO-24",
         "kind": "contractual adjustment"},
        {"claim_id": "undated", "post_date": None, "amount": 10},
        {"claim_id": "", "post_date": "2026-03-15", "amount": 25},
        {"claim_id": "gone", "post_date": "2026-03-16", "amount": 5},
    ),
)  # fmt: skip


def known(figure, *given):
    try:
        return figure(*given).value
    except NoData:
        return None


def each(figure, both, *given):
    return [known(figure, *both, day, *given) for day in ENDS]


def agree(both):
    for credits in ("net", "exclude"):
        assert month_by_month.ar_totals(*both, ENDS, credits) == each(ar_total, both, credits)
        found = month_by_month.ar_days(*both, ENDS, 60, credits)
        assert found == pytest.approx(each(days_in_ar, both, 60, "gross", credits))
    for over in (90, 120):
        assert month_by_month.older(*both, ENDS, over) == pytest.approx(each(share_over, both, over))
    rates = each(collection_rate, both, 60, "net", "matched", 30)
    assert month_by_month.net_collection(*both, ENDS, 60, 30) == pytest.approx(rates)


@every_kind
def test_claims_that_an_earlier_day_knew_otherwise(on):
    agree(tuple(map(on, STRANGE)))


def test_by_the_payer_that_each_day_knew_as_the_first_billed():
    """Line 2 is entered in January, line 1 with another payer in March: $100 of Beta, then $130 of Acme."""
    both = (
        charges({"claim_id": "a", "line_id": "2", "payer": "Beta", "dos": "2026-01-05", "charge": 100},
                {"claim_id": "a", "line_id": "1", "payer": "Acme", "dos": "2026-01-05", "post_date": "2026-03-02",
                 "charge": 30}),
        payments(),
    )  # fmt: skip
    found = [each.balances_by_payer() for each in month_by_month.looked_at(*both, ENDS[:3])]
    assert found == [{"Beta": 10_000}, {"Beta": 10_000}, {"Acme": 13_000}]


@pytest.mark.parametrize("seed", range(3))
def test_balances_of_a_payer_are_those_among_all(seed):
    """Of tables that nobody changes a payer's claims are taken from everybody's; of others they are added up alone."""
    chance = Random(seed)
    billed = [
        {"claim_id": f"C{chance.randrange(8)}", "line_id": str(line), "dos": "2026-01-05",
         "post_date": chance.choice(["2026-01-06", "2026-02-20", None]), "charge": 10 + line,
         "payer": chance.choice(["Acme", "acme", "Beta", ""])}
        for line in range(20)
    ]  # fmt: skip
    posted = [{"claim_id": f"C{chance.randrange(10)}", "post_date": "2026-02-25", "amount": 15} for _ in range(8)]
    both = charges(*billed), payments(*posted)
    kept = tuple(map(unchanging, (charges(*billed), payments(*posted))))
    for scope in map(Scope, ("ACME", "Beta", "Nobody")):
        for figure, given in ((ar_total, ()), (days_in_ar, (60,)), (share_over, ())):
            of_scope = partial(figure, scope=scope)
            assert known(of_scope, *kept, ENDS[1], *given) == known(of_scope, *both, ENDS[1], *given)


def test_of_handles_that_hold_the_columns_that_count():
    billed, posted = (frame[table.counted] for frame, table in zip(STRANGE, (CHARGES, PAYMENTS), strict=True))
    assert month_by_month.ar_totals(billed, posted, ENDS, "net") == each(ar_total, STRANGE, "net")


def test_the_months_by_hand():
    # January: 400 owed. February: 400 + 100 + 77 − 250. March: + 60 + 90 − 100 − 180 − 25 of unapplied cash.
    found = month_by_month.ar_totals(*STRANGE, ENDS[:3], "net")
    assert found == [40_000, 32_700, 17_200]


@pytest.mark.whole
@pytest.mark.parametrize("seed", range(2))
def test_books_made_at_random(seed):
    chance = Random(seed)

    def day():
        return date(2026, 1, 1) + timedelta(chance.randrange(175))

    billed = [
        {"claim_id": f"C{claim}", "line_id": str(line), "dos": (dos := day()), "charge": chance.randrange(20, 300),
         "post_date": chance.choice((dos, dos + timedelta(chance.randrange(40)), None))}
        for claim in range(25) for line in range(1, chance.choice((2, 2, 3)))
    ]  # fmt: skip
    kinds = ("insurance payment", "patient payment", "contractual adjustment", "refund")
    posted = [
        {"claim_id": chance.choice(["", *(f"C{claim}" for claim in range(27))]), "kind": kind,
         "post_date": chance.choice((day(), day(), None)), "line_id": chance.choice(("", "1")),
         "amount": -20 if kind == "refund" else chance.randrange(10, 200),
         "reason": chance.choice(("", "", "", "CO-24")) if kind == "contractual adjustment" else ""}
        for kind in chance.choices(kinds, k=40)
    ]  # fmt: skip
    agree((charges(*billed), payments(*posted)))


@every_kind
def test_answers_of_earlier_days(on):
    billed = charges(
        {"claim_id": "a", "dos": "2026-01-05", "charge": 100, "submit_date": "2026-01-07"},
        {"claim_id": "b", "dos": "2026-01-05", "charge": 100, "submit_date": "2026-01-09"},
        {"claim_id": "c", "dos": "2026-02-05", "charge": 100},
    )
    answered = remits(
        {"claim_id": "a", "paid_date": "2026-02-01", "charge": 100, "adjustments": "CO-50:100.00"},
        {"claim_id": "a", "paid_date": "2026-04-10", "charge": 100, "paid": 80, "allowed": 80, "remittance": "2",
         "adjustments": "CO-45:20.00"},
        {"claim_id": "b", "paid_date": "2026-02-08", "charge": 100, "paid": 80, "allowed": 80, "payer_claim_no": "N1",
         "adjustments": "CO-45:20.00"},
        {"claim_id": "b", "paid_date": "2026-03-08", "charge": -100, "paid": -80, "allowed": -80, "claim_status": "22",
         "payer_claim_no": "N1", "remittance": "3", "adjustments": "CO-45:-20.00"},
        {"claim_id": "c", "paid_date": "2026-05-02", "charge": 100, "paid": 90, "allowed": 90, "remittance": "4",
         "adjustments": "CO-45:10.00"},
    )  # fmt: skip
    frames = on(billed), on(answered)
    if isinstance(frames[1], pd.DataFrame):
        assert initial_denial_rates(frames[1][REMITS.counted], REASONS, ENDS, 90)[1] == 0.5
    single = [known(days_to_pay, *frames, REASONS, day, 60) for day in ENDS]
    assert mean_days_to_pay(*frames, REASONS, ENDS, 60) == single
    # Paid within the 60 days up to: January none; February b after 30 days; in March that payment is taken back; April
    # a after 93; May a and c (86 days): 89.5; June c alone.
    assert single == [None, 30.0, None, 93.0, 89.5, 86.0]
    rates = [known(denial_rate, frames[1], REASONS, day, 90) for day in ENDS]
    assert initial_denial_rates(frames[1], REASONS, ENDS, 90) == rates
    assert rates[:3] == [None, 0.5, 0.5]
