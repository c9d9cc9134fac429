"""What changed since last month, by dollars, with its cause."""

from datetime import date

import pytest
from budget_tables import accounts, amounts, budget_tables
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


BY_MONTH = {"02": (10_000, 4_000), "03": (10_000, 4_000), "04": (10_000, 4_000), "05": (10_000, 6_000)}


def books_of(months, closed):
    """Months of (income, wages), with 1,000 of rent each; each closed on the given day."""
    posted = [
        row
        for month, (income, wages) in months.items()
        for row in amounts(f"2026-{month}-01", Visits=income, Wages=wages, Rent=1_000)
    ]
    return budget_tables(
        accounts=accounts(("Visits", "income"), ("Wages", "expense", 1), ("Rent", "expense", 1)),
        ledger=posted,
        budget_amounts=posted,
        closed_months=[{"month": f"2026-{month}-01", "closed_on": day} for month, day in closed.items()],
    )


def overhead_of(tables):
    return {each.figure.name: each for each in changed(tables, JUNE_30, Terms())}.get("Overhead rate")


def test_overhead_is_worth_what_the_former_rate_would_have_taken_of_the_same_income():
    """By 05/31, 3 months: 15,000 of 30,000 is 50%. By 06/30, 4 months: 22,000 of 40,000 is 55%.

    (50% - 55%) x 40,000 = -2,000, all of it wages: (12,000/30,000 - 18,000/40,000) x 40,000. Rent stays 10%.
    """
    closed = {"02": "2026-03-10", "03": "2026-04-10", "04": "2026-05-10", "05": "2026-06-10"}
    found = overhead_of(books_of(BY_MONTH, closed))
    assert (found.worth.cents, found.cause) == (-2_000_00, "Wages -$2,000")
    assert found.worth.words == "55.0% of income on 06/30, 50.0% on 05/31"


@pytest.mark.parametrize(
    "closed",
    [
        {"02": "2026-03-10", "03": "2026-04-10", "04": "2026-06-01", "05": "2026-06-10"},
        {"02": "2026-03-10", "03": "2026-04-10", "04": "2026-05-10"},
    ],
    ids=["two months closed before", "none closed since"],
)
def test_overhead_without_two_rates_has_no_dollars(closed):
    assert overhead_of(books_of(BY_MONTH, closed)) is None


def test_net_collection_is_worth_what_came_in_above_the_former_rate():
    """By May 31 100 of 1,200 came in: 1/12. By June 30 800 of 1,950, where 1/12 is 162.50: 637.50 more.

    Acme: 800 - 1,300/12 = 691.67 above the former rate; before, 100 - 900/12 = 25, of 1,950 ÷ 1,200 as much: 40.625.
    Birch: -650/12 = -54.17; before, -300/12 = -25, so -40.625: it paid nothing then either.
    """
    found = {each.figure.name: each for each in changed(Tables.of(BOOK), JUNE_30, Terms(settle=0))}
    rate = found["Net collection rate"]
    assert (rate.worth.cents, rate.cause) == (637_50, "Acme +$651; against it Birch -$14")
    assert rate.worth.words == "41.0% of what contracts allow on 06/30, 8.3% on 05/31"


def test_net_collection_without_a_rate_before_has_no_dollars():
    names = [each.figure.name for each in changed(Tables.of(BOOK), date(2026, 5, 31), Terms(settle=0))]
    assert "Net collection rate" not in names


def test_net_collection_without_a_rate_now_has_no_dollars():
    """The thirty days to May 31 have charges; those to July 15, June 16 on, have none."""
    found = changed(Tables.of(BOOK), date(2026, 7, 15), Terms(year=30, settle=0))
    assert "Net collection rate" not in [each.figure.name for each in found]


def visits_changed(*charged, day=JUNE_30):
    """Visits, one patient a line, of books whose months are closed."""
    lines = [{"claim_id": f"c{number}", "patient_acct": f"P{number}"} | line for number, line in enumerate(charged)]
    tables = budget_tables(
        accounts=accounts(("Visits", "income")),
        ledger=amounts("2026-04-01", Visits=1_000),
        budget_amounts=amounts("2026-04-01", Visits=1_000),
        charges=lines,
    )
    return {each.figure.name: each for each in changed(tables, day, Terms())}.get("Visits")


MAY_AND_JUNE = (
    {"dos": "2026-05-04", "payer": "Acme", "charge": 100}, {"dos": "2026-05-05", "payer": "Acme", "charge": 200},
    {"dos": "2026-05-06", "payer": "Birch", "charge": 80}, {"dos": "2026-06-03", "payer": "Acme", "charge": 500},
    {"dos": "2026-06-04", "payer": "Birch", "charge": 80}, {"dos": "2026-06-05", "payer": "Birch", "charge": 90},
    {"dos": "2026-06-08", "payer": "Birch", "charge": 70}, {"dos": "2026-06-09", "payer": "Cedar", "charge": 60},
)  # fmt: skip


def test_visits_are_worth_what_the_payer_allowed_for_one_before():
    """Acme one fewer at 300/2; Birch two more at 80; Cedar's first at its own 60: -150 + 160 + 60."""
    found = visits_changed(*MAY_AND_JUNE)
    assert found.worth.words == "5 visits in June, 3 visits in May"
    assert (found.worth.cents, found.cause) == (70_00, "Birch +$160; against it Acme -$150")


def test_visits_without_a_month_before_have_no_dollars():
    assert visits_changed(*MAY_AND_JUNE[3:]) is None
