"""Budget vs. Actuals, a budget as IIF, and the balance sheet, with an invented clinic's books."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from practice_frames import frame

from medoffice_xl.errors import CannotRead
from medoffice_xl.intake.general_ledger import merge_books
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.problems import Severity
from medoffice_xl.readers.recognise import kind_of, read_file
from medoffice_xl.tables import ACCOUNTS, BUDGET_AMOUNTS, COSTS, LEDGER, TRIAL_BALANCES, empty_frame


@pytest.fixture
def read(tmp_path):
    def written(text, name="report.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return read_file(path)

    return written


def planned(reading):
    rows = reading.tables["budget_amounts"]
    return {
        (f"{month:%Y-%m}", account): cents / 100
        for month, account, cents in zip(rows["month"], rows["account"], rows["amount"], strict=True)
    }


def told(reading):
    return [problem.problem for problem in reading.problems]


TWO_MONTHS = """Test Clinic PLLC,,,,,,,,
Budget vs. Actuals: Plan - FY26 P&L,,,,,,,,
"January - February, 2026",,,,,,,,
,,,,,,,,
,Jan 2026,,,,Feb 2026,,,
,Actual,Budget,over Budget,% of Budget,Actual,Budget,over Budget,% of Budget
Income,,,,,,,,
   4000 Patient Revenue,"11,500.00","10,000.00","1,500.00",{p1},"9,000.00","10,000.00","(1,000.00)",{p2}
Total Income,"$11,500.00","$10,000.00","$1,500.00",{p1},"$9,000.00","$10,000.00","$(1,000.00)",{p2}
Expenses,,,,,,,,
   6100 Rent,"2,000.00","2,000.00",0.00,{p3},"2,100.00","2,000.00",100.00,{p4}
Total Expenses,"$2,000.00","$2,000.00",$0.00,{p3},"$2,100.00","$2,000.00",$100.00,{p4}
Net Income,"$9,500.00","$8,000.00","$1,500.00",,"$6,900.00","$8,000.00","$(1,100.00)",
,,,,,,,,
"Accrual Basis Thursday, November 26, 2026 10:00 AM GMT-06:00",,,,,,,,
"""


@pytest.mark.parametrize(
    "percents",
    [{"p1": "115", "p2": "90", "p3": "100", "p4": "105"}, {"p1": "1.15", "p2": "0.9", "p3": "1", "p4": "1.05"},
     {"p1": "115.00%", "p2": "90.00%", "p3": "100%", "p4": "105.0%"}],
)  # fmt: skip
def test_the_budget_by_months_whichever_way_its_percentages_are(read, percents):
    reading = read(TWO_MONTHS.format(**percents))
    assert planned(reading) == {
        ("2026-01", "4000 Patient Revenue"): 10_000, ("2026-01", "6100 Rent"): 2_000,
        ("2026-02", "4000 Patient Revenue"): 10_000, ("2026-02", "6100 Rent"): 2_000,
    }  # fmt: skip
    assert dict(reading.tables["accounts"][["account", "kind"]].values) == {
        "4000 Patient Revenue": "income", "6100 Rent": "expense",
    }  # fmt: skip
    assert told(reading) == []
    assert set(reading.tables["budget_amounts"]["source"]) == {"budget vs actuals"}


def test_what_the_report_works_out_wrongly_is_told(read):
    text = TWO_MONTHS.format(p1="115", p2="90", p3="100", p4="105").replace("(1,000.00)", "(1,001.00)")
    assert any("is not what its columns come to" in said for said in told(read(text)))


def test_a_total_that_does_not_agree_is_told(read):
    text = TWO_MONTHS.format(p1="115", p2="90", p3="100", p4="105").replace(
        'Total Expenses,"$2,000.00","$2,000.00",$0.00', 'Total Expenses,"$2,000.00","$2,500.00",$-500.00'
    )
    assert any("“Total Expenses” says $2,500.00 in January 2026" in said for said in told(read(text)))


ONE_TOTAL = """Budget vs. Actuals: Plan - FY26 P&L
Test Clinic PLLC
{period}

,Total,,,
,Actual,Budget,over Budget,% of Budget
Expenses,,,,
   Rent,90.00,100.00,(10.00),90
