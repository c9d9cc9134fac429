"""Voids on a day of their own, and columns that number the rows of a file."""

from datetime import date

import pytest

from medoffice_xl.readers.recognise import read_file

TODAY = date(2026, 12, 1)


@pytest.fixture
def written(tmp_path):
    def write(*lines):
        path = tmp_path / "export.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        return read_file(path, today=TODAY)

    return write


def charges(reading):
    return reading.tables["charges"][["claim_id", "line_id", "code", "mod1", "charge"]].values.tolist()


def notes(reading):
    return [problem.problem for problem in reading.problems if problem.severity == "note"]


def test_a_void_on_a_later_day_takes_its_charge_back(written):
    """Of two charges of the amount it is the later one before the void: 150.00 of the 5th stays, of the 9th is void.

    Whether the system writes the void's amount with a sign or without one, it takes back. 160.00 is charged anew.
    """
    reading = written(
        "Claim ID,DOS,Type,CPT,Mod,Amount,Payer",
        "5001,11/05/2026,Charge,G0439,,150.00,Alpha",
        "5001,11/09/2026,Charge,G0439,,150.00,Alpha",
        "5001,11/12/2026,Void Chg,G0439,,-150.00,Alpha",
        "5002,11/09/2026,Charge,G0439,,150.00,Alpha",
        "5002,11/13/2026,Void Chg,G0439,,150.00,Alpha",
        "5002,11/09/2026,Charge,G0439,25,160.00,Alpha",
        "5001,11/20/2026,Insurance Payment,G0439,,-93.60,Alpha",
    )
    assert [row[:1] + row[2:] for row in charges(reading)] == [
        ["5001", "G0439", "", 15000],
        ["5002", "G0439", "25", 16000],
    ]
    assert reading.tables["charges"]["dos"].dt.day.tolist() == [5, 9]
    assert reading.tables["payments"]["amount"].tolist() == [9360]
    assert any("4 lines void each other" in told and "$300.00" in told for told in notes(reading))


def test_a_void_takes_back_nothing_that_came_after_it_nor_another_amount(written):
    reading = written(
        "Claim ID,DOS,Type,CPT,Amount,Payer",
        "5001,11/12/2026,Void Chg,G0439,-150.00,Alpha",
        "5001,11/13/2026,Charge,G0439,150.00,Alpha",
        "5001,11/05/2026,Charge,G0439,140.00,Alpha",
        "5001,11/20/2026,Insurance Payment,G0439,-93.60,Alpha",
    )
    assert sorted(row[-1] for row in charges(reading)) == [-15000, 14000, 15000]


def test_a_void_of_an_account_whose_claims_are_its_days(written):
    """Without claim numbers the void's own day would be another claim: it is the account's."""
    reading = written(
        "Account,Date,Type,CPT,Amount,Payer",
        "77,11/05/2026,Charge,G0439,150.00,Alpha",
        "77,11/05/2026,Charge,G0444,30.00,Alpha",
        "78,11/05/2026,Charge,G0444,30.00,Alpha",
        "77,11/12/2026,Void Chg,G0444,-30.00,Alpha",
        "77,11/20/2026,Insurance Payment,G0439,-93.60,Alpha",
    )
    assert [(row[0], row[2], row[-1]) for row in charges(reading)] == [
        ("77 2026-11-05", "G0439", 15000),
        ("78 2026-11-05", "G0444", 3000),
    ]


@pytest.mark.parametrize("heading", ["#", "Line", "Line No", "Row", "Seq"])
def test_a_column_that_numbers_the_rows_is_no_line_of_a_claim(written, heading):
    """The next file would number the same charge otherwise, and it would come in as another line."""
    rows = [
        "1,5001,11/05/2026,G0439,150.00,Alpha",
        "2,5001,11/05/2026,G0444,30.00,Alpha",
        "3,5002,11/06/2026,G0439,150.00,Alpha",
    ]
    reading = written(f"{heading},Claim ID,DOS,CPT,Charge,Payer", *rows)
    assert [row[:2] for row in charges(reading)] == [["5001", "1"], ["5001", "2"], ["5002", "1"]]
    assert not reading.lines_numbered


def test_lines_of_a_claim_and_numbers_of_charges_stay(written):
    of_lines = ["1,5001,G0439", "2,5001,G0444", "1,5002,G0439"]
    of_charges = ["1,5001,G0439", "2,5001,G0444", "3,5002,G0439"]
    for heading, rows in (("Line", of_lines), ("Charge ID", of_charges), ("Line", of_charges[:2])):
        whole = [f"{row},11/05/2026,150.00,Alpha" for row in rows]
        reading = written(f"{heading},Claim ID,CPT,DOS,Charge,Payer", *whole)
        assert [row[1] for row in charges(reading)] == [row.split(",")[0] for row in rows]
        assert reading.lines_numbered


@pytest.mark.parametrize(("last", "lines"), [(5, ["1", "1"]), (6, ["6", "1"])])
def test_numbers_with_as_many_gaps_as_rows_are_no_rows_numbers(written, last, lines):
    """Of three rows the last may be the fifth, but not the sixth: half of a report's rows are not left out."""
    reading = written(
        "Line,Claim ID,DOS,CPT,Amount,Payer",
        "1,5001,11/05/2026,G0439,150.00,Alpha",
        "2,5001,11/05/2026,G0444,30.00,Alpha",
        f"{last},5002,11/06/2026,G0439,150.00,Alpha",
    )
    found = {row[0]: row[1] for row in charges(reading)[::-1]}
    assert [found["5002"], found["5001"]] == lines


def test_a_void_of_the_day_itself_takes_back_the_charge_with_another_modifier(written):
    """The void names no modifier: the charge of that day is meant, 150.00 less 150.00."""
    reading = written(
        "Claim ID,DOS,Type,CPT,Mod,Amount,Payer",
        "5001,11/05/2026,Charge,G0439,25,150.00,Alpha",
        "5001,11/05/2026,Void Chg,G0439,,-150.00,Alpha",
        "5001,11/06/2026,Charge,G0444,,30.00,Alpha",
        "5001,11/20/2026,Insurance Payment,G0444,,-20.00,Alpha",
    )
    assert [row[2:] for row in charges(reading)] == [["G0444", "", 3000]]
