"""Parking fees: what was taken at the gate, month by month."""

from medoffice_xl.tables.schema import Table, day, money

PARKING_FEES = Table(
    name="parking_fees",
    sheet="Parking fees",
    excel_name="tblParkingFees",
    doc="What was taken at the gate, a row a month.",
    key=("month",),
    columns=(
        day("month", "Gate month", "The first day of the month.", required=True),
        money("fee", "Gate fee", "What was taken in the month.", required=True),
    ),
)
