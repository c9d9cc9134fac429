"""The pages of a workbook as they stand in its file, or as they stood on a day, with no Excel."""

from datetime import date
from functools import cache

from medoffice_xl.book import Book
from medoffice_xl.book.places import Place, split_sheet
from medoffice_xl.book.told_names import FRESHNESS
from medoffice_xl.build.pages import pages, placed
from medoffice_xl.build.pages.home import PAGE as HOME
from medoffice_xl.cells.arguments import read_date
from medoffice_xl.errors import BookVersion
from medoffice_xl.hosts.headless.engine import Engine
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.placed import Spot
from medoffice_xl.pages.shown import ShownPages
from medoffice_xl.tables.frames import EPOCH

_CURRENT = "Current"
_SUBTITLE = Spot(1, 1)
"""Where every page says what it is of; Home's ends in the day."""


def as_they_stand(book: Book) -> ShownPages:
    """The pages with the values that the file holds, where those are current; else they are worked out first.

    Raises BookVersion where the workbook lays a page out otherwise than this version does.
    """
    check_layout(book)
    if not _is_current(book):
        return _worked_out(Engine(book))
    read = cache(book.shown)

    def cell(sheet: str, spot: Spot) -> object:
        rows = read(sheet)
        there = spot.row < len(rows) and spot.column < len(rows[spot.row])
        return rows[spot.row][spot.column] if there else None

    return ShownPages(pages(), placed(), cell)


def _is_current(book: Book) -> bool:
    """Whether the file says that its figures are as new as its tables, and they are of the day on Settings."""
    told = str(book.shown(HOME.name)[_SUBTITLE.row][_SUBTITLE.column])
    day = read_date(book.setting("AsOf"))
    of_day = told.endswith(f"{day:%B} {day.day}, {day.year}")
    return of_day and str(book.setting(FRESHNESS) or "").startswith(_CURRENT)


def as_of(book: Book, day: date) -> ShownPages:
    """The pages worked out as of another day; the file stays as it is."""
    check_layout(book)
    engine = Engine(book)
    sheet, address = split_sheet(book.layout.names["asof"])
    engine.put({sheet: {Place.parse(address): (day - EPOCH.date()).days}})
    return _worked_out(engine)


def _worked_out(engine: Engine) -> ShownPages:
    engine.evaluate()
    return ShownPages(pages(), placed(), lambda sheet, spot: engine.value(sheet, Place(spot.row + 1, spot.column + 1)))


def check_layout(book: Book) -> None:
    """Raise BookVersion where a page's formulas stand elsewhere than this version puts them."""
    for page in placed().pages:
        stands = {cell.place: cell.text for cell in book.formulas(page.name)} if page.name in book.layout.sheets else {}
        for row, contents in enumerate(page.grid):
            for column, declared in enumerate(contents):
                there = stands.get(Place(row + 1, column + 1))
                if isinstance(declared, Formula) and (there is None or f"={there}" != declared.text):
                    raise BookVersion(
                        f"The page {page.name} of this workbook was laid out by another version of medoffice_xl. "
                        "Carry the workbook to this version with: medoffice upgrade BOOK"
                    )
