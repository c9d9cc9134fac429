"""What the front desk could prevent: whether checks before a visit are worth their time."""

from datetime import date

from medoffice_xl.areas.denials.first_denials import DENIALS_READ, denial_tables, denied_in
from medoffice_xl.areas.denials.headlines import SHEET
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.headlines import Decision, Decisions, Terms
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.money import show
from medoffice_xl.sets import Tables
from medoffice_xl.tables.thresholds import Threshold

WORTH_CHECKS = Threshold(
    "Front desk's part of denials", "0.25", "%",
    "From this part of all that was denied in a year on, what the front desk could have prevented is put before the "
    "physicians: checks before the visit, or not.",
)  # fmt: skip


def _decisions(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    """What the front desk could have prevented in the year, where it is a large part of all that was denied."""
    if not tables.has_rows("remits"):
        return []
    lines = denied_in(denial_tables(tables), days_up_to(as_of, terms.year), as_of, "")
    preventable = lines[lines["front_desk"]].groupby("group", sort=True)["stake"].sum()
    cents, of_all = int(preventable.sum()), int(lines["stake"].sum())
    if not cents or cents < of_all * limits_on(as_of, tables).exact(WORTH_CHECKS):
        return []
    most = str(preventable.idxmax())
    what = "Have the front desk prevent denials, or go on as now"
    why = f"Of {show(of_all)} denied in the year, most of it for {most.lower()}; what to check stands on Denial groups"
    return [Decision(what, cents, None, "", why, SHEET)]


DECISIONS = Decisions(tuple(dict.fromkeys(("remits", *DENIALS_READ, "thresholds"))), _decisions)
