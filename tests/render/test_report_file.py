"""A report as a file, read back by another library."""

from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from medoffice_xl.errors import MedOfficeError
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, day, text
from medoffice_xl.pages.page import Page
from medoffice_xl.render.report_file import write_report
from medoffice_xl.reports.document import report_page, section

DAY = date(2026, 6, 30)
COLUMNS = (text("Payer", 24), cents("Owed"), day("Since"))
ROWS = [("=HYPERLINK(1)", 123_456, DAY), ("12E3", -5, None)]


def report(*more: Listing) -> Page:
    first = section("By payer", COLUMNS, ROWS, ("Total", 123_451, None))
    return report_page("Owed", "Owed & open", "As of today", "Two payers.", [first, *more], ["Mind the gap."])


@pytest.fixture
def sheet(tmp_path: Path):
    path = write_report(report(), tmp_path / "new folder", DAY, "Oak & Elm")
    assert path.name == "Owed 2026-06-30.xlsx"
    return load_workbook(path)["Owed"]


def test_cells_hold_values_and_never_formulas(sheet) -> None:
    # Title, subtitle, air, verdict, air, heading and header make seven rows.
    body = [[cell.value for cell in row] for row in sheet["B8:D10"]]
    assert body == [
        ["=HYPERLINK(1)", 1234.56, datetime(2026, 6, 30)],
        ["12E3", -0.05, None],
        ["Total", 1234.51, None],
    ]
    assert sheet["B8"].data_type == "s"
    assert sheet["B9"].data_type == "s"


def test_numbers_look_as_on_the_live_sheet(sheet) -> None:
    assert sheet["C8"].number_format == "$#,##0.00;[Color18]-$#,##0.00"
    assert sheet["D8"].number_format == "mm/dd/yyyy"
    assert sheet["B1"].font.size == 18
    assert sheet["B1"].fill.fgColor.rgb == sheet["B7"].fill.fgColor.rgb == "FF0F4C5C"
    assert sheet["C7"].alignment.horizontal == "right"
    assert sheet["B8"].alignment.wrap_text


def test_it_prints_one_page_wide_with_numbered_pages(sheet) -> None:
    # A width of one page is the format's own default, and left out.
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight or 1) == (1, 1)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "$A$1:$E$13" in sheet.print_area
    # openpyxl takes the doubled & as it is written.
    assert sheet.oddFooter.left.text.strip() == "Oak && Elm"
    assert sheet.oddFooter.center.text.strip() == "Owed && open, as of 06/30/2026"
    assert sheet.oddFooter.right.text.strip() == "Page &P of &N"


def test_the_only_tables_heading_stays_in_sight(sheet) -> None:
    assert sheet.freeze_panes == "A8"
    assert sheet.print_title_rows == "$7:$7"


def test_of_several_tables_the_band_stays(tmp_path: Path) -> None:
    path = write_report(report(section("Others", COLUMNS, ROWS)), tmp_path, DAY, "Oak & Elm")
    assert load_workbook(path)["Owed"].freeze_panes == "A5"


def test_text_at_the_end_of_a_narrow_table_asks_for_no_width(tmp_path: Path) -> None:
    narrow = section("Words", (text("Payer"), text("Why", 60)), [("Gray Oak", "late")])
    sheet = load_workbook(write_report(report(narrow), tmp_path, DAY, "Oak & Elm"))["Owed"]
    assert sheet.column_dimensions["C"].width == pytest.approx(14, abs=1)


def test_a_long_list_takes_as_many_pages_as_it_needs_and_lies_where_it_is_wide(tmp_path: Path) -> None:
    wide = section("Lines", [cents(f"Amount {number}") for number in range(14)], [range(14)] * 200)
    sheet = load_workbook(write_report(report_page("Owed", "Owed", "", "", [wide]), tmp_path, DAY, "Oak & Elm"))["Owed"]
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("a file")
    with pytest.raises(MedOfficeError, match="file stands where a folder should be"):
        write_report(report(), tmp_path / "letter", DAY, "Oak & Elm")
