"""QuickBooks' reports, both generations online and Desktop, with an invented clinic's books."""

from datetime import date, datetime

import pytest
from xlsxwriter import Workbook

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Severity
from medoffice_xl.readers.quickbooks import KIND
from medoffice_xl.readers.quickbooks.account_kinds import suggested_kind
from medoffice_xl.readers.recognise import kind_of, read_file


@pytest.fixture
def report(tmp_path):
    def written(text, name="report.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        assert kind_of(path) == KIND
        return read_file(path)

    return written


def ledger(reading):
    """Amount in dollars by month and account."""
    rows = reading.tables["ledger"]
    return {
        (f"{month:%Y-%m}", account): cents / 100
        for month, account, cents in zip(rows["month"], rows["account"], rows["amount"], strict=True)
    }


def kinds(reading):
    return dict(reading.tables["accounts"][["account", "kind"]].values)


def told(reading):
    return [(problem.line, problem.problem) for problem in reading.problems if problem.severity is Severity.DATA]


BY_MONTH = """Test Clinic PLLC,,,
Profit and Loss by Month,,,
"January - March, 2026",,,
,,,
,Jan 2026,Feb 2026,Mar 2026,Total
Income,,,,
   4000 Patient Revenue,"10,000.00","11,000.00","12,000.00","33,000.00"
Total Income,"$10,000.00","$11,000.00","$12,000.00","$33,000.00"
Expenses,,,,
   6100 Rent,"2,000.00","2,000.00","2,000.00","6,000.00"
   6200 Medical Supplies,500.00,450.25,"(20.00)",930.25
Total Expenses,"$2,500.00","$2,450.25","$1,980.00","$6,930.25"
Net Income,"$7,500.00","$8,549.75","$10,020.00","$26,069.75"
,,,,
"Accrual Basis Thursday, November 26, 2026 10:00 AM GMT-06:00",,,,
"""


def test_profit_and_loss_by_month(report):
    reading = report(BY_MONTH)
    assert ledger(reading) == {
        ("2026-01", "4000 Patient Revenue"): 10_000, ("2026-02", "4000 Patient Revenue"): 11_000,
        ("2026-03", "4000 Patient Revenue"): 12_000, ("2026-01", "6100 Rent"): 2_000, ("2026-02", "6100 Rent"): 2_000,
        ("2026-03", "6100 Rent"): 2_000, ("2026-01", "6200 Medical Supplies"): 500,
        ("2026-02", "6200 Medical Supplies"): 450.25, ("2026-03", "6200 Medical Supplies"): -20,
    }  # fmt: skip
    assert kinds(reading) == {
        "4000 Patient Revenue": "income", "6100 Rent": "expense", "6200 Medical Supplies": "expense",
    }  # fmt: skip
    assert set(reading.tables["ledger"]["basis"]) == {"accrual"}
    assert told(reading) == []
    assert reading.understood == (
        "Profit and loss on the accrual basis, January 2026 to March 2026: 3 accounts, income $33,000.00, "
        "expense $6,930.25. Its totals agree."
    )


NEW = """Profit and Loss by Month
Test Clinic PLLC
"January 1, 2026 - February 28, 2026"

Distribution account,Jan 2026,Feb 2026,Total
Income
   Patient fees,100.00,200.00,300.00
Total for Income,$100.00,$200.00,$300.00
Cost of Goods Sold
   Vaccines,10.00,0.00,10.00
Total for Cost of Goods Sold,$10.00,0.00,$10.00
Gross Profit,$90.00,$200.00,$290.00
Expenses
   Rent,5.00,5.00,10.00
      Main office,20.00,20.00,40.00
      Second office
         Parking,1.00,,1.00
      Total for Second office,$1.00,0.00,$1.00
   Total for Rent,$26.00,$25.00,$51.00
   Insurance,7.00,7.00,14.00
Total for Expenses,$33.00,$32.00,$65.00
Net Operating Income,$57.00,$168.00,$225.00
Other Income
   Interest,1.00,,1.00
Total for Other Income,$1.00,0.00,$1.00
Other Expenses
   Late fees,2.00,-3.00,-1.00
Total for Other Expenses,$2.00,-$3.00,-$1.00
Net Other Income,-$1.00,$3.00,$2.00
Net Income,$56.00,$171.00,$227.00

"Cash Basis Friday, March 6, 2026 09:15 AM GMT-05:00"
"""


def test_parents_that_are_posted_to_and_have_children(report):
    reading = report(NEW)
    assert {account: amount for (month, account), amount in ledger(reading).items() if month == "2026-01"} == {
        "Patient fees": 100, "Vaccines": 10, "Rent": 5, "Rent:Main office": 20, "Rent:Second office:Parking": 1,
        "Insurance": 7, "Interest": 1, "Late fees": 2,
    }  # fmt: skip
    assert ledger(reading)["2026-02", "Late fees"] == -3
    assert kinds(reading)["Vaccines"] == "cost of goods"
    assert kinds(reading)["Interest"] == "other income"
    assert kinds(reading)["Late fees"] == "other expense"
    assert set(reading.tables["ledger"]["basis"]) == {"cash"}
    assert told(reading) == []


@pytest.mark.parametrize(
    ("changed", "into", "line", "found"),
    [
        ("Total for Rent,$26.00", "Total for Rent,$62.00", 19,
         "“Total for Rent” says $62.00 in January 2026, its rows add up to $26.00."),
        ("Total for Expenses,$33.00", "Total for Expenses,$34.00", 21,
         "“Total for Expenses” says $34.00 in January 2026, its rows add up to $33.00."),
        ("Gross Profit,$90.00", "Gross Profit,$110.00", 12,
         "“Gross Profit” says $110.00 in January 2026, its rows add up to $90.00."),
        ("Net Income,$56.00", "Net Income,$56.01", 30,
         "“Net Income” says $56.01 in January 2026, its rows add up to $56.00."),
        ("Insurance,7.00,7.00,14.00", "Insurance,7.00,7.00,15.00", 20,
         "“Insurance” says $15.00 in all, its months add up to $14.00."),
    ],
)  # fmt: skip
def test_totals_are_checked_and_never_added(report, changed, into, line, found):
    assert changed in NEW
    reading = report(NEW.replace(changed, into))
    assert told(reading) == [(line, found)]
    assert ledger(reading) == ledger(report(NEW))


DESKTOP = """,,,,Jan 26,,Feb 26,,TOTAL
,Ordinary Income/Expense,,,,,,,
,,Income,,,,,,
,,,4000 · Fees,100.00,,200.00,,300.00
,,Total Income,,100.00,,200.00,,300.00
,,Cost of Goods Sold,,,,,,
,,,5000 · Drugs,10.00,,10.00,,20.00
,,Total COGS,,10.00,,10.00,,20.00
,Gross Profit,,,90.00,,190.00,,280.00
,,Expense,,,,,,
,,,6100 · Rent,50.00,,50.00,,100.00
,,Total Expense,,50.00,,50.00,,100.00
,Net Ordinary Income,,,40.00,,140.00,,180.00
Net Income,,,,40.00,,140.00,,180.00
"""


def test_desktop_writes_no_title_and_moves_names_to_the_right(report):
    reading = report(DESKTOP)
    assert {key[1]: amount for key, amount in ledger(reading).items() if key[0] == "2026-02"} == {
        "4000 · Fees": 200, "5000 · Drugs": 10, "6100 · Rent": 50,
    }  # fmt: skip
    assert kinds(reading) == {"4000 · Fees": "income", "5000 · Drugs": "cost of goods", "6100 · Rent": "expense"}
    assert told(reading) == []


@pytest.mark.parametrize("heading", ["January 2026", "Jan-26", "JAN '26", "1/2026", "2026-01", "Jan 1 - 31, 2026"])
def test_months_in_all_their_spellings(report, heading):
    text = f'Profit and Loss\n\n,"{heading}"\nExpenses,\nRent,5.00\nTotal Expenses,5.00\n'
    reading = report(text)
    assert (ledger(reading), told(reading)) == ({("2026-01", "Rent"): 5}, [])


def test_some_days_of_a_month_are_told(report):
    reading = report('Profit and Loss\n\n,"Jan 1 - 15, 2026"\nExpenses,\nRent,5.00\nTotal Expenses,5.00\n')
    assert told(reading) == [(3, "The report has only some days of January 2026; they were taken in as the month.")]


@pytest.mark.parametrize("period", ["January 2026", "January 1-31, 2026", "January 1 - January 31, 2026"])
def test_one_month_in_a_column_of_totals(report, period):
    reading = report(f'Clinic,\nProfit and Loss,\n"{period}",\n\n,Total\nExpenses,\nRent,5.00\nTotal Expenses,$5.00\n')
    assert (ledger(reading), told(reading)) == ({("2026-01", "Rent"): 5}, [])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('Clinic\nProfit and Loss\n"January - March, 2026"\n\n,Total\nExpenses,\nRent,5.00\n', "one total for several"),
        ("Profit and Loss\n\n,Jan 2026,% of Income\nExpenses,,\nRent,5.00,2%\n", "no months: “% of Income”"),
        ("Profit and Loss\n\n,Jan 2026,Jan 2025 (PY)\nExpenses,,\nRent,5.00,2\n", r"“Jan 2025 \(PY\)”"),
        ("Profit and Loss by Class\n\n,North,South,Total\nExpenses,,\nRent,5.00,2,7\n", "“North”, “South”"),
        ("Clinic\nStatement of Cash Flows\nMarch 2026\n\n,Total\n", "QuickBooks' Statement of Cash Flows"),
        ('Clinic\nTrial Balance\n"As of January 15, 2026"\n\n,Debit,Credit\nRent,1.00,\n', "is of 01/15/2026"),
        ("Clinic\nTrial Balance\n\n,Debit,Credit\nRent,1.00,\n", "does not say of which day"),
        ("Clinic\nGeneral Ledger\n\n,Name,Memo\nRent,,\n", "with a date and an amount"),
        ("Clinic\nProfit and Loss\n\n,Jan 2026\nExpenses,\nTotal Expenses,\n", "has no amounts"),
    ],
)  # fmt: skip
def test_what_is_refused_says_what_to_run(report, text, why):
    with pytest.raises(CannotRead, match=why):
        report(text)


