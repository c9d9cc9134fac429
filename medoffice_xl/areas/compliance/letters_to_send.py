"""The letters that come of a practice's checked remittances."""

from medoffice_xl.areas.compliance.appeal_letters import Letter, letters
from medoffice_xl.contracts.shared import CHECKED, RULEBOOK
from medoffice_xl.errors import NoData
from medoffice_xl.reports.practice import Practice, tables_of


def appeal_letters(practice: Practice) -> list[Letter]:
    """A letter for each payer with claims to appeal; raises NoData where there are none."""
    tables = tables_of(practice)
    lines, book = tables.shared(CHECKED), tables.shared(RULEBOOK)
    written = letters(lines, book, practice.table("appeals"), practice.as_of, practice.name)
    if not written:
        raise NoData(
            "No claim waits for a letter: letters are for underpaid claims of the status “detected” whose appeal "
            "window is open. The report Underpaid claims lists all of them."
        )
    return written
