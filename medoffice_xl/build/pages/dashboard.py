"""The Dashboard: eight figures with their standing, what needs attention, and three charts."""

from medoffice_xl.areas.budget import page as budget
from medoffice_xl.areas.compliance import to_do as compliance
from medoffice_xl.areas.denials.benchmarks import INITIAL_DENIAL_RATE
from medoffice_xl.areas.payers.payers_page import mix_chart
from medoffice_xl.areas.receivables import page as receivables
from medoffice_xl.areas.receivables.benchmarks import DAYS_IN_AR, DAYS_TO_PAY, NET_COLLECTION_RATE, OVER_90_DAYS
from medoffice_xl.book.told_names import FRESHNESS
from medoffice_xl.build.pages.to_do_for_all import PROBLEMS_OF_DATA, PROBLEMS_OF_MONEY
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Across, Axis, Cards, Figure, TotalChart
from medoffice_xl.pages.colors import ACCENT, LOSS, SECOND
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import Tone
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import figure
from medoffice_xl.pages.to_do import ToDo

NAME = "Dashboard"
THIS_MONTH = "EOMONTH(AsOf,-1)+1"

KEY_FIGURES = Cards(
    "key figures",
    (
        Figure("Days in A/R", ours('=AR_DAYS(Practice,AsOf,WindowDays,"gross",Credits)'), Unit.DAYS, DAYS_IN_AR),
        Figure("A/R over 90 days", ours("=AR_OVER(Practice,AsOf,90)"), Unit.PERCENT, OVER_90_DAYS),
        Figure(
            "Net collection rate",
            ours('=COLLECTION_RATE(Practice,AsOf,YearDays,"net","matched","",SettleDays)'),
            Unit.PERCENT,
            NET_COLLECTION_RATE,
        ),
        Figure(
            "Denial rate, initial", ours("=DENIAL_RATE(Practice,AsOf,WindowDays)"), Unit.PERCENT, INITIAL_DENIAL_RATE
        ),
        Figure(
            "Total A/R",
            ours("=AR_TOTAL(Practice,AsOf,Credits)"),
            Unit.MONEY,
            says=Formula('="Credit balances: "&IF(Credits="net","subtracted","left out")'),
        ),
        Figure(
            "Charges this month",
            ours(f"=CHARGES_IN(Practice,{THIS_MONTH},AsOf)"),
            Unit.MONEY,
            says=Formula(f'="Entered since "&TEXT({THIS_MONTH},"mmm d")'),
        ),
        Figure(
            "Payments this month",
            ours(f"=COLLECTED(Practice,{THIS_MONTH},AsOf)"),
            Unit.MONEY,
            says=Formula(f'="Posted since "&TEXT({THIS_MONTH},"mmm d")'),
        ),
        Figure("Days to pay", ours("=DAYS_TO_PAY(Practice,AsOf,WindowDays)"), Unit.DAYS, DAYS_TO_PAY),
    ),
)


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
        ATTENTION,
        budget.standing(),
        receivables.trend("trend"),
        Across((BY_AGE, mix_chart("payer mix", "Payer mix: charges against payments"))),
    ),
    key=KeyFigure("total A/R", f"={figure('key figures', 'Total A/R', NAME)}", Unit.MONEY),
)
