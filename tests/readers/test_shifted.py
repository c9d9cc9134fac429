"""A name with a comma moves the rest of its row to the right: it reaches neither Problems nor a table."""

import pytest

from medoffice_xl.readers.pm_export import read
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.readers.shifted import shifted_rows

HEADINGS = "Claim ID,DOS,Code,Charge,Payer,Facility,Provider,"
GOOD = ["1,1/5/2026,G0438,100.00,Acme,Main,Able,", "2,1/6/2026,G0438,90.00,Beta,Main,Able,"]


@pytest.mark.parametrize("quoted", [False, True])  # read column by column, and row by row
@pytest.mark.parametrize(("name", "heading"), [("ROE, RICHARD", HEADINGS), ("ROE, RICHARD, JR", HEADINGS + ",")])
def test_a_name_under_the_payer_is_told_without_it(tmp_path, name, heading, quoted):
    rows = [row + "," * (len(heading.split(",")) - len(row.split(","))) for row in GOOD]
    bad = f"3,1/7/2026,G0438,80.00,{name},Main,Able"
    rows.insert(1, bad + "," * (len(heading.split(",")) - len(bad.split(","))))
    if quoted:
        rows[0] = rows[0].replace("Acme", '"Ac""me"')
    path = tmp_path / "export.csv"
    path.write_text("\n".join([heading, *rows]), encoding="utf-8")
    reading = read(path)
    assert reading.tables["charges"]["claim_id"].tolist() == ["1", "2"]
    everything = reading.tables["charges"].to_string() + " ".join(map(str, reading.problems))
    assert "ROE" not in everything
    assert "RICHARD" not in everything
    (told,) = [each for each in reading.problems if "further to the right" in each.problem]
    assert (told.line, told.value) == (3, "")


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        ([["a", "b"], ["x", "x"], ["", "x"]], [1]),
        ([["a", "b"], ["x", "x"], ["", "note"]], []),  # a column that few rows fill
        ([["a", "b"], ["x", "y"], ["x", "y"]], []),  # all rows reach it
        ([["a", "b", "c", "d"], ["x"] * 4, ["", "", "x", "x"]], [2, 3]),  # half of them do
        ([["a", "b", "c"], ["x"] * 3, ["", "x", "x"]], []),  # more than half
        ([["a", "b"], ["x", "x"], ["", ""]], []),
        ([["a"]], []),
        ([], []),
        ([[], []], []),
    ],
)
def test_which_rows_are_shifted(columns, rows):
    assert shifted_rows(columns) == rows


def test_a_line_whose_cells_are_wrong_is_no_label(tmp_path):
    """A comma that is missing behind a quoted name: its 150.00 must not go with the titles and labels."""
    path = tmp_path / "export.csv"
    path.write_text(
        'Claim ID,Patient,Service Date,Payer,Code,Charge\n1,"DOE, JANE"11/05/2026,A,G0439,150\n'
        '2,"ROE, R",11/05/2026,A,G0444,30\nPage 1,,,,,\n',
        encoding="utf-8",
    )
    reading = read_file(path)
    assert reading.tables["charges"]["claim_id"].tolist() == ["2"]
    told = [(each.line, each.problem) for each in reading.problems if each.severity == "data"]
    assert told == [(2, "This is not a date; the row was not taken in.")]
    assert any("only a label; they were left out (lines 4)" in each.problem for each in reading.problems)
    assert "DOE" not in " ".join(map(str, reading.problems))


@pytest.mark.parametrize(
    ("claim", "code", "taken"),
    [
        ("JANE DOE", "G0444", False),
        ("C3", "DOE, JANE", False),
        ("C3", "NO SHOW", True),
        ("C3", "LATE FEE", True),
        ("C3", "VISIT", True),
        ("A B", "G0444", False),
    ],
)
def test_a_name_for_a_claim_or_code_is_not_taken_in(tmp_path, claim, code, taken):
    path = tmp_path / "export.csv"
    rows = ["C1,11/05/2026,A,G0439,150", "C2,11/05/2026,A,G0444,30", f'{claim},11/05/2026,A,"{code}",20']
    path.write_text("\n".join(["Claim ID,Service Date,Payer,Code,Charge", *rows]), encoding="utf-8")
    reading = read_file(path)
    assert len(reading.tables["charges"]) == 2 + taken
    told = [each.line for each in reading.problems if each.severity == "data" and "Words stand here" in each.problem]
    assert told == ([] if taken else [4])
    assert "JANE" not in " ".join(map(str, reading.problems)) + reading.tables["charges"].to_string()


def test_a_column_of_words_is_one_of_words(tmp_path):
    path = tmp_path / "export.csv"
    rows = ["C1,11/05/2026,A,Individual therapy,150", "C2,11/05/2026,A,Group therapy,30"]
    path.write_text("\n".join(["Claim ID,Service Date,Payer,What was done,Charge", *rows]), encoding="utf-8")
    reading = read_file(path, mapping={"What was done": "code"})
    assert reading.tables["charges"]["code"].tolist() == ["INDIVIDUAL THERAPY", "GROUP THERAPY"]
