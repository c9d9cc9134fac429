"""What parking brought."""

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, Measure, Part, Unit

DEFINITION = Definition("Parking", "sum of the gate's fees", "the gate")


def takings(fees: Frame) -> Measure:
    """All fees together. Raises NoData where there are none."""
    if not len(fees):
        raise NoData("Nothing was taken at the gate.")
    total = int(fees["fee"].sum())
    return Measure(total, Unit.MONEY, DEFINITION, parts=[Part("Months", len(fees), Unit.COUNT)], rows_used=len(fees))
