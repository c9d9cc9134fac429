"""What the invented practice spends, its list prices, its contracts and Medicare's values of its public codes.

The costs are tuned so that the payer review has something to find: State Medicaid does not cover the variable cost of
its visits, and Silver Oaks Advantage covers that but not its share of fixed cost.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.practice import EXTRA_SERVICES, MAIN_SERVICES
from medoffice_xl.demo.typed import typed
from medoffice_xl.demo.visits import Claim
from medoffice_xl.tables import MPFS
from medoffice_xl.tables.costs import PHYSICIANS

COST_HEADER = ("Month", "Account", "Category", "Fixed or variable", "Amount")
PRICE_HEADER = ("Code", "List price", "Work RVU", "Total RVU", "Effective date")

A_VISIT = (
    ("6010 Physician productivity pay", PHYSICIANS, 4_650),
    ("6120 Medical assistants, hourly", "clinical staff", 2_700),
    ("6310 Medical supplies", "supplies", 1_250),
    ("6420 Billing and clearinghouse", "billing", 950),
)
"""Account, category and cents a visit: what rises and falls with the visits."""

A_PHYSICIAN = (
    ("6000 Physician base pay", PHYSICIANS, 60_000),
    ("6210 Front office", "office staff", 86_000),
    ("6500 Rent", "rent", 60_000),
    ("6610 Malpractice insurance", "insurance", 18_000),
    ("6700 Equipment leases", "equipment", 12_000),
    ("6800 Advertising", "marketing", 4_000),
    ("6900 Other overhead", "other", 14_000),
)
"""Account, category and cents a physician and month: what stays."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """The account that the list has for equipment, and what of it is depreciation and interest; and the loan's
    principal. Cents a month and physician."""

    account: str
    wear: int
    interest: int
    principal: int


EQUIPMENT = Equipment("6700 Equipment leases", 5_000, 3_000, 8_000)

OWN_RVUS = {
    "X1001": (1.30, 2.84),
    "X1002": (1.92, 4.05),
    "X1003": (0.70, 1.76),
    "X1004": (0.66, 1.96),
    "X1005": (0.18, 0.45),
    "X1006": (2.60, 6.65),
}
"""Work and total RVUs of the invented codes, which no Medicare file values."""

PUBLIC_RVUS = {
    "G0402": (2.60, 2.21, 1.13, 0.16),
    "G0438": (2.60, 2.20, 2.20, 0.16),
    "G0439": (1.92, 1.86, 1.86, 0.13),
    "G2211": (0.33, 0.13, 0.13, 0.02),
}
"""Work, practice expense (office, facility) and malpractice: CMS, RVU25D, October 2025. HCPCS Level II, public."""

HIDDEN = (
    Hidden("State Medicaid pays less than the variable cost of its visits: better to leave.", "Payer review"),
    Hidden("Silver Oaks Advantage covers its variable cost but not its share of fixed cost.", "Payer review"),
    Hidden(
        "Cedar Valley Health's contract renews by itself on 12/31/2026 unless notice is given 90 days before.",
        "Fee review",
    ),
)


def cost_rows(claims: Iterable[Claim], doctors: int) -> list[tuple[str, str, str, str, str]]:
    """A ledger export: every account of every month that had visits."""
    seen = Counter((claim.dos.year, claim.dos.month) for claim in claims)
    rows = []
    for (year, month), count in sorted(seen.items()):
        day = f"{month:02d}/01/{year}"
        for account, category, cents in A_VISIT:
            rows.append((day, account, category, "variable", f"{count * cents / 100:.2f}"))
        for account, category, cents in A_PHYSICIAN:
            rows.append((day, account, category, "fixed", f"{doctors * cents / 100:.2f}"))
    return rows


def price_rows() -> list[tuple[str, str, str, str, str]]:
    """The charge master as the practice-management system exports it."""
    rows = []
    for service in (*MAIN_SERVICES, *EXTRA_SERVICES):
        work, total = OWN_RVUS.get(service.code, (None, None))
        own = [f"{value:.2f}" if value is not None else "" for value in (work, total)]
        rows.append((service.code, f"{service.charge / 100:.2f}", own[0], own[1], "01/01/2025"))
    return rows


def medicare_values() -> pd.DataFrame:
    """The rows of Medicare's file that the practice bills."""
    rows = [
        {"year": 2025, "effective": date(2025, 10, 1), "code": code, "status": "A", "work": work, "pe_nf": office,
         "pe_f": facility, "mp": mp, "cf": 32.3465, "mult": "0", "bilat": "0", "pctc": "0",
         "global_days": "ZZZ" if code == "G2211" else "XXX"}
        for code, (work, office, facility, mp) in PUBLIC_RVUS.items()
    ]  # fmt: skip
    return typed(MPFS, rows)
