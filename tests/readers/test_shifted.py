"""A name with a comma moves the rest of its row to the right: it reaches neither Problems nor a table."""

import pytest

from medoffice_xl.readers.pm_export import read
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
