"""CMS's medically unlikely edits: in their own layout, in their zip, re-saved, and those of hospitals and suppliers."""

from datetime import date

import pytest
import xlsxwriter
from unit_limit_files import APRIL, HOSPITALS, JANUARY, SUPPLIERS, limit_file, limit_zip, text

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Severity
from medoffice_xl.readers.cms_zip import members_of, sheet_of, tables_of
from medoffice_xl.readers.file import File
from medoffice_xl.readers.recognise import kind_of, kinds, read_cms_file, read_file
from medoffice_xl.readers.unit_limits import KIND, read, recognises
from medoffice_xl.readers.unit_limits.quarter import quarter


def rows(reading):
    frame = reading.tables["unit_limits"]
    return [
        (code, units, indicator, str(first.date()), str(last.date()))
        for code, units, indicator, first, last in frame[["code", "units", "indicator", "effective", "end"]].itertuples(
            index=False
        )
    ]


def told(reading):
    return [(problem.line, problem.column, problem.value, problem.severity) for problem in reading.problems]


WINTER = ("2026-01-01", "2026-03-31")


def test_limits_are_found_by_their_headings(tmp_path):
    path = limit_file(tmp_path, "J1100,8,3", "G0438,1,2", "Q5101,1200,1")
    reading = read(path)
    assert rows(reading) == [("J1100", 8, "3", *WINTER), ("G0438", 1, "2", *WINTER), ("Q5101", 1200, "1", *WINTER)]
    assert (reading.kind, reading.file, reading.problems) == (KIND, JANUARY, [])


def test_the_rationale_and_the_notice_stay_behind(tmp_path):
    assert "nvented" not in read(limit_file(tmp_path, "J1100,8,3")).tables["unit_limits"].to_csv()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
def test_the_encodings_that_cms_and_spreadsheets_use(tmp_path, encoding):
    reading = read(limit_file(tmp_path, "J1100,8,3", encoding=encoding))
    assert (rows(reading), reading.problems) == ([("J1100", 8, "3", *WINTER)], [])


def test_columns_in_another_order_and_a_bare_indicator(tmp_path):
    path = tmp_path / "limits.csv"
    path.write_text(
        "Practitioner MUE table,,,\nEffective January 1, 2026,,,\n"
        "MAI,MUE Rationale,Practitioner MUE Values,CPT/HCPCS Code\n3,X,8,J1100\n"
    )
    assert kind_of(path) == KIND
    assert rows(read(path)) == [("J1100", 8, "3", *WINTER)]


def limit_book(folder, name="MCR_MUE_PractitionerServices_Eff_01-01-2026.xlsx", heading="Practitioner Services"):
    path = folder / name
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Read me").write(0, 0, "Read me")
        sheet = book.add_worksheet("MUE")
        sheet.write(0, 0, "A notice,\nof two lines")
        sheet.write_row(
            1, 0, ["HCPCS/\nCPT Code", f"{heading} MUE Values", "MUE Adjudication Indicator", "MUE Rationale"]
        )
        sheet.write_row(2, 0, ["J1100", 8, "3 Date of Service Edit: Clinical", "X"])
        sheet.write_row(3, 0, ["J1101", "many", "1 Line Edit", "X"])
    return path


def test_a_workbook_with_the_limits_on_its_second_sheet(tmp_path):
    path = limit_book(tmp_path)
    assert kind_of(path) == KIND
    reading = read(path)
    assert rows(reading) == [("J1100", 8, "3", *WINTER)]
    assert told(reading) == [(4, "Practitioner Services MUE Values", "many", Severity.DATA)]


