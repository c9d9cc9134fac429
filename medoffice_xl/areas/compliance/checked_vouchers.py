"""A practice's remittances, checked once for every report that stands on them, and the letters that come of it."""

from medoffice_xl.areas.compliance.appeal_letters import Letter, letters
from medoffice_xl.contracts.vouchers import CHECKED, Vouchers, check_vouchers
from medoffice_xl.errors import NoData
from medoffice_xl.reports.practice import Practice


def vouchers(practice: Practice) -> Vouchers:
    """The practice's remittances, checked."""
    there = {name: practice.table(name) for name in CHECKED if name == "remits" or practice.has(name)}
    return check_vouchers(there)


def appeal_letters(practice: Practice) -> list[Letter]:
    """A letter for each payer with claims to appeal; raises NoData where there are none."""
    checked = vouchers(practice)
    remits, kept = checked.tables["remits"], practice.table("appeals")
    written = letters(checked.lines, remits, checked.rulebook, kept, practice.as_of, practice.name)
    if not written:
        raise NoData(
            "No claim waits for a letter: letters are for underpaid claims of the status “detected” whose appeal "
            "window is open. The report Underpaid claims lists all of them."
        )
    return written
