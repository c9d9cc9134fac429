"""A report as a file, read back by another library."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from medoffice_xl.errors import MedOfficeError
from medoffice_xl.measure import Unit
from medoffice_xl.render.report_file import write_report
from medoffice_xl.reports.document import Column, Report, Section

DAY = date(2026, 6, 30)
COLUMNS = (Column("Payer", Unit.TEXT, 24), Column("Owed", Unit.MONEY), Column("Since", Unit.DATE))
ROWS = [("=HYPERLINK(1)", 123_456, DAY), ("12E3", -5, None)]


def report(*more: Section) -> Report:
    first = Section("By payer", COLUMNS, ROWS, ("Total", 123_451, None))
    return Report("Owed", "Owed & open", "As of today", "Two payers.", [first, *more], ["Mind the gap."])


@pytest.fixture
def sheet(tmp_path: Path):
    path = write_report(report(), tmp_path / "new folder", DAY)
    assert path.name == "Owed 2026-06-30.xlsx"
    return load_workbook(path)["Owed"]


def test_cells_hold_values_and_never_formulas(sheet) -> None:
    # Title, subtitle, verdict, a blank row, heading and header make six rows.
    body = [[cell.value for cell in row] for row in sheet["B7:D9"]]
    assert body == [
        ["=HYPERLINK(1)", 1234.56, datetime(2026, 6, 30)],
        ["12E3", -0.05, None],
        ["Total", 1234.51, None],
    ]
    assert sheet["B7"].data_type == "s"
    assert sheet["B8"].data_type == "s"


def test_numbers_look_as_on_the_live_sheet(sheet) -> None:
    assert sheet["C7"].number_format == "$#,##0.00;[Red]-$#,##0.00"
    assert sheet["D7"].number_format == "mm/dd/yyyy"
    assert sheet["B1"].font.size == 18
    assert sheet["B1"].fill.fgColor.rgb == sheet["B6"].fill.fgColor.rgb == "FF0F4C5C"
    assert sheet["C6"].alignment.horizontal == "right"
    assert sheet["B7"].alignment.wrap_text


def test_it_prints_lying_one_page_wide_with_numbered_pages(sheet) -> None:
    assert sheet.page_setup.orientation == "landscape"
    # A width of one page is the format's own default, and left out; 0 is as many pages long as it takes.
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "$A$1:$D$11" in sheet.print_area
    # openpyxl takes the doubled & as it is written.
    assert sheet.oddFooter.left.text.strip() == "Owed && open"
    assert sheet.oddFooter.center.text.strip() == "06/30/2026"
    assert sheet.oddFooter.right.text.strip() == "Page &P of &N"


def test_the_only_tables_heading_stays_in_sight(sheet) -> None:
    assert sheet.freeze_panes == "A7"
    assert sheet.print_title_rows == "$6:$6"


def test_of_several_tables_the_band_stays(tmp_path: Path) -> None:
    path = write_report(report(Section("Others", COLUMNS, ROWS)), tmp_path, DAY)
    assert load_workbook(path)["Owed"].freeze_panes == "A4"


def test_text_at_the_end_of_a_narrow_table_asks_for_no_width(tmp_path: Path) -> None:
    narrow = Section("Words", (Column("Payer", Unit.TEXT), Column("Why", Unit.TEXT, 60)), [("Gray Oak", "late")])
    sheet = load_workbook(write_report(report(narrow), tmp_path, DAY))["Owed"]
    assert sheet.column_dimensions["C"].width == pytest.approx(13, abs=1)


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("a file")
    with pytest.raises(MedOfficeError, match="file stands where a folder should be"):
        write_report(report(), tmp_path / "letter", DAY)