def test_bad_rows_are_named_with_line_column_and_value(tmp_path):
    path = limit_file(
        tmp_path,
        "J1100,8,3",  # line 6
        "J1101,,3",
        "J1102,1.5,3",
        "J1103,-1,3",
        "J1104,4,9 Something new",
        "J1105,4,12",
        "J1106,4,",
        "J1100,9,3",
        "591,7,1",
        "J11000,7,1",
        "J1107,0,2",
        '"Note: a footnote",,,',
    )
    reading = read(path)
    units, indicator, code = "Practitioner Services MUE Values", "MUE Adjudication Indicator", "HCPCS/ CPT Code"
    assert [row[:3] for row in rows(reading)] == [("J1100", 8, "3"), ("00591", 7, "1"), ("J1107", 0, "2")]
    assert told(reading) == [
        (7, units, "", Severity.DATA),
        (8, units, "1.5", Severity.DATA),
        (9, units, "-1", Severity.DATA),
        (10, indicator, "9 Something new", Severity.DATA),
        (11, indicator, "12", Severity.DATA),
        (12, indicator, "", Severity.DATA),
        (13, code, "J1100", Severity.DATA),
        (14, code, "591", Severity.NOTE),
        (15, code, "J11000", Severity.DATA),
    ]
    assert all(problem.file == JANUARY and problem.advice for problem in reading.problems)


@pytest.mark.parametrize(
    ("texts", "first", "last"),
    [
        (("", "MCR_MUE_PractitionerServices_Eff_01-01-2026.csv"), date(2026, 1, 1), date(2026, 3, 31)),
        (("", "MCR_MUE_PractitionerServices_Eff_10-01-2025.xlsx"), date(2025, 10, 1), date(2025, 12, 31)),
        (("", "practitionerservicesmuetable-effective-07-01-2026.csv"), date(2026, 7, 1), date(2026, 9, 30)),
        (("Effective April 1, 2026", "limits.csv"), date(2026, 4, 1), date(2026, 6, 30)),
        (("Effective Date: 4/1/2026", "limits.csv"), date(2026, 4, 1), date(2026, 6, 30)),
        (("copyright 2025", "limits.csv", "medicare-ncci-2026-q3-mue.zip"), date(2026, 7, 1), date(2026, 9, 30)),
        # a replacement in the middle of a quarter
        (("", "MUE_Eff_02-15-2026_replacement.csv"), date(2026, 2, 15), date(2026, 3, 31)),
        # the title names two: the file's name decides
        (("Effective 1/1/2026, was effective 10/1/2025", "Eff_01-01-2026.csv"), date(2026, 1, 1), date(2026, 3, 31)),
    ],
)
def test_the_quarter(texts, first, last):
    assert quarter(*texts) == (first, last)


@pytest.mark.parametrize("name", ["limits.csv", "MUE_Eff_13-45-2026.csv", "MUE 2026.csv", "limits-1-1-2026.csv"])
def test_a_file_that_says_no_quarter_is_refused_with_what_to_do(tmp_path, name):
    with pytest.raises(CannotRead, match=rf"{name} does not say from which day .* Keep CMS's file name"):
        read(limit_file(tmp_path, "J1100,8,3", name=name))


@pytest.mark.parametrize(
    ("name", "heading", "whom"),
    [
        (HOSPITALS, "Outpatient Hospital Services MUE Values", "hospitals"),
        (SUPPLIERS, "DME Supplier Services MUE Values", "suppliers of equipment"),
        (HOSPITALS, "MUE Values", "hospitals"),
        # what the columns say counts, not a wrong name
        (JANUARY, "Outpatient Hospital Services MUE Values", "hospitals"),
    ],
)
def test_limits_of_others_are_refused_in_clear_words(tmp_path, name, heading, whom):
    path = limit_file(tmp_path, "J1100,8,3", name=name, heading=heading)
    zipped = limit_zip(tmp_path, {name: path.read_bytes()})
    for refused in (path, zipped):
        for reads in (read_file, read_cms_file):
            with pytest.raises(CannotRead, match=rf"are those of {whom}, not of practitioners\. .* practitioner"):
                reads(refused)


