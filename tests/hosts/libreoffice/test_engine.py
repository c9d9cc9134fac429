"""The xlwings engine over LibreOffice, through xlwings' public object model alone."""

from datetime import date, datetime
from pathlib import Path

import pandas as pd
import pytest
import xlwings

pytestmark = pytest.mark.libreoffice


def test_values_come_back_as_they_went(sheet: xlwings.Sheet) -> None:
    rows = [["day", "number", "text"], [date(2026, 1, 2), 1.5, "0123"], [datetime(2026, 1, 2, 3, 4), True, None]]
    sheet["B2"].value = rows
    back = sheet["B2:D4"].value
    assert back[0] == rows[0]
    assert back[1] == [datetime(2026, 1, 2), 1.5, "0123"]
    assert back[2] == [datetime(2026, 1, 2, 3, 4), True, None]


def test_a_frame_comes_back_with_its_types(sheet: xlwings.Sheet) -> None:
    frame = pd.DataFrame({"n": [1.0, 2.0], "t": ["x", "y"], "d": pd.to_datetime(["2026-01-01", "2026-12-31"])})
    sheet["A1"].options(index=False).value = frame
    back = sheet["A1"].options(pd.DataFrame, index=False, expand="table").value
    pd.testing.assert_frame_equal(back, frame, check_dtype=False)


def test_one_value_fills_a_range_and_a_list_a_row(sheet: xlwings.Sheet) -> None:
    sheet["A1:B2"].value = 7
    sheet["A3"].value = ["x", "y"]
    assert sheet["A1:B3"].value == [[7, 7], [7, 7], ["x", "y"]]


