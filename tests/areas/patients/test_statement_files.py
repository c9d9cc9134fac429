"""Lists of patient statements: what is taken in of each layout, what is left out, and what a later one does."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from practice_tables import charges

from medoffice_xl.areas.patients.statement_files import recognises
from medoffice_xl.errors import CannotRead
from medoffice_xl.intake.take import take_in
from medoffice_xl.readers.file import File
from medoffice_xl.readers.recognise import kind_of, read_file

SAMPLES = Path(__file__).parents[2] / "samples" / "statements"
EVERY = sorted(path.name for path in SAMPLES.glob("*.csv"))
HEADER = "Account #,Statement Date,Statement #,Balance Due"
TODAY = date(2026, 7, 1)


def file_of(folder, *rows, header=HEADER, name="statements.csv"):
    path = folder / name
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def rows_of(reading):
    return [
        (row["statement_account"], f"{row['sent_on']:%m/%d}", row["asked"], row["sent_by"], row["statement_number"])
        for row in reading.tables["patient_statements"].to_dict("records")
        if not row["withdrawn"]
    ]


def taken(path, current, digest):
    return take_in(read_file(path), current, content_hash=digest, today=TODAY)


def held(intake):
    frame = intake.frames["patient_statements"]
    return sorted(
        (row["statement_account"], f"{row['sent_on']:%m/%d}", row["asked"], row["statement_number"])
        for row in frame.to_dict("records")
    )


@pytest.mark.parametrize(
    ("name", "rows"),
    [("opendental.csv", [("1430", "05/05", 21040, "mail", "8801"), ("1431", "05/05", 5500, "email", "8802"),
                         ("1430", "06/04", 16040, "email", "8805")]),
     ("unified.csv", [("00017", "05/04", 12000, "", "1"), ("00017", "06/03", 12000, "", "2"),
                      ("00023", "06/03", 135025, "", "1")]),
     ("idx.csv", [("5510", "06/01", 12000, "", ""), ("5511", "06/02", 4550, "", "")]),
     ("vendor.csv", [("A-1001", "06/01", 125000, "mail", "S500001"), ("A-1002", "06/01", 7500, "email", "S500002"),
                     ("A-1003", "06/01", -2000, "text message", "S500003"),
                     ("A-1001", "06/15", 115000, "mail", "S500105")])],
)  # fmt: skip
def test_the_statements_of_each_layout(name, rows):
    reading = read_file(SAMPLES / name)
    assert reading.kind == "patient statements"
    assert rows_of(reading) == rows


@pytest.mark.parametrize("name", EVERY)
def test_nobody_is_named(name):
    reading = read_file(SAMPLES / name)
    text = reading.tables["patient_statements"].to_csv() + " ".join(str(problem) for problem in reading.problems)
    for word in ("Doe", "DOE", "Roe", "ROE", "Poe", "Moe", "Lee", "Hoe", "Elm", "example.com", "1980", "Jane", "john"):
        assert word not in text


def test_what_is_left_out_is_told_with_its_line():
    problems = read_file(SAMPLES / "vendor.csv").problems
    said = [(each.severity.value, each.line, each.column, each.value, each.problem) for each in problems]
    assert ("note", 11, "Balance Due", "2,525.00", "This row is a total, not a statement; it was left out.") in said
    assert ("data", 9, "Acct No", "", "The account is empty; the row was not taken in.") in said
    assert ("data", 10, "Date Sent", "", "The day it was sent is empty; the row was not taken in.") in said
    assert any("came back" in each.problem and "lines 7" in each.problem for each in problems)
    told = " ".join(each.problem for each in read_file(SAMPLES / "opendental.csv").problems)
    assert "not sent, by their status; they were left out (lines 4)" in told
    assert "are receipts; they were left out (lines 5)" in told


@pytest.mark.parametrize(
    "header",
    ["Acct No,Date Sent,Statement No,Amount Due", "Patient Account,StatementDate,StatementNumber,AmountDue",
     "PATIENT ACCT # ,STMT DT ,STMT NBR ,AMT DUE ", "Chart Number,Statement Sent Date,Statement ID,Total Due",
     "GuarantorAccountNumber,Date Mailed,StmtNum,StatementBalance", "acct_num,stmt_date,stmt_id,bal_due",
     "MRN,Mailed Date,Stmt #,Stmt Amount", "ACCOUNTNUMBER,STATEMENTDATE,STATEMENTNUMBER,BALANCEDUE"],
)  # fmt: skip
def test_headings_are_known_by_their_words(tmp_path, header):
    path = file_of(tmp_path, "00017,06/03/2026,S9,1200.50", header=header)
    assert kind_of(path) == "patient statements"
    assert rows_of(read_file(path)) == [("00017", "06/03", 120050, "", "S9")]


def test_the_day_it_was_sent_goes_before_the_day_it_bears(tmp_path):
    both = "Account,Statement Date,Date Sent,Amount Due"
    assert rows_of(read_file(file_of(tmp_path, "7,05/29/2026,06/01/2026,5", header=both)))[0][1] == "06/01"
    none = read_file(file_of(tmp_path, "7,05/29/2026,,5", "8,05/30/2026,,5", header=both))
    assert [row[1] for row in rows_of(none)] == ["05/29", "05/30"]


def test_the_earliest_listed_heading_is_the_amount(tmp_path):
    """What was asked is the amount due, neither the balance before nor the account's with the insurer's part."""
    path = file_of(tmp_path, "7,06/01/2026,10,400,30", header="Acct,Stmt Date,Previous Balance,Account Balance,Amt Due")
    assert rows_of(read_file(path))[0][2] == 3000


def test_a_day_or_an_amount_that_is_none_is_told(tmp_path):
    reading = read_file(file_of(tmp_path, "7,02/30/2026,S1,5", "8,06/01/2026,S2,12.3o"))
    assert rows_of(reading)[0][0] == "8"
    assert reading.tables["patient_statements"]["asked"].isna().tolist() == [True]
    said = [(each.line, each.column, each.value) for each in reading.problems if each.severity == "data"]
    assert said == [(2, "Statement Date", "02/30/2026"), (3, "Balance Due", "12.3o")]


def test_a_total_without_a_word_is_known_by_its_sum(tmp_path):
    """10.00 + 15.00 = 25.00; a row of 25.00 with an account is a statement."""
    reading = read_file(file_of(tmp_path, "7,06/01/2026,S1,10", "8,06/01/2026,S2,15", ",,,25", "9,06/02/2026,S3,25"))
    assert [row[0] for row in rows_of(reading)] == ["7", "8", "9"]
    assert [each.line for each in reading.problems if "is a total" in each.problem] == [4]


def test_pages_that_say_the_headings_again(tmp_path):
    reading = read_file(file_of(tmp_path, "7,06/01/2026,S1,10", HEADER, "8,06/01/2026,S2,15"))
    assert [row[0] for row in rows_of(reading)] == ["7", "8"]
    assert any("repeat the headings; they were left out (lines 3)" in each.problem for each in reading.problems)


def test_a_workbook_and_a_mapping(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Statement history"])
    sheet.append(["Kunde", "Statement Date", "Statement #", "Balance Due"])
    sheet.append([17, date(2026, 6, 3), "S1", 12.5])
    path = tmp_path / "statements.xlsx"
    book.save(path)
    with pytest.raises(CannotRead):
        read_file(path)
    reading = read_file(path, "patient statements", {"Kunde": "statement_account"})
    assert rows_of(reading) == [("17", "06/03", 1250, "", "S1")]


def test_a_list_that_lacks_the_account_says_so(tmp_path):
    path = file_of(tmp_path, "06/03/2026,S1,12.5", header="Statement Date,Statement #,Balance Due")
    with pytest.raises(CannotRead, match="no column for “Statement account”"):
        read_file(path, "patient statements")


@pytest.mark.parametrize(
    "header",
    ["Account Number,Patient Name,Cycle Start Date,0 to 30,31 to 60,Total,Due Date,Last Sent statement date",
     "Account,Statement Date,Description,Amount,Balance", "Account #,Date,Balance Due",
     "Vendor,Account #,Statement Date,Statement #,Amount Due", "Account #,Statement Date,Service Date,CPT,Amount Due",
     "Account Number,Statement Date,Debit,Credit,Balance",
     "Account Number,Statement Date,Statement Balance,Minimum Payment,Payment Due Date",
     "Account #,Last Statement Date,Balance Due"],
)  # fmt: skip
def test_what_is_no_list_of_statements(tmp_path, header):
    """An ageing with each account's last statement, a bank's file, a vendor's statements, lines of service."""
    path = file_of(tmp_path, ",".join(["1"] * len(header.split(","))), header=header)
    try:
        kind = kind_of(path)
    except CannotRead:
        return
    assert kind != "patient statements"


