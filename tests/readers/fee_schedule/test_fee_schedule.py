"""Fee schedules: long and wide, with overlaps, gaps and what they do not say."""

from datetime import date
from pathlib import Path

import pytest

from medoffice_xl.errors import CannotRead
from medoffice_xl.readers import fee_schedule
from medoffice_xl.readers.recognise import kind_of, read_file

SAMPLES = Path(__file__).parents[2] / "samples" / "pm"
NAMES = ["payer", "code", "mods", "pos_class", "rate", "effective", "end"]


def rates(reading):
    frame = reading.tables["fee_schedules"]
    days = {name: frame[name].dt.strftime("%Y-%m-%d").fillna("") for name in ("effective", "end")}
    return frame.assign(rate=frame["rate"] / 1e9, **days)[NAMES].values.tolist()


def found(reading, severity):
    return [(p.line, p.problem) for p in reading.problems if p.severity == severity]


def test_one_rate_a_row():
    path = SAMPLES / "fees_long.csv"
    assert kind_of(path) == "fee schedule"
    reading = read_file(path)
    assert rates(reading) == [
        ["Blue Harbor", "G0438", "", "", 150.0, "2025-01-01", "2025-12-31"],
        ["Blue Harbor", "G0438", "", "", 160.0, "2025-12-15", ""],
        ["Blue Harbor", "G0439", "", "NF", 120.0, "2025-01-01", "2025-06-30"],
        ["Blue Harbor", "G0439", "", "NF", 125.0, "2025-08-01", ""],
        ["Blue Harbor", "G0439", "", "F", 90.0, "2025-01-01", ""],
    ]
    assert found(reading, "data") == [
        (9, "This is not an amount; the row was not taken in."),
        (8, "This is no setting; the row was not taken in."),
        (12, "The row has no payer; it was not taken in."),
        (10, "The rate is negative; the row was not taken in."),
        (11, "The last day is before the first; the row was not taken in."),
        (7, "The rate of Blue Harbor G0439 F from this day is already on line 6; this row was not taken in."),
        (2, "Blue Harbor G0438 has two rates from 2025-12-15 on: here and on line 3."),
    ]
    assert found(reading, "note") == [(4, "Blue Harbor G0439 NF has no rate in the days before 2025-08-01 (line 5).")]


def test_a_column_for_the_office_and_one_for_facilities():
    reading = fee_schedule.read(SAMPLES / "fees_wide.csv", payer="Cedar Valley", effective=date(2026, 1, 1))
    assert rates(reading) == [
        ["Cedar Valley", "G0438", "", "NF", 150.0, "2026-01-01", ""],
        ["Cedar Valley", "G0438", "", "F", 120.0, "2026-01-01", ""],
        ["Cedar Valley", "G0439", "26", "NF", 90.0, "2026-01-01", ""],
    ]
    assert reading.problems == []


@pytest.mark.parametrize(
    ("given", "message"),
    [({}, "Name the payer with --payer"), ({"payer": "Cedar Valley"}, "Add the column Effective date, or give")],
)
def test_what_the_file_does_not_say_is_asked_for(given, message):
    with pytest.raises(CannotRead, match=message):
        read_file(SAMPLES / "fees_wide.csv", **given)


def test_rates_that_follow_each_other_raise_nothing(tmp_path):
    path = tmp_path / "fees.csv"
    path.write_text(
        "Payer,Code,Mod 1,Mod 2,Fee,From,To\n"
        "B,G0438,26,,10,2025-01-01,2025-12-31\nB,G0438,26,,11,2026-01-01,\nB,G0438,26,59,12,2026-01-01,\n"
    )
    reading = read_file(path)
    assert [row[2] for row in rates(reading)] == ["26", "26", "26 59"]
    assert reading.problems == []


def test_a_charge_export_is_no_fee_schedule():
    assert kind_of(SAMPLES / "bad_rows.csv") == "charges"
    assert kind_of(SAMPLES / "fees_wide.csv") == "fee schedule"


def test_a_file_without_rates(tmp_path):
    path = tmp_path / "codes.csv"
    path.write_text("Code,Payer\nG0438,B\n")
    with pytest.raises(CannotRead, match="has no column of rates"):
        read_file(path, kind="fee schedule")


def test_a_kind_that_does_not_exist():
    with pytest.raises(CannotRead, match="“837” is no kind of file"):
        read_file(SAMPLES / "fees_long.csv", kind="837")


def test_a_remittance_is_recognised():
    assert kind_of(SAMPLES.parent.parent / "samples" / "pm" / "tiny.835") == "835"


def test_a_range_a_provider_and_a_modifier_beside_its_code(tmp_path):
    path = tmp_path / "fees.csv"
    path.write_text(
        "Payer,Code,NPI,Fee,From\nB,J0000-J9999,,10,2025-01-01\nB,G0438-26,1000000004,11,2025-01-01\n"
        "B,G0438,1000000004,12,2025-01-01\n"
    )
    reading = read_file(path)
    frame = reading.tables["fee_schedules"]
    assert frame[["code", "mods", "npi"]].values.tolist() == [
        ["J0000-J9999", "", ""], ["G0438", "26", "1000000004"], ["G0438", "", "1000000004"],
    ]  # fmt: skip
    assert [(each.line, each.value) for each in reading.problems] == [(3, "G0438 26")]
