"""The list of sessions, as it is typed or exported."""

from pathlib import Path

from medoffice_xl.areas.access.sessions import sessions_of
from medoffice_xl.readers.recognise import read_file


def test_sessions_and_blocks():
    """08:30 to 11:30 less half an hour from eleven: 150 minutes. What is no time, kind or length is told."""
    reading = read_file(Path(__file__).parents[2] / "samples" / "appointments" / "sessions.csv")
    assert reading.kind == "sessions"
    rows = reading.tables["sessions"]
    assert rows[["starts", "minutes", "kind"]].values.tolist() == [["08:30", 180, "open"], ["11:00", 30, "block"]]
    assert sessions_of(rows).minutes["available"].tolist() == [150]
    told = {(each.line, each.column) for each in reading.problems if each.severity == "data"}
    assert told == {(4, "Start time"), (5, "Kind"), (6, "Minutes")}
