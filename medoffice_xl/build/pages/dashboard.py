"""The Dashboard: the figures a physician asks for, month by month, what needs attention, and three charts."""

from medoffice_xl.areas.budget import page as budget
from medoffice_xl.areas.compliance import to_do as compliance
from medoffice_xl.areas.payers.payers_page import mix_chart
from medoffice_xl.areas.plan.dashboard_blocks import BOARD, CHANGED, TO_DECIDE, key_figures
from medoffice_xl.areas.receivables import page as receivables
from medoffice_xl.book.told_names import FRESHNESS
from medoffice_xl.build.pages.to_do_for_all import PROBLEMS_OF_DATA, PROBLEMS_OF_MONEY
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Across, Axis, Cards, Figure, TotalChart
from medoffice_xl.pages.colors import ACCENT, LOSS, SECOND
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.fields import Tone
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import figure
from medoffice_xl.pages.to_do import ToDo

NAME = "Dashboard"

KEY_FIGURES = key_figures()


def _to_look_at(kind: ToDo) -> Figure:
    counted = Formula(kind.count.text, 0)
    return Figure(kind.words, counted, Unit.COUNT, says=f"See {kind.sheet}", leads_to=kind.sheet, alarm=Tone.POOR)


ATTENTION = Cards(
    "attention",
    tuple(
        map(_to_look_at, (compliance.CHECKS_OFF, compliance.CLAIMS_OFF, PROBLEMS_OF_MONEY, PROBLEMS_OF_DATA)),
    ),
    title="Needs attention",
)

BY_AGE = TotalChart(
    "by age",
    "A/R by age",
    "ageing",
    receivables.BUCKETS,
    (ACCENT, ACCENT, SECOND, SECOND, LOSS),
    bottom=Axis("Days since entry"),
    side=Axis("Dollars (thousands)", "$#,##0,\\k"),
    page=receivables.NAME,
)

PAGE = Page(
    NAME,
    "Practice dashboard",
    Formula(f'=PracticeName&" · as of "&TEXT(AsOf,"mmmm d, yyyy")&" · "&{FRESHNESS}'),
    (
        KEY_FIGURES,
        CHANGED,
        TO_DECIDE,
        ATTENTION,
        budget.standing(),
        receivables.trend("trend"),
        Across((BY_AGE, mix_chart("payer mix", "Payer mix: charges against payments"))),
    ),
    key=KeyFigure("payments this month", f"={figure(BOARD, 'Payments of the month', NAME)}", Unit.MONEY),
    reading=(
        "Each figure stands with its last month, its benchmark and thirteen months drawn as bars. Begin with what "
        "changed: it is sorted by dollars, and says whose part moved. One month alone says little; three in one "
        "direction do."
    ),
    then=(
        "Open the page of the figure that moved most and find the cause there. Put what needs a decision on the "
        "agenda (*Agenda*), and hand out the month as *Physician pack*."
    ),
)
