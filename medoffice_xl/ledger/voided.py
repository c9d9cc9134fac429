"""Charges that were entered and taken out again: neither is a service, a visit or a price.

A charge is voided by another of its claim with the same service, day and modifiers and the same amount below zero. The
first such charge goes with the first such void; what was charged once more stands.
"""

from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.rows import Frame, Rows, as_pandas, flag
from medoffice_xl.sets.unchanging import remembered, unchanging
from medoffice_xl.tables import CHARGES

_SERVICE = ("claim_id", "code", "mod1", "mod2", "mod3", "mod4", "dos")
_IN_TURN = ("post_date", "line_id")


def charges_with_voids(charges: Frame, as_of: date, *names: str) -> Rows:
    """The named columns of the charges known on the day, and `voided`: 1 for a charge that was voided and its void."""
    rows = known_by(as_of, charges, CHARGES, *dict.fromkeys((*names, *_SERVICE, *_IN_TURN, "charge")))
    if not len(rows.filter(nw.col("charge") < 0).head(1).collect()):
        return rows.select(*names, voided=nw.lit(0, nw.Int64()))
    rows = rows.with_columns(size=nw.col("charge").abs(), void=flag(nw.col("charge") < 0))
    rows = rows.with_columns(billed=1 - nw.col("void"), one=nw.lit(1, nw.Int64()))
    alike = (*_SERVICE, "size")
    rows = rows.with_columns(
        nth=nw.col("one").cum_sum().over(*alike, "void", order_by=_IN_TURN),
        voids=nw.col("void").sum().over(*alike),
        times=nw.col("billed").sum().over(*alike),
    )
    paired = (nw.col("nth") <= nw.col("voids")) & (nw.col("nth") <= nw.col("times"))
    return rows.select(*names, voided=flag(paired))


def standing_lines(charges: Frame, as_of: date) -> pd.DataFrame:
    """The whole rows of `standing_charges`; nobody changes them."""
    return remembered(_standing_lines, charges, asked=(as_of,))


def _standing_lines(charges: Frame, as_of: date) -> pd.DataFrame:
    return unchanging(as_pandas(standing_charges(charges, as_of, *CHARGES.names), CHARGES))


def standing_charges(charges: Frame, as_of: date, *names: str) -> Rows:
    """The named columns of the charges known on the day, without those that were voided and their voids."""
    return charges_with_voids(charges, as_of, *names).filter(nw.col("voided") == 0).select(*names)