def test_limits_that_do_not_say_whom_they_are_for_are_refused(tmp_path):
    with pytest.raises(CannotRead, match="do not say whom they are for"):
        read(limit_file(tmp_path, "J1100,8,3", name="Eff_01-01-2026.csv", heading="MUE Values"))


def test_medicaids_file_without_an_indicator_is_refused(tmp_path):
    path = tmp_path / "MCD_MUE_PractitionerServices_Eff_01-01-2026.csv"
    path.write_text("HCPCS/CPT Code,Practitioner Services MUE Values,MUE Rationale\nJ1100,8,X\n")
    with pytest.raises(CannotRead, match=r"no column “MUE Adjudication Indicator”.*Medicaid"):
        read_file(path)


def test_the_zip_is_read_as_it_is(tmp_path):
    book = limit_book(tmp_path)
    path = limit_zip(
        tmp_path, {f"folder/{JANUARY}": text("J1100,8,3", "J1101,x,3"), f"folder/{book.name}": book.read_bytes()}
    )
    assert recognises(File(path)) == 100
    assert kind_of(path) == KIND
    reading = read(path)
    assert rows(reading) == [("J1100", 8, "3", *WINTER)]
    assert [(problem.file, problem.line, problem.value) for problem in reading.problems] == [(path.name, 7, "x")]
    alone = limit_zip(tmp_path, {book.name: book.read_bytes()}, "alone.zip")
    assert rows(read_cms_file(alone)) == [("J1100", 8, "3", *WINTER)]


def test_of_a_zip_with_all_three_only_the_practitioners_are_taken(tmp_path):
    path = limit_zip(
        tmp_path,
        {
            HOSPITALS: text("J1100,99,3", heading="Outpatient Hospital Services MUE Values"),
            SUPPLIERS: text("J1100,98,3", heading="DME Supplier Services MUE Values"),
            JANUARY: text("J1100,8,3"),
        },
    )
    assert rows(read(path)) == [("J1100", 8, "3", *WINTER)]


def test_two_quarters_in_one_zip_stand_beside_each_other_and_one_quarter_is_taken_once(tmp_path):
    path = limit_zip(
        tmp_path, {JANUARY: text("J1100,8,3"), f"new/x{JANUARY}": text("J1100,7,3"), APRIL: text("J1100,10,3")}
    )
    reading = read(path)
    assert rows(reading) == [("J1100", 8, "3", *WINTER), ("J1100", 10, "3", "2026-04-01", "2026-06-30")]
    assert [problem.problem for problem in reading.problems] == [
        f"“x{JANUARY}” is of the same quarter as “{JANUARY}”; it was left out."
    ]


def test_a_charge_export_with_units_is_not_taken_for_limits(tmp_path):
    path = tmp_path / "june.csv"
    path.write_text("Claim ID,Service Date,Insurance,HCPCS Code,Units,Charge Amount\nC1,06/01/2026,X,J1100,1,9.00\n")
    assert kind_of(path) == "charges"
    with pytest.raises(CannotRead, match="holds no unit limits by code"):
        read_file(path, KIND)


def test_a_file_of_headings_alone_says_so(tmp_path):
    (problem,) = read(limit_file(tmp_path)).problems
    assert problem.problem == "The file has no unit limits."


def test_it_is_a_kind_of_its_own_and_the_cms_button_takes_it(tmp_path):
    assert KIND in kinds()
    path = limit_file(tmp_path, "J1100,8,3")
    assert rows(read_file(path)) == rows(read_file(path, KIND)) == rows(read_cms_file(path))


def test_a_member_that_turns_out_to_be_another_is_refused_in_words(tmp_path):
    path = limit_zip(tmp_path, {JANUARY: text("J1100,8,3")})
    with members_of(path) as members, pytest.raises(CannotRead, match="has no table that is known here"):
        sheet_of(tables_of(members)[0], lambda grid: False)
