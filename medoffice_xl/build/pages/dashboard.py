"""The Dashboard: eight figures with their standing, what needs attention, and three charts."""

from medoffice_xl.areas.denials.benchmarks import INITIAL_DENIAL_RATE
from medoffice_xl.areas.payers.payers_page import mix_chart
from medoffice_xl.areas.receivables import page as receivables
from medoffice_xl.areas.receivables.benchmarks import DAYS_IN_AR, DAYS_TO_PAY, NET_COLLECTION_RATE, OVER_90_DAYS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Across, Axis, Cards, Figure, TotalChart
from medoffice_xl.pages.colors import ACCENT, LOSS, SECOND
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import Tone
from medoffice_xl.pages.page import Page

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


def _to_look_at(label: str, formula: str, sheet: str) -> Figure:
    return Figure(label, Formula(formula, 0), Unit.COUNT, says=f"See {sheet}", leads_to=sheet, alarm=Tone.POOR)


ATTENTION = Cards(
    "attention",
    (
        _to_look_at("Checks that do not balance", "=SUMPRODUCT(--(tblRemittances[Off by]<>0))", "Remittances"),
        _to_look_at("Claims that do not balance", "=SUM(tblRemittances[Claims off])", "Remittances"),
        _to_look_at("Problems that cost money", '=COUNTIF(tblProblems[Matters for],"money")', "Problems"),
        _to_look_at("Problems in the data", '=COUNTIF(tblProblems[Matters for],"data")', "Problems"),
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
    Formula('=PracticeName&" · as of "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        KEY_FIGURES,
        ATTENTION,
        receivables.trend("trend"),
        Across((BY_AGE, mix_chart("payer mix", "Payer mix: charges against payments"))),
    ),
)
