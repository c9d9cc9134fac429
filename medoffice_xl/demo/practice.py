"""The invented practice: its people, its services and the payers it deals with.

Every name is invented. The G codes and their base fees are public HCPCS Level II figures (national
non-facility amounts of the 2025 Medicare physician fee schedule); the X codes do not exist.
"""

from dataclasses import dataclass
from datetime import date

LAST_DAY = date(2026, 9, 30)
"""The practice's books run up to here."""

NEW_SCHEDULE = date(2026, 1, 1)
"""The day every contract's 2026 rates begin."""


@dataclass(frozen=True, slots=True)
class Service:
    """A service: its base fee and list price in cents, and how often a visit has it."""

    code: str
    base_fee: int
    charge: int
    weight: int


MAIN_SERVICES = (
    Service("X1001", 9_200, 18_500, 46),
    Service("X1002", 13_100, 26_500, 30),
    Service("X1003", 5_700, 11_500, 9),
    Service("G0439", 12_647, 25_500, 9),
    Service("G0438", 16_044, 32_500, 3),
    Service("G0402", 16_076, 32_500, 1),
    Service("X1006", 21_500, 43_000, 2),
)
"""One of these makes the visit."""

EXTRA_SERVICES = (
    Service("G2211", 1_553, 3_200, 24),
    Service("X1005", 1_450, 1_600, 30),
    Service("X1004", 6_340, 13_000, 12),
)
"""Each of these is added to a visit with its weight in percent. X1005 is priced below what two payers allow."""


@dataclass(frozen=True, slots=True)
class Payer:
    """A payer and how it behaves. Shares and rates are in per mille, money in cents."""

    name: str
    payer_id: str
    payer_class: str
    filing_code: str
    visits: int
    rate_2025: int
    rate_2026: int
    days_to_pay: int
    denials: int
    copay: int
    coinsurance: int
    deductible: int
    filing_days: int
    appeal_days: int
    aliases: str = ""


MEDICARE = Payer(
    "Medicare Part B",
    "1511000001",
    "Medicare",
    "MB",
    270,
    1000,
    1026,
    15,
    42,
    0,
    200,
    60,
    365,
    120,
    "MEDICARE PART B; MCR B",
)
BLUE_HARBOR = Payer(
    "Blue Harbor PPO",
    "1511000002",
    "Commercial",
    "12",
    240,
    1280,
    1315,
    23,
    58,
    2_500,
    0,
    90,
    180,
    180,
    "BLUE HARBOR PPO; BLUE HARBOR",
)
CEDAR_VALLEY = Payer(
    "Cedar Valley Health",
    "1511000003",
    "Commercial",
    "HM",
    170,
    1180,
    1205,
    30,
    66,
    3_000,
    0,
    70,
    120,
    90,
    "CEDAR VALLEY HEALTH PLAN",
)
NORTHGATE = Payer(
    "Northgate Mutual",
    "1511000004",
    "Commercial",
    "15",
    120,
    1090,
    1130,
    46,
    128,
    0,
    200,
    120,
    90,
    60,
    "NORTHGATE MUTUAL INS CO",
)
SILVER_OAKS = Payer(
    "Silver Oaks Advantage",
    "1511000005",
    "Medicare Advantage",
    "16",
    90,
    980,
    1004,
    20,
    84,
    1_500,
    0,
    40,
    180,
    60,
    "SILVER OAKS MA",
)
MEDICAID = Payer(
    "State Medicaid", "1511000006", "Medicaid", "MC", 70, 720, 726, 27, 77, 0, 0, 0, 365, 90, "STATE MEDICAID"
)
KEYSTONE = Payer(
    "Keystone Supplement", "1511000007", "Commercial", "15", 0, 0, 0, 21, 0, 0, 0, 0, 365, 180, "KEYSTONE SUPPLEMENT"
)
SELF_PAY = Payer("Self-pay", "", "Self-pay", "", 40, 0, 0, 0, 0, 0, 0, 0, 0, 0)

PAYERS = (MEDICARE, BLUE_HARBOR, CEDAR_VALLEY, NORTHGATE, SILVER_OAKS, MEDICAID, KEYSTONE, SELF_PAY)

PRACTICE_NAME = "WILLOW CREEK FAMILY MEDICINE"
PRACTICE_NPI = "1999999984"

LOCATIONS = (("Main Street", "11"), ("Lakeside", "11"), ("Telehealth", "10"))

SURNAMES = (
    "Abara",
    "Brandt",
    "Castell",
    "Duval",
    "Ekman",
    "Fiore",
    "Galvan",
    "Hoshino",
    "Ibsen",
    "Jarvi",
    "Kovacs",
    "Lindqvist",
    "Moreau",
    "Novik",
    "Okafor",
    "Petrov",
    "Quiroga",
    "Rossi",
    "Sandoval",
    "Tamm",
)


def physicians(count: int) -> list[tuple[str, str]]:
    """Names and NPIs (of the invented kind) of `count` physicians."""
    return [
        (
            f"Dr {SURNAMES[i % len(SURNAMES)]}{'' if i < len(SURNAMES) else f' {i // len(SURNAMES) + 1}'}",
            f"19999{i:05d}",
        )
        for i in range(count)
    ]


def contract_rate(payer: Payer, service: Service, dos: date) -> int:
    """The contracted amount for one unit, in cents: a per mille of the base fee, rounded half up."""
    rate = payer.rate_2026 if dos >= NEW_SCHEDULE else payer.rate_2025
    return (service.base_fee * rate + 500) // 1000
