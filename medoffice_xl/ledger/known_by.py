"""What the practice knew on a day: charges entered, payments posted and claims answered by then.

A figure as of a past day is the figure that the tables of that day would have given. Rows without a day stay in: nobody
can say that they came later, and figures tell how many there are.
"""

from datetime import date

import narwhals as nw

from medoffice_xl.ledger.rows import Frame, Rows, moment, take
from medoffice_xl.tables import CHARGES, PAYMENTS, REMITS, Table

ENTERED = {
    CHARGES.name: ("post_date", "dos"),
    PAYMENTS.name: ("post_date",),
    REMITS.name: ("paid_date",),
}
"""The day that a row of a table counts from: the first of these that it has."""


def known_by(as_of: date, frame: Frame, table: Table, *names: str) -> Rows:
    """The named columns of the table's rows that were known on the day, typed as the table says."""
    days = ENTERED[table.name]
    rows = take(frame, table, *dict.fromkeys((*names, *days)))
    day = nw.coalesce(*(nw.col(name) for name in days))
    return rows.filter(day.is_null() | (day <= moment(as_of))).select(*names)
