"""The page Controls: what was tested, what is to be looked at, and where to sign."""

from medoffice_xl.areas.controls.checks import COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Figure, Figures, Listing, Note, spill
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import count, dollars, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column, figure
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Controls"
ROOM = 40

NOT_ON_THE_BANK = Figures(
    "undeposited",
    (
        Figure(
            "Not on the bank",
            ours("=UNDEPOSITED(Controls,AsOf)"),
            Unit.MONEY,
            says="Remitted or received more than 7 days before the bank's last line",
        ),
        Figure("Remittances", ours('=UNDEPOSITED(Controls,AsOf,"remittance")'), Unit.MONEY),
        Figure("Patient receipts", ours('=UNDEPOSITED(Controls,AsOf,"patient receipts")'), Unit.MONEY),
    ),
    title="Money that the bank does not show",
)

TESTS = Listing(
    "tests",
    (
        text("Test", 7),
        text("Tested", 34, lines=2),
        text("To look at", 62, lines=2),
        dollars("Dollars"),
        count("Rows"),
        text("What to do", 60, lines=2),
    ),
    spill("=CONTROL_CHECKS(Controls,AsOf)", COLUMNS),
    title="The six tests: what is to be looked at proves nothing",
    room=ROOM,
    empty="No test could be made: bring in the bank's file, bills and payments first.",
)

LOOK = ToDo(
    "Findings of the tests of controls",
    Formula(f'=COUNTIF({column("tests", "Rows", NAME)},">0")'),
    NAME,
    "The page says what to do about each; the report lists every row behind it.",
    Urgency.LOOK,
)

PAGE = Page(
    NAME,
    "Internal controls",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        NOT_ON_THE_BANK,
        TESTS,
        Note(
            "Whoever looked writes day, name and outcome on the sheet Sign-offs; imports and upgrades keep it. "
            "The button Control tests lists every row behind a finding, with the last look at each test."
        ),
    ),
    key=KeyFigure("not on the bank", f"={figure('undeposited', 'Not on the bank', NAME)}", Unit.MONEY),
    reading=(
        "Each test says what was tested and what is to be looked at; a finding proves nothing, and no finding proves "
        "little if little was tested. Look at rows and dollars both."
    ),
    then=(
        "*Control tests* lists every row behind a finding. Somebody who does not post looks at it, and writes day and "
        "name on *Sign-offs*."
    ),
)
