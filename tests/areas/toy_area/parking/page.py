"""The page Parking."""

from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Figure, Figures
from medoffice_xl.pages.contents import ours
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import figure

PAGE = Page(
    "Parking",
    "Parking",
    "What was taken at the gate",
    (
        Figures(
            "takings", (Figure("Taken at the gate", ours("=PARKING_TAKINGS(Parking)"), Unit.MONEY),), title="Takings"
        ),
    ),
    key=KeyFigure("taken at the gate", f"={figure('takings', 'Taken at the gate', 'Parking')}", Unit.MONEY),
)
