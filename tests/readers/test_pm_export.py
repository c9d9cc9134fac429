"""The charge export: golden files of an invented practice, with the values a reader works out by eye."""

from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers import pm_export
from medoffice_xl.readers.recognise import kind_of, read_file

SAMPLES = Path(__file__).parents[1] / "samples" / "pm"
TODAY = date(2026, 7, 1)


def read(path, **options):
    return pm_export.read(path, today=TODAY, **options)


def sample(name, **options):
    return read(SAMPLES / name, **options)


def found(reading, severity):
    return {(p.line, p.problem) for p in reading.problems if p.severity == severity}


def columns(reading, *names, table="charges"):
    return reading.tables[table][list(names)].values.tolist()


def csv(tmp_path, text, encoding="utf-8", name="export.csv"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


PLAIN = "Claim ID,DOS,Payer,Code,Charge\nC1,03/02/2026,Blue Harbor,G0438,10.00\n"


def test_report_with_titles_and_totals():
    reading = sample("report_with_titles.csv")
    assert columns(reading, "claim_id", "line_id", "code", "mod1", "mod2", "units", "charge") == [
        ["T100", "1", "G0438", "25", "59", 1.0, 123450],
        ["T100", "2", "G2211", "", "", 2.0, 4500],
        ["T101", "1", "G0439", "25", "59", 1.0, -4500],
    ]
    notes = found(reading, "note")
    total = "This row is a total, not a charge; it was left out."
    assert {(7, total), (9, total), (10, total)} < notes
    assert (4, "The headings are on line 4; what is above (lines 1–2) is a title.") in notes
    assert (4, "Left out to keep patients private: Patient Name, DOB.") in notes
    assert found(reading, "data") == {(8, "The charge is negative; it was taken in as a reversal or void.")}
    assert "Sample" not in reading.tables["charges"].to_string()


def test_money_posted_becomes_payments():
    reading = sample("posted_money.csv")
    entries = reading.tables["payments"].assign(post_date=lambda f: f["post_date"].dt.strftime("%m/%d"))
    assert sorted(
        entries[["claim_id", "line_id", "kind", "payer", "amount", "post_date", "reason", "trace"]].values.tolist()
    ) == [
        ["C1", "1", "contractual adjustment", "Blue Harbor", 8000, "04/01", "", ""],
        ["C1", "1", "insurance payment", "Blue Harbor", 9600, "04/01", "", "E77"],
        ["C1", "1", "patient payment", "Patient", 2400, "05/05", "", ""],
        ["C1", "2", "small balance", "Blue Harbor", 1250, "03/03", "small balance", ""],
        ["C2", "1", "refund", "Patient", -2000, "05/06", "", ""],
    ]
    assert any(problem.startswith("1 payments and adjustments have no date") for _, problem in found(reading, "note"))


def test_credits_written_as_negative_amounts_are_turned_round_and_told(tmp_path):
    text = "Claim ID,DOS,Payer,Code,Charge,Ins Paid,Pat Paid\nC1,3/2/2026,B,G0438,10,-4,-6\n"
    reading = read(csv(tmp_path, text))
    assert columns(reading, "amount", table="payments") == [[400], [600]]
    assert any("turned round" in problem for _, problem in found(reading, "data"))


@pytest.mark.parametrize(
    ("posted", "taken"),
    [
        ("-4,0", [400]),  # one amount, a credit: of a charge in all less than nothing is paid hardly ever
        ("4,-6", [400, -600]),  # as many of each sign: as they are
        ("-4,-6", [400, 600]),
    ],
)
def test_the_sign_of_a_column_with_one_amount(tmp_path, posted, taken):
    text = f"Claim ID,DOS,Payer,Code,Charge,Ins Paid,Pat Paid\nC1,3/2/2026,B,G0438,10,{posted}\n"
    assert [amount for [amount] in columns(read(csv(tmp_path, text)), "amount", table="payments")] == taken


def test_every_bad_row_is_named():
    reading = sample("bad_rows.csv")
    assert columns(reading, "claim_id") == [["C1"], ["C3"], ["C5"], ["C6"], ["C9"]]
    assert (5, "1 lines name no payer; they were taken in as Self-pay.") in found(reading, "note")
    assert found(reading, "data") == {
        (3, "Line 1 of claim C1 is already on line 2; this row says something else and was not taken in."),
        (4, "This is not a date; the row was not taken in."),
        (6, "This is not an amount in whole cents; the row was not taken in."),
        (7, "The date is in the future (today is 2026-07-01); the row was taken in as it is."),
        (7, "The service is later than the day it was entered; the row was taken in as it is."),
        (8, "The charge is negative; it was taken in as a reversal or void."),
        (9, "This is not a number; the row was not taken in."),
        (10, "The row has more cells than there are headings (8); it was not taken in."),
        (11, "This does not look like a code: a spreadsheet may have turned it into a number."),
    }
    problem = next(p for p in reading.problems if p.line == 4)
    assert (problem.file, problem.column, problem.value) == ("bad_rows.csv", "DOS", "02/30/2026")
    assert "import the file again" in problem.advice


def test_semicolons_decimal_commas_and_day_first_dates():
    reading = sample("semicolons.csv")
    rows = reading.tables["charges"].assign(
        dos=lambda f: f["dos"].dt.strftime("%Y-%m-%d"), post_date=lambda f: f["post_date"].dt.strftime("%Y-%m-%d")
    )
    assert rows[["claim_id", "dos", "post_date", "code", "charge"]].values.tolist() == [
        ["0012", "2025-02-13", "2025-03-03", "0075T", 123450],
        ["0013", "2025-02-04", "2025-03-05", "12E3", 8000],
    ]
    told = {problem for _, problem in found(reading, "note")}
    assert "The dates of this column are day first, and were read so." in told
    assert "This column writes cents after a comma and was read so." in told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_and_delimiters(tmp_path, encoding, delimiter):
    text = PLAIN.replace("Blue Harbor", "Société").replace(",", delimiter)
    path = csv(tmp_path, text, encoding)
    assert kind_of(path) == "charges"
    reading = read(path)
    assert columns(reading, "payer", "charge") == [["Société", 1000]]
    told = any("cp1252" in problem for _, problem in found(reading, "note"))
    assert told == (encoding == "cp1252")


def test_lines_are_counted_through_quoted_line_breaks(tmp_path):
    text = 'Claim ID,DOS,Payer,Code,Charge\nC1,3/2/2026,"Blue\nHarbor",G0438,10\nC2,3/2/2026,B,G0438,oops\n'
    reading = read(csv(tmp_path, text))
    assert columns(reading, "payer") == [["Blue Harbor"]]
    assert [p.line for p in reading.problems if p.column == "Charge"] == [4]


def test_an_unclosed_quotation_mark_is_named_with_the_lines_it_swallows(tmp_path):
    text = PLAIN + 'C2,3/2/2026,"B,G0438,20\nC3,3/2/2026,B,G0438,30\n'
    reading = read(csv(tmp_path, text))
    assert columns(reading, "claim_id") == [["C1"]]
    assert (3, "A quotation mark opened here is never closed; lines 3 to 4 were not taken in.") in found(
        reading, "data"
    )


def test_without_line_numbers_lines_are_counted_and_look_alikes_told(tmp_path):
    row = "C1,03/02/2026,Blue Harbor,G0438,10.00\n"
    reading = read(csv(tmp_path, PLAIN + row))
    assert columns(reading, "claim_id", "line_id") == [["C1", "1"], ["C1", "2"]]
    assert [line for line, problem in found(reading, "data") if "exactly the same" in problem] == [3]


def test_two_columns_that_could_be_the_same_field_are_told(tmp_path):
    text = "Claim ID,DOS,Payer,Code,Charge,Billed\nC1,3/2/2026,B,G0438,10,12\n"
    reading = read(csv(tmp_path, text))
    assert columns(reading, "charge") == [[1000]]
    assert any("“Billed” could be it too" in problem for _, problem in found(reading, "data"))
    assert columns(read(csv(tmp_path, text), mapping={"Billed": "charge"}), "charge") == [[1200]]


def test_more_than_four_modifiers(tmp_path):
    text = "Claim ID,DOS,Payer,Code,Charge,Modifiers\nC1,3/2/2026,B,G0438,10,25 59 LT 76 GT\n"
    reading = read(csv(tmp_path, text))
    assert columns(reading, "mod1", "mod2", "mod3", "mod4") == [["25", "59", "LT", "76"]]
    assert any("more than four modifiers" in problem for _, problem in found(reading, "data"))


def test_unknown_headings_and_the_mapping_that_helps(tmp_path):
    path = SAMPLES / "own_headings.csv"
    with pytest.raises(CannotRead, match=r"own_headings\.csv is not a file that is known here.*“Aa”"):
        read_file(path)
    with pytest.raises(CannotRead) as error:
        read_file(path, kind="charges")
    message = str(error.value)
    assert "no column for “Date of service”, “Code”, “Charge”" in message
    assert '{"Aa": "", "Bb": "", "Cc": "", "Dd": "", "Ee": ""}' in message
    mapping = {"Aa": "claim_id", "Bb": "dos", "Cc": "payer", "Dd": "code", "Ee": "charge"}
    reading = read_file(path, mapping=mapping, today=TODAY)
    assert columns(reading, "claim_id", "code", "charge") == [["00017", "G0438", 20000]]
    beside = csv(tmp_path, path.read_text())
    csv(tmp_path, str(mapping).replace("'", '"'), name="mapping.json")
    assert columns(read_file(beside, today=TODAY), "charge") == [[20000]]


def test_a_mapping_to_a_field_that_does_not_exist():
    with pytest.raises(CannotRead, match="The mapping names “fee_amount”, which is no field"):
        read_file(SAMPLES / "own_headings.csv", mapping={"Ee": "fee_amount"})


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"PK\x03\x04 not a workbook", "cannot be read as a workbook"),
        (bytes(range(256)) * 20, "not a file that is known"),
        (b"just a letter\nwith lines\n", "not a file that is known"),
    ],
)
def test_files_that_are_something_else(tmp_path, content, message):
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    with pytest.raises(CannotRead, match=message):
        read_file(path)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(CannotRead, match="is not there"):
        read_file(tmp_path / "gone.csv")


