"""Pages for tests of the layout engine, and a workbook that holds them, calculated without Excel."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import formualizer
from xlsxwriter import Workbook

from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Block, Cards, Chart, Figure, Listing, Rows, Series, Spill
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.engine import PlacedBook, place
from medoffice_xl.pages.fields import dollars, percent, text
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.placed import PlacedPage
from medoffice_xl.pages.places import Spot
from medoffice_xl.render.formats import Formats
from medoffice_xl.render.sheet import draw

FIELDS = (text("Payer", 20), dollars("Charges"), percent("Share of charges"))
BODY = (("Acme", 60_000, 0.6), ("Birch", 40_000, 0.4))
DATA = "Data"


def page(*blocks: Block, name: str = "Toy") -> Page:
    return Page(name, name, "What it is of", blocks)


def known(name: str = "mix", body: Sequence[Sequence[Any]] = BODY) -> Listing:
    """A list whose rows are known."""
    return Listing(name, FIELDS, Rows(body, ("Total", 100_000, 1.0)), title="Payer mix")


def spilled(rows: int, room: int, *, total: bool = True, name: str = "mix") -> Listing:
    """A list that spills so many rows (and a total) from the sheet Data."""
    last = 1 + rows + total
    return Listing(
        name, FIELDS, Spill(f"={DATA}!$A$1:$C${last}"), title="Payer mix", room=room, has_total=total,
        empty="Nobody was charged.", more="There are more: ask for all of them.",
    )  # fmt: skip


def cards(*labels: str) -> Cards:
    return Cards("cards", [Figure(label, Formula(f"={number + 1}"), Unit.COUNT) for number, label in enumerate(labels)])


def chart(block: str, field: str = "Charges", **more: Any) -> Chart:
    series = (Series(field, field, "#0F4C5C"),)
    return Chart(f"chart of {block}", "A chart", block, "Payer", series, Axis("Payer"), Axis("Dollars"), **more)


def drawn(book: PlacedBook, rows: int = 0, *, total: bool = True) -> bytes:
    """The workbook, with so many payers on the sheet Data."""
    stream = BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    formats = Formats(workbook)
    for placed in (*book.pages, *book.behind):
        draw(placed, workbook, workbook.add_worksheet(placed.name), formats)
    data = workbook.add_worksheet(DATA)
    data.write_row(0, 0, ["Payer", "Charges", "Share of charges"])
    for row in range(rows):
        data.write_row(row + 1, 0, [f"Payer {row + 1}", 10.0 * (row + 1), 0.1])
    if total:
        data.write_row(rows + 1, 0, ["Total", 1000.0, 1.0])
    workbook.close()
    return stream.getvalue()


def every_formula(page: PlacedPage) -> Iterator[tuple[Spot, Formula]]:
    """Every formula of a placed page with its place."""
    for number, row in enumerate(page.grid):
        for column, content in enumerate(row):
            if isinstance(content, Formula):
                yield Spot(number, column), content


class Calculated:
    """What every cell of placed pages shows, by the engine that calculates workbooks without Excel."""

    def __init__(self, pages: Sequence[Page], rows: int = 0, *, total: bool = True) -> None:
        self.book = place(pages)
        self._engine = formualizer.Workbook.from_bytes(drawn(self.book, rows, total=total))
        for placed in (*self.book.pages, *self.book.behind):
            for spot, formula in every_formula(placed):
                self._engine.set_formula(placed.name, spot.row + 1, spot.column + 1, formula.text)
        self._engine.evaluate_all()

    def value(self, sheet: str, row: int, column: int) -> Any:
        return self._engine.get_value(sheet, row + 1, column + 1)

    def column(self, field: str, block: str = "mix", sheet: str = "Toy") -> list[Any]:
        box = self.book.places.columns[sheet, block, field]
        return [self.value(sheet, row, box.left) for row in range(box.top, box.bottom + 1)]

    def total(self, field: str, block: str = "mix", sheet: str = "Toy") -> Any:
        spot = self.book.places.totals[sheet, block, field]
        return self.value(sheet, *spot)

    def said(self, block: str = "mix", sheet: str = "Toy") -> Any:
        """The line under a list, or under its total."""
        box = self.book.places.columns[sheet, block, "Payer"]
        has_total = (sheet, block, "Payer") in self.book.places.totals
        return self.value(sheet, box.bottom + 1 + has_total, box.left)

    def needed(self, row: int, sheet: str = "Toy") -> Any:
        """What a row's mark says."""
        return self.value(sheet, row, 0)
