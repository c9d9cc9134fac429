"""The page Worklist: what to work today, in order, and what stands beside it."""

from medoffice_xl.areas.worklists.ar_worklist import COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Listing, Note, spill
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.fields import cents, count, day, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column, total
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Worklist"
TODAY, BESIDE = 40, 10
MINUTES_A_DAY = 360


def _list(name: str, title: str, formula: str, room: int, empty: str) -> Listing:
    return Listing(
        name,
        (
            text("Lane", 16),
            text("Claim", 11),
            text("Payer", 20),
            text("Kind", 15),
            cents("Balance"),
            cents("Worth"),
            count("Minutes"),
            cents("A minute"),
            day("Work by"),
            text("Why", 46, lines=3),
            text("Next step", 46, lines=3),
            text("Worked by", 12),
        ),
        spill(formula, COLUMNS),
        title=title,
        room=room,
        has_total=True,
        empty=empty,
    )


LAPSING = ToDo(
    "Claims to work now: their deadline is near",
    Formula(f'=COUNTIF({column("today", "Lane", NAME)},"Due now")'),
    NAME,
    "They stand first on the worklist, with the day by which each is to be worked.",
    Urgency.DUE,
)

PAGE = Page(
    NAME,
    "Today's worklist",
    Formula('="As of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        _list(
            "today", f"What fits into {MINUTES_A_DAY} minutes, first things first",
            f'=AR_WORKLIST(Work,AsOf,"","",{MINUTES_A_DAY},{TODAY - 1})', TODAY, "Nothing is to be worked today.",
        ),
        _list(
            "review", "Not worth its minutes: for write-off, with a sign-off",
            f'=AR_WORKLIST(Work,AsOf,"Write-off review","",0,{BESIDE - 1})', BESIDE, "Everything is worth its minutes.",
        ),
        _list(
            "lost", "Lost: the deadline has passed",
            f'=AR_WORKLIST(Work,AsOf,"Lost","",0,{BESIDE - 1})', BESIDE, "No deadline was missed.",
        ),
        Note(
            "Worth is what the contract still allows times the share usually paid; the order is by worth a minute. "
            "Write who works a claim, its status and the day to look again on Work notes: no import changes them."
        ),
    ),
    key=KeyFigure("worth of today's work", f"={total('today', 'Worth', NAME)}", Unit.MONEY),
    reading=(
        "Deadlines come first, then follow-ups that are due, then what brings in most for a minute of work. “Why” "
        "says what put a claim where it stands."
    ),
    then=(
        "*Work files* gives each biller a file of his own; *Import files* takes the notes back. What is not worth its "
        "minutes is written off with a sign-off, not left."
    ),
)  # fmt: skip
