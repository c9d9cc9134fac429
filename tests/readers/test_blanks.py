"""Text is trimmed where it is read, so that what is written into the workbook is what is read back."""

from datetime import date

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from medoffice_xl.blanks import as_seen, bytes_as_seen, trimmed
from medoffice_xl.readers import pm_export
from medoffice_xl.tables import CHARGES, cells_from_frame, frame_from_cells

HEADINGS = ["Claim ID", "DOS", "Payer", "Code", "Charge"]
ROW = ["C1", "03/02/2026", "Blue Harbor", "G0438", "10.00"]
AROUND = [" ", "\t", "\u00a0", "\u200b", "\u2009", "\ufeff", " \u00a0\u2060"]


@pytest.mark.parametrize("around", AROUND)
def test_a_padded_export_is_the_plain_one(tmp_path, around):
    path = tmp_path / "export.csv"
    rows = [[f"{around}{cell}{around}" for cell in row] for row in (HEADINGS, ROW)]
    path.write_text("\n".join(",".join(row) for row in rows), encoding="utf-8")
    charges = pm_export.read(path).tables["charges"]
    assert charges[["claim_id", "payer", "code", "charge"]].values.tolist() == [["C1", "Blue Harbor", "G0438", 1000]]


@pytest.mark.parametrize("around", AROUND)
def test_so_is_a_padded_workbook(tmp_path, around):
    path = tmp_path / "export.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for line, row in enumerate((HEADINGS, ROW)):
            sheet.write_row(line, 0, [f"{around}{cell}{around}" for cell in row])
    charges = pm_export.read(path).tables["charges"]
    assert charges[["claim_id", "payer", "code", "charge"]].values.tolist() == [["C1", "Blue Harbor", "G0438", 1000]]


def test_what_has_no_width_inside_a_code_is_no_part_of_it(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(",".join(HEADINGS) + "\nC\u200b1,03/02/2026,Blue\u00a0Harbor,G0\u00ad438,10.00\n", encoding="utf-8")
    charges = pm_export.read(path).tables["charges"]
    assert charges[["claim_id", "payer", "code"]].values.tolist() == [["C1", "Blue Harbor", "G0438"]]


@pytest.mark.parametrize("around", AROUND)
def test_a_padded_cell_of_the_workbook_reads_plain(around):
    cells = {"claim_id": "C1" + around, "line_id": around + "1", "dos": date(2026, 3, 2), "charge": 5.0}
    frame, _ = frame_from_cells(CHARGES, list(cells), [list(cells.values())])
    assert (frame.at[0, "claim_id"], frame.at[0, "line_id"]) == ("C1", "1")
    again, _ = frame_from_cells(CHARGES, CHARGES.headers, cells_from_frame(CHARGES, frame))
    assert again.at[0, "claim_id"] == "C1"


@given(st.text())
def test_trimming_twice_is_trimming_once(text):
    once = trimmed(text)
    assert trimmed(once) == once
    assert once in text
    assert as_seen(as_seen(text)) == as_seen(text)


@given(st.text(st.characters(codec="utf-8")))
def test_bytes_are_seen_as_their_text_is(text):
    assert bytes_as_seen(text.encode()) == as_seen(text).encode()
