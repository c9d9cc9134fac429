"""The blocks of the Dashboard: the figures a physician asks for, what changed, and what to decide."""

from medoffice_xl.area import headlines
from medoffice_xl.areas.plan import changes, decisions
from medoffice_xl.areas.plan.board import COLUMNS
from medoffice_xl.headlines import MONTHS
from medoffice_xl.pages.blocks import Board, Figure, Listing, spill
from medoffice_xl.pages.fields import day, dollars, text

BOARD = "key figures"
OF = "Office,AsOf,WindowDays,YearDays,SettleDays,Credits,FiscalYearStart"
_WORDS = (("Says", "How it stands", 44), ("Target", "Target", 16), ("Benchmark", "Benchmark", 44))


def key_figures() -> Board:
    """The figures of the Dashboard, in its order; those of the catalogue that follow may be drawn elsewhere."""
    return Board(
        BOARD,
        tuple(
            Figure(each.name, None, each.unit, each.benchmark, leads_to=each.sheet)
            for each in headlines()
            if each.place
        ),
        spill(f"=FIGURES({OF})", COLUMNS),
        "Now",
        "Trend",
        ("Month 1", f"Month {MONTHS}"),
        _WORDS,
        more=tuple(each.name for each in headlines() if not each.place),
    )


CHANGED = Listing(
    "changes",
    (text("Figure", 22), dollars("Dollars", heading="Worth (+ helps)"), text("What changed", 50), text("Cause", 52)),
    spill(f"=CHANGES({OF})", changes.COLUMNS),
    title="What changed since last month, most dollars first",
    room=8,
    empty="There is no month before to compare with.",
)

TO_DECIDE = Listing(
    "decisions",
    (
        text("Decision", 46, lines=2),
        day("By"),
        dollars("Dollars"),
        text("Why", 64, lines=2),
        text("Who", 15),
        text("See", 50),
    ),
    spill(f"=DECISIONS({OF},RunDays)", decisions.COLUMNS),
    title="What needs a decision",
    room=20,
    empty="Nothing waits for a decision.",
)