Total Expenses,$90.00,$100.00,$(10.00),90
"""


def test_one_total_of_one_month_is_that_month(read):
    assert planned(read(ONE_TOTAL.format(period="March 2026"))) == {("2026-03", "Rent"): 100}


def test_one_total_of_several_months_is_refused_with_what_to_do(read):
    with pytest.raises(CannotRead, match=r"one budget for several months\. Run the report with its columns by months"):
        read(ONE_TOTAL.format(period='"January - March, 2026"'))


IIF = (Path(__file__).parents[2] / "samples" / "books" / "budget.iif").read_text(encoding="utf-8")


def test_a_budget_of_desktop(read, tmp_path):
    reading = read(IIF, "budget.iif")
    found = planned(reading)
    assert found["2026-07", "Occupancy:Rent"] == 2_000
    assert found["2027-06", "Supplies"] == 150.50
    assert len(found) == 24
    assert kind_of(tmp_path / "budget.iif") == "QuickBooks budget (IIF)"
    assert "Somebody" not in "".join(frame.to_csv() for frame in reading.tables.values())


def test_a_row_that_cannot_be_read_is_told_and_left_out(read):
    reading = read(IIF.replace("\t7/1/26\tEast", "\tsome day\tEast").replace("Rent\tMONTH", "Rent\tQUARTER"), "b.iif")
    assert planned(reading)["2026-07", "Supplies"] == 50
    assert [problem.line for problem in reading.problems if problem.severity is Severity.DATA] == [3, 2]


SHEET = """Test Clinic PLLC
Balance Sheet
"As of March 31, 2026"

,Total
ASSETS,
   Current Assets,
      Bank Accounts,
         1000 Checking,"12,000.00"
      Total Bank Accounts,"$12,000.00"
   Total Current Assets,"$12,000.00"
   Fixed Assets,
      1500 Equipment,"8,000.00"
   Total Fixed Assets,"$8,000.00"
TOTAL ASSETS,"$20,000.00"
LIABILITIES AND EQUITY,
   Liabilities,
      Current Liabilities,
         Credit Cards,
            2100 Card,500.00
         Total Credit Cards,$500.00
      Total Current Liabilities,$500.00
      Long-Term Liabilities,
         2500 Loan,"6,000.00"
      Total Long-Term Liabilities,"$6,000.00"
   Total Liabilities,"$6,500.00"
   Equity,
      3000 Capital,"10,000.00"
      Net Income,"3,500.00"
   Total Equity,"$13,500.00"
TOTAL LIABILITIES AND EQUITY,"$20,000.00"

