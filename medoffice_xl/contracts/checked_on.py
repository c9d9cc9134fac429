"""The voucher check as it stood on a day: of what was answered, and charged, by then."""

from datetime import date

import pandas as pd

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.rows import Frame, as_pandas
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import CHARGES, REMITS


def checked_on(tables: Tables, as_of: date) -> pd.DataFrame:
    """Every line answered by the day, with its class, finding and figures. Needs remittances and charges."""
    return remembered(_checked, tables.rows("remits"), tables.rows("charges"), tables.shared(RULEBOOK), asked=(as_of,))


def _checked(remits: Frame, charges: Frame, book: Rulebook, as_of: date) -> pd.DataFrame:
    known = as_pandas(known_by(as_of, remits, REMITS, *REMITS.counted), REMITS)
    billed = as_pandas(known_by(as_of, charges, CHARGES, *CHARGES.counted), CHARGES)
    return unchanging(checked_lines(known, check(known, book, billed), book))
