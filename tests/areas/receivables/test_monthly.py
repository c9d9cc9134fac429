"""The months: each as the single figures of that month's end say."""

from datetime import date

import pytest
from kinds_of_frame import every_kind
from practice_tables import charges, payments

from medoffice_xl.areas.receivables.days_in_ar import ar_total, days_in_ar
from medoffice_xl.areas.receivables.monthly import monthly, months_up_to
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.activity import charged, collected

MAY_15 = date(2026, 5, 15)

BOOK = (
    charges(
        {"claim_id": "a", "dos": "2026-03-10", "charge": 300},
        {"claim_id": "b", "dos": "2026-04-10", "charge": 500},
        {"claim_id": "c", "dos": "2026-05-10", "charge": 100},
        {"claim_id": "d", "dos": "2026-05-20", "charge": 900},
        {"claim_id": "cap", "dos": "2026-04-01", "charge": 77},
    ),
    payments(
        {"claim_id": "a", "post_date": "2026-04-02", "amount": 200},
        {"claim_id": "a", "post_date": "2026-04-02", "amount": 150, "kind": "contractual adjustment"},
        {"claim_id": "", "post_date": "2026-04-05", "amount": 10},
        {"claim_id": "gone", "post_date": "2026-05-05", "amount": 5},
        {"claim_id": "cap", "line_id": "1", "post_date": "2026-04-20", "amount": 77, "reason": "CO-24",
         "kind": "contractual adjustment"},
    ),
)  # fmt: skip


@every_kind
def test_months_with_the_last_cut_off(on):
    breakdown = monthly(*map(on, BOOK), MAY_15, months=4)
    assert [row[:5] for row in breakdown.body] == [
        (date(2026, 2, 1), 0, 0, 0, None),  # nothing had been charged
        (date(2026, 3, 1), 30_000, 0, 0, 30_000),
        (date(2026, 4, 1), 50_000, 21_000, 15_000, 44_000),  # 800 − 350 − 10
        (date(2026, 5, 1), 10_000, 500, 0, 54_000),
    ]


def test_each_month_agrees_with_the_single_figures(on):
    both = tuple(map(on, BOOK))
    for row, month in zip(monthly(*both, MAY_15, 3, 60).body, months_up_to(MAY_15, 3), strict=True):
        assert row[4] == ar_total(*both, month.last).value
        assert row[5] == pytest.approx(days_in_ar(*both, month.last, 60).value)
        assert row[2] == collected(both[1], month.first, month.last).value
    assert charged(both[0], date(2026, 3, 1), date(2026, 3, 31)).value == 30_000


def test_days_are_empty_before_anything_was_charged(on):
    assert [row[5] is None for row in monthly(*map(on, BOOK), MAY_15, 4).body] == [True, False, False, False]


def test_months_cross_the_year():
    assert [(month.first, month.last) for month in months_up_to(date(2024, 2, 29), 3)] == [
        (date(2023, 12, 1), date(2023, 12, 31)),
        (date(2024, 1, 1), date(2024, 1, 31)),
        (date(2024, 2, 1), date(2024, 2, 29)),
    ]


def test_no_charges_and_no_months(on):
    with pytest.raises(NoData):
        monthly(on(charges()), on(payments()), MAY_15)
    with pytest.raises(OutOfRange, match="0 months"):
        monthly(*BOOK, MAY_15, 0)


def test_a_month_is_what_its_end_knew(on):
    lines = charges(
        {"claim_id": "a", "dos": "2026-03-01", "charge": 100},
        {"claim_id": "cap", "line_id": "1", "dos": "2026-03-10", "charge": 77},
        {"claim_id": "pre", "dos": "2026-04-10", "charge": 50},
    )
    posted = payments(
        {"claim_id": "cap", "line_id": "1", "post_date": "2026-04-10", "amount": 77, "reason": "CO-24",
         "kind": "contractual adjustment"},
        {"claim_id": "pre", "post_date": "2026-03-20", "amount": 20, "kind": "patient payment"},
    )  # fmt: skip
    march, april = monthly(on(lines), on(posted), date(2026, 4, 30), 2, 31).body
    # March charges leave the line out, as it is known now; its A/R had it. The prepayment waits for its charge.
    assert march[1:5] == (10_000, 2_000, 0, 17_700)
    assert march[5] == pytest.approx(177 / (177 / 31))
    assert april[1:5] == (5_000, 0, 0, 13_000)
