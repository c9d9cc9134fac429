"""The pages of a workbook made ready for paper after a refresh: by what their lists hold now."""

from dataclasses import replace

from medoffice_xl.book import Book
from medoffice_xl.book.places import Place
from medoffice_xl.book.sheet_print import with_breaks, with_heights
from medoffice_xl.build.pages import placed
from medoffice_xl.errors import BookVersion
from medoffice_xl.hosts.headless.engine import Engine
from medoffice_xl.hosts.headless.page_values import heights_of_words, with_values
from medoffice_xl.pages.paper import cut_as_shown
from medoffice_xl.pages.placed import PlacedPage

_TITLE = Place(1, 2)
"""Where every page says what it is; another sheet may have its name."""


def fit_pages(book: Book, engine: Engine) -> None:
    """Rows as high as their words, and cut where a block of now ends; `engine` has calculated the book.

    A page that another version laid out, or that its user cut himself, stays as it is.
    """
    for page in placed().pages:
        if page.name in book.layout.sheets and not page.is_hidden and engine.value(page.name, _TITLE) == page.title:
            _fit(page, book, engine)


def _fit(page: PlacedPage, book: Book, engine: Engine) -> None:
    try:
        shown = with_values(page, engine)
    except BookVersion:
        return
    # Never lower than what is usual: Excel lets no row grow with the words of merged cells.
    heights = {
        row: max(needed, page.heights.get(row, needed)) for row, needed in heights_of_words(page, shown.grid).items()
    }
    paper = cut_as_shown(replace(shown, heights=page.heights | heights))
    part = book.layout.sheets[page.name]
    content = with_heights(book.package.read(part), {row + 1: height for row, height in heights.items()}, part)
    book.package.replace(part, with_breaks(content, paper.breaks, paper.blocks, part))
