"""What the area Receivables brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.receivables import ar_breakdown_page, ar_bridge_page, open_receivables, page
from medoffice_xl.areas.receivables.ar_by import claims_owed
from medoffice_xl.areas.receivables.benchmarks import BENCHMARKS
from medoffice_xl.areas.receivables.collections import collection_rate
from medoffice_xl.areas.receivables.days_to_pay import days_to_pay, usual_days_to_pay
from medoffice_xl.areas.receivables.headlines import HEADLINES
from medoffice_xl.areas.receivables.pack import SECTIONS as PACK
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.practice import Practice


def _open_receivables(practice: Practice) -> Page:
    return open_receivables.build(practice.rows("charges"), practice.rows("payments"), practice.as_of)


ACTIONS = (
    Action(
        "open_receivables",
        "Reports",
        "Open A/R",
        "SortUp",
        "A",
        "Open receivables, oldest first",
        "Every claim that is still owed, by age and amount, with its payer: the follow-up list.",
    ),
)

AREA = Area(
    name="receivables",
    title="Receivables",
    duty="What is owed to the practice, for how long, and what part of it comes in.",
    reports={"open_receivables": _open_receivables},
    report_sheets=("Open receivables",),
    actions=ACTIONS,
    to_do=(page.FILING_DUE,),
    pages=(page.PAGE, ar_bridge_page.PAGE, ar_breakdown_page.PAGE),
    benchmarks=BENCHMARKS,
    headlines=HEADLINES,
    figures={
        "collection_rate": collection_rate,
        "claims_owed": claims_owed,
        "days_to_pay": days_to_pay,
        "usual_days_to_pay": usual_days_to_pay,
    },
    pack=PACK,
)
