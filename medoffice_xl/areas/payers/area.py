"""What the area Payers brings to the house."""

from medoffice_xl.area import Area

AREA = Area(
    name="payers",
    title="Payers",
    duty="What each payer brings and costs, and whether to keep it.",
)
