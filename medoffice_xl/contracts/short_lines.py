"""Lines that a payer allowed below its contract, or has made good since, as the voucher check of a day tells them.

They are few beside all lines: of a ledger the check is made batch by batch, and of each batch they alone are kept.
"""

from collections.abc import Iterator
from datetime import date

import narwhals as nw
import numpy as np
import pandas as pd

from medoffice_xl.contracts.check_as_known import check_as_known
from medoffice_xl.contracts.check_of_ledger import batches_checked, lie_in_a_ledger
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.checked_rows import lines_of
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.ledger.known_by import known_where_they_lie
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import CHARGES, REMITS

_TOLD = ["payer", "claim_id", "dos", "paid_date", "finding", "compared", "variance", "recovered", "appeal_until"]

IS_SHORT_OR_MADE_GOOD = (nw.col("finding") == int(Finding.UNDERPAID)) | (nw.col("recovered") != 0)
"""Holds of the checked lines that were found underpaid, or have something recovered on them."""

_Checked = tuple["pd.Series[int]", pd.DataFrame, pd.DataFrame]


def short_lines_of(tables: Tables, as_of: date) -> pd.DataFrame:
    """`short_lines` of these tables. Needs remittances and charges."""
    return short_lines(tables.rows("remits"), tables.rows("charges"), tables.shared(RULEBOOK), as_of)


def short_lines(remits: Frame, charges: Frame, book: Rulebook, as_of: date) -> pd.DataFrame:
    """The lines answered by the day that were found underpaid, or of which something was recovered.

    In the order of the remittances. Columns as `checked_lines` has them, and `answered_by`, the payer's name as the
    remittance writes it.
    """
    return remembered(_short_lines, remits, charges, book, asked=(as_of,))


def _short_lines(remits: Frame, charges: Frame, book: Rulebook, as_of: date) -> pd.DataFrame:
    parts = [_short(place, lines, found, book) for place, lines, found in _checked(remits, charges, book, as_of)]
    rows = pd.concat(parts).sort_index(kind="stable")
    return unchanging(rows.reset_index(drop=True))


def _checked(remits: Frame, charges: Frame, book: Rulebook, as_of: date) -> Iterator[_Checked]:
    """Places, lines and findings: of a ledger batch by batch, of tables in memory all at once."""
    if lie_in_a_ledger(remits, charges):
        answered, billed = known_where_they_lie(as_of, remits, REMITS), known_where_they_lie(as_of, charges, CHARGES)
        yield from batches_checked(answered, billed, book)
        return
    lines, found = check_as_known(remits, charges, book, as_of)
    yield pd.Series(np.arange(len(lines))), lines, found


def _short(place: "pd.Series[int]", lines: pd.DataFrame, found: pd.DataFrame, book: Rulebook) -> pd.DataFrame:
    rows = checked_lines(lines, found, book)[_TOLD].assign(answered_by=lines["payer"].to_numpy())
    return lines_of(rows.set_axis(place.to_numpy()), (IS_SHORT_OR_MADE_GOOD,))
