"""What the area Equipment brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.equipment import page, report
from medoffice_xl.areas.equipment.affordable import equipment_budget
from medoffice_xl.areas.equipment.decisions import DECISIONS
from medoffice_xl.areas.equipment.demo import demo
from medoffice_xl.areas.equipment.pack import SECTIONS as PACK
from medoffice_xl.areas.equipment.ranking import equipment_ranked
from medoffice_xl.areas.equipment.tables import CANDIDATES, CODES, DEPRECIATION_RATES, SECTION_179_LIMITS
from medoffice_xl.sets import BUDGET, TableSet

EQUIPMENT = TableSet(
    "Equipment",
    "what might be bought, with the tax rules it is judged by, and all of Budget",
    (CANDIDATES, CODES, SECTION_179_LIMITS, DEPRECIATION_RATES),
    (BUDGET,),
)

ACTIONS = (
    Action(
        "equipment",
        "Reports",
        "Equipment",
        "AccountingFormat",
        "Q",
        "Is a machine worth its price?",
        "Every candidate of the sheet Equipment candidates: value, return, break-even volume, lease or buy, a verdict, "
        "and its cash year by year.",
    ),
)

AREA = Area(
    name="equipment",
    title="Equipment",
    duty="Which equipment is worth its price, and how much of it the practice can afford.",
    tables=(CANDIDATES, CODES, SECTION_179_LIMITS, DEPRECIATION_RATES),
    sets=(EQUIPMENT,),
    reports={"equipment": report.build},
    report_sheets=(report.SHEET,),
    actions=ACTIONS,
    pages=(page.PAGE,),
    settings=page.SETTINGS,
    figures={"equipment_budget": equipment_budget, "equipment_ranked": equipment_ranked},
    decisions=DECISIONS,
    pack=PACK,
    demo=demo,
)
