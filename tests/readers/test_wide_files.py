"""Files wider than any export: refused in words and at once, wherever the cell far out stands."""

import pytest
from hostile_workbooks import number, xls, xlsx

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import MOST_COLUMNS
from medoffice_xl.readers.recognise import read_file
from medoffice_xl.readers.sheets import read_grids

HEADINGS = "Claim ID,DOS,Payer,Code,Charge"
ROW = "C1,1/5/2026,Acme,G0438,10.00"


@pytest.mark.parametrize("line", [0, 1])
@pytest.mark.parametrize(("column", "refused"), [(MOST_COLUMNS, False), (MOST_COLUMNS + 1, True), (200_000, True)])
def test_a_text_cell_far_to_the_right(tmp_path, line, column, refused):
    lines = [HEADINGS, ROW]
    lines[line] += "," * (column - 5) + "x"
    path = tmp_path / "wide.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    if refused:
        with pytest.raises(
            CannotRead, match=rf"wide\.csv has a cell in a column beyond the 2,000th on line {line + 1}"
        ):
            read_grids(path)
        with pytest.raises(CannotRead):
            read_file(path)
    else:
        (grid,) = read_grids(path)
        assert grid.rows[line][column - 1] == "x"


def test_empty_cells_far_to_the_right_are_nothing(tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text("\n".join(line + "," * 16_379 for line in (HEADINGS, ROW)), encoding="utf-8")
    assert read_file(path).tables["charges"]["charge"].tolist() == [1000]


@pytest.mark.parametrize(
    "content", [xls(number(0, 0) + number(1, 32_768)), xlsx('<row r="1"><c r="BXY1"><v>1</v></c></row>')]
)
def test_a_workbook_with_a_cell_far_to_the_right(tmp_path, content):
    path = tmp_path / "wide.xls"
    path.write_bytes(content)
    with pytest.raises(CannotRead, match=r"beyond the 2,000th|damaged|far out"):
        read_grids(path)
