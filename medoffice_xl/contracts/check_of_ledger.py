"""The voucher check of a ledger: batch by batch, of more lines than memory holds.

All lines of one patient are in one batch, because claims of one patient bear on each other; nothing bears on another
patient's. So the batches together are the check in one piece, line by line.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import narwhals as nw
import pandas as pd

from medoffice_xl.contracts.check import NEEDED, check
from medoffice_xl.contracts.checked_lines import TAKEN, checked_lines
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.lake.columns import PLACE
from medoffice_xl.lake.database import connection, named, told_in_words
from medoffice_xl.lake.in_parts import in_parts
from medoffice_xl.lake.parts import frame_of_arrow
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.tables import CHARGES, REMITS, Table, empty_frame

BATCH = 500_000
"""Lines of a batch: with their charges and what is found they take somewhat more than 1 GiB."""

LINES = tuple(dict.fromkeys((*NEEDED, *TAKEN, "payer")))
"""Columns of Remits that the check looks at or that stand beside what it found."""

_PATIENTS = """
    CREATE TEMP TABLE {made} AS
    WITH accounts AS (
        SELECT claim_id, arg_min(patient_acct, {place}) AS account
        FROM {charges} WHERE patient_acct <> '' GROUP BY claim_id
    ), claims AS (
        SELECT claim_id FROM {remits} UNION SELECT claim_id FROM {charges}
    )
    SELECT claim_id, hash(coalesce(account, 'claim ' || claim_id)) % {count} AS batch
    FROM claims LEFT JOIN accounts USING (claim_id)
"""
_WITH_BATCH = "SELECT {columns}, batch FROM {rows} JOIN {made} USING (claim_id)"


def lie_in_a_ledger(*tables: Frame | None) -> bool:
    """Whether each of the tables that are there lies in a ledger, and can be asked there."""
    return all(nw.from_native(each).implementation.is_duckdb() for each in tables if each is not None)


def batches_checked(
    remits: Any, charges: Any | None, book: Rulebook, size: int = BATCH
) -> Iterator[tuple["pd.Series[int]", pd.DataFrame, pd.DataFrame]]:
    """Of relations of a ledger, batch by batch: the places of the lines in the table, the lines (the columns of LINES),
    and what the check found, whose `leader` is a place in the batch."""
    from_charges = charges if charges is not None else connection().from_df(empty_frame(CHARGES).assign(**{PLACE: 0}))
    count = max(1, -(-remits.aggregate("count(*)").fetchall()[0][0] // size))
    with told_in_words(), named(remits=remits, charges=from_charges) as names:
        connection().execute(_PATIENTS.format(**names, place=PLACE, count=count))
        each = (
            _batches(LINES, names["remits"], names["made"], count),
            _batches(CHARGES.counted, names["charges"], names["made"], count),
        )
        for answered, charged in zip(*each, strict=True):
            lines, place = _frame(REMITS, answered, LINES)
            billed, _ = _frame(CHARGES, charged, CHARGES.counted)
            yield place, lines, check(lines, book, billed)


def checked_batches(
    remits: Any, charges: Any | None, book: Rulebook, size: int = BATCH
) -> Iterator[tuple["pd.Series[int]", pd.DataFrame]]:
    """The checked lines of relations of a ledger, batch by batch, each with the numbers of their places in the table.

    `leader` is such a number too.
    """
    for place, lines, found in batches_checked(remits, charges, book, size):
        checked = checked_lines(lines, found, book)
        yield place, checked.assign(leader=place.to_numpy()[checked["leader"]])


def _batches(columns: Sequence[str], rows: str, made: str, count: int) -> Iterator[Any]:
    """A table's rows, batch by batch, with their places."""
    wanted = ", ".join(f'"{name}"' for name in (*columns, PLACE))
    asked = connection().sql(_WITH_BATCH.format(columns=wanted, rows=rows, made=made))
    return in_parts(asked, "batch", count)


def _frame(table: Table, rows: Any, columns: Sequence[str]) -> tuple[pd.DataFrame, "pd.Series[int]"]:
    """A batch's rows of one table, in the order of the table, with their places."""
    found = rows.select(*columns, PLACE).order(PLACE).to_arrow_table()
    return frame_of_arrow(table, found.drop_columns([PLACE]), columns), found.column(PLACE).to_pandas()
