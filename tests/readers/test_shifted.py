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
        ([["a", "b"], ["x", "y"], ["", "x"]], [1]),
        ([["a", "b"], ["x", "x"], ["", "note"]], []),  # a column that few rows fill
        ([["a", "b"], ["x", "y"], ["x", "y"]], []),  # all rows reach it
        ([["a", "b", "c", "d"], ["x", "x", "y", "z"], ["", "", "x", "x"]], [2, 3]),  # half of them do
        ([["a", "b", "c"], ["x"] * 3, ["", "x", "x"]], []),  # more than half
        ([["a", "b"], ["x", "x"], ["", ""]], []),
        ([["a", "b"], ["x", "x"], ["", "x"]], []),  # each cell is as usual where it stands
        ([["a"]], []),
        ([], []),
        ([[], []], []),
    ],
)
def test_which_rows_are_shifted(columns, rows):
    assert shifted_rows(columns) == rows


@pytest.mark.parametrize(
    ("heading", "rows"),
    [
        # what was posted stands last, and is as high as another's charge or debit
        ("Charge,Ins Paid", ["150.00,", "150.00,150.00", "30.00,"]),
        ("Charge,Ins Paid,Pat Paid", ["100.00,50.00,", "150.00,100.00,50.00", "150.00,100.00,"]),
        # the second of two columns that hold the same
        ("Charge,Payer,Secondary Payer", ["150.00,Medicare,", "150.00,Alpha,Medicare", "150.00,Alpha,"]),
        ("Charge,Mod1,Mod2", ["150.00,GT,", "150.00,25,GT", "150.00,25,"]),
        ("Charge,Payer,Provider,Supervising Provider", ["9.00,A,Able,", "8.00,A,Able,Baker", "7.00,A,Baker,"]),
        ("Charge,Entry Date,Paid Date", ["9.00,11/6/2026,", "8.00,11/5/2026,11/6/2026", "7.00,11/6/2026,"]),
    ],
)
def test_a_last_column_that_few_rows_fill_moves_nothing(tmp_path, heading, rows):
    lines = [f"C{number},11/05/2026,G0439,{row}" for number, row in enumerate(rows, 1)]
    path = tmp_path / "export.csv"
    path.write_text("\n".join([f"Claim ID,DOS,Code,{heading}", *lines]), encoding="utf-8")
    assert read(path).tables["charges"]["claim_id"].tolist() == ["C1", "C2", "C3"]


def test_a_credit_as_high_as_a_debit_is_a_credit(tmp_path):
    """Two visits of 30.00 and one payment of 30.00, which was left out as a row that a comma had moved."""
    head = "Visit,Date,Transaction Code,Description,Carrier,Debit,Credit"
    rows = ["V1,11/05/2026,G0444,Screening,Alpha,30.00,", "V2,11/05/2026,G0444,Screening,,30.00,",
            "V1,11/20/2026,PAY,Insurance payment,Alpha,,30.00"]  # fmt: skip
    path = tmp_path / "export.csv"
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    assert read(path).tables["payments"]["amount"].tolist() == [3000]


def test_a_name_moves_days_and_amounts_of_its_own(tmp_path):
    """The row's day and amount are no other row's; only the payer is."""
    rows = ['1,"DOE, JANE",11/05/2026,Alpha,G0439,150.00,', "2,ROE, RICHARD,11/09/2026,Alpha,G0444,30.00"]
    path = tmp_path / "export.csv"
    path.write_text("\n".join(["Claim,Patient Name,DOS,Payer,Code,Charge,Note", *rows]), encoding="utf-8")
    reading = read(path)
    assert reading.tables["charges"]["claim_id"].tolist() == ["1"]
    assert "RICHARD" not in " ".join(map(str, reading.problems))


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