def test_no_sample_of_another_kind_is_one():
    others = [
        path for path in SAMPLES.parent.rglob("*.*") if path.parent != SAMPLES and path.suffix in (".csv", ".xlsx")
    ]
    assert others
    assert [path.name for path in others if recognises(File(path))] == []


def test_two_days_stay_and_the_same_again_adds_nothing(tmp_path):
    first = file_of(tmp_path, "7,05/01/2026,S1,10", "7,06/01/2026,S2,12")
    once = taken(first, {}, "a")
    assert held(once) == [("7", "05/01", 1000, "S1"), ("7", "06/01", 1200, "S2")]
    again = taken(first, once.frames, "b")
    counts = again.counts["patient_statements"]
    assert (counts.added, counts.changed, counts.removed, counts.unchanged) == (0, 0, 0, 2)
    assert taken(first, once.frames, "a").frames == {}


def test_a_later_file_replaces_the_same_number_and_tells_it(tmp_path):
    once = taken(file_of(tmp_path, "7,05/01/2026,S1,10", "8,05/01/2026,S2,20"), {}, "a")
    later = taken(file_of(tmp_path, "7,05/04/2026,S1,11", "7,06/01/2026,S3,12"), once.frames, "b")
    assert held(later) == [("7", "05/04", 1100, "S1"), ("7", "06/01", 1200, "S3"), ("8", "05/01", 2000, "S2")]
    told = " ".join(f"{each.value} {each.problem}" for each in later.problems)
    assert "1 statements were there under another day or without a number" in told
    assert "7 2026-05-01 S1 Patient statements changed: (row): there → removed" in told


