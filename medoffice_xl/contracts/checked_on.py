"""The voucher check as it stood on a day: of what was answered, and charged, by then."""

from datetime import date

import pandas as pd

from medoffice_xl.contracts.check_as_known import check_as_known
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered, unchanging


def checked_on(tables: Tables, as_of: date) -> pd.DataFrame:
    """Every line answered by the day, with its class, finding and figures. Needs remittances and charges."""
    return remembered(_checked, tables.rows("remits"), tables.rows("charges"), tables.shared(RULEBOOK), asked=(as_of,))


def _checked(remits: Frame, charges: Frame, book: Rulebook, as_of: date) -> pd.DataFrame:
    known, found = check_as_known(remits, charges, book, as_of)
    return unchanging(checked_lines(known, found, book))
