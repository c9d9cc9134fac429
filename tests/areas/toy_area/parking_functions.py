"""What was taken at the gate."""

from typing import Annotated

from medoffice_xl.areas.parking.takings import takings

from medoffice_xl.cells import cell_function
from medoffice_xl.measure import Measure
from medoffice_xl.sets import Tables

OfParking = Annotated[Tables, "What was taken at the gate: the name Parking."]


@cell_function("Parking", needs=("parking_fees",))
def PARKING_TAKINGS(Parking: OfParking) -> Measure:
    """Dollars taken at the gate, all months together."""
    return takings(Parking["parking_fees"])
