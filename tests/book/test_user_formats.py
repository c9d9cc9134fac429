"""Colours and formats that the user has given rows of our tables go with their rows."""

import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from small_book import HEADER_ROW, build, frame_of, part, replace_part, sheet_part

from medoffice_xl.book import open_book
from medoffice_xl.tables import CHARGES

FIRST = HEADER_ROW + 2
YELLOW = "FFFFFF00"


def claims(*ids: str):
    return frame_of(CHARGES, [{"claim_id": each, "charge": 100} for each in ids])


@pytest.fixture
def coloured(tmp_path):
    """A workbook of claims A, B and C; B's row was coloured, by a format that the workbook has for nothing else."""
    path = build(tmp_path / "b.xlsm", {"charges": claims("A", "B", "C")}, only=("charges",))
    styles = part(path, "xl/styles.xml").decode()
    fills = int(re.search(r'<fills count="(\d+)"', styles)[1])
    formats = int(re.search(r'<cellXfs count="(\d+)"', styles)[1])
    styles = styles.replace(
        "</fills>", f'<fill><patternFill patternType="solid"><fgColor rgb="{YELLOW}"/></patternFill></fill></fills>'
    )
    styles = styles.replace(f'<fills count="{fills}"', f'<fills count="{fills + 1}"')
    xf = f'<xf numFmtId="0" fontId="0" fillId="{fills}" borderId="0" xfId="0" applyFill="1"/>'
    styles = styles.replace("</cellXfs>", xf + "</cellXfs>")
    styles = styles.replace(f'<cellXfs count="{formats}"', f'<cellXfs count="{formats + 1}"')
    replace_part(path, "xl/styles.xml", styles.encode())
    name = sheet_part(path, "Charges")
    sheet = part(path, name).decode()
    row = re.search(rf'<row r="{FIRST + 1}".*?</row>', sheet)[0]
    painted = re.sub(r'(<c r="[A-Z]+\d+")(?: s="\d+")?', rf'\1 s="{formats}"', row)
    replace_part(path, name, sheet.replace(row, painted).encode())
    return path


def yellow_claims(path: Path) -> dict[str, int]:
    """Of each claim, how many of its cells are yellow."""
    sheet = load_workbook(path)["Charges"]
    rows = sheet.iter_rows(min_row=FIRST, max_col=len(CHARGES.columns))
    return {row[0].value: sum(cell.fill.fgColor.rgb == YELLOW for cell in row) for row in rows if row[0].value}


def write(path: Path, *ids: str) -> None:
    book = open_book(path)
    book.write({"charges": claims(*ids)})
    book.save()


@pytest.mark.parametrize(
    "ids",
    [("A", "B", "C"), ("0", "A", "B", "C"), ("B", "A", "C"), ("C", "B"), ("B",), ("A", "C", "D", "E", "B")],
    ids=["as they were", "one added before", "sorted", "one removed", "alone", "last"],
)
def test_a_coloured_row_keeps_its_colour_wherever_it_goes(coloured, ids):
    write(coloured, *ids)
    assert yellow_claims(coloured) == {each: len(CHARGES.columns) * (each == "B") for each in ids}


def test_a_colour_goes_with_its_row_and_comes_back_with_no_other(coloured):
    write(coloured, "A", "C")
    assert set(yellow_claims(coloured).values()) == {0}
    write(coloured, "A", "B", "C")
    assert set(yellow_claims(coloured).values()) == {0}


def test_two_imports_keep_it(coloured):
    write(coloured, "0", "A", "B", "C")
    write(coloured, "B", "0", "A", "C", "D")
    assert yellow_claims(coloured)["B"] == len(CHARGES.columns)


def test_a_coloured_first_row_colours_no_other(coloured):
    write(coloured, "B", "A", "C")
    write(coloured, "B", "A", "C", "D")
    assert yellow_claims(coloured) == {"B": len(CHARGES.columns), "A": 0, "C": 0, "D": 0}
