"""The list of tickets, as it is typed."""

from pathlib import Path

from medoffice_xl.readers.recognise import read_file


def test_numbers_and_what_became_of_them():
    reading = read_file(Path(__file__).parents[2] / "samples" / "books" / "tickets.csv")
    assert reading.kind == "tickets"
    rows = reading.tables["tickets"]
    assert rows[["ticket", "location", "state", "claim_id"]].values.tolist() == [
        ["A-1001", "Main", "used", "C1"],
        ["A-1002", "Main", "voided", ""],
    ]
    assert [(each.line, each.column) for each in reading.problems if each.severity == "data"] == [(4, "Status")]
