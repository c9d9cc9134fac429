"""Three machines that the invented practice thinks of buying: one worth it, one not, one only at full volume."""

from medoffice_xl.areas.equipment.ranking import BUY, DO_NOT, FULL_VOLUME
from medoffice_xl.areas.equipment.tables import A_MONTH, ADVANCE, ARREARS, CANDIDATES, CODES, SECTION_179
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.invented import DemoPart, InventedPractice
from medoffice_xl.demo.typed import typed

WORTH_IT, NOT_WORTH_IT, FULL_ONLY = "Point-of-care ultrasound", "Laboratory analyzer", "Cardiac stress system"

_ALL = {
    "life": 5, "loan_rate": 0.08, "loan_months": 60, "down_payment": 0, "discount_rate": 0.09, "tax_rate": 0.30,
    "depreciation": SECTION_179, "lease_every": A_MONTH,
}  # fmt: skip


def demo(practice: InventedPractice) -> DemoPart:
    """The candidates, put into use on the first day after the books end, and the codes they would bill."""
    placed = practice.last_day.replace(year=practice.last_day.year + 1, month=1, day=15)
    candidates = [
        {"candidate": WORTH_IT, "price": 3_800_000, "salvage": 400_000, "volume": 14, "first_year": 0.75,
         "variable": 3_800, "labor": 0, "maintenance": 240_000, "lease_payment": 82_000, "lease_count": 60,
         "lease_due": ARREARS},
        {"candidate": NOT_WORTH_IT, "price": 6_200_000, "salvage": 0, "volume": 420, "variable": 1_050,
         "labor": 1_400_000, "maintenance": 650_000, "lease_payment": 128_000, "lease_count": 60,
         "lease_due": ADVANCE},
        {"candidate": FULL_ONLY, "price": 15_000_000, "salvage": 900_000, "volume": 24, "variable": 4_500,
         "labor": 1_800_000, "maintenance": 780_000},
    ]  # fmt: skip
    codes = [
        {"candidate": WORTH_IT, "code": "X1006", "units": 1},
        {"candidate": NOT_WORTH_IT, "code": "X1005", "units": 1},
        {"candidate": FULL_ONLY, "code": "X1006", "units": 1},
        {"candidate": FULL_ONLY, "code": "X1004", "units": 1},
    ]
    return DemoPart(
        tables={
            CANDIDATES.name: typed(CANDIDATES, [{**_ALL, "placed": placed, **row} for row in candidates]),
            CODES.name: typed(CODES, codes),
        },
        hidden=(
            Hidden(f"{WORTH_IT} is worth its price also at a tenth less volume or lower rates: “{BUY}”.", "Equipment"),
            Hidden(f"{NOT_WORTH_IT} loses money at the contracts' rates: “{DO_NOT}”.", "Equipment"),
            Hidden(f"{FULL_ONLY} {FULL_VOLUME}: at a tenth less it loses.", "Equipment"),
        ),
    )
