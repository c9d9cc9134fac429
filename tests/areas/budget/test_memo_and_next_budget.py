"""The memo to the physicians, the statements' file, and the budget made from last year."""

from datetime import date
from fractions import Fraction

import pandas as pd
import pytest
from acme_practice import AcmePractice
from budget_tables import accounts, amounts, budget_tables
from docx import Document

from medoffice_xl.areas.budget.books import budget_books
from medoffice_xl.areas.budget.make_budget import Growth, made_budget, next_budget, with_typed
from medoffice_xl.areas.budget.physician_memo import physician_memo
from medoffice_xl.areas.budget.settings import year_start_of
from medoffice_xl.areas.budget.statements_report import statements
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.render.memo import write_memo
from medoffice_xl.render.report_file import write_report

CHART = accounts(("Receipts", "income"), ("Supplies", "expense", 0, "visits"), ("Rent", "expense", 1))
MONTHS = [f"2026-{month:02d}-01" for month in range(1, 13)]
LEDGER = [row for month in MONTHS for row in amounts(month, Receipts=100_000, Supplies=10_000, Rent=5_000)]
CLOSED = [{"month": month} for month in MONTHS]
AS_OF = date(2026, 12, 31)


def world(**more):
    return budget_tables(**{"accounts": CHART, "ledger": LEDGER, "closed_months": CLOSED, **more})


def acme(**more):
    tables = world(**more)
    names = ("accounts", "ledger", "budget_amounts", "budget_visits", "closed_months", "cash", "thresholds", "charges",
             "payments", "trial_balances")  # fmt: skip
    return AcmePractice({name: tables[name] for name in names}, as_of=AS_OF)


def of(frame: pd.DataFrame, month: str) -> dict[str, int]:
    rows = frame[frame["month"] == pd.Timestamp(month)]
    return dict(zip(rows["account"], rows["amount"], strict=True))


def test_next_year_is_this_year_grown_and_dearer():
    """5% more visits, 3% dearer: income and supplies x 1.0815, rent x 1.03."""
    made = made_budget(budget_books(world(), AS_OF), 1, Growth(Fraction("0.05"), Fraction("0.03")))
    assert of(made, "2027-01-01") == {"Receipts": 108_150_00, "Supplies": 10_815_00, "Rent": 5_150_00}
    assert len(made) == 36


def test_a_month_that_is_not_closed_is_the_one_a_year_before_grown_twice():
    """December 2026 is open: December 2025's rent of 4,000 x 1.03 x 1.03 = 4,243.60."""
    tables = world(ledger=[*LEDGER, *amounts("2025-12-01", Rent=4_000)], closed_months=CLOSED[:-1])
    made = made_budget(budget_books(tables, AS_OF), 1, Growth(Fraction(0), Fraction("0.03")))
    assert of(made, "2027-12-01") == {"Rent": 4_243_60}


def test_a_month_that_nothing_is_known_of_is_named():
    with pytest.raises(NoData, match="The ledger has nothing of December 2025"):
        made_budget(budget_books(world(closed_months=CLOSED[:-1]), AS_OF), 1, Growth(Fraction(0), Fraction(0)))
    with pytest.raises(OutOfRange):
        made_budget(budget_books(world(), AS_OF), 1, Growth(Fraction(-1), Fraction(0)))


def test_what_is_typed_stays_when_the_budget_is_made_again():
    typed = [{"month": "2027-01-15", "account": "rent", "amount": 9_999}]
    practice = acme(budget_amounts=typed)
    practice.settings = {"BudgetGrowth": 0, "BudgetInflation": 0.03}
    first = next_budget(practice)
    practice.tables["budget_amounts"] = first
    again = next_budget(practice)
    assert of(again, "2027-01-01") == {"Receipts": 103_000_00, "Supplies": 10_300_00}
    assert of(again, "2027-01-15") == {"rent": 9_999_00}
    pd.testing.assert_frame_equal(first, again)
    assert len(with_typed(first, again.iloc[:0])) == len(first)


@pytest.mark.parametrize(("said", "first"), [(None, 1), ("", 1), (7.0, 7), ("7", 7)])
def test_the_fiscal_year_as_settings_says_it(said, first):
    assert year_start_of(AcmePractice({}, settings={"FiscalYearStart": said})) == first


@pytest.mark.parametrize("said", ["0", 13, "July", 1.5])
def test_what_is_no_month_is_told(said):
    with pytest.raises(BadArgument, match="is no month that a fiscal year begins in"):
        year_start_of(AcmePractice({}, settings={"FiscalYearStart": said}))


PLAN = [row for month in MONTHS for row in amounts(month, Receipts=120_000, Supplies=10_000, Rent=5_000)]


def test_the_memo_says_state_sentence_and_causes(tmp_path):
    """Net 85,000 a month where 105,000 was planned: 20,000 x 12 = 240,000 of 1,440,000, 16.7%."""
    path = write_memo(physician_memo(acme(budget_amounts=PLAN)), tmp_path / "Budget")
    document = Document(path)
    words = "\n".join(each.text for each in document.paragraphs)
    assert "Invented Family Practice" in words
    assert "Budget: suffers" in words
    assert "net $240,000.00 under plan in January to December 2026 (16.7% of budgeted revenue)" in words
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "-$240,000.00" in cells
    assert path.name == "Budget memo 2026-12-31.docx"
    assert list(path.parent.iterdir()) == [path]


def test_the_file_for_the_accountant(tmp_path):
    """Receipts 1,200,000 less costs 180,000 in the bank."""
    held = {"Bank": 1_020_000, "Receipts": -1_200_000, "Supplies": 120_000, "Rent": 60_000}
    rows = [{"as_of": "2026-12-31", "account": name, "balance": amount} for name, amount in held.items()]
    practice = acme(
        accounts=[*CHART, *accounts(("Bank", "asset", None, "", "cash"))], budget_amounts=PLAN, trial_balances=rows
    )
    page = statements(practice)
    trial = page.block("Trial balance of 12/31/2026")
    assert trial.source.total == ("Total", 1_200_000_00, 1_200_000_00)
    assert page.blocks[0].words == "The statements tie."
    assert write_report(page, tmp_path, AS_OF, "Oak & Elm").stat().st_size > 0
