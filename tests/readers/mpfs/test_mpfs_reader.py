"""CMS's files, in their own layout, re-saved and broken."""

import csv
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from mpfs_files import GPCI_2025, RVU_2025, SAMPLES, file_2026

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Severity
from medoffice_xl.readers.file import File
from medoffice_xl.readers.mpfs import KIND, read, recognises
from medoffice_xl.readers.recognise import kind_of, kinds


def test_relative_values_are_found_by_their_headings() -> None:
    rvus = read(RVU_2025).tables["mpfs"]
    row = rvus[(rvus["code"] == "G0402")].iloc[0]
    assert (row["year"], row["status"], row["mod"], row["cf"]) == (2025, "A", "", 32.3465)
    # domain figures: 160.76 non-facility, 125.83 facility at 32.3465 a unit
    assert round(row["work"] + row["pe_nf"] + row["mp"], 2) == round(160.76 / 32.3465, 2)
    assert round(row["work"] + row["pe_f"] + row["mp"], 2) == round(125.83 / 32.3465, 2)
    assert str(row["effective"].date()) == "2025-10-01"


def test_every_row_of_the_file_is_taken() -> None:
    with RVU_2025.open(encoding="latin-1", newline="") as file:
        codes = [row[0] for row in csv.reader(file)][10:]
    reading = read(RVU_2025)
    assert reading.tables["mpfs"]["code"].tolist() == codes
    assert reading.problems == []


def test_components_stand_beside_the_global_row() -> None:
    rvus = read(RVU_2025).tables["mpfs"]
    assert sorted(rvus[rvus["code"] == "G0130"]["mod"]) == ["", "26", "TC"]


def test_localities_keep_their_zeros() -> None:
    gpci = read(GPCI_2025).tables["gpci"]
    assert len(gpci) == 109
    alaska = gpci[gpci["locality_key"] == "02102-01"].iloc[0]
    assert (alaska["name"], alaska["work"], alaska["pe"], alaska["mp"]) == ("ALASKA", 1.5, 1.081, 0.592)


def test_a_resaved_file_without_zeros_is_recognised_and_said(tmp_path: Path) -> None:
    with GPCI_2025.open(encoding="latin-1", newline="") as file:
        rows = list(csv.reader(file))
    resaved = tmp_path / "GPCI2025.csv"
    with resaved.open("w", newline="") as file:
        csv.writer(file).writerows(
            [row[0].lstrip("0"), row[1], row[2].lstrip("0") or "0", *row[3:]] if row[0].isdigit() else row
            for row in rows
        )
    reading = read(resaved)
    assert sorted(reading.tables["gpci"]["locality_key"]) == sorted(read(GPCI_2025).tables["gpci"]["locality_key"])
    assert [problem.severity for problem in reading.problems] == [Severity.NOTE]
    assert "leading zeros" in reading.problems[0].problem


def test_the_column_more_of_2026_and_its_two_files(tmp_path: Path) -> None:
    plain = read(file_2026(tmp_path, "PPRRVU2026_Jul_nonQPP.csv", "33.4009")).tables["mpfs"].iloc[0]
    qualified = read(file_2026(tmp_path, "PPRRVU2026_Jul_QPP.csv", "33.5675")).tables["mpfs"].iloc[0]
    assert (plain["program"], plain["cf"], plain["endo_base"], plain["team"]) == ("non-QP", 33.4009, "", "0")
    assert (qualified["program"], qualified["cf"]) == ("QP", 33.5675)
    assert str(plain["effective"].date()) == "2026-07-01"


def test_the_zip_is_read_as_it_is(tmp_path: Path) -> None:
    archive = tmp_path / "rvu25d.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in SAMPLES.glob("*.csv"):
            file.write(path, f"RVU25D/{path.name}")
        file.writestr("RVU25D/RVU25D.pdf", b"%PDF")
    tables = read(archive).tables
    assert {name: len(frame) for name, frame in tables.items()} == {
        "mpfs": 5183,
        "gpci": 109,
        "conversion_factors": 110,
        "localities": 110,
    }
    assert recognises(File(archive)) == 100
    assert kind_of(archive) == KIND


def test_a_workbook_is_read_too(tmp_path: Path) -> None:
    book = tmp_path / "GPCI2025.xlsx"
    with GPCI_2025.open(encoding="latin-1", newline="") as file, xlsxwriter.Workbook(book) as workbook:
        sheet = workbook.add_worksheet()
        for number, row in enumerate(csv.reader(file)):
            sheet.write_row(number, 0, [float(cell) if cell.isdigit() else cell for cell in row])
    assert kind_of(book) == KIND
    assert not File(book).is_zip
    keys = read(book).tables["gpci"]["locality_key"]
    assert "01112-05" in set(keys)


def test_a_code_that_became_a_number_gets_its_zeros_back_and_a_note(tmp_path: Path) -> None:
    path = file_2026(tmp_path, "PPRRVU2026_Jul_nonQPP.csv", "33.4009")
    path.write_text(path.read_text().replace("G0438,", "438,"))
    reading = read(path)
    assert reading.tables["mpfs"]["code"].tolist() == ["00438"]
    assert "leading zeros" in reading.problems[0].problem


def test_parts_that_do_not_add_up_cost_money_and_are_said(tmp_path: Path) -> None:
    path = file_2026(tmp_path, "PPRRVU2026_Jul_nonQPP.csv", "33.4009")
    path.write_text(path.read_text().replace("5.22", "5.23"))
    (problem,) = read(path).problems
    assert problem.severity is Severity.MONEY
    assert (problem.line, problem.value) == (9, "5.23")


def test_a_row_with_a_broken_number_is_left_out_and_said(tmp_path: Path) -> None:
    path = file_2026(tmp_path, "PPRRVU2026_Jul_nonQPP.csv", "33.4009")
    path.write_text(path.read_text().replace(",2.60,", ",2.6o,"))
    reading = read(path)
    assert reading.tables["mpfs"].empty
    assert reading.problems[0].value == "2.6o"


def test_another_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "charges.csv"
    path.write_text("Claim,Charge\n1,2\n")
    assert not recognises(File(path))
    with pytest.raises(CannotRead, match="physician fee schedule"):
        read(path)


def test_every_file_of_cms_is_recognised_among_the_others() -> None:
    assert KIND in kinds()
    assert {kind_of(path) for path in SAMPLES.glob("*.csv")} == {KIND}


def test_a_file_that_lost_a_column_names_it(tmp_path: Path) -> None:
    path = file_2026(tmp_path, "PPRRVU2026_Jul_nonQPP.csv", "33.4009")
    path.write_text(path.read_text().replace(",WORK,", ",WURK,"))
    with pytest.raises(CannotRead, match="WORKRVU"):
        read(path)


def test_a_file_without_a_year_is_refused(tmp_path: Path) -> None:
    path = file_2026(tmp_path, "schedule.csv", "33.4009")
    path.write_text(path.read_text().replace("2026 National", "National"))
    with pytest.raises(CannotRead, match="which year"):
        read(path)
