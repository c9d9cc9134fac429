"""The list of registered patients: what is kept of it, and what never is."""

from datetime import date

import pytest

from medoffice_xl.areas.marketing.registrations_file import read
from medoffice_xl.areas.marketing.zip3 import LOW_POPULATION, zip3_of
from medoffice_xl.readers.recognise import kind_of

TODAY = date(2026, 10, 1)
HEADER = "Patient ID,Patient Name,DOB,Sex,ZIP,Primary Insurance,Referral Source,Referring Provider,First Visit"


def file_of(folder, *rows, header=HEADER):
    path = folder / "patients.csv"
    path.write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")
    return path


def rows_of(path):
    return read(path, today=TODAY).tables["registrations"]


def test_a_patient_without_name_birth_date_and_zip(tmp_path):
    path = file_of(tmp_path, '00017,"Doe, Jane",03/04/1950,F,69101-2203,Acme,Radio,,09/30/2026')
    assert kind_of(path) == "registrations"
    reading = read(path, today=TODAY)
    (row,) = reading.tables["registrations"].to_dict("records")
    assert {**row, "first_visit": str(row["first_visit"].date())} == {
        "account": "00017", "first_visit": "2026-09-30", "age_band": "75-84", "sex": "female", "zip3": "691",
        "payer": "Acme", "source": "Radio", "referrer": "",
    }  # fmt: skip
    told = " ".join(str(problem) for problem in reading.problems)
    assert "Left out to keep patients private: Patient Name" in told
    assert "Of DOB, ZIP only the age band (on 09/30/2026" in told
    for secret in ("Doe", "1950", "69101"):
        assert secret not in told


@pytest.mark.parametrize(
    ("born", "band"),
    [
        ("09/30/2021", "5-17"), ("10/01/2021", "0-4"),  # 5 on the day, the day before it
        ("09/30/2008", "18-34"), ("10/01/2008", "5-17"),
        ("09/30/1991", "35-49"), ("10/01/1991", "18-34"), ("09/30/1976", "50-64"), ("10/01/1976", "35-49"),
        ("09/30/1961", "65-74"), ("10/01/1961", "50-64"), ("09/30/1951", "75-84"), ("10/01/1951", "65-74"),
        ("09/30/1941", "85+"), ("10/01/1941", "75-84"), ("1945-03-01", "75-84"), ("19450301", "75-84"),
        ("3/1/45", "75-84"), ("3/1/26", "0-4"), ("09/30/2026", "0-4"),
    ],
)  # fmt: skip
def test_ages_are_those_of_the_latest_day_in_the_file(tmp_path, born, band):
    (row,) = rows_of(file_of(tmp_path, f"1,,{born},,,,Radio,,09/30/2026")).to_dict("records")
    assert row["age_band"] == band


@pytest.mark.parametrize("born", ["10/01/2026", "01/01/1900", "31/31/1980", "unknown"])
def test_a_birth_date_that_is_none_is_told_without_its_text(tmp_path, born):
    reading = read(file_of(tmp_path, f"1,,{born},,,,Radio,,09/30/2026"), today=TODAY)
    assert reading.tables["registrations"]["age_band"].tolist() == [""]
    (problem,) = [each for each in reading.problems if each.severity == "data"]
    assert (problem.line, problem.column, problem.value) == (2, "DOB", "")
    assert born not in str(problem)


def test_importing_it_on_another_day_gives_the_same(tmp_path):
    path = file_of(tmp_path, "1,,10/01/2008,,,,Radio,,09/30/2026")
    later = read(path, today=date(2027, 6, 1)).tables["registrations"]
    assert rows_of(path).equals(later)


def test_a_first_visit_to_come_is_told_and_moves_no_age(tmp_path):
    path = file_of(tmp_path, "1,,10/01/2008,,,,Radio,,09/30/2026", "2,,10/01/2008,,,,Radio,,10/02/2026")
    reading = read(path, today=TODAY)
    assert reading.tables["registrations"]["age_band"].tolist() == ["5-17", "5-17"]
    assert [each.line for each in reading.problems if "in the future" in each.problem] == [3]


@pytest.mark.parametrize(
    ("code", "kept"),
    [("69101", "691"), ("69101-2203", "691"), ("691012203", "691"), ("7302", "073"), ("691", "691"), ("69201", "000"),
     ("03601", "000"), ("3601", "000"), ("89399", "000"), ("89299", "892")],
)  # fmt: skip
def test_zip_codes(code, kept):
    assert zip3_of(code) == kept


def test_seventeen_areas_have_few_people():
    assert len(LOW_POPULATION) == 17


@pytest.mark.parametrize("code", ["ABC", "691011", "12", "K1A 0B1"])
def test_what_is_no_zip_code(code):
    with pytest.raises(ValueError, match=code):
        zip3_of(code)


def test_what_is_no_zip_code_or_sex_is_told_by_its_line(tmp_path):
    reading = read(file_of(tmp_path, "1,,,Q,K1A 0B1,,Radio,,09/30/2026", "2,,,m,69101,,Radio,,09/30/2026",
                           "3,,,Unknown,,,Radio,,09/30/2026"), today=TODAY)  # fmt: skip
    assert reading.tables["registrations"]["sex"].tolist() == ["", "male", ""]
    assert [(each.line, each.column, each.value) for each in reading.problems if each.severity == "data"] == [
        (2, "ZIP", ""), (2, "Sex", ""),
    ]  # fmt: skip


def test_ages_and_bands_in_the_place_of_birth_dates(tmp_path):
    ages = file_of(tmp_path, "1,17,Radio", "2,65 y,Radio", "3,old,Radio", header="MRN,Age,Referral Source")
    assert rows_of(ages)["age_band"].tolist() == ["5-17", "65-74", ""]
    bands = file_of(tmp_path, "1,18 to 34,Radio", "2,85 and over,Radio", header="MRN,Age Group,Referral Source")
    assert rows_of(bands)["age_band"].tolist() == ["18-34", "85+"]


def test_an_account_stands_once_with_its_earliest_first_visit(tmp_path):
    reading = read(file_of(tmp_path, "1,,,,,,Radio,,09/30/2026", "1,,,,,,Friend,,09/01/2026", ",,,,,,Web,,09/01/2026"),
                   today=TODAY)  # fmt: skip
    assert reading.tables["registrations"]["source"].tolist() == ["Friend"]
    assert [each.line for each in reading.problems if "account is empty" in each.problem] == [4]
    assert any("repeat an account" in each.problem for each in reading.problems)
