"""What the practice knew on a day: charges entered, payments posted and claims answered by then.

A figure as of a past day is the figure that the tables of that day would have given. Rows without a day stay in: nobody
can say that they came later, and figures tell how many there are.
"""

from collections.abc import Collection, Sequence
from datetime import date
from functools import reduce

import narwhals as nw
import pandas as pd

from medoffice_xl.ledger.rows import Frame, Rows, moment, take, whole_rows
from medoffice_xl.tables import CHARGES, PAYMENTS, REMITS, Table
from medoffice_xl.tables.appeals import APPEALS

ENTERED = {
    CHARGES.name: ("post_date", "dos"),
    PAYMENTS.name: ("post_date",),
    REMITS.name: ("paid_date",),
    APPEALS.name: ("status_date",),
}
"""The day that a row of a table counts from: the first of these that it has."""


def known_by(as_of: date, frame: Frame, table: Table, *names: str) -> Rows:
    """The named columns of the table's rows that were known on the day, typed as the table says."""
    days = ENTERED[table.name]
    rows = take(frame, table, *dict.fromkeys((*names, *days)))
    day = nw.coalesce(*(nw.col(name) for name in days))
    return rows.filter(day.is_null() | (day <= moment(as_of))).select(*names)


def rows_known_by(as_of: date, frame: Frame, table: Table) -> pd.DataFrame:
    """The table's rows that were known on the day. Where that is all of them it is the table itself, so that what was
    made of the whole table stands for the day; nobody changes it."""
    later = _entered_after(as_of, table)
    if isinstance(frame, pd.DataFrame):
        days = take(frame, table, *ENTERED[table.name])
        if not len(days.filter(later).head(1).collect()):
            return frame
    return whole_rows(frame, table, later.is_null() | ~later)


def known_where_they_lie(as_of: date, frame: Frame, table: Table) -> Frame:
    """The same rows in the frame that holds the table, with all that it has of them."""
    later = _entered_after(as_of, table)
    return nw.from_native(frame).lazy().filter(later.is_null() | ~later).to_native()


def _entered_after(as_of: date, table: Table) -> nw.Expr:
    return nw.coalesce(*(nw.col(name) for name in ENTERED[table.name])) > moment(as_of)


def day_entered(rows: pd.DataFrame, table: Table) -> "pd.Series[pd.Timestamp]":
    """The day that each row counts from; missing where it has none."""
    first, *others = ENTERED[table.name]
    return reduce(lambda day, name: day.fillna(rows[name]), others, rows[first])


COPY = "|"
"""Parts the number of a copy from the claim it is of."""


def copies_known_by(days: Sequence[date], frame: Frame, table: Table, claims: Collection[str]) -> pd.DataFrame:
    """The rows of these claims, once for each day: those known on it, of a claim called by the day's place and its id.

    `copy` is that place, `copy_of` the claim's own id.

    Claims never touch each other, so what is worked out of all copies at once is what each day would have given.
    """
    theirs = whole_rows(frame, table, nw.col("claim_id").is_in(list(claims)))
    day = day_entered(theirs, table)
    known = [theirs[~(day > pd.Timestamp(end))] for end in days]
    return pd.concat(
        [
            rows.assign(claim_id=f"{place}{COPY}" + rows["claim_id"], copy=place, copy_of=rows["claim_id"])
            for place, rows in enumerate(known)
        ],
        ignore_index=True,
    )
