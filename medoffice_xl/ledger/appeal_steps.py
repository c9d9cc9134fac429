"""What was done about denied and underpaid claims by a day, and how far each of them is: the sheet *Appeals*."""

from datetime import date

import pandas as pd

from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.rows import Frame, as_pandas, columns_there
from medoffice_xl.tables import empty_frame
from medoffice_xl.tables.appeals import APPEALS, UNDERPAYMENT

CLAIM = ["payer", "claim_id"]
_WORDS = ["sent_to", "note"]


def steps(appeals: Frame | None, about: str, as_of: date) -> pd.DataFrame:
    """The steps taken by the day about denials, or about underpayments, in their order.

    By day, then as they stand on the sheet; one without a day was always known, and stands first. What is not said to
    be of a denial is of an underpayment, and of the first level, as workbooks had it before levels.
    """
    frame = empty_frame(APPEALS) if appeals is None else appeals
    rows = as_pandas(known_by(as_of, frame, APPEALS, *columns_there(frame, APPEALS)), APPEALS)
    rows = rows.assign(about=rows["about"].where(rows["about"] != "", UNDERPAYMENT), level=rows["level"].fillna(1))
    rows = rows[rows["about"] == about]
    return rows.sort_values("status_date", kind="stable", na_position="first", ignore_index=True)


def newest(rows: pd.DataFrame) -> pd.DataFrame:
    """How far each claim is: its last step, one row a claim, with the last that was said of it."""
    words = [name for name in _WORDS if name in rows]
    said = rows[words].mask(rows[words] == "").groupby([rows[name] for name in CLAIM]).ffill().fillna("")
    return rows.assign(**said).drop_duplicates(CLAIM, keep="last").reset_index(drop=True)
