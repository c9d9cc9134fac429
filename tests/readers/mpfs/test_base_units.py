"""CMS's list of anesthesia base units, with invented codes."""

import zipfile

import pytest
import xlsxwriter

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Severity
from medoffice_xl.readers.file import File
from medoffice_xl.readers.mpfs import KIND, read, recognises
from medoffice_xl.readers.recognise import kind_of, read_cms_file

TITLE = "2024 Anesthesia Base Units by CPT Code\n\n"
NAME = "2024 anesthesia base units by CPT code.csv"


def units(path):
    frame = read(path).tables["base_units"]
    return [
        (code, units, str(day.date()))
        for code, units, day in frame[["code", "base_units", "effective"]].itertuples(index=False)
    ]


def listed(folder, content, name=NAME):
    path = folder / name
    path.write_text(content)
    return path


def workbook(folder, title="Anesthesia base units, effective January 1, 2024", name="units.xlsx"):
    path = folder / name
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, title)
        sheet.write_row(2, 0, ["CODE", "Base Unit"])
        sheet.write_row(3, 0, ["X0100", 5])
        sheet.write_row(4, 0, ["X0101", 7.0])
    return path


def test_a_title_then_codes_and_units(tmp_path):
    path = listed(tmp_path, TITLE + "CODE,2024 Base Unit\nX0100,5\nX0101,7\n")
    assert units(path) == [("X0100", 5.0, "2024-01-01"), ("X0101", 7.0, "2024-01-01")]
    assert read(path).problems == []
    assert kind_of(path) == KIND
    assert read_cms_file(path).tables.keys() == {"base_units"}


def test_the_workbook_whose_title_has_commas(tmp_path):
    path = workbook(tmp_path)
    assert kind_of(path) == KIND
    assert units(path) == [("X0100", 5.0, "2024-01-01"), ("X0101", 7.0, "2024-01-01")]


def test_the_zip(tmp_path):
    path = tmp_path / "2024-anesthesia-base-units-cpt-code.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(workbook(tmp_path), "2024 Anesthesia BaseUnits CPT.xlsx")
    assert recognises(File(path)) == 100
    assert kind_of(path) == KIND
    assert [row[:2] for row in units(path)] == [("X0100", 5.0), ("X0101", 7.0)]


@pytest.mark.parametrize(
    ("content", "name", "year"),
    [
        ("CPT Code,2023 Base Units\nX0100,5\n", "units of 2022.csv", "2023"),
        ("Units of 2022\nCPT Code,Description,Base Units\nX0100,X,5\n", "2021.csv", "2022"),
        ("HCPCS,ANESTHESIA BASE UNITS\nX0100,5\n", "2013_Anesthesia_BaseUnits_CPT.csv", "2013"),
    ],
)
def test_the_year_is_the_headings_or_the_titles_or_the_files(tmp_path, content, name, year):
    assert units(listed(tmp_path, content, name)) == [("X0100", 5.0, f"{year}-01-01")]


def test_a_column_a_year(tmp_path):
    path = listed(tmp_path, "CODE,2023 Base Unit,2024 Base Unit\nX0100,5,6\nX0101,,7\n")
    assert units(path) == [("X0100", 5.0, "2023-01-01"), ("X0100", 6.0, "2024-01-01"), ("X0101", 7.0, "2024-01-01")]


def test_a_list_without_a_year_is_refused(tmp_path):
    path = listed(tmp_path, "CODE,Base Unit\nX0100,5\n", "units.csv")
    with pytest.raises(CannotRead, match="which year"):
        read(path)


def test_codes_that_became_numbers_get_their_zeros_back_and_one_note(tmp_path):
    reading = read(listed(tmp_path, TITLE + "CODE,Base Unit\n9,5\n0010,6\n"))
    assert reading.tables["base_units"]["code"].tolist() == ["00009", "00010"]
    (note,) = reading.problems
    assert (note.severity, note.line, note.value) == (Severity.NOTE, 4, "9")
    assert "9 as 00009" in note.problem


def test_rows_that_cannot_be_used_are_named(tmp_path):
    body = "X0100,5\nX0101,five\nX0102,\nX0100,6\nX01,7\nA footnote,\n"
    reading = read(listed(tmp_path, TITLE + "CODE,Base Unit\n" + body))
    assert reading.tables["base_units"]["code"].tolist() == ["X0100"]
    told = {(problem.line, problem.column, problem.value) for problem in reading.problems}
    assert told == {
        (5, "Base Unit", "five"),
        (6, "CODE", "X0102"),
        (7, "CODE", "X0100"),
        (8, "CODE", "X01"),
    }


def test_a_charge_export_with_base_units_is_none(tmp_path):
    path = tmp_path / "charges.csv"
    path.write_bytes(b"Claim ID,Service Date,Insurance,CPT,Base Units,Charge\nC1,06/01/2026,X,X0100,5,90.00\n")
    assert not recognises(File(path))


@pytest.mark.parametrize(
    "headings",
    [
        "CODE,2022\n,BASE\n,UNIT\n",
        ",2022\n,BASE\nCODE,UNIT\n",
        "CODE,2022 BASE\n,UNITS\n",
        "CPT,2022\nCODE,Base Unit\n",
    ],
)
def test_headings_stacked_over_several_rows(tmp_path, headings):
    path = listed(tmp_path, headings + "X0100,5\n100,7\n", "anesthesia.csv")
    assert kind_of(path) == KIND
    assert units(path) == [("X0100", 5.0, "2022-01-01"), ("00100", 7.0, "2022-01-01")]


def test_the_year_of_the_zip(tmp_path):
    path = tmp_path / "2023-anesthesia-base-units-cpt-code.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("Anesthesia BaseUnits.csv", "CODE,BASE UNIT\nX0100,5\n")
    assert units(path) == [("X0100", 5.0, "2023-01-01")]
