"""How every sheet comes to paper: one page wide, in type that can be read, headed and footed on each page."""

from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from medoffice_xl.book.master import master_workbook
from medoffice_xl.build.pages import placed
from medoffice_xl.build.personnel import personnel_workbook
from medoffice_xl.build.sheet_groups import sheet_groups
from medoffice_xl.pages.placed import Dress, PlacedPage, Role
from medoffice_xl.pages.text_width import text_width
from medoffice_xl.tables import Kind
from medoffice_xl.tables.personnel import PERSONNEL_TABLES

TOO_WIDE = {"Contracts": 4, "Remits": 3, "Equipment candidates": 2}
"""Told in docs/guide/round.md: side by side on so many pages, because one page would be beyond reading."""

OF_PERSONNEL = "Personnel: "

LETTER, LYING_ON_LEGAL = 1, 13.2 * 72
"""Paper size 8.5 × 11 in.; 14 in. less margins of 0.4 in., in points."""

DIGIT, AIR = 5.25, 3.75
"""Points of a digit of Calibri 10 and of the air beside a cell's contents: 7 and 5 pixels of 1/96 in."""


SHEETS = {page.name for page in placed().pages} | {table.sheet for group in sheet_groups() for table in group.tables}
OF_PEOPLE = {OF_PERSONNEL + sheet.title: sheet for sheet in load_workbook(BytesIO(personnel_workbook()), keep_vba=True)}


@pytest.fixture(scope="module")
def sheets() -> dict[str, Worksheet]:
    """Every sheet that a person prints, by its name."""
    master = load_workbook(BytesIO(master_workbook().read_bytes()))
    return {name: master[name] for name in SHEETS} | OF_PEOPLE


TABLES = {table.sheet: table for group in sheet_groups() for table in group.tables} | {
    OF_PERSONNEL + table.sheet: table for table in PERSONNEL_TABLES
}


@pytest.mark.parametrize("name", [*sorted(SHEETS), *OF_PEOPLE])
def test_a_sheet_prints_one_page_wide_on_letter_paper_with_its_name_and_numbered_pages(sheets, name):
    sheet = sheets[name]
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    # A width of one page is the format's own default, and left out.
    assert (sheet.page_setup.fitToWidth or 1) == TOO_WIDE.get(name, 1)
    assert sheet.page_setup.paperSize == LETTER
    assert "&A" in sheet.oddFooter.center.text
    assert sheet.oddFooter.right.text.strip() == "Page &P of &N"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_prints_to_its_last_row_under_its_headings(sheets, name):
    """No area is set that new rows could lie outside of."""
    sheet = sheets[name]
    assert not sheet.print_area
    assert sheet.page_setup.fitToHeight == 0
    heading = next(iter(sheet.tables.values())).ref.split(":")[0].removeprefix("A")
    assert sheet.print_title_rows == f"${heading}:${heading}"


@pytest.mark.parametrize("name", TABLES)
def test_a_tables_type_can_be_read_at_least_on_legal_paper(name):
    """60 percent of 10 points is a package insert's type."""
    columns = [DIGIT * column.width + AIR for column in TABLES[name]]
    scale = LYING_ON_LEGAL / sum(columns)
    assert (scale < 0.6) == (name in TOO_WIDE)


@pytest.mark.parametrize("name", TOO_WIDE)
def test_of_a_table_side_by_side_each_page_names_its_rows(sheets, name):
    sheet = sheets[name]
    assert sheet.print_title_cols == "$A:$A"
    assert sheet.page_setup.pageOrder == "overThenDown"
    merged = [area for area in sheet.merged_cells.ranges if area.min_row == 2]
    assert [area.min_col for area in merged] == [2]


def dress_of(page: PlacedPage, row: int, column: int) -> Dress | None:
    """How a cell looks: as it was dressed last."""
    found = [dress for dress, box in page.dressed if box.top <= row <= box.bottom and box.left <= column <= box.right]
    return found[-1] if found else None


def cut_off(page: PlacedPage) -> list[str]:
    """Known words of one line that run into the next thing in their row, or over the page's edge."""
    merged = {(box.top, box.left): box.right for box in page.merged}
    short = []
    for down, row in enumerate(page.grid):
        for across, content in enumerate(row[1:], 1):
            words = getattr(content, "words", content)
            dress = dress_of(page, down, across)
            if not isinstance(words, str) or dress is None or dress.wraps or dress.role is Role.TITLE:
                continue
            after = next((place for place in range(across + 1, len(row)) if row[place] is not None), len(row))
            right = merged.get((down, across), after - 1)
            if text_width(words, bold=dress.strong) > sum(page.widths[across : right + 1]):
                short.append(words)
    return short


@pytest.mark.parametrize("page", placed().pages, ids=[page.name for page in placed().pages])
def test_known_words_have_the_room_they_need(page):
    assert cut_off(page) == []


def test_words_without_room_would_be_seen():
    page = PlacedPage("P", "P", [2.0, 4.0, 4.0], grid=[[None, "Longer than eight", None]])
    page.dressed.append((Dress(Role.BODY), page.extent))
    assert cut_off(page) == ["Longer than eight"]


SENTENCES = [
    (name, place)
    for name, table in TABLES.items()
    if not table.by_month
    for place, column in enumerate(table)
    if column.kind is Kind.TEXT and column.width >= 24
]


@pytest.mark.parametrize(("name", "place"), SENTENCES)
def test_sentences_of_a_table_go_on_in_further_lines(sheets, name, place):
    """In the column's own look, which every row to come takes, and in the first row; beside words at the top."""
    sheet = sheets[name]
    first = sheet[next(iter(sheet.tables.values())).ref.split(":")[0]].row + 1
    cell = sheet.cell(first, place + 1)
    assert cell.alignment.wrap_text
    assert {each.alignment.vertical for each in sheet[first][: len(TABLES[name].columns)]} == {"top"}


@pytest.mark.whole
def test_rows_that_were_taken_in_have_the_height_of_their_words(invented):
    """No height is written: Excel and LibreOffice give a row what its words need."""
    book = load_workbook(BytesIO(invented.workbook.read_bytes()))
    problems = book["Problems"]
    assert problems.max_row > 5
    assert problems["B5"].alignment.wrap_text
    assert {problems.row_dimensions[row].height for row in range(5, problems.max_row + 1)} == {None}