def test_formulas_are_spelled_as_excel_spells_them(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = [[1], [2], [3]]
    sheet["B1:B3"].formula = '=IF(A1>1,SUM($A$1:A1),"")'
    sheet["C1"].value = "=B2*2"
    assert sheet["B3"].formula == '=IF(A3>1,SUM($A$1:A3),"")'
    assert sheet["B1:B3"].value == [None, 3, 6]
    assert sheet["C1"].value == 6


def test_text_that_looks_like_a_formula_stays_text_in_a_text_cell(sheet: xlwings.Sheet) -> None:
    sheet["A1"].number_format = "@"
    sheet["A1"].value = "=1+1"
    assert sheet["A1"].value == "=1+1"


def test_errors_are_empty_or_their_text(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = [["=NA()", "=1/0", "=nothing_of_that_name"]]
    assert sheet["A1:C1"].value == [None, None, None]
    assert sheet["A1:C1"].options(err_to_str=True).value == ["#N/A", "#DIV/0!", "#NAME?"]


def test_places(sheet: xlwings.Sheet) -> None:
    sheet["B2"].value = [["a", "b"], [1, 2], [3, 4]]
    assert sheet["B2"].current_region.address == "$B$2:$C$4"
    assert sheet["B2"].expand("down").address == "$B$2:$B$4"
    assert sheet["B2"].end("right").address == "$C$2"
    assert sheet["B5"].end("up").address == "$B$4"
    assert sheet.used_range.address == "$B$2:$C$4"
    assert sheet.range((2, 2), (4, 3))[1:, 0].value == [1, 3]
    assert sheet["B:B"].value == [None, "a", 1, 3]


def test_sheets_are_added_copied_renamed_and_deleted(office: xlwings.App) -> None:
    book = office.books.add()
    first = book.sheets[0]
    first["A1"].value = "kept"
    last = book.sheets.add("Last", after=first)
    assert book.sheets.active.name == "Last"
    twin = first.copy(after=first, name="Twin")
    assert [each.name for each in book.sheets] == ["Sheet1", "Twin", "Last"]
    assert twin["A1"].value == "kept"
    last.delete()
    twin.name = "Other"
    assert [each.name for each in book.sheets] == ["Sheet1", "Other"]


def test_clearing(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = 1
    sheet["A1"].color = (10, 20, 30)
    sheet["A1"].clear_contents()
    assert (sheet["A1"].value, sheet["A1"].color) == (None, (10, 20, 30))
    sheet.clear()
    assert sheet["A1"].color is None


def test_looks(sheet: xlwings.Sheet) -> None:
    cells = sheet["A1:B2"]
    cells.color, cells.font.color = "#0F4C5C", (255, 255, 255)
    cells.font.bold, cells.font.italic, cells.font.size, cells.font.name = True, True, 14, "Calibri"
    cells.number_format = "$#,##0.00"
    cells.row_height, cells.column_width = 30, 20
    cells.wrap_text, cells.horizontal_alignment, cells.vertical_alignment = True, "right", "center"
    cells.borders.set("edge_bottom", line_style="continuous", weight="medium", color=(0, 0, 0))
    assert (cells.color, cells.font.color) == ((15, 76, 92), (255, 255, 255))
    assert (cells.font.bold, cells.font.italic, cells.font.size, cells.font.name) == (True, True, 14, "Calibri")
    assert cells.number_format.replace("[$$-409]", "$") == "$#,##0.00"
    assert cells.row_height == pytest.approx(30, abs=0.1)
    assert cells.column_width == pytest.approx(20, abs=0.1)
    assert (cells.wrap_text, cells.horizontal_alignment, cells.vertical_alignment) == (True, "right", "center")
    assert cells.api.TableBorder2.BottomLine.LineWidth > 0
    assert cells.api.TableBorder2.TopLine.LineWidth == 0


def test_merged_cells_come_apart(sheet: xlwings.Sheet) -> None:
    sheet["A1:C1"].merge()
    assert sheet["A1:C1"].merge_cells
    sheet["A1:C1"].unmerge()
    assert not sheet["A1:C1"].merge_cells


def test_names(sheet: xlwings.Sheet) -> None:
    names = sheet.book.names
    names.add("AsOf", "=Sheet1!$B$2")
    sheet["B2"].value = 5
    sheet["C1"].formula = "=AsOf*2"
    assert sheet["C1"].value == 10
    assert names["AsOf"].refers_to_range.address == "$B$2"
    assert "AsOf" in names
    assert sheet["B2"].name.name == "AsOf"
    names["AsOf"].delete()
    assert "AsOf" not in names


def test_tables(sheet: xlwings.Sheet) -> None:
    sheet["B2"].value = [["Code", "Fee"], ["X1001", 10], ["X1002", 20]]
    table = sheet.tables.add(sheet["B2"].expand(), name="tblFees")
    sheet["E1"].formula = "=SUM(tblFees[Fee])"
    assert sheet["E1"].value == 30
    assert table.header_row_range.value == ["Code", "Fee"]
    assert table.data_body_range.address == "$B$3:$C$4"
    assert sheet["C3"].table.name == "tblFees"
    table.resize(sheet["B2:C3"])
    assert table.range.address == "$B$2:$C$3"
    assert [each.name for each in sheet.tables] == ["tblFees"]


def test_charts(sheet: xlwings.Sheet) -> None:
    sheet["A1"].value = [["Payer", "Paid"], ["Acme", 3], ["Birch", 5]]
    chart = sheet.charts.add(20, 40, 300, 200)
    chart.set_source_data(sheet["A1"].expand())
    for kind in ("column_stacked", "line", "pie", "bar_clustered"):
        chart.chart_type = kind
        assert chart.chart_type == kind
    chart.title = "Paid"
    assert (chart.title, round(chart.left), round(chart.top)) == ("Paid", 20, 40)
    assert len(sheet.charts) == 1
    chart.delete()
    assert len(sheet.charts) == 0


def test_page_set_up_and_gridlines(sheet: xlwings.Sheet) -> None:
    sheet.page_setup.print_area = "A1:C9"
    sheet.show_gridlines = False
    assert sheet.page_setup.print_area == "$A$1:$C$9"
    assert sheet.show_gridlines is False


def test_a_book_is_saved_opened_and_printed(office: xlwings.App, tmp_path: Path) -> None:
    book = office.books.add()
    book.sheets[0]["A1"].value = [["Code", "Day"], ["X1001", date(2026, 1, 2)]]
    book.sheets[0].tables.add(book.sheets[0]["A1:B2"], name="tblKept")
    book.save(tmp_path / "kept.xlsx")
    book.to_pdf(tmp_path / "kept.pdf")
    book.close()
    again = office.books.open(tmp_path / "kept.xlsx")
    assert again.sheets[0]["A1"].expand().value == [["Code", "Day"], ["X1001", datetime(2026, 1, 2)]]
    assert again.sheets[0].tables["tblKept"].range.address == "$A$1:$B$2"
    assert (tmp_path / "kept.pdf").read_bytes().startswith(b"%PDF")


def test_the_selection_and_the_status_bar(sheet: xlwings.Sheet) -> None:
    app = sheet.book.app
    sheet["B2:C3"].select()
    assert app.selection.address == "$B$2:$C$3"
    app.status_bar = "Working"
    assert app.status_bar == "Working"
    app.status_bar = False
    assert app.status_bar is False


def test_a_crash_is_told_and_the_next_test_has_a_new_office(office: xlwings.App, shared_office: object) -> None:
    sheet = office.books.add().sheets[0]
    before = office.impl.office.pid
    office.impl.office.kill()
    with pytest.raises(xlwings.XlwingsError):
        sheet["A1"].value = 1
    again = shared_office.running()  # type: ignore[attr-defined]
    assert again.impl.office.pid != before
    assert again.books.add().sheets[0]["A1"].value is None