def test_a_later_file_replaces_the_same_day_and_tells_it(tmp_path):
    plain = "Account #,Statement Date,Balance Due"
    once = taken(file_of(tmp_path, "7,05/01/2026,10", header=plain), {}, "a")
    amount = taken(file_of(tmp_path, "7,05/01/2026,11", header=plain), once.frames, "b")
    assert held(amount) == [("7", "05/01", 1100, "")]
    assert any("Statement amount: $10.00 → $11.00" in each.problem for each in amount.problems)
    numbered = taken(file_of(tmp_path, "7,05/01/2026,S1,11"), amount.frames, "c")
    assert held(numbered) == [("7", "05/01", 1100, "S1")]
    without = taken(file_of(tmp_path, "7,05/01/2026,12", header=plain), numbered.frames, "d")
    assert held(without) == [("7", "05/01", 1200, "S1")]


def test_what_only_the_book_knows_of_a_statement_stays(tmp_path):
    once = taken(file_of(tmp_path, "7,05/01/2026,10,Portal", header="Account #,Statement Date,Balance Due,Sent Via"),
                 {}, "a")  # fmt: skip
    later = taken(file_of(tmp_path, "7,05/01/2026,S1,11"), once.frames, "b")
    assert later.frames["patient_statements"]["sent_by"].tolist() == ["portal"]


def test_numbers_that_only_count_do_not_replace(tmp_path):
    """First and second statement of two accounts: the next round begins with the first again, on another day."""
    once = taken(file_of(tmp_path, "7,01/05/2026,1,10", "8,01/05/2026,1,20", "7,02/05/2026,2,10"), {}, "a")
    later = taken(file_of(tmp_path, "7,06/05/2026,1,30"), once.frames, "b")
    assert held(later) == [("7", "01/05", 1000, "1"), ("7", "02/05", 1000, "2"), ("7", "06/05", 3000, "1"),
                           ("8", "01/05", 2000, "1")]  # fmt: skip


def test_a_row_said_twice_is_one_statement(tmp_path):
    reading = read_file(file_of(tmp_path, "7,06/01/2026,S1,10", "7,06/01/2026,S1,10"))
    assert len(rows_of(reading)) == 1
    assert any("repeat a statement" in each.problem and "lines 3" in each.problem for each in reading.problems)


@pytest.mark.parametrize(
    ("accounts", "severity", "problem"),
    [(("7", "8"), None, ""), (("7",), "note", "1 of 2 accounts are on no charge"),
     (("G7", "G8"), "data", "2 of 2 accounts are on no charge")],
)  # fmt: skip
def test_accounts_that_no_charge_has_are_told(tmp_path, accounts, severity, problem):
    """Numbers of guarantors would otherwise ask for nothing, and nobody would see why."""
    billed = charges(
        *({"claim_id": f"C{each}", "patient_acct": each, "dos": "2026-04-01", "charge": 10} for each in accounts)
    )
    path = file_of(tmp_path, "7,05/01/2026,S1,10", "8,05/01/2026,S2,20")
    told = [each for each in taken(path, {"charges": billed}, "a").problems if "on no charge" in each.problem]
    assert [each.severity.value for each in told] == ([severity] if severity else [])
    assert all(problem in each.problem for each in told)


@pytest.mark.parametrize("number", ["S1", ""])
@pytest.mark.parametrize("status", ["Returned", "Void"])
def test_a_statement_that_came_back_leaves_the_sheet(tmp_path, number, status):
    """Mailed by the first list, it is returned or void on the next: it asked for nothing."""
    header = f"{HEADER},Status"
    once = taken(file_of(tmp_path, f"7,05/01/2026,{number},10,Mailed", "8,05/01/2026,S2,20,Mailed", header=header),
                 {}, "a")  # fmt: skip
    later = taken(file_of(tmp_path, f"7,05/01/2026,{number},10,{status}", "8,05/01/2026,S2,20,Mailed", header=header),
                  once.frames, "b")  # fmt: skip
    assert held(later) == [("8", "05/01", 2000, "S2")]
    counts = later.counts["patient_statements"]
    assert (counts.added, counts.changed, counts.unchanged, counts.removed) == (0, 0, 1, 1)
    assert any(each.problem.startswith("1 statements were there and were not sent") for each in later.problems)
    sent = taken(file_of(tmp_path, f"7,05/01/2026,{number},10,Mailed", header=header), later.frames, "c")
    assert len(held(sent)) == 2


def test_what_was_never_there_is_not_taken_in_to_be_withdrawn(tmp_path):
    path = file_of(tmp_path, "7,05/01/2026,S1,10,Queued", header=f"{HEADER},Status")
    assert held(taken(path, {}, "a")) == []
