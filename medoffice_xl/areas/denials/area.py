"""What the area Denials brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.denials import denials_report, page
from medoffice_xl.areas.denials.benchmarks import BENCHMARKS
from medoffice_xl.areas.denials.decisions import DECISIONS
from medoffice_xl.areas.denials.demo import demo
from medoffice_xl.areas.denials.denial_rate import denial_rate, denied_lines
from medoffice_xl.areas.denials.headlines import HEADLINES
from medoffice_xl.areas.denials.open_denials import open_denials
from medoffice_xl.areas.denials.pack import SECTIONS as PACK
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.practice import Practice


def _denials(practice: Practice) -> Page:
    reasons = ReasonCodes.of(practice.table("reason_codes") if practice.has("reason_codes") else None)
    return denials_report.build(practice.rows("remits"), reasons, practice.as_of)


ACTIONS = (
    Action(
        "denials",
        "Reports",
        "Denials",
        "AdvancedFilterDialog",
        "D",
        "Denials",
        "Every denied service line with its reason, by payer and reason, with the charges at stake.",
    ),
)

AREA = Area(
    name="denials",
    title="Denials",
    duty="What payers refuse to pay, and why.",
    reports={"denials": _denials},
    report_sheets=("Denials",),
    actions=ACTIONS,
    pages=(page.PAGE,),
    benchmarks=BENCHMARKS,
    headlines=HEADLINES,
    decisions=DECISIONS,
    figures={"denial_rate": denial_rate, "denied_lines": denied_lines, "open_denials": open_denials},
    pack=PACK,
    demo=demo,
)
