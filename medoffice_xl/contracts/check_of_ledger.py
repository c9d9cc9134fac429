"""The voucher check of a ledger: batch by batch, of more lines than memory holds.

All lines of one patient are in one batch, because claims of one patient bear on each other; nothing bears on another
patient's. So the batches together are the check in one piece, line by line. Lines and charges are parted once, into
working files that go when the check is done: so each row is read twice, however many batches there are.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.contracts.batches import BATCH as IN_ONE_PIECE
from medoffice_xl.contracts.check import NEEDED, check
from medoffice_xl.contracts.checked_lines import TAKEN, checked_lines
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.lake.database import connection, named
from medoffice_xl.lake.parts import PLACE, frame_of_arrow
from medoffice_xl.tables import CHARGES, REMITS, Table, empty_frame

BATCH = IN_ONE_PIECE * 7 // 8
"""Lines of a batch: few enough that chance makes none too large to be checked in one piece."""

AT_A_TIME = 2
"""Batches in hand at a time: much of a batch's work leaves a second processor free. Each takes somewhat under 1 GiB."""

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
_PARTED = """
    COPY (SELECT {columns}, batch FROM {rows} JOIN {made} USING (claim_id))
    TO '{folder}' (FORMAT parquet, COMPRESSION lz4, PARTITION_BY (batch))
"""

Checked = tuple[Ints, pd.DataFrame]
"""Checked lines, with the numbers of their places in the table; `leader` is such a number too."""


def checked_batches(remits: Any, charges: Any | None, book: Rulebook, size: int = BATCH) -> Iterator[Checked]:
    """The checked lines of relations of a ledger, batch by batch."""
    from_charges = charges if charges is not None else connection().from_df(empty_frame(CHARGES).assign(**{PLACE: 0}))
    count = max(1, -(-remits.aggregate("count(*)").fetchall()[0][0] // size))
    with TemporaryDirectory(prefix="medoffice-check-") as place:
        parted = _Parted(Path(place))
        with named(remits=remits, charges=from_charges) as names:
            connection().execute(_PATIENTS.format(**names, place=PLACE, count=count))
            parted.part(REMITS, LINES, names["remits"], names["made"])
            parted.part(CHARGES, CHARGES.counted, names["charges"], names["made"])
        with ThreadPoolExecutor(AT_A_TIME) as threads:
            asked = (threads.submit(parted.checked, batch, book) for batch in range(count))
            in_hand: deque[Future[Checked]] = deque(islice(asked, AT_A_TIME))
            while in_hand:
                found = in_hand.popleft().result()
                in_hand.extend(islice(asked, 1))
                yield found


@dataclass(frozen=True, slots=True)
class _Parted:
    """Lines and charges as working files in `folder`, those of a batch together."""

    folder: Path

    def part(self, table: Table, columns: Sequence[str], rows: str, made: str) -> None:
        """Write a table's rows, whose batches the table `made` has by their claims."""
        wanted = ", ".join(f'"{name}"' for name in (*columns, PLACE))
        target = str(self.folder / table.name).replace("'", "''")
        connection().execute(_PARTED.format(columns=wanted, rows=rows, made=made, folder=target))

    def checked(self, batch: int, book: Rulebook) -> Checked:
        """A batch's lines, checked."""
        lines, place = self._rows(REMITS, LINES, batch)
        billed, _ = self._rows(CHARGES, CHARGES.counted, batch)
        found = checked_lines(lines, check(lines, book, billed), book)
        return place, found.assign(leader=place[found["leader"]])

    def _rows(self, table: Table, columns: Sequence[str], batch: int) -> tuple[pd.DataFrame, Ints]:
        """A batch's rows of one table, in the order of the table, with their places."""
        import pyarrow as pa  # noqa: PLC0415  (cell functions import without it)
        import pyarrow.parquet as pq  # noqa: PLC0415

        files = sorted((self.folder / table.name / f"batch={batch}").glob("*"))
        if not files:
            return empty_frame(table)[list(columns)], np.zeros(0, dtype="int64")
        found = pa.concat_tables([pq.ParquetFile(file).read() for file in files])
        place = found.column(PLACE).to_numpy()
        order = np.argsort(place, kind="stable")
        rows = found.drop_columns([PLACE]).take(pa.array(order))
        return frame_of_arrow(table, rows, columns), place[order]


def checked_whole(remits: Any, charges: Any | None, book: Rulebook, size: int = BATCH) -> pd.DataFrame:
    """All batches as one frame, in the order of the table; `leader` is the place of a row in it.

    It is put together column by column: beside the frame itself no more than a column of it is in memory.
    """
    parts = [(place, _columns(lines)) for place, lines in checked_batches(remits, charges, book, size)]
    places = np.concatenate([place for place, _ in parts])
    order = np.argsort(places)
    names = list(parts[0][1])
    whole = {name: _together([columns.pop(name) for _, columns in parts], order) for name in names}
    leader = np.searchsorted(places[order], whole["leader"])
    return pd.DataFrame({**whole, "leader": leader}, copy=False)


def _columns(lines: pd.DataFrame) -> "dict[Any, pd.Series[Any]]":
    """The columns each by itself, so that one can go before the others."""
    return {name: column.copy() for name, column in lines.items()}


def _together(parts: "list[pd.Series[Any]]", order: Ints) -> "pd.Series[Any]":
    return pd.concat(parts, ignore_index=True).take(order).reset_index(drop=True)
