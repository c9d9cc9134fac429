"""The pages of a workbook made ready for paper after a refresh: by what their lists hold now."""

from dataclasses import replace

from medoffice_xl.book import Book
from medoffice_xl.book.places import Place, split_sheet
from medoffice_xl.book.sheet_print import footer, with_breaks, with_footer, with_heights
from medoffice_xl.book.values import Value
from medoffice_xl.build.pages import placed
from medoffice_xl.cells.arguments import read_date
from medoffice_xl.errors import BookVersion
from medoffice_xl.hosts.headless.engine import Engine
from medoffice_xl.hosts.headless.page_values import as_it_stands, heights_of_words
from medoffice_xl.pages.paper import cut_as_shown
from medoffice_xl.pages.placed import PlacedPage
from medoffice_xl.render.printing import OURS, footer_of_practice

_TITLE = Place(1, 2)
"""Where every page says what it is; another sheet may have its name."""


def fit_pages(book: Book, engine: Engine) -> None:
    """Rows as high as their words, and cut where a block of now ends; `engine` has calculated the book.

    A page that another version laid out, or that its user cut himself, stays as it is; so does a foot of his own.
    """
    foot = foot_of(book, engine)
    for page in placed().pages:
        if page.name in book.layout.sheets and not page.is_hidden and engine.value(page.name, _TITLE) == page.title:
            _fit(page, book, engine, foot)


def foot_of(book: Book, engine: Engine) -> str:
    """What pages say at their foot; nothing new where practice or day are not known."""
    practice, day = (_named(name, book, engine) for name in ("PracticeName", "AsOf"))
    if not isinstance(practice, str) or not practice.strip() or not isinstance(day, int | float):
        return ""
    try:
        return footer_of_practice(practice.strip(), read_date(day))
    except ValueError:  # a number that is no day
        return ""


def _named(name: str, book: Book, engine: Engine) -> Value:
    address = book.layout.names.get(name.lower())
    if address is None:
        return None
    sheet, cell = split_sheet(address)
    return engine.value(sheet, Place.parse(cell))


def _fit(page: PlacedPage, book: Book, engine: Engine, foot: str) -> None:
    try:
        shown = as_it_stands(page, engine)
    except BookVersion:
        return
    # Never lower than what is usual: Excel lets no row grow with the words of merged cells.
    heights = {
        row: max(needed, page.heights.get(row, needed)) for row, needed in heights_of_words(page, shown.grid).items()
    }
    paper = cut_as_shown(replace(shown, heights=page.heights | heights))
    part = book.layout.sheets[page.name]
    content = with_heights(book.package.read(part), {row + 1: height for row, height in heights.items()}, part)
    content = with_breaks(content, paper.breaks, paper.blocks, part)
    if foot and OURS.fullmatch(footer(content, part)):
        content = with_footer(content, foot, part)
    book.package.replace(part, content)
