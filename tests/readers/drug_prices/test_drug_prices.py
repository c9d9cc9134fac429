"""CMS's payment limits of drugs: in their own layouts, in their zip, re-saved and broken."""

import zipfile
from datetime import date

import pytest
import xlsxwriter
from drug_price_files import APRIL, HEADINGS_2022, NAME, NEIGHBOURS, cms_zip, drug_file, text

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Severity
from medoffice_xl.readers.drug_prices import KIND, read, recognises
from medoffice_xl.readers.drug_prices.quarter import quarter
from medoffice_xl.readers.file import File
from medoffice_xl.readers.recognise import kind_of, kinds, read_cms_file, read_file


def rows(reading):
    frame = reading.tables["drug_prices"]
    return [
        (code, dosage, limit, str(first.date()), str(last.date()))
        for code, dosage, limit, first, last in frame[
            ["code", "dosage", "payment_limit", "effective", "end"]
        ].itertuples(index=False)
    ]


def told(reading):
    return [(problem.line, problem.column, problem.value, problem.severity) for problem in reading.problems]


def test_limits_are_found_by_their_headings(tmp_path):
    path = drug_file(tmp_path, "J1100,1 MG,0.123", 'Q5101,X,"10 MG, VIAL","$1,234.567",20.000,,,,,,see note')
    reading = read(path)
    assert rows(reading) == [
        ("J1100", "1 MG", 0.123, "2026-01-01", "2026-03-31"),
        ("Q5101", "10 MG, VIAL", 1234.567, "2026-01-01", "2026-03-31"),
    ]
    assert reading.problems == []
    assert (reading.kind, reading.file) == (KIND, NAME)


def test_descriptions_stay_behind(tmp_path):
    reading = read(drug_file(tmp_path, "J1100,Invented words,1 MG,0.123,20.000,,,,,,Invented note"))
    assert "Invented" not in reading.tables["drug_prices"].to_csv()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
def test_the_encodings_that_cms_uses(tmp_path, encoding):
    reading = read(drug_file(tmp_path, "J1100,1\u00a0MG\u00a0,0.123\u00a0", encoding=encoding))
    assert rows(reading) == [("J1100", "1 MG", 0.123, "2026-01-01", "2026-03-31")]
    assert reading.problems == []


def test_the_layout_without_coinsurance_and_without_a_period(tmp_path):
    name = "section 508 version of July 2022 ASP Pricing File updated 060223.csv"
    path = drug_file(tmp_path, "J1100,1 MG,0.123", name=name, headings=HEADINGS_2022, effective="")
    assert rows(read(path)) == [("J1100", "1 MG", 0.123, "2022-07-01", "2022-09-30")]


def test_columns_in_another_order(tmp_path):
    path = tmp_path / NAME
    path.write_text("April 2026 payment limits,,\nPayment Limit,HCPCS Code Dosage,HCPCS Code\n0.5,1 MG,J1100\n")
    assert rows(read(path)) == [("J1100", "1 MG", 0.5, "2026-04-01", "2026-06-30")]


def test_a_workbook_with_the_limits_on_its_second_sheet(tmp_path):
    path = tmp_path / "January 2026 ASP Pricing File.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Read me").write(0, 0, "Read me")
        sheet = book.add_worksheet("ASP")
        sheet.write(0, 0, "Payment Allowance Limits for Medicare Part B Drugs")
        sheet.write(1, 0, "Effective January 1, 2026 through March 31, 2026")
        sheet.write_row(8, 0, ["HCPCS Code", "Short Description", "HCPCS Code Dosage", "Payment Limit"])
        sheet.write_row(9, 0, ["J1100", "X", "1 MG", 12.345])
        sheet.write_row(10, 0, ["J1101", "X", "1 MG", "none"])
    assert kind_of(path) == KIND
    reading = read(path)
    assert rows(reading) == [("J1100", "1 MG", 12.345, "2026-01-01", "2026-03-31")]
    assert told(reading) == [(11, "HCPCS Code", "J1101", Severity.DATA)]


