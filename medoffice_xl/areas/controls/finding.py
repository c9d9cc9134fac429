"""What a test of the controls gives: things to look at, each with its dollars, its rows and what to do.

A finding is a question and never an accusation: nearly all have a plain answer, which is then written down.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from medoffice_xl.ledger.rows import Frame, as_pandas, take
from medoffice_xl.tables import Table, empty_frame


@dataclass(frozen=True, slots=True)
class Row:
    """One row behind a finding: its day, whom or what it is about, by what it is found, and its cents."""

    day: date | None
    who: str
    reference: str
    cents: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `count` are the rows it is about, which `rows` may show only in part."""

    what: str
    cents: int
    count: int
    to_do: str
    rows: Sequence[Row] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One part of a test: what was tested on what, and what is to be looked at; or why it was not tested."""

    test: str
    title: str
    tested: str = ""
    findings: Sequence[Finding] = ()
    not_tested: str = ""


def known(frame: Frame | None, table: Table, day: str, as_of: date, *names: str) -> pd.DataFrame:
    """The named columns of the rows that count by the day; rows without a day stay in. None is an empty table."""
    if frame is None:
        return empty_frame(table)[list(dict.fromkeys((*names, day)))]
    rows = as_pandas(take(frame, table, *dict.fromkeys((*names, day))), table)
    return rows[rows[day].isna() | (rows[day] <= pd.Timestamp(as_of))].reset_index(drop=True)


def row_each(rows: pd.DataFrame, day: str, who: str, reference: str, cents: str = "amount") -> tuple[Row, ...]:
    """Each row of a frame as a row of a finding."""
    return tuple(_rows(rows, day, who, reference, cents))


def _rows(rows: pd.DataFrame, day: str, who: str, reference: str, cents: str) -> Iterator[Row]:
    for on, name, said, amount in zip(rows[day], rows[who], rows[reference], rows[cents], strict=True):
        yield Row(None if pd.isna(on) else on.date(), str(name), str(said), int(amount))
