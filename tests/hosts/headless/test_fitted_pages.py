"""Pages after a refresh, as their file holds them: cut for the printer, and no word cut off."""

from collections.abc import Sequence
from io import BytesIO
from itertools import pairwise
from types import SimpleNamespace

import pytest
from openpyxl import load_workbook

from medoffice_xl.build.pages import placed
from medoffice_xl.hosts.headless.fitted import foot_of
from medoffice_xl.pages.text_width import wrapped_lines

STANDING, LYING = (7.7 * 72, 9.8 * 72), (10.2 * 72, 7.3 * 72)
"""Letter between the margins, in points."""

USUAL_ROW = 15.0

PIXELS = 3.0
"""Points that heights may be off by together, each being rounded to a pixel in the file."""


@pytest.fixture(scope="module")
def book(invented):
    return load_workbook(BytesIO(invented.workbook.read_bytes()), data_only=True)


def heights(sheet, rows: int) -> list[float]:
    """Points of each row; a hidden one takes none."""
    dimensions = [sheet.row_dimensions[row] for row in range(1, rows + 1)]
    return [0.0 if each.hidden else each.height or USUAL_ROW for each in dimensions]


def room(sheet, widths: Sequence[float]) -> float:
    """Points of rows that a sheet of paper has room for, the page being one sheet wide: 5.25 a digit, 3.75 a column."""
    wide = sum(width * 5.25 + 3.75 for width in widths)
    paper = LYING if sheet.page_setup.orientation == "landscape" else STANDING
    return paper[1] / min(1.0, paper[0] / wide)


@pytest.mark.whole
@pytest.mark.parametrize("page", placed().pages, ids=[page.name for page in placed().pages])
def test_a_page_says_at_its_foot_whose_it_is_and_of_which_day(book, page):
    foot = book[page.name].oddFooter
    day = book["Settings"][book.defined_names["AsOf"].attr_text.split("!")[1]].value
    assert foot.left.text.strip() == "Willow Creek Family Medicine"
    assert foot.center.text.strip() == f"&A, as of {day:%m/%d/%Y}"
    assert foot.right.text.strip() == "Page &P of &N"


PAGES = [page for page in placed().pages if page.paper.blocks]


@pytest.mark.whole
@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_sheet_of_paper_ends_where_the_next_block_has_no_room(book, page):
    sheet = book[page.name]
    high, has_room = heights(sheet, len(page.grid)), room(sheet, page.widths)
    begins = [0, *(each.id for each in sheet.row_breaks.brk)]
    blocks = [*page.paper.blocks, len(page.grid)]
    for begun, following in pairwise(begins):
        ends = next(block for block in blocks if block > following)
        wanted = sum(high[begun:ends]) + (sum(high[:2]) if begun else 0)
        assert wanted > has_room - PIXELS, "the block would have had room on the sheet before"
    for begun, ends in zip(begins, [*begins[1:], len(page.grid)], strict=True):
        inside = [block for block in page.paper.blocks if begun < block < ends]
        fits = sum(high[begun:ends]) + (sum(high[:2]) if begun else 0) <= has_room + PIXELS
        longest = max(sum(high[a:b]) for a, b in zip([begun, *inside], [*inside, ends], strict=True))
        assert fits or longest + sum(high[:2]) > has_room, (
            "more stands here than a sheet has room for, and could be parted"
        )


@pytest.mark.whole
@pytest.mark.parametrize("page", placed().pages, ids=[page.name for page in placed().pages])
def test_rows_are_as_high_as_their_wrapped_words(book, page):
    """15 points for a line and 13 for each further one."""
    sheet = book[page.name]
    merged = {(area.min_row, area.min_col): area.max_col for area in sheet.merged_cells.ranges}
    short = []
    for row in sheet.iter_rows(min_row=4, max_row=len(page.grid), max_col=len(page.widths)):
        for cell in row:
            if not isinstance(cell.value, str) or not cell.alignment.wrap_text:
                continue
            width = sum(page.widths[cell.column - 1 : merged.get((cell.row, cell.column), cell.column)])
            size = cell.font.size
            lines = wrapped_lines(cell.value, width, bold=cell.font.bold, size=size)
            needed = lines * 12.2 * size / 10
            if needed > (sheet.row_dimensions[cell.row].height or USUAL_ROW):
                short.append((cell.coordinate, lines, cell.value))
    assert short == []


@pytest.mark.parametrize(
    ("practice", "day", "foot"),
    [
        ("Oak & Elm ", 46_203, "&L&8 Oak && Elm&C&8 &A, as of 06/30/2026&R&8 Page &P of &N"),
        ("Oak", 20_260_630, ""),
        ("Oak", "#VALUE!", ""),
        (" ", 46_203, ""),
        (None, 46_203, ""),
    ],
)
def test_the_foot_says_what_is_known(practice, day, foot):
    """46,203 days after December 30, 1899 are June 30, 2026."""
    said = {"Settings!A1": practice, "Settings!A2": day}
    book = SimpleNamespace(layout=SimpleNamespace(names={"practicename": "Settings!A1", "asof": "Settings!A2"}))
    engine = SimpleNamespace(value=lambda sheet, place: said[f"{sheet}!A{place.row}"])
    assert foot_of(book, engine) == foot