"Cash Basis Thursday, November 26, 2026 10:00 AM"
"""


def held(frame):
    return {account: cents / 100 for account, cents in zip(frame["account"], frame["balance"], strict=True)}


def test_the_balance_sheet(read):
    reading = read(SHEET)
    assert held(reading.tables["trial_balances"]) == {
        "1000 Checking": 12_000, "1500 Equipment": 8_000, "2100 Card": -500, "2500 Loan": -6_000,
        "3000 Capital": -10_000, "Net Income": -3_500,
    }  # fmt: skip
    accounts = reading.tables["accounts"].set_index("account")
    assert accounts.loc["1000 Checking", ["kind", "line"]].tolist() == ["asset", "cash"]
    assert accounts.loc["2500 Loan", ["kind", "line"]].tolist() == ["liability", "long-term liability"]
    assert accounts.loc["2100 Card", "line"] == "other current liability"
    assert told(reading) == []


def test_a_balance_sheet_that_does_not_balance_is_told(read):
    said = told(read(SHEET.replace('3000 Capital,"10,000.00"', '3000 Capital,"10,000.01"')))
    assert any("they are off by -$0.01" in each for each in said)
    assert any("“Total Equity” says $13,500.00, its rows come to $13,500.01" in each for each in said)


def test_of_the_middle_of_a_month_or_of_two_days_it_is_refused(read):
    with pytest.raises(CannotRead, match="Run the balance sheet as of the last day of a month"):
        read(SHEET.replace("March 31", "March 30"))
    with pytest.raises(CannotRead, match="several columns"):
        read(SHEET.replace(",Total\nASSETS", ",Mar 31 2026,Mar 31 2025\nASSETS"))


def book():
    return {table.name: empty_frame(table) for table in (ACCOUNTS, COSTS, LEDGER, TRIAL_BALANCES)}


def test_no_month_is_made_of_a_balance_sheet(read):
    merged, problems = merge_books("sheet.csv", read(SHEET).tables, book())
    assert set(merged) == {"accounts", "trial_balances"}
    assert len(merged["trial_balances"].frame) == 6
    again, _ = merge_books(
        "s.csv", read(SHEET).tables, {**book(), **{name: each.frame for name, each in merged.items()}}
    )
    assert not again["trial_balances"].added
    assert problems == []


def test_a_trial_balance_of_the_day_says_more_and_stays(read):
    trial = read(
        'Test Clinic\nTrial Balance\n"As of March 31, 2026"\n\n,Debit,Credit\n1000 Checking,5.00,\n4000 Income,,5.00\n'
        "TOTAL,$5.00,$5.00\n", "trial.csv",
    ).tables["trial_balances"]  # fmt: skip
    merged, problems = merge_books("s.csv", read(SHEET).tables, {**book(), "trial_balances": trial})
    pd.testing.assert_frame_equal(merged["trial_balances"].frame, trial)
    assert "There is a trial balance of 03/31/2026 already" in problems[0].problem


def test_a_budget_brings_its_accounts_and_leaves_the_ledger_alone(read):
    text = TWO_MONTHS.format(p1="115", p2="90", p3="100", p4="105")
    merged, _ = merge_books("budget.csv", read(text).tables, book())
    assert set(merged) == {"accounts"}
    assert len(merged["accounts"].frame) == 2


def test_an_account_has_one_amount_a_month_whatever_day_was_typed(read):
    """Typed on January 15 and on another account; the file's January takes the place of the first alone."""
    typed = frame(
        BUDGET_AMOUNTS,
        {"month": "2026-01-15", "account": "6100 rent", "amount": 1_900},
        {"month": "2026-01-15", "account": "Gifts", "amount": 10},
        {"month": "2025-12-31", "account": "6100 Rent", "amount": 1_800},
    )
    reading = read(TWO_MONTHS.format(p1="115", p2="90", p3="100", p4="105"))
    taken = take_in_all([(reading, "report.csv")], {**book(), "budget_amounts": typed}, today=date(2026, 3, 1))
    rows = taken.frames["budget_amounts"]
    rent = rows[rows["account"].str.casefold() == "6100 rent"]
    assert sorted(zip(rent["month"].dt.strftime("%Y-%m"), rent["amount"], strict=True)) == [
        ("2025-12", 1_800_00), ("2026-01", 2_000_00), ("2026-02", 2_000_00),
    ]  # fmt: skip
    assert len(rows) == 6


JOURNAL = """Test Clinic PLLC
Journal
"January 1-31, 2026"

,Transaction date,Transaction type,Num,Name,Description,Account Name,Debit,Credit
,01/05/2026,Check,101,Somebody,Rent,1000 Checking,,"2,000.00"
,,,,,Rent,6100 Rent,"2,000.00",
,,,,,,,"$2,000.00","$2,000.00"
,01/20/2026,Deposit,,Somebody,,1000 Checking,900.00,
,,,,,,4000 Patient Income,,900.00
,,,,,,,$900.00,$900.00
TOTAL,,,,,,,"$2,900.00","$2,900.00"

"Cash Basis Thursday, November 26, 2026 10:00 AM"
"""


def posted(reading):
    rows = reading.tables["ledger"]
    return {account: cents / 100 for account, cents in zip(rows["account"], rows["amount"], strict=True)}


def test_the_journal(read):
    """The bank -2,000 + 900; income is shown positive where it is a credit."""
    reading = read(JOURNAL)
    assert posted(reading) == {"1000 Checking": -1_100, "6100 Rent": 2_000, "4000 Patient Income": 900}
    assert set(reading.tables["ledger"]["source"]) == {"journal"}
    assert told(reading) == []
    assert "Somebody" not in "".join(frame.to_csv() for frame in reading.tables.values())


def test_a_transaction_that_does_not_balance_is_told_with_its_line(read):
    reading = read(JOURNAL.replace('6100 Rent,"2,000.00"', '6100 Rent,"1,999.99"'))
    assert [(problem.line, problem.problem) for problem in reading.problems] == [
        (8, "The sum says $2,000.00 and $2,000.00, its lines come to $1,999.99 and $2,000.00."),
        (6, "The transaction debits $1,999.99 and credits $2,000.00: it does not balance."),
        (12, "“TOTAL” says $2,900.00 and $2,900.00, its lines come to $2,899.99 and $2,900.00."),
    ]


def test_a_day_that_is_none_leaves_its_transaction_out(read):
    reading = read(JOURNAL.replace("01/20/2026", "some day"))
    assert posted(reading) == {"1000 Checking": -2_000, "6100 Rent": 2_000}
    assert any("This is no date; the transaction was left out." in said for said in told(reading))
