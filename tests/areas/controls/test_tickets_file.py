"""The list of tickets, as it is typed."""

from medoffice_xl.readers.recognise import read_file


def test_numbers_and_what_became_of_them(tmp_path):
    path = tmp_path / "tickets.csv"
    path.write_text(
        "Ticket,Location,Date,Status,Claim\nA-1001,Main,03/02/2026,Used,C1\nA-1002,Main,,Void,\nA-3,Main,,?,\n"
    )
    reading = read_file(path)
    assert reading.kind == "tickets"
    rows = reading.tables["tickets"]
    assert rows[["ticket", "location", "state", "claim_id"]].values.tolist() == [
        ["A-1001", "Main", "used", "C1"],
        ["A-1002", "Main", "voided", ""],
    ]
    assert [(each.line, each.column) for each in reading.problems if each.severity == "data"] == [(4, "Status")]
