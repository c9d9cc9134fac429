"""Statements that tie, and that say by how much where they do not."""

from datetime import date

import pytest
from budget_tables import accounts, amounts, budget_tables
from hypothesis import given
from hypothesis import strategies as st

from medoffice_xl.areas.budget.balance_sheet import balance_sheet, statement_checks
from medoffice_xl.areas.budget.books import budget_books
from medoffice_xl.areas.budget.income_statement import income_statement
from medoffice_xl.errors import NoData

AS_OF = date(2026, 2, 28)
CHART = accounts(
    ("Receipts", "income"),
    ("Rent", "expense", 1),
    ("Pay", "expense", 1, "", "", "yes"),
    ("Interest earned", "other income"),
    ("Bank", "asset", None, "", "cash"),
    ("Machine", "asset", None, "", "fixed asset"),
    ("Bills", "liability", None, "", "accounts payable"),
    ("Loan", "liability", None, "", "long-term liability"),
    ("Capital", "equity", None, "", "capital"),
    ("Draws", "equity", None, "", "draws"),
    ("Put in", "equity", None, "", "contributions"),
)
LEDGER = [
    *amounts("2025-01-01", Receipts=600, Rent=300),
    *amounts("2025-02-01", Receipts=300, Rent=200),
    *amounts("2026-01-01", Receipts=1_000, Rent=400, Pay=300),
    *amounts("2026-02-01", Receipts=1_200, Rent=400, Pay=350, Interest_earned=10),
]


def balance(day, **by_account):
    return [{"as_of": day, "account": name.replace("_", " "), "balance": cents} for name, cents in by_account.items()]


OPENING = balance("2025-12-31", Bank=500, Machine=800, Bills=-100, Loan=-600, Capital=-600)
# January and February leave 2,210 - 800 - 650 = 760; draws 200, contributions 50: the bank 500 + 760 - 150 = 1,110.
CLOSING = balance(
    "2026-02-28", Bank=1_110, Machine=800, Bills=-100, Loan=-600, Capital=-600, Draws=200, Put_in=-50,
    Receipts=-2_200, Rent=800, Pay=650, Interest_earned=-10,
)  # fmt: skip


def world(**more):
    given = {
        "accounts": CHART, "ledger": LEDGER,
        "budget_amounts": [*amounts("2026-01-01", Rent=1), *amounts("2026-02-01", Rent=1)],
        "closed_months": [{"month": "2026-01-01"}, {"month": "2026-02-01"}], "trial_balances": [*OPENING, *CLOSING],
    }  # fmt: skip
    return budget_tables(**{**given, **more})


def rows(found):
    return {row[0]: row for row in found.body}


def test_the_income_statement():
    """February 1,200 - 400 - 350 + 10 = 460; the year 2,200 - 800 - 650 + 10 = 760; a year before 900 - 500."""
    found = rows(income_statement(budget_books(world(), AS_OF), 1))
    assert found["Operating expenses"][1:5] == (400_00, 400 / 1200, 800_00, 800 / 2200)
    assert found["Net before physician pay"][5:7] == (400_00, 400 / 900)
    assert found["Net income"][1::2][:3] == (460_00, 760_00, 400_00)
    assert "60% or less is good" in found["Operating expenses"][7]


def test_a_year_before_that_is_not_whole_is_not_compared_with():
    part = [row for row in LEDGER if row["month"] != "2025-02-01"]
    found = income_statement(budget_books(world(ledger=part), AS_OF), 1)
    assert [row[5] for row in found.body] == [None] * len(found.body)
    assert "The ledger does not have all of January to February 2025." in found.notes


def test_the_balance_sheet_balances():
    found = rows(balance_sheet(budget_books(world(), AS_OF), world()["trial_balances"], AS_OF))
    assert found["Assets"][1] == 1_910_00
    assert found["Current assets"][1:3] == (1_110_00, 1110 / 1910)
    assert found["Net income of the year"][1] == 760_00
    assert found["Equity"][1] == 600_00 - 200_00 + 50_00 + 760_00
    assert found["Liabilities and equity"][1] == 1_910_00
    assert found["Assets"][3] is None


def test_the_statements_tie():
    tables = world()
    found = statement_checks(budget_books(tables, AS_OF), tables["trial_balances"], AS_OF, 1)
    assert [(row[3], row[4]) for row in found.body] == [(0, "ties")] * 3
    assert rows(found)["Net income = change in equity + draws − contributions"][1] == 760_00


def test_what_does_not_tie_is_told_to_the_cent():
    tables = world(ledger=[*LEDGER, *amounts("2026-02-01", Rent=0.01)])
    found = statement_checks(budget_books(tables, AS_OF), tables["trial_balances"], AS_OF, 1)
    assert [row[3] for row in found.body] == [0, -1, -1]
    assert found.body[1][4] == "off by -$0.01: look at the ledger and the balance"


def test_an_opening_that_is_not_there_is_said():
    tables = world(trial_balances=CLOSING)
    found = statement_checks(budget_books(tables, AS_OF), tables["trial_balances"], AS_OF, 1)
    assert found.body[2][4] == "There is no balance of 12/31/2025."


def test_no_balance_by_the_day():
    tables = world()
    with pytest.raises(NoData, match="There is no balance by this day"):
        balance_sheet(budget_books(tables, AS_OF), tables["trial_balances"], date(2025, 12, 30))


money = st.integers(-(10**6), 10**6)


@given(st.lists(st.tuples(st.sampled_from([row["account"] for row in CHART]), money), max_size=12))
def test_whatever_is_posted_with_its_other_side_balances(postings):
    """Each posting has its other side on the bank, so that debits are credits."""
    held = [{"as_of": "2026-02-28", "account": name, "balance": cents / 100} for name, cents in postings]
    held.append({"as_of": "2026-02-28", "account": "Bank", "balance": -sum(cents for _, cents in postings) / 100})
    tables = world(trial_balances=held)
    found = rows(balance_sheet(budget_books(tables, AS_OF), tables["trial_balances"], AS_OF))
    assert found["Assets"][1] == found["Liabilities and equity"][1]
