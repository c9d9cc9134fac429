from datetime import date, datetime

import pytest
from paper_book import PaperBook

from medoffice_xl.pages.fields import cents, day, text
from medoffice_xl.render.live import MARK, show
from medoffice_xl.reports.document import report_page, section

COLUMNS = (text("Payer"), cents("Owed"), day("Since"))


def report(*rows, totals=()):
    owed = section("By payer", COLUMNS, rows, totals)
    return report_page("Owed", "What is owed", "As of today", "Two payers.", [owed])


def test_a_report_gets_its_own_sheet_with_values_as_cells_hold_them():
    book = PaperBook("Dashboard", "My notes")
    sheet = show(report(("Blue Harbor", 123_456, date(2026, 6, 30)), totals=("Total", 123_456, None)), book)
    assert [each.name for each in book.sheets] == ["Dashboard", "My notes", "Owed"]
    assert sheet.cells[1, 2] == "What is owed"
    header = next(row for (row, column), value in sheet.cells.items() if value == "Owed" and column == 3)
    assert sheet.range((header + 1, 2), (header + 1, 4)).value == [["Blue Harbor", 1234.56, datetime(2026, 6, 30)]]
    assert sheet.cells[header + 2, 3] == 1234.56
    assert sheet.formats[header + 1, 3].startswith("$#,##0.00")


def test_text_is_text_before_it_is_written():
    """A name that begins with =, or a code such as 12E3, must find its cell formatted as text."""
    book = PaperBook()
    sheet = show(report(("=HYPERLINK(1)", 0, None)), book)
    place = next(place for place, value in sheet.cells.items() if value == "=HYPERLINK(1)")
    assert sheet.formats[place] == "@"
    formatted = [index for index, (what, _) in enumerate(sheet.done) if what == "number_format"]
    written = next(index for index, (what, _) in enumerate(sheet.done) if what == "value")
    assert max(formatted) < written


def test_everything_is_written_at_once():
    sheet = show(report(*((f"Payer {number}", number, None) for number in range(500))), PaperBook())
    assert [what for what, _ in sheet.done].count("value") == 1


def test_a_second_run_writes_over_the_first_and_nothing_else():
    book = PaperBook("Dashboard", "My notes")
    book.sheets["My notes"].cells[3, 3] = "call them"
    show(report(("Blue Harbor", 100, None), ("Gray Oak", 200, None)), book)
    show(report(("Blue Harbor", 100, None)), book)
    assert [sheet.name for sheet in book.sheets] == ["Dashboard", "My notes", "Owed"]
    assert "Gray Oak" not in book.texts("Owed")
    assert book.sheets["My notes"].cells == {(3, 3): "call them"}


def test_a_users_sheet_of_the_same_name_is_left_alone():
    book = PaperBook("Dashboard", "Owed")
    book.sheets["Owed"].cells[1, 1] = "my own list"
    assert show(report(("Blue Harbor", 100, None)), book).name == "Owed (2)"
    assert book.sheets["Owed"].cells == {(1, 1): "my own list"}


def test_a_failure_leaves_no_new_sheet():
    book = PaperBook("Dashboard")
    book.new_sheets_fail_at = "value"
    with pytest.raises(RuntimeError):
        show(report(("Blue Harbor", 100, None)), book)
    assert [sheet.name for sheet in book.sheets] == ["Dashboard"]
    assert book.sheets.active.name == "Dashboard"


def test_a_failure_leaves_the_former_report_as_it_was():
    book = PaperBook("Dashboard")
    former = dict(show(report(("Gray Oak", 200, None)), book).cells)
    book.sheets["Owed"].fails_at = "value"
    with pytest.raises(RuntimeError):
        show(report(("Blue Harbor", 100, None)), book)
    assert [sheet.name for sheet in book.sheets] == ["Dashboard", "Owed"]
    assert book.sheets["Owed"].cells == former


def test_the_mark_tells_our_sheets():
    assert show(report(), PaperBook()).cells[1, 1] == MARK