def test_a_workbook_with_titles_numbers_and_serial_dates(tmp_path):
    path = tmp_path / "export.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("About").write(0, 0, "Made by the PM system")
        sheet = book.add_worksheet("Charges")
        as_day = book.add_format({"num_format": "mm/dd/yyyy"})
        sheet.write(0, 0, "Charge detail")
        sheet.write_row(2, 0, ["Claim ID", "Line", "DOS", "Post Date", "Payer", "Code", "Modifier", "Charge"])
        sheet.write_row(3, 0, [1001, 1, "", 46084, "Blue Harbor", 12345, 25, 45.1])  # 46084 is 3 March 2026
        sheet.write_datetime(3, 2, datetime(2026, 3, 2), as_day)
        sheet.write_row(4, 0, ["0012", 2, "3/2/2026", "", "Blue Harbor", "0075T", "", 10.005])
    assert kind_of(path) == "charges"
    reading = read(path)
    rows = reading.tables["charges"].assign(post_date=lambda f: f["post_date"].dt.strftime("%Y-%m-%d"))
    assert rows[["claim_id", "line_id", "code", "mod1", "charge", "post_date"]].values.tolist() == [
        ["1001", "1", "12345", "25", 4510, "2026-03-03"]
    ]
    assert (5, "This is not an amount in whole cents; the row was not taken in.") in found(reading, "data")
    assert any("not About" in problem for _, problem in found(reading, "note"))


