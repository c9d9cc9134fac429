"""Files of remittances (835) of a group's practices, read where they lie: on this machine, or by Spark's processes.

They are looked at, and go into no ledger: what a file holds, what it paid, and what cannot be read and why.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa

from medoffice_xl.errors import BookError, MedOfficeError
from medoffice_xl.files.passed_over import why_not
from medoffice_xl.group.practice import GroupPractice
from medoffice_xl.lake.columns import arrow_schema
from medoffice_xl.readers.era.reader import read
from medoffice_xl.tables import REMITS

FILES = pa.schema([("practice", pa.string()), ("path", pa.string())])
"""A file of a practice, by the practice's mark."""

READ = pa.schema([*FILES, ("refused", pa.string()), *arrow_schema(REMITS, REMITS.names)])
"""A line of a file; or, with what is wrong with it in `refused`, a file that cannot be read."""


@dataclass(frozen=True, slots=True)
class Remitted:
    """What a practice's files hold: how many were read, their lines, cents charged and paid; and the refused ones."""

    files: int = 0
    lines: int = 0
    charged: int = 0
    paid: int = 0
    refused: Mapping[str, str] = field(default_factory=dict)


def files_of(practices: Sequence[GroupPractice], folder: str) -> pa.Table:
    """The files in the folder of this name beside each practice's workbook; raises BookError where there is none."""
    found: list[tuple[str, str]] = []
    for each in practices:
        place = each.folder / folder
        if not place.is_dir():
            raise BookError(f"{each.name} has no folder {place}. Name the folder beside each workbook.")
        files = sorted(path for path in place.rglob("*") if path.is_file() and not why_not(path))
        found += [(each.mark, str(path)) for path in files]
    marks, paths = zip(*found, strict=True) if found else ((), ())
    return pa.table([pa.array(marks, pa.string()), pa.array(paths, pa.string())], schema=FILES)


def lines_of(files: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The lines of these files, file by file: what a process of Spark's does with those it is given."""
    for batch in files:
        for row in batch.to_pylist():
            yield from _read(row["practice"], row["path"]).to_batches()


def _read(practice: str, path: str) -> pa.Table:
    """The lines of one file, or a row that says why there are none."""
    try:
        frame = read(Path(path)).tables[REMITS.name]
    except MedOfficeError as error:
        return pa.Table.from_pylist([{"practice": practice, "path": path, "refused": str(error)}], READ)
    lines = pa.Table.from_pandas(frame[REMITS.names], arrow_schema(REMITS, REMITS.names), preserve_index=False)
    said = {"practice": practice, "path": path, "refused": ""}
    columns = [pa.array([said[name]] * len(lines), pa.string()) for name in said]
    return pa.table([*columns, *lines.columns], schema=READ)


def read_here(files: pa.Table) -> Mapping[str, Remitted]:
    """What the files hold, by the practice's mark, read on this machine one after another."""
    return added_up(_sums(pa.Table.from_batches([batch])) for batch in lines_of(files.to_batches()))


def added_up(parts: Iterable[pd.DataFrame]) -> Mapping[str, Remitted]:
    """Sums by practice and file as what each practice's files hold."""
    rows = pd.concat([_no_sums(), *parts], ignore_index=True)
    found = {}
    for mark, mine in rows.groupby("practice", sort=True):
        bad = mine[mine["refused"] != ""].sort_values("path")
        good = mine[mine["refused"] == ""]
        found[str(mark)] = Remitted(
            files=good["path"].nunique(),
            lines=int(good["lines"].sum()),
            charged=int(good["charged"].sum()),
            paid=int(good["paid"].sum()),
            refused=dict(zip(bad["path"], bad["refused"], strict=True)),
        )
    return found


def _no_sums() -> pd.DataFrame:
    return pd.DataFrame({name: [] for name in ("practice", "path", "refused", "lines", "charged", "paid")})


def _sums(lines: Any) -> pd.DataFrame:
    frame: pd.DataFrame = lines.select(["practice", "path", "refused", "charge", "paid"]).to_pandas()
    by = frame.groupby(["practice", "path", "refused"], as_index=False)
    return by.agg(lines=("paid", "count"), charged=("charge", "sum"), paid=("paid", "sum"))