def test_an_amount_that_cannot_be_read_is_told(report):
    reading = report(BY_MONTH.replace('"(20.00)"', "twenty"))
    assert (11, "This is not an amount in whole cents; it was left out.") in told(reading)
    assert ("2026-03", "6200 Medical Supplies") not in ledger(reading)


def test_a_workbook_with_days_as_headings(tmp_path):
    path = tmp_path / "report.xlsx"
    with Workbook(path) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "mmm yyyy"})
        sheet.write_column(0, 0, ["Clinic", "Profit and Loss by Month", "January - February, 2026", "", "",
                                  "Expenses", "   Rent", "Total for Expenses"])  # fmt: skip
        for column, month in enumerate((1, 2), 1):
            sheet.write_datetime(4, column, datetime(2026, month, 1), day)
            sheet.write_number(6, column, 2_000.5)
            sheet.write_formula(7, column, f"={'ABC'[column]}7", None, 2_000.5)
    assert kind_of(path) == KIND
    assert ledger(read_file(path)) == {("2026-01", "Rent"): 2_000.5, ("2026-02", "Rent"): 2_000.5}


OLD_LEDGER = """Test Clinic PLLC
General Ledger
"January 1-31, 2026"

,Date,Transaction Type,Num,Name,Memo/Description,Split,Amount,Balance
6100 Rent,,,,,,,,
,01/02/2026,Check,1001,Landlord,Jan rent,Checking,"2,000.00","2,000.00"
Total for 6100 Rent,,,,,,,"$2,000.00",
6200 Medical Supplies,,,,,,,,
,01/05/2026,Bill,,Vendor,gloves,A/P,500.00,500.00
,01/09/2026,Credit,,Vendor,"returned, one box",A/P,(20.50),479.50
Total for 6200 Medical Supplies,,,,,,,$479.50,
"""


