"""What changed since last month, by dollars, with its cause."""

from datetime import date

import pytest
from practice_tables import charges, payments

from medoffice_xl.areas.plan.changes import changed, compared_days
from medoffice_xl.headlines import Terms
from medoffice_xl.sets import Tables

JUNE_30 = date(2026, 6, 30)

BOOK = {
    "charges": charges(
        {"claim_id": "a", "dos": "2026-05-04", "charge": 900, "payer": "Acme"},
        {"claim_id": "b", "dos": "2026-05-05", "charge": 300, "payer": "Birch"},
        {"claim_id": "c", "dos": "2026-06-04", "charge": 400, "payer": "Acme"},
        {"claim_id": "d", "dos": "2026-06-05", "charge": 350, "payer": "Birch"},
    ),
    "payments": payments(
        {"claim_id": "a", "post_date": "2026-05-20", "amount": 100, "payer": "Acme"},
        {"claim_id": "a", "post_date": "2026-06-20", "amount": 700, "payer": "Acme"},
    ),
}


def test_each_change_in_dollars_the_largest_first():
    found = {each.figure.name: each for each in changed(Tables.of(BOOK), JUNE_30, Terms())}
    assert list(found) == ["Payments of the month", "Charges of the month", "Total A/R"]
    # Payments: $700 after $100. Charges: 400 + 350 after 900 + 300. A/R: 1,100 at the end of May, 1,150 of June.
    assert [each.worth.cents for each in found.values()] == [60_000, -45_000, -5_000]


def test_the_cause_is_whose_part_moved_most_the_same_way():
    found = {each.figure.name: each.cause for each in changed(Tables.of(BOOK), JUNE_30, Terms())}
    assert found["Charges of the month"] == "Acme -$500; against it Birch +$50"
    assert found["Payments of the month"] == "Acme +$600"
    # Acme: 800 owed before, 500 now; Birch 300 before, 650 now.
    assert found["Total A/R"] == "Birch -$350; against it Acme +$300"


@pytest.mark.parametrize(
    ("day", "adds_up", "pair"),
    [
        ("2026-06-30", True, ("2026-05-31", "2026-06-30")),
        ("2026-06-29", True, ("2026-04-30", "2026-05-31")),
        ("2026-06-29", False, ("2026-05-31", "2026-06-29")),
        ("2026-01-31", True, ("2025-12-31", "2026-01-31")),
    ],
)
def test_which_days_are_compared(day, adds_up, pair):
    assert compared_days(date.fromisoformat(day), adds_up=adds_up) == tuple(map(date.fromisoformat, pair))


def test_without_a_month_before_nothing_changed():
    assert changed(Tables.of(BOOK), date(2026, 5, 31), Terms()) == []
