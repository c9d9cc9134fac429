"""List prices: codes in capitals, own relative values, and every row that cannot be taken in."""

from pathlib import Path

import pandas as pd

from medoffice_xl.readers.recognise import kind_of, read_file

SAMPLE = Path(__file__).parents[1] / "samples" / "pm" / "charge_master.csv"


def test_a_price_a_row():
    assert kind_of(SAMPLE) == "charge master"
    frame = read_file(SAMPLE).tables["charge_master"]
    assert frame[["code", "mods", "list_price"]].values.tolist() == [
        ["G0439", "", 25_500],
        ["G0439", "", 26_000],
        ["X1001", "26 59", 18_500],
        ["X1004", "", 13_000],
    ]
    assert frame["work_rvu"].tolist()[2:] == [1.3, 0.66]
    assert frame["total_rvu"].tolist()[2] == 2.84
    assert pd.isna(frame["total_rvu"].tolist()[3])


def test_every_row_that_is_left_out_is_named():
    found = [(p.line, p.value, p.problem) for p in read_file(SAMPLE).problems if p.severity == "data"]
    assert found == [
        (5, "n/a", "This is not an amount in whole cents; the row was not taken in."),
        (9, "", "This is not a number; the cell was left empty."),
        (6, "", "The row has no code; it was not taken in."),
        (7, "0", "The price is zero or less; the row was not taken in."),
        (8, "G0439", "The code already has a price from this day; the row was not taken in."),
    ]


def test_a_fee_schedule_and_a_charge_export_are_none(tmp_path):
    assert kind_of(SAMPLE.with_name("fees_long.csv")) == "fee schedule"
    assert kind_of(SAMPLE.with_name("bad_rows.csv")) == "charges"
    rates = tmp_path / "rates.csv"
    rates.write_text("Code,Payer,Charge,Rate,From\nG0439,Acme,255,130,1/1/2026\n")
    assert kind_of(rates) == "fee schedule"