def test_rows_that_cannot_be_priced_are_named_with_line_column_and_value(tmp_path):
    path = drug_file(
        tmp_path,
        "J1100,1 MG,12.345",  # line 10
        "J1101,1 MG,",
        "J1102,1 MG,N/A",
        "J1103,1 MG,12.3.4",
        "J1104,1 MG,-1.000",
        "J1105,1 MG,0.000",
        "J1100,1 MG,99.999",
        "591,1 MG,7.000",
        "J11000,1 MG,7.000",
        '"Note: a footnote",,,,,,,,,,',
    )
    reading = read(path)
    assert [row[:3] for row in rows(reading)] == [("J1100", "1 MG", 12.345), ("00591", "1 MG", 7.0)]
    assert told(reading) == [
        (11, "HCPCS Code", "J1101", Severity.DATA),
        (12, "HCPCS Code", "J1102", Severity.DATA),
        (13, "Payment Limit", "12.3.4", Severity.MONEY),
        (14, "Payment Limit", "-1.000", Severity.MONEY),
        (15, "Payment Limit", "0.000", Severity.MONEY),
        (16, "HCPCS Code", "J1100", Severity.DATA),
        (17, "HCPCS Code", "591", Severity.NOTE),
        (18, "HCPCS Code", "J11000", Severity.DATA),
    ]
    assert all(problem.file == NAME and problem.advice for problem in reading.problems)


def test_lines_are_counted_as_the_file_shows_them(tmp_path):
    path = tmp_path / NAME
    path.write_text(
        '"A title\nof two lines",,,\nJanuary 2026,,,\nHCPCS Code,X,HCPCS Code Dosage,Payment Limit\n'
        "J1100,X,1 MG,1.000\n\nJ1,X,1 MG,1.000\n"
    )
    assert [(problem.line, problem.value) for problem in read(path).problems] == [(7, "J1")]


