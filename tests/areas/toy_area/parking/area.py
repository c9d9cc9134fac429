"""What the area Parking brings to the house."""

from medoffice_xl.areas.parking.demo import demo
from medoffice_xl.areas.parking.gate_file import READER
from medoffice_xl.areas.parking.page import PAGE
from medoffice_xl.areas.parking.tables import PARKING_FEES
from medoffice_xl.areas.parking.takings import takings

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.measure import Unit
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Input
from medoffice_xl.pages.contents import Formula
from medoffice_xl.pages.page import Page
from medoffice_xl.pages.to_do import ToDo, Urgency
from medoffice_xl.reports.document import report_page
from medoffice_xl.reports.practice import Practice
from medoffice_xl.sets import TableSet

PARKING = TableSet("Parking", "what was taken at the gate", (PARKING_FEES,))


def _takings(practice: Practice) -> Page:
    found = takings(practice.table("parking_fees"))
    return report_page(
        sheet="Parking takings",
        title="Parking takings",
        subtitle=f"As of {practice.as_of:%m/%d/%Y}",
        verdict=f"{show(int(found.value))} taken at the gate.",
        sections=(),
        notes=(),
    )


AREA = Area(
    name="parking",
    title="Parking",
    duty="What patients park for.",
    tables=(PARKING_FEES,),
    readers=(READER,),
    sets=(PARKING,),
    reports={"parking_takings": _takings},
    report_sheets=("Parking takings",),
    pages=(PAGE,),
    to_do=(
        ToDo(
            "Months without a fee",
            Formula("=SUMPRODUCT((tblParkingFees[Gate month]<>0)*(tblParkingFees[Gate fee]=0))"),
            "Parking fees",
            "Ask the gate.",
            Urgency.LOOK,
        ),
    ),
    actions=(
        Action(
            "parking_takings",
            "Reports",
            "Parking takings",
            "AccountingFormat",
            "PT",
            "What was taken at the gate",
            "All that patients paid for parking, month by month.",
        ),
    ),
    settings=(Input("Gates", "Gates", 1, Unit.COUNT, "How many gates the practice's lot has."),),
    figures={"parking_takings": takings},
    demo=demo,
)
