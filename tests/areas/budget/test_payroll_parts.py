"""Spending on staff, told as hours and wage."""

from datetime import date
from fractions import Fraction

import pytest
from budget_tables import KINDS, accounts, amounts, budget_tables
from hypothesis import given
from hypothesis import strategies as st
from practice_frames import frame

from medoffice_xl.areas.budget.books import budget_books
from medoffice_xl.areas.budget.budget_alert import alert
from medoffice_xl.areas.budget.payroll_parts import parts_of_month, payroll_parts, payroll_variance
from medoffice_xl.areas.budget.spans import months_of_span
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.intake.take import take_in
from medoffice_xl.readers.reading import Reading
from medoffice_xl.sets import Tables
from medoffice_xl.tables import BUDGET_AMOUNTS, HOURS, STAFF

AS_OF = date(2026, 6, 30)
STAFF_ROWS = [
    {"employee": "A", "role": "Nurse", "kind": "clinical support", "hired": "2020-01-01"},
    {"employee": "B", "role": "Front desk", "kind": "front office", "hired": "2020-01-01"},
]


def test_worked_case():
    """MINE, case (e): 62,000 planned and 63,900 paid, 1,900 over; at 31.00 for 2,000 hours and 2,030 paid, 30 × 31.00 =
    930 of it are hours and (63,900 ÷ 2,030 − 31.00) × 2,030 = 970 the wage."""
    found = parts_of_month(6_200_000, 6_200_000, 6_390_000, Fraction(2_000), Fraction(2_030))
    assert (found.spending, found.by_hours, found.by_wage) == (-190_000, -93_000, -97_000)


def test_hours_are_flexed_with_the_visits():
    """Half the visits: 1,000 hours allowed; 1,000 paid at the planned wage are no spending at all."""
    found = parts_of_month(6_200_000, 3_100_000, 3_100_000, Fraction(2_000), Fraction(1_000))
    assert (found.flexed, found.by_hours, found.by_wage) == (1_000, 0, 0)


@given(
    st.integers(1, 10**9), st.integers(0, 10**9), st.integers(0, 10**9), st.integers(1, 10**6), st.integers(1, 10**6)
)
def test_parts_add_up_to_the_spending(budget, flex, actual, budgeted, paid):
    found = parts_of_month(budget, flex, actual, Fraction(budgeted, 4), Fraction(paid, 4))
    assert found.by_hours + found.by_wage == flex - actual


def world(hours=2_000, staff="front office", paid=2_030.0):
    """June 2026: 62,000 planned for the desk, 63,900 paid; B works there, A does not."""
    plan = [{**row, "hours": hours} if row["account"] == "Desk" else row
            for row in amounts("2026-06-01", Fees=100_000, Desk=62_000)]  # fmt: skip
    chart = accounts(("Fees", "income"), ("Desk", "expense", 1, "none"))
    chart[1]["staff"] = staff
    tables = budget_tables(
        accounts=chart, budget_amounts=plan, closed_months=[{"month": "2026-06-01"}],
        ledger=amounts("2026-06-01", Fees=90_000, Desk=63_900),
    )  # fmt: skip
    rows = [
        {"employee": employee, "period_begin": begin, "period_end": end, "regular": regular, "leave": leave}
        for employee, begin, end, regular, leave in (
            ("B", "2026-06-01", "2026-06-15", paid / 2, 0), ("B", "2026-06-16", "2026-06-30", paid / 2 - 8, 8),
            ("B", "2026-07-01", "2026-07-15", 999, 0), ("B", "2026-05-16", "2026-05-31", 999, 0),
            ("A", "2026-06-01", "2026-06-15", 77, 0),
        )
    ]  # fmt: skip
    own = {name: tables[name] for name in KINDS}
    return Tables.of({**own, "employees": frame(STAFF, *STAFF_ROWS), "hours": frame(HOURS, *rows)})


def asked(tables):
    books = budget_books(tables, AS_OF)
    return payroll_variance(books, months_of_span(books, 1, "ytd"), tables)


def test_hours_of_those_whom_the_account_pays_and_of_pay_periods_that_end_in_the_month():
    (row,) = asked(world()).body
    assert row == ("Desk", 2_000.0, 2_000.0, 2_030.0, 3_100, 3_148, -190_000, -93_000, -97_000)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"hours": None}, "no hours are budgeted for June 2026"),
        ({"staff": "ancillary"}, "no hours of “ancillary” were paid in June 2026"),
        ({"staff": "frnt office"}, "Nobody on Staff is “frnt office”"),
        ({"staff": ""}, "fill in Staff paid on the sheet Accounts"),
    ],
)
def test_what_is_lacking_is_said(given, says):
    with pytest.raises(NoData, match=says):
        asked(world(**given))


def test_without_hours_nothing_is_told():
    tables = world()
    bare = Tables.of({name: tables[name] for name in ("accounts", "ledger", "budget_amounts", "closed_months")})
    books = budget_books(bare, AS_OF)
    found, lacking = payroll_parts(books, months_of_span(books, 1, "ytd").numbers, bare)
    assert (found, list(lacking)) == ({}, ["Desk"])


def test_the_alert_says_which_of_the_two():
    """Income 10,000 short; pay 1,900 over, 1.9% of it hours and wage."""
    tables = world()
    found = alert(budget_books(tables, AS_OF), tables, 1, Thresholds().newest)
    advice = {cause.name: cause.advice for cause in found.causes}
    assert advice["Desk"] == "30 more hours than planned took $930.00, a dearer hour took $970.00."


def test_budgeted_hours_stay_when_the_budget_comes_again():
    current = frame(BUDGET_AMOUNTS, {"month": "2026-06-01", "account": "Desk", "amount": 62_000, "hours": 2_000})
    again = frame(BUDGET_AMOUNTS, {"month": "2026-06-30", "account": "desk", "amount": 61_000})
    taken = take_in(
        Reading("b.csv", "QuickBooks report", {"budget_amounts": again}), {"budget_amounts": current},
        content_hash="1", today=AS_OF,
    )  # fmt: skip
    (row,) = taken.frames["budget_amounts"].to_dict("records")
    assert (row["amount"], row["hours"]) == (6_100_000, 2_000)
