"""What the area Plan brings to the house."""

from medoffice_xl.area import Area
from medoffice_xl.areas.plan.board import board

AREA = Area(
    name="plan",
    title="Plan and meetings",
    duty="Where the practice stands and where it wants to be: its figures in one view, goals, meetings and duties.",
    figures={"board": board},
)