def test_the_general_ledger_as_it_was(report):
    reading = report(OLD_LEDGER)
    assert ledger(reading) == {("2026-01", "6100 Rent"): 2_000, ("2026-01", "6200 Medical Supplies"): 479.5}
    assert told(reading) == []
    assert "Vendor" not in " ".join(frame.to_string() for frame in reading.tables.values())


NEW_LEDGER = """General Ledger
Test Clinic PLLC
"January 1, 2026-February 28, 2026"

,Distribution account,Transaction date,Transaction type,Num,Name,Description,Split account,Amount,Balance
Checking,,,,,,,,,
,Checking,Beginning Balance,,,,,,,100.00
,Checking,01/02/2026,Check,1,Ann Patient,refund,Refunds,-40.00,60.00
Total for Checking,,,,,,,,-$40.00,
Utilities,,,,,,,,,
,Utilities,02/03/2026,Bill,,City,,A/P,3.00,3.00
Total for Utilities,,,,,,,,$3.00,
   Telephone,,,,,,,,,
,Utilities:Telephone,01/07/2026,Bill,,Phone,,A/P,7.00,7.00
,Utilities:Telephone,02/07/2026,Bill,,Phone,,A/P,8.00,15.00
   Total for Telephone,,,,,,,,$15.00,
Total for Utilities with sub-accounts,,,,,,,,$18.00,
Refunds,,,,,,,,,
,Refunds,01/02/2026,Check,1,Ann Patient,refund,Checking,40.00,40.00
Total for Refunds,,,,,,,,$41.00,

"Accrual Basis Friday, March 6, 2026 09:15 AM GMT-05:00"
"""


