"""Checked lines wherever they lie: a frame in memory, or of a ledger files that DuckDB reads column by column.

What is asked of them names the lines and the columns that it needs; no others come into memory.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

import narwhals as nw
import pandas as pd

from medoffice_xl.contracts.check_result import CHECK_RESULT
from medoffice_xl.contracts.checked_lines import NOT_SHOWN, TAKEN, WRITTEN
from medoffice_xl.lake.columns import PLACE
from medoffice_xl.ledger.kept_rows import as_frame, kept_frames
from medoffice_xl.ledger.rows import Frame, Rows, fetch_one
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import REMITS, empty_frame

MONEY = ("charge", "allowed", "expected", "variance", "recovered")
KINDS = ("compared", "leads", "line_class", "finding")
"""What `sums` parts lines by, beside what it is asked for."""

_FOUND = {column.name: column.holds for column in CHECK_RESULT if column.name not in NOT_SHOWN}
_TYPES: dict[Any, Any] = {**empty_frame(REMITS)[TAKEN].dtypes.to_dict(), **_FOUND, **WRITTEN}
"""Every column of checked lines, and what it holds."""

Which = Sequence[nw.Expr]
"""What holds of the lines that are asked for; nothing where all are."""


def kept_lines(batches: Iterable[tuple["pd.Series[int]", pd.DataFrame]]) -> Frame:
    """Batches of checked lines, with the numbers of their places in the table, kept on the disk: one is in memory."""
    return kept_frames(lines.assign(**{PLACE: place.to_numpy()}) for place, lines in batches)


def lines_of(lines: Frame, which: Which = (), *names: str) -> pd.DataFrame:
    """Those of the checked lines that `which` holds of, in the order of the table; these columns of them, or all."""
    rows = _rows(lines, which)
    if isinstance(lines, pd.DataFrame):
        return _native(rows.select(*names) if names else rows)
    return _in_order(rows, names)


def least(lines: Frame, which: Which, by: Sequence[str], most: int) -> pd.DataFrame:
    """Of these lines the first `most` by some columns, the least first, in their order; of lines alike the first."""
    rows = _rows(lines, which)
    if isinstance(lines, pd.DataFrame):
        found = _native(rows)
    else:
        found = _in_order(rows.sort(*by, PLACE, nulls_last=True).head(most), ())
    return found.sort_values([*by], kind="stable").head(most)


def how_many(lines: Frame, which: Which = ()) -> int:
    """How many of the checked lines `which` holds of."""
    found: int = fetch_one(_rows(lines, which).select(lines=nw.len()))["lines"]
    return found


class Extent(NamedTuple):
    """How many checked lines there are, and the first and last day on which they were paid."""

    lines: int
    first: date | None
    last: date | None


def extent(lines: Frame) -> Extent:
    """The extent of the checked lines."""
    paid = nw.col("paid_date")
    return Extent(**fetch_one(_rows(lines).select(lines=nw.len(), first=paid.min(), last=paid.max())))


def sums(lines: Frame, which: Which = (), *by: str) -> pd.DataFrame:
    """How many (`lines`) of these lines there are and their MONEY, by some columns and by KINDS, in no order."""
    keys = dict.fromkeys((*by, *KINDS))
    summed = _rows(lines, which).group_by(*keys).agg(nw.len().alias("lines"), nw.col(*MONEY).sum())
    found = summed.with_columns(nw.col("lines", *MONEY).cast(nw.Int64())).collect().to_pandas()
    return found.astype({name: _TYPES[name] for name in keys})


def payers(lines: Frame) -> list[str]:
    """Every name of a payer on checked lines, sorted."""
    return remembered(_payers, lines)


def _payers(lines: Frame) -> list[str]:
    return sorted(_rows(lines).select("payer").unique().collect()["payer"].to_list())


def _rows(lines: Frame, which: Which = ()) -> Rows:
    rows: Rows = nw.from_native(lines).lazy()
    return rows.filter(*which) if which else rows


def _native(rows: Rows) -> pd.DataFrame:
    found: pd.DataFrame = rows.to_native()
    return found


def _in_order(rows: Rows, names: Sequence[str]) -> pd.DataFrame:
    wanted = names or tuple(_TYPES)
    return as_frame(rows.select(*wanted, PLACE).collect().to_native(), PLACE, {name: _TYPES[name] for name in wanted})
