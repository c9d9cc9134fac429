"""The voucher check of what had been answered and charged by a day, made once for all that ask for it.

As of a day that has everything, it is the check of the whole tables, and is not made again.
"""

from datetime import date

import pandas as pd

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.ledger.known_by import rows_known_by
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import CHARGES, REMITS


def check_once(remits: pd.DataFrame, book: Rulebook, charges: pd.DataFrame | None = None) -> pd.DataFrame:
    """`check`, whose result nobody changes."""
    if charges is None:
        return check(remits, book)
    return remembered(_checked, remits, book, charges)


def check_as_known(remits: Frame, charges: Frame, book: Rulebook, as_of: date) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The remitted lines known on the day, and the check of them, row by row."""
    return remembered(_checked_as_known, remits, charges, book, asked=(as_of,))


def _checked_as_known(remits: Frame, charges: Frame, book: Rulebook, as_of: date) -> tuple[pd.DataFrame, pd.DataFrame]:
    known = unchanging(rows_known_by(as_of, remits, REMITS))
    return known, check_once(known, book, rows_known_by(as_of, charges, CHARGES))


def _checked(remits: pd.DataFrame, book: Rulebook, charges: pd.DataFrame) -> pd.DataFrame:
    return unchanging(check(remits, book, charges))