@pytest.mark.parametrize("column", ["Distribution account", "Ref"])
def test_the_general_ledger_as_it_is_now(report, column):
    """The account stands in a column of its own, and above its postings: either alone will do."""
    text = NEW_LEDGER.replace("Distribution account", column)
    if column == "Ref":
        text = text.replace("\n,Checking,", "\n,,").replace("\n,Utilities,", "\n,,").replace("\n,Refunds,", "\n,,")
        text = text.replace("\n,Utilities:Telephone,", "\n,,")
    reading = report(text)
    assert ledger(reading) == {
        ("2026-01", "Checking"): -40, ("2026-02", "Utilities"): 3, ("2026-01", "Utilities:Telephone"): 7,
        ("2026-02", "Utilities:Telephone"): 8, ("2026-01", "Refunds"): 40,
    }  # fmt: skip
    assert told(reading) == [(20, "“Total for Refunds” says $41.00, its postings add up to $40.00.")]
    assert "Ann" not in str(reading)


def test_the_general_ledger_of_desktop(report):
    reading = report(
        ",Type,Date,Num,Adj,Name,Memo,Split,Debit,Credit,Balance\n4000 · Fees,,,,,,,,,,0.00\n"
        ",Deposit,01/31/2026,,,,,1000,,100.00,100.00\nTotal 4000 · Fees,,,,,,,,0.00,100.00,100.00\n"
        "6100 · Rent,,,,,,,,,,0.00\n,Check,01/02/2026,1,,,,1000,50.00,,50.00\n"
        "Total 6100 · Rent,,,,,,,,50.00,0.00,50.00\n"
        "TOTAL,,,,,,,,50.00,100.00,\n"
    )
    assert ledger(reading) == {("2026-01", "4000 · Fees"): 100, ("2026-01", "6100 · Rent"): 50}
    assert told(reading) == []


def test_a_posting_without_a_readable_day_is_told(report):
    reading = report(OLD_LEDGER.replace("01/05/2026", "soon"))
    assert (10, "This is no date; the posting was left out.") in told(reading)
    assert ledger(reading)["2026-01", "6200 Medical Supplies"] == -20.5


def balance(day, *accounts, total="", name="Account Name"):
    rows = "".join(f"{account},{debit},{credit}\n" for account, debit, credit in accounts)
    return f'Test Clinic PLLC\nTrial Balance\n"As of {day}"\n\n{name},Debit,Credit\n{rows}{total}'


def test_the_trial_balance(report):
    reading = report(
        balance(
            "January 31, 2026", ("1000 Checking", "", '"2,000.00"'), ("2000 Accounts Payable", "", "500.00"),
            ("6100 Rent", '"2,000.00"', ""), ("6200 Medical Supplies", "500.00", ""),
            total='TOTAL,"$2,500.00","$2,500.00"\n', name="",
        )
    )  # fmt: skip
    rows = reading.tables["trial_balances"]
    assert {str(day.date()) for day in rows["as_of"]} == {"2026-01-31"}
    assert dict(rows[["account", "balance"]].values) == {
        "1000 Checking": -200_000, "2000 Accounts Payable": -50_000, "6100 Rent": 200_000,
        "6200 Medical Supplies": 50_000,
    }  # fmt: skip
    assert kinds(reading) == {
        "1000 Checking": "asset", "2000 Accounts Payable": "liability", "6100 Rent": "expense",
        "6200 Medical Supplies": "expense",
    }  # fmt: skip
    assert told(reading) == []