def test_one_problem_on_many_rows_is_summed_up_with_its_lines(tmp_path):
    text = PLAIN + "".join(f"D{n},03/02/2026,Blue Harbor,G0438,free\n" for n in range(30))
    problems = [p for p in read(csv(tmp_path, text)).problems if "whole cents" in p.problem]
    assert [p.line for p in problems[:20]] == list(range(3, 23))
    assert len(problems) == 21
    assert problems[20].problem.startswith("The same on 10 more rows, lines 23–32:")


claims = st.lists(
    st.tuples(
        st.sampled_from(["C1", "C2", "C3", ""]),
        st.sampled_from(["1", "2"]),
        st.sampled_from(["03/02/2026", "13/45/2026"]),
        st.integers(-5_000, 500_000),
    ),
    max_size=15,
)


@given(claims)
def test_charges_in_are_charges_out_or_reported(tmp_path_factory, given_rows):
    """Every cent of the file is either in the table or on a line that a problem says was left out."""
    text = "Claim ID,Line,DOS,Payer,Code,Charge\n" + "".join(
        f"{claim},{line},{dos},Blue Harbor,G0438,{cents / 100:.2f}\n" for claim, line, dos, cents in given_rows
    )
    reading = read(csv(tmp_path_factory.mktemp("p"), text))
    left_out = {
        p.line for p in reading.problems if "was not taken in" in p.problem or "a total, not a charge" in p.problem
    }
    reported = sum(row[3] for line, row in enumerate(given_rows, 2) if line in left_out)
    assert sum(row[3] for row in given_rows) == reading.tables["charges"]["charge"].sum() + reported
    assert len(given_rows) == len(reading.tables["charges"]) + len(left_out)


