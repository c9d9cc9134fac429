"""Schedulers' lists of appointments: one file a layout, names and birth dates never taken in."""

from datetime import date
from pathlib import Path

import pytest

from medoffice_xl.areas.access.schedule import schedule
from medoffice_xl.intake.take import take_in
from medoffice_xl.readers.recognise import read_file
from tests.areas.access.appointment_rows import tables

SAMPLES = Path(__file__).parents[2] / "samples" / "appointments"
EVERY = sorted(path.name for path in SAMPLES.glob("*.csv") if path.stem != "sessions")
TODAY = date(2026, 6, 4)


def read(name):
    reading = read_file(SAMPLES / name)
    assert reading.kind == "appointments"
    return reading, reading.tables["appointments"]


@pytest.mark.parametrize(
    ("name", "outcomes"),
    [("openemr.csv", ["kept", "no-show", "late cancel", "early cancel", "status missing"]),
     ("drchrono.csv", ["kept", "late cancel", "status unknown"]),
     ("tebra.csv", ["kept", "status missing"]),
     ("simplepractice.csv", ["kept", "late cancel"]),
     ("athena.csv", ["kept", "early cancel", "open"]),
     ("eclinicalworks.csv", ["kept", "no-show", "rescheduled"])],
)  # fmt: skip
def test_what_became_of_the_appointments_of_each_layout(name, outcomes):
    _, rows = read(name)
    assert schedule(tables(rows), TODAY).rows["outcome"].tolist() == outcomes


@pytest.mark.parametrize("name", EVERY)
def test_nobody_is_named(name):
    reading, rows = read(name)
    text = rows.to_csv() + " ".join(str(problem) for problem in reading.problems)
    for word in ("Doe", "Roe", "Poe", "Moe", "Low", "Elm", "1980", "Jane", "John"):
        assert word not in text


@pytest.mark.parametrize("name", EVERY)
def test_a_list_that_comes_again_changes_nothing(name):
    reading, rows = read(name)
    once = take_in(reading, {}, content_hash="a", today=TODAY)
    again = take_in(reading, once.frames, content_hash="b", today=TODAY)
    assert again.counts["appointments"].unchanged == len(rows)
    assert again.counts["appointments"].added == 0


def test_openemr_without_numbers_and_accounts():
    """Two at one time are two; a time that is none is told, with its line, and left empty."""
    reading, rows = read("openemr.csv")
    assert rows["appointment"].tolist() == [
        "2026-06-01 08:30 Able, Ann Office Visit", "2026-06-01 09:00 Able, Ann Office Visit",
        "2026-06-01 09:00 Able, Ann Office Visit #2", "2026-06-02 09:30 Able, Ann New Patient",
        "2026-06-02 Able, Ann New Patient",
    ]  # fmt: skip
    assert set(rows["patient_acct"]) == {""}
    assert [(each.line, each.column) for each in reading.problems if each.severity == "data"] == [(6, "Time")]
    assert any("Patient, Address, DOB" in each.problem for each in reading.problems)


def test_drchrono_has_day_and_time_in_one_cell():
    reading, rows = read("drchrono.csv")
    first, second, third = rows.to_dict("records")
    assert (first["appointment"], first["patient_acct"], first["starts"], first["minutes"]) == (
        "7001",
        "00123",
        "08:30",
        30,
    )
    assert first["booked_on"].date() == date(2026, 5, 20)
    assert (second["cancelled_on"].date(), second["cancelled_at"]) == (date(2026, 5, 31), "09:05")
    assert rows["minutes"].isna().tolist() == [False, False, True]
    told = {(each.line, each.column): each.problem for each in reading.problems if each.severity == "data"}
    assert told[4, "Duration"].startswith("This is not a length in minutes")
    assert told[4, "Status"].startswith("1 appointments have this status")
    assert told[5, "Scheduled Time"].endswith("the row was not taken in.")
    assert third["status"] == "Bumped"


def test_a_title_above_the_headings_and_a_time_after_noon():
    _, rows = read("tebra.csv")
    assert rows[["starts", "minutes", "provider"]].values.tolist()[0] == ["13:30", 40, "Ann Able MD"]


@pytest.mark.parametrize(
    ("heading", "cells"),
    [("Appointment Date,Appointment Time", "06/01/2026,2:05 PM"), ("Scheduled Time", "06/01/2026 2:05 PM"),
     ("Start", "2026-06-01T14:05:00"), ("Scheduled Date,Scheduled Time", "1-Jun-26,1405"),
     ("Date/Time", "6/1/26 14:05")],
)  # fmt: skip
def test_day_and_time_in_one_cell_or_two(tmp_path, heading, cells):
    path = tmp_path / "list.csv"
    path.write_text(f"Appointment ID,{heading},Provider,Status,Duration\n7,{cells},Dr Able,Complete,20\n")
    reading = read_file(path)
    row = reading.tables["appointments"].iloc[0]
    assert (row["day"].date(), row["starts"]) == (date(2026, 6, 1), "14:05")
    assert not [each for each in reading.problems if each.severity == "data"]


def test_charges_are_no_appointments(tmp_path):
    path = tmp_path / "charges.csv"
    path.write_text(
        "Claim,Date of service,Provider,Type,Status,Payer,Code,Charge Amount\n1,06/01/2026,A,x,Paid,Acme,G0438,9\n"
    )
    assert read_file(path).kind == "charges"


def test_a_list_of_which_no_row_can_be_taken_in(tmp_path):
    path = tmp_path / "appointments.csv"
    head = (SAMPLES / "drchrono.csv").read_text(encoding="utf-8").splitlines()[0]
    path.write_text(f"{head}\n7001,77,Jane Doe,soon,30,Complete,Able,Main,Established,2026-05-20,\n", encoding="utf-8")
    reading = read_file(path)
    assert reading.tables["appointments"].empty
    assert any("the row was not taken in" in each.problem for each in reading.problems)