def test_a_trial_balance_that_does_not_balance_is_told(report):
    reading = report(balance("January 31, 2026", ("Cash", "5.00", ""), ("Rent", "2.00", ""), total="TOTAL,8.00,7.00\n"))
    assert [problem for _, problem in told(reading)] == [
        "The row TOTAL says $8.00 and $7.00, the accounts add up to $7.00 and $0.00.",
        "Debits are $7.00 and credits $0.00: they do not balance.",
    ]


def test_desktops_trial_balance_has_its_day_above_the_columns(report):
    reading = report(',"Jan 31, 26",\n,Debit,Credit\n1000 · Checking,5.00,\n3000 · Equity,,5.00\nTOTAL,5.00,5.00\n')
    assert {day.date() for day in reading.tables["trial_balances"]["as_of"]} == {date(2026, 1, 31)}


@pytest.mark.parametrize(
    ("account", "kind"),
    [
        ("1000 Checking", "asset"), ("2100 Rent payable", "liability"), ("3000 Smith MD, draws", "equity"),
        ("4000 Rent received", "income"), ("5000 Vaccines", "expense"), ("6100 · Rent", "expense"),
        ("Accounts Payable (A/P)", "liability"), ("Payroll:Wages", "expense"), ("Payroll Liabilities", "liability"),
        ("Owner's draw", "equity"), ("Patient revenue", "income"), ("Zebra", ""),
    ],
)  # fmt: skip
def test_the_kind_that_number_or_name_suggests(account, kind):
    found, why = suggested_kind(account)
    assert found == kind
    assert bool(why) == bool(kind)


def test_a_profit_and_loss_with_the_words_of_xero(report):
    """Its sections and its rows that are worked out have other names; 10,000 - 1,000 - 2,000 + 50 = 7,050."""
    reading = report(
        "Profit and Loss\nClinic\nFor the month ended 31 January 2026\n\nAccount,Jan 2026\nTrading Income,\n"
        "Sales,10000.00\nTotal Trading Income,10000.00\nCost of Sales,\nVaccines,1000.00\nTotal Cost of Sales,1000.00\n"
        "Gross Profit,9000.00\nOther Income,\nInterest,50.00\nTotal Other Income,50.00\nOperating Expenses,\n"
        "Rent,2000.00\nTotal Operating Expenses,2000.00\nNet Profit,7050.00\n"
    )
    assert ledger(reading) == {
        ("2026-01", "Interest"): 50.0,
        ("2026-01", "Rent"): 2000.0,
        ("2026-01", "Sales"): 10000.0,
        ("2026-01", "Vaccines"): 1000.0,
    }
    assert kinds(reading) == {
        "Interest": "other income", "Rent": "expense", "Sales": "income", "Vaccines": "cost of goods",
    }  # fmt: skip
    assert told(reading) == []


def test_a_general_ledger_that_names_its_accounts_in_the_column_of_days(report):
    reading = report(
        "Clinic\nGeneral Ledger\nJanuary 2026\n\nDate,Transaction Type,Num,Name,Split,Amount,Balance\n"
        '6000 Rent,,,,,,\n01/03/2026,Check,101,Landlord,Checking,"2,000.00","2,000.00"\n'
        'Total for 6000 Rent,,,,,"$2,000.00",\n6100 Supplies,,,,,,\n01/05/2026,Bill,7,Vendor,A/P,50.00,50.00\n'
        "soon,Bill,8,Vendor,A/P,-10.00,40.00\nTotal for 6100 Supplies,,,,,$40.00,\n"
    )
    assert ledger(reading) == {("2026-01", "6000 Rent"): 2000.0, ("2026-01", "6100 Supplies"): 50.0}
    assert told(reading) == [
        (11, "This is no date; the posting was left out."),
        (12, "“Total for 6100 Supplies” says $40.00, its postings add up to $50.00."),
    ]
