"""The voucher check over a practice's tables: which of them price, and the checked lines they make."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.rulebook import Rulebook, compile_rulebook

PRICING = (
    "contracts",
    "fee_schedules",
    "payers",
    "mpfs",
    "gpci",
    "conversion_factors",
    "opps_caps",
    "base_units",
    "drug_prices",
    "unit_limits",
    "places",
    "providers",
    "thresholds",
    "reason_codes",
)
"""Tables that a rulebook is compiled from."""

CHECKED = (*PRICING, "remits", "charges")
"""Tables that decide what the check finds."""


@dataclass(frozen=True, slots=True)
class Vouchers:
    """A finished check: `lines` are checked lines, in the order of the table `remits` of `tables`."""

    tables: Mapping[str, pd.DataFrame]
    rulebook: Rulebook
    lines: pd.DataFrame


def check_vouchers(tables: Mapping[str, pd.DataFrame]) -> Vouchers:
    """Check the remittances of these tables (frames by name); only `remits` has to be there."""
    rulebook = compile_rulebook(**{name: tables.get(name) for name in PRICING})
    remits = tables["remits"]
    found = check(remits, rulebook, tables.get("charges"))
    return Vouchers(tables, rulebook, checked_lines(remits, found, rulebook))