def test_a_modifier_in_the_code_cell_is_parted_and_told(tmp_path):
    text = (
        "Claim ID,DOS,Payer,Code,Mod 1,Charge\n"
        "C1,3/2/2026,B,G0438-25,,10\n"
        "C2,3/2/2026,B,g0439 26,,10\n"
        "C3,3/2/2026,B,G0438-25,59,10\n"
        "C4,3/2/2026,B,G0438-251,,10\n"
        "C5,3/2/2026,B,12345-6789-01,,10\n"
        "C6,3/2/2026,B,G0439,,10\n"
    )
    reading = read(csv(tmp_path, text))
    assert columns(reading, "mod2")[2] == ["59"]
    assert columns(reading, "code", "mod1") == [
        ["G0438", "25"], ["G0439", "26"], ["G0438", "25"], ["G0438-251", ""], ["12345-6789-01", ""], ["G0439", ""]
    ]  # fmt: skip
    told = [p for p in reading.problems if "stand in one cell" in p.problem]
    assert [(p.severity, p.line, p.column, p.value) for p in told] == [
        ("note", 2, "Code", "G0438 25"), ("note", 3, "Code", "G0439 26"), ("note", 4, "Code", "G0438 25")
    ]  # fmt: skip


def test_places_of_service_of_one_digit_are_told_once_and_not_mended(tmp_path):
    path = tmp_path / "export.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Claim ID", "DOS", "Payer", "Code", "POS", "Charge"])
        for row, place in enumerate(("11", 2, "2", ""), 1):
            sheet.write_row(row, 0, [f"C{row}", "2026-03-02", "B", "G0438", place, 10])
    reading = read(path)
    assert columns(reading, "pos") == [["11"], ["2"], ["2"], [""]]
    told = [p for p in reading.problems if "place of service" in p.problem]
    assert [(p.severity, p.line, p.column, p.value) for p in told] == [("data", 3, "POS", "2")]
    assert "2 rows have one" in told[0].problem
