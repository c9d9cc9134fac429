"""The blocks of the Dashboard: the figures a physician asks for, what changed, and what to decide."""

from medoffice_xl.area import headlines
from medoffice_xl.areas.plan.board import COLUMNS
from medoffice_xl.pages.blocks import Board, Figure, spill

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
        ("Month 1", f"Month {len(COLUMNS) - 5}"),
        _WORDS,
        more=tuple(each.name for each in headlines() if not each.place),
    )
