"""What the front desk could prevent: whether checks before a visit are worth their time."""

from datetime import date

from medoffice_xl.areas.denials.causes import CAUSES
from medoffice_xl.areas.denials.first_denials import DENIALS_READ, denial_tables, denied_in
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.headlines import Decision, Decisions, Terms
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.money import show
from medoffice_xl.sets import Tables
from medoffice_xl.tables.thresholds import Threshold

SHEET = "Denials"
WORTH_CHECKS = Threshold(
    "Front desk's part of denials", "0.25", "%",
    "From this part of all that was denied in a year on, one cause that the front desk could have prevented is put "
    "before the physicians: checks before the visit, or not.",
)  # fmt: skip


def _decisions(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    """The cause with the most at stake of those that the front desk prevents, where it is a large part of all."""
    if not tables.has_rows("remits"):
        return []
    lines = denied_in(denial_tables(tables), days_up_to(as_of, terms.year), as_of, "")
    at_stake = lines[lines["front_desk"]].groupby("group", sort=True)["stake"].sum()
    if at_stake.empty:
        return []
    cause, cents, of_all = str(at_stake.idxmax()), int(at_stake.max()), int(lines["stake"].sum())
    if cents < of_all * limits_on(as_of, tables).exact(WORTH_CHECKS):
        return []
    what = f"Have the front desk prevent denials for {cause.lower()}, or go on"
    why = f"{show(cents)} of {show(of_all)} denied in the year. {tables.shared(CAUSES).group(cause).what_to_do}"
    return [Decision(what, cents, None, "", why, SHEET)]


DECISIONS = Decisions(tuple(dict.fromkeys(("remits", *DENIALS_READ, "thresholds"))), _decisions)
