"""A practice's remittances, checked once for every report that stands on them, and the letters that come of it."""

from functools import cache

import pandas as pd

from medoffice_xl.areas.compliance.appeal_letters import Letter, letters
from medoffice_xl.contracts.shared import CHECKED, RULEBOOK
from medoffice_xl.errors import NoData
from medoffice_xl.reports.practice import Practice
from medoffice_xl.sets import Tables


def tables_of(practice: Practice) -> Tables:
    """The practice's tables, each read once, when something is made of it."""

    @cache
    def found(name: str) -> pd.DataFrame | None:
        return practice.table(name) if practice.has(name) or name in CHECKED.needs else None

    return Tables(found)


def appeal_letters(practice: Practice) -> list[Letter]:
    """A letter for each payer with claims to appeal; raises NoData where there are none."""
    tables = tables_of(practice)
    lines, book = tables.shared(CHECKED), tables.shared(RULEBOOK)
    written = letters(lines, tables["remits"], book, practice.table("appeals"), practice.as_of, practice.name)
    if not written:
        raise NoData(
            "No claim waits for a letter: letters are for underpaid claims of the status “detected” whose appeal "
            "window is open. The report Underpaid claims lists all of them."
        )
    return written
