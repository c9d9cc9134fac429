"""The workbook's pages: those that tell of the whole house stand here, the areas' own with the areas."""

from functools import cache

from medoffice_xl.areas import every
from medoffice_xl.book.places import Place, with_sheet
from medoffice_xl.build.pages.dashboard import PAGE as DASHBOARD
from medoffice_xl.build.pages.home import PAGE as HOME
from medoffice_xl.build.pages.settings import PAGE as SETTINGS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Board, Cards, Figures
from medoffice_xl.pages.engine import PlacedBook, place
from medoffice_xl.pages.page import Page


def pages() -> tuple[Page, ...]:
    """Every page, in the order of the tabs."""
    return (HOME, DASHBOARD, *(page for area in every() for page in area.pages), SETTINGS)


@cache
def placed() -> PlacedBook:
    """Every page in its place."""
    return place(pages())


def figure_cells(page: Page, figures: Board | Cards | Figures) -> list[tuple[str, str, Unit]]:
    """Of some figures of a page: what each is called, the cell it stands in as Sheet!A1, and its unit."""
    spots = placed().places.figures
    cells = ((figure, spots[page.name, figures.name, figure.label]) for figure in figures.figures)
    return [
        (figure.label, with_sheet(page.name, Place(spot.row + 1, spot.column + 1)), figure.unit)
        for figure, spot in cells
    ]
