"""The page Parking."""

from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Figure, Figures
from medoffice_xl.pages.contents import ours
from medoffice_xl.pages.page import Page

PAGE = Page(
    "Parking",
    "Parking",
    "What was taken at the gate",
    (
        Figures(
            "takings", (Figure("Taken at the gate", ours("=PARKING_TAKINGS(Parking)"), Unit.MONEY),), title="Takings"
        ),
    ),
)