@pytest.mark.parametrize(
    ("title", "names", "first", "last"),
    [
        ("Effective October 1, 2026 through December 31, 2026", (), date(2026, 10, 1), date(2026, 12, 31)),
        ("EFFECTIVE\u00a0January 1, 2024 to March 31, 2024", (), date(2024, 1, 1), date(2024, 3, 31)),
        ("Effective January 1, 2026 through March 31, 2026", ("April 2026.csv",), date(2026, 1, 1), date(2026, 3, 31)),
        ("July 2023 ASP Pricing File", ("limits.csv",), date(2023, 7, 1), date(2023, 9, 30)),
        ("Limits", ("oct-2025-asp-pricing-file.csv",), date(2025, 10, 1), date(2025, 12, 31)),
        ("Limits", ("ASP_Apr2021.csv",), date(2021, 4, 1), date(2021, 6, 30)),
        ("Limits", ("limits.csv", "January 2026 ASP.zip"), date(2026, 1, 1), date(2026, 3, 31)),
        ("From January 2026; was October 2025", ("January 2026.csv",), date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_the_quarter(title, names, first, last):
    of = quarter(title, *names)
    assert (of.first, of.last) == (first, last)


def test_a_file_that_says_no_quarter_is_refused(tmp_path):
    path = drug_file(tmp_path, "J1100,1 MG,0.123", name="limits.csv", effective="")
    assert kind_of(path) == KIND
    with pytest.raises(CannotRead, match="does not say for which quarter"):
        read(path)


@pytest.mark.parametrize("wrong", ["Smarch 1, 2026 through March 31, 2026", "March 31, 2026 through January 1, 2026"])
def test_a_period_that_is_none_is_refused(tmp_path, wrong):
    with pytest.raises(CannotRead, match="is no period"):
        read(drug_file(tmp_path, "J1100,1 MG,0.123", effective=f"Effective {wrong}"))


def test_the_zip_is_read_as_it_is_and_says_what_it_left_alone(tmp_path):
    path = cms_zip(tmp_path, {f"folder/{NAME}": text("J1100,1 MG,12.345", "J1101,1 MG,N/A")})
    assert recognises(File(path)) == 100
    assert kind_of(path) == KIND
    reading = read(path)
    assert rows(reading) == [("J1100", "1 MG", 12.345, "2026-01-01", "2026-03-31")]
    bad, left = reading.problems
    assert (bad.file, bad.line, bad.value) == (path.name, 11, "J1101")
    assert (left.severity, left.file) == (Severity.NOTE, path.name)
    read_from, left_alone = left.problem.split("Left alone")
    assert NAME in read_from
    assert all(name in left_alone for name in NEIGHBOURS)


def test_the_workbook_beside_the_csv_says_the_same_and_is_left_alone(tmp_path):
    book = drug_book(tmp_path)
    path = cms_zip(tmp_path, {NAME: text("J1100,1 MG,12.345"), "ASP_byHCPCS.xlsx": book})
    reading = read(path)
    assert [row[:3] for row in rows(reading)] == [("J1100", "1 MG", 12.345)]
    assert "ASP_byHCPCS.xlsx" in reading.problems[0].problem
    alone = read(cms_zip(tmp_path, {"ASP_byHCPCS.xlsx": book}, "other.zip"))
    assert [row[:3] for row in rows(alone)] == [("J1200", "1 MG", 1.5)]


def drug_book(folder):
    path = folder / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "January 2026")
        sheet.write_row(1, 0, ["HCPCS Code", "Short Description", "HCPCS Code Dosage", "Payment Limit"])
        sheet.write_row(2, 0, ["J1200", "X", "1 MG", 1.5])
    return path.read_bytes()


def test_two_quarters_in_one_zip_stand_beside_each_other(tmp_path):
    members = {"a.csv": text("J1100,1 MG,12.345"), "b.csv": text("J1100,1 MG,13.000", effective=APRIL)}
    assert [row[2:4] for row in rows(read(cms_zip(tmp_path, members)))] == [
        (12.345, "2026-01-01"),
        (13.0, "2026-04-01"),
    ]


def test_two_files_of_one_quarter_that_differ_are_not_mixed(tmp_path):
    members = {"a.csv": text("J1100,1 MG,12.345", "J1101,1 MG,2.000"), "b.csv": text("J1100,1 MG,12.346")}
    reading = read(cms_zip(tmp_path, members))
    assert [row[:3] for row in rows(reading)] == [("J1100", "1 MG", 12.345), ("J1101", "1 MG", 2.0)]
    assert reading.problems[0].severity is Severity.MONEY
    assert "says otherwise for 2 codes, such as J1100" in reading.problems[0].problem


@pytest.mark.parametrize("name", [name for name in NEIGHBOURS if name.endswith(".csv")])
def test_a_neighbour_of_the_price_file_is_not_taken_for_it(tmp_path, name):
    path = tmp_path / name
    path.write_text(NEIGHBOURS[name])
    for refused in (read_file, read_cms_file):
        with pytest.raises(CannotRead):
            refused(path)
    with pytest.raises(CannotRead, match="no payment limits by HCPCS code"):
        read_file(path, KIND)


def test_a_neighbour_with_cmss_title_is_told_what_it_lacks(tmp_path):
    name, content = next(iter(NEIGHBOURS.items()))
    path = tmp_path / name
    path.write_text(content)
    for refused in (read_file, read_cms_file):
        with pytest.raises(CannotRead, match="not otherwise classified"):
            refused(path)


def test_a_payers_own_list_is_not_taken_for_cmss(tmp_path):
    path = tmp_path / "rates.csv"
    path.write_text("HCPCS Code,Modifier,Payment Limit\nJ1100,,12.00\n")
    assert not recognises(File(path))


def test_a_zip_with_nothing_of_cms_is_refused_in_words(tmp_path):
    with pytest.raises(CannotRead, match="Unpack it"):
        kind_of(cms_zip(tmp_path, {}))


def test_a_damaged_or_locked_member_is_refused_in_words(tmp_path):
    path = cms_zip(tmp_path, {NAME: text(*(f"J{number:04d},1 MG,1.000" for number in range(500)))})
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        start = archive.getinfo(NAME).header_offset + 30 + len(NAME)
    content[start : start + 200] = bytes(200)
    path.write_bytes(content)
    with pytest.raises(CannotRead, match="damaged or locked"):
        read(path)


def damaged(path, place, value):
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + place] = value
    path.write_bytes(content)
    return path


def test_a_zip_with_a_damaged_list_of_members_is_refused_in_words(tmp_path):
    """The version that is needed to unpack, in the first entry of the list."""
    with pytest.raises(CannotRead, match="Download"):
        read_file(damaged(cms_zip(tmp_path, {NAME: text("J1100,1 MG,12.345")}), 6, 242))


def test_one_damaged_file_of_the_zip_is_left_out(tmp_path):
    """Where the first member begins: that of drugs without a code of their own."""
    reading = read_file(damaged(cms_zip(tmp_path, {NAME: text("J1100,1 MG,12.345")}), 45, 0x7F))
    assert len(reading.tables["drug_prices"]) == 1
    assert [problem.problem for problem in reading.problems if problem.severity is Severity.DATA] == [
        "One file of the zip was left out: section 508 version of January 2026 NOC Pricing File 121725.csv "
        "in the zip is damaged or locked. Download the zip again."
    ]


def test_a_member_beyond_the_size_limit_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("medoffice_xl.readers.cms_zip.LARGEST_TEXT", 100)
    with pytest.raises(CannotRead, match="no payment limits"):
        read(cms_zip(tmp_path, {NAME: text("J1100,1 MG,12.345")}))


def test_it_is_a_kind_of_its_own_and_the_cms_button_takes_it(tmp_path):
    assert KIND in kinds()
    path = drug_file(tmp_path, "J1100,1 MG,12.345")
    assert rows(read_file(path)) == rows(read_file(path, KIND)) == rows(read_cms_file(path))
