"""Costs from a ledger's export: months, kinds, and every row that cannot be taken in."""

from pathlib import Path

import pytest

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers import costs
from medoffice_xl.readers.recognise import kind_of, read_file

SAMPLE = Path(__file__).parents[1] / "samples" / "pm" / "costs.csv"


def test_a_cost_a_row():
    assert kind_of(SAMPLE) == "costs"
    frame = read_file(SAMPLE).tables["costs"]
    months = frame["month"].dt.strftime("%Y-%m-%d")
    rows = zip(months, frame["account"], frame["category"], frame["behaviour"], frame["amount"], strict=True)
    assert list(rows) == [
        ("2026-01-01", "6310 Medical supplies", "supplies", "variable", 125_050),
        ("2026-01-01", "6500 Rent", "rent", "fixed", 440_100),
        ("2026-02-01", "6310 Medical supplies", "supplies", "variable", -2_500),
    ]


def test_every_row_that_is_left_out_is_named():
    found = {(p.line, p.column, p.value): p.problem for p in read_file(SAMPLE).problems if p.severity == "data"}
    assert found == {
        (10, "Amount", ""): "This is not an amount in whole cents; the row was not taken in.",
        (11, "Posting month", ""): "This is empty; the row was not taken in.",
        (12, "Account name", ""): "This is empty; the row was not taken in.",
        (8, "Expense category", "doctors"): "This word is not known; the row was not taken in.",
        (9, "Cost behavior", "semi"): "This word is not known; the row was not taken in.",
    }


def test_what_to_write_instead_is_said():
    advice = {p.value: p.advice for p in read_file(SAMPLE).problems}
    assert advice["semi"].startswith("Use one of: fixed, variable. A cost that is partly fixed is two rows")
    assert advice["doctors"].startswith("Use one of: physicians, clinical staff, ")


def test_a_file_that_does_not_say_what_is_fixed(tmp_path):
    path = tmp_path / "costs.csv"
    path.write_text("Month,Account,Category,Amount\n1/1/2026,Rent,rent,10\n")
    with pytest.raises(CannotRead, match="has no column for “Fixed or variable”"):
        costs.read(path)


def test_rows_of_one_account_and_month_add_up(tmp_path):
    path = tmp_path / "costs.csv"
    path.write_text(
        "Posting Month,GL Account,Expense Category,Cost Behavior,Amount\n"
        "1/2/2026,6100,rent,fixed,2000\n1/15/2026,6100,rent,fixed,100\n1/15/2026,6100,rent,variable,7\n"
    )
    reading = read_file(path)
    rows = reading.tables["costs"]
    assert rows[["behaviour", "amount"]].values.tolist() == [["fixed", 210_000], ["variable", 700]]
    assert [problem.problem for problem in reading.problems] == [
        "Rows of the same account and month were added up (lines 2–3)."
    ]


@pytest.mark.parametrize(
    "month", ["Jan 2026", "January 2026", "Jan-26", "JAN '26", "1/2026", "01-2026", "2026-01", "202601", "1/31/2026",
              "January 1-31, 2026", "2026-01-15 00:00"]
)  # fmt: skip
def test_months_in_all_their_spellings(tmp_path, month):
    path = tmp_path / "costs.csv"
    path.write_text(f'Month,Account,Category,Behavior,Amount\n"{month}",6100,rent,fixed,10\n')
    reading = read_file(path)
    assert [(f"{day:%Y-%m-%d}", amount) for day, amount in reading.tables["costs"][["month", "amount"]].values] == [
        ("2026-01-01", 1_000)
    ]
    assert reading.problems == []


@pytest.mark.parametrize(
    ("heading", "cells", "said"),
    [
        ("Fixed", ("yes", "No", "Y", "x"), ("fixed", "variable", "fixed", "fixed")),
        ("Fixed?", ("TRUE", "FALSE", "1", "0"), ("fixed", "variable", "fixed", "variable")),
        ("Fixed share", ("100%", "0%", "1.0", "0.00"), ("fixed", "variable", "fixed", "variable")),
        ("Variable", ("yes", "no", "1", "n"), ("variable", "fixed", "variable", "fixed")),
    ],
)
def test_a_column_that_says_whether_a_cost_is_fixed(tmp_path, heading, cells, said):
    path = tmp_path / "costs.csv"
    rows = [f"2026-0{month}-01,6100,rent,{cell},2000" for month, cell in enumerate(cells, 1)]
    path.write_text("\n".join([f"Month,Account,Category,{heading},Amount", *rows]), encoding="utf-8")
    assert kind_of(path) == "costs"
    assert tuple(read_file(path).tables["costs"]["behaviour"]) == said


def test_a_share_between_is_asked_about(tmp_path):
    path = tmp_path / "costs.csv"
    path.write_text("Month,Account,Category,Fixed,Amount\n2026-01-01,6100,rent,60%,2000\n", encoding="utf-8")
    reading = read_file(path)
    assert reading.tables["costs"].empty
    (told,) = reading.problems
    assert (told.line, told.column, told.value) == (2, "Fixed", "60%")
    assert "two rows" in told.advice
