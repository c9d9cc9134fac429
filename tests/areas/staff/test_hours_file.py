"""Payroll's files: hours come in, and nothing else does."""

from pathlib import Path

import pandas as pd
import pytest

from medoffice_xl.errors import CannotRead
from medoffice_xl.intake.take import take_in_all
from medoffice_xl.readers.recognise import read_file

SAMPLES = Path(__file__).parents[2] / "samples" / "payroll"
DAYS = (pd.Timestamp(2026, 6, 1), pd.Timestamp(2026, 6, 15))


def read(name):
    reading = read_file(SAMPLES / name)
    assert reading.kind == "payroll hours"
    return reading, reading.tables["hours"].drop(columns="source").values.tolist()


def told(reading, severity):
    return [each.problem for each in reading.problems if each.severity == severity]


def test_gustos_time_import():
    """80.5 regular, 4.25 overtime, 1 double time; an owner without hours is left out."""
    reading, rows = read("gusto 2026-06-01 to 2026-06-15.csv")
    assert rows == [["1011", *DAYS, 80.5, 4.25, 1, 0], ["1012", *DAYS, 76, 0, 0, 0]]
    notes = told(reading, "note")
    assert "Names were left out: employees are known by their numbers." in notes
    assert "The pay period is that of the file's title or name: 06/01/2026–06/15/2026." in notes
    assert any("1 rows have no hours" in each for each in notes)
    assert not told(reading, "data")


def test_adps_paydata():
    """Two rows of one file number: 72 + 8 regular, 8 of vacation. X is no code of leave: told."""
    reading, rows = read("adp 2026-06-01 - 2026-06-15.csv")
    assert rows == [["001011", *DAYS, 80, 2.5, 0, 8], ["001012", *DAYS, 64, 0, 0, 8]]
    (problem,) = told(reading, "data")
    assert problem.startswith("Hours of the codes X were not taken in")


def test_a_register_and_what_is_wrong_in_it():
    """8 + 2.5 hours of leave. Without a number, with a social security number, backward days: left out and told."""
    reading, rows = read("register.csv")
    assert rows == [["1011", *DAYS, 70, 5.5, 0, 10.5], ["1015", *DAYS, 0, 4, 0, 0]]
    faults = told(reading, "data")
    assert [each.partition("rows ")[2].partition(";")[0] for each in faults if "rows " in each] == [
        "name no employee",
        "have what looks like a social security number for the employee",
        "have a pay period that ends before it begins",
    ]
    assert any(each.column == "Regular hours" and each.line == 8 for each in reading.problems)


def test_nothing_personal_is_taken_or_told():
    reading, _ = read("register.csv")
    said = " ".join(f"{each.problem} {each.value}" for each in reading.problems)
    for private in ("111-22", "222-33", "333-44", "Able", "Best", "Cole", "1,700", "5678", "1980"):
        assert private not in said
        assert private not in reading.tables["hours"].to_string()
    left = "Left out to keep employees private: SSN, Birth date, Gross, Employer taxes, Net pay, Bank account."
    assert left in told(reading, "note")


def test_names_stand_for_employees_without_numbers():
    reading, rows = read("names.csv")
    day = pd.Timestamp(2026, 6, 19)
    assert [[row[0], row[2], *row[3:5]] for row in rows] == [["Able, Ann", day, 80, 1.5], ["Best, Bob", day, 72.25, 0]]
    assert pd.isna(rows[0][1])
    assert any("names stand for them" in each for each in told(reading, "note"))


@pytest.mark.parametrize("name", ["hours.csv", "hours 2026.csv", "hours June 2026.csv", "hours 2026-06-15.csv"])
def test_a_file_that_says_no_pay_period(tmp_path, name):
    path = tmp_path / name
    path.write_text("File #,Reg Hours,O/T Hours\n1,80,2\n", encoding="utf-8")
    with pytest.raises(CannotRead, match="says no pay period"):
        read_file(path)


def test_a_title_says_the_pay_period(tmp_path):
    path = tmp_path / "hours.csv"
    path.write_text("Pay period 06/01/2026 - 06/15/2026,,\nFile #,Reg Hours,O/T Hours\n1,80,2\n", encoding="utf-8")
    assert read_file(path).tables["hours"][["period_begin", "period_end"]].values.tolist() == [list(DAYS)]


def test_twice_changes_nothing():
    reading, _ = read("register.csv")
    first = take_in_all([(reading, "a")], {}, today=pd.Timestamp(2026, 7, 1).date())
    again = take_in_all([(reading, "b")], first.frames, today=pd.Timestamp(2026, 7, 1).date())
    assert len(first.frames["hours"]) == 2
    pd.testing.assert_frame_equal(again.frames["hours"], first.frames["hours"])
