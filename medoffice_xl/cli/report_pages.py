"""The workbook's pages as files with values, for `medoffice report`."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from medoffice_xl.areas import reports
from medoffice_xl.book import Book
from medoffice_xl.build.pages import pages, placed
from medoffice_xl.hosts.headless.engine import Engine
from medoffice_xl.hosts.headless.page_values import chart_values, hidden_rows, with_values
from medoffice_xl.render.page_file import write_page


def page_names() -> dict[str, str]:
    """Each page by the name the command line calls it; where a report has that name, -page is added."""
    taken = {name.replace("_", "-") for name in reports()}
    plain = {page.name: page.name.lower().replace(" ", "-") for page in pages()}
    return {f"{name}-page" if name in taken else name: page for page, name in plain.items()}


def write_pages(book: Book, names: Sequence[str], out: Path, day: date, practice: str) -> Iterator[Path]:
    """Calculate the workbook once and write these pages of it, with what their formulas come to."""
    engine = Engine(book)
    engine.evaluate()
    for page in placed().pages:
        if page.name not in names:
            continue
        behind = chart_values(page, engine)
        hidden = {
            sheet: hidden_rows(sheet, max(spot.row for spot in cells) + 1, engine) for sheet, cells in behind.items()
        }
        yield write_page(with_values(page, engine), behind, hidden, out, day, practice)
