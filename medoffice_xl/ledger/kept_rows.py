"""Rows that many figures begin with, worked out once where the frame that holds them would do it for every question.

A database answers each question from the beginning: balances from the entries, the entries from the files. Frames in
memory are worked out already, and are handed back as they are.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any, cast
from weakref import finalize

import narwhals as nw
import pandas as pd

from medoffice_xl.lake.database import connection
from medoffice_xl.lake.kept_files import put_aside, read_again
from medoffice_xl.lake.room import own_room
from medoffice_xl.ledger.rows import Rows

_numbers = count()


def kept_rows(rows: Rows) -> Rows:
    """The same rows, worked out, for as long as anything is left that is made of them.

    Those of a database lie in a file of this process's own room, column by column: none of them stays in memory.
    """
    native = rows.to_native()
    if rows.implementation.is_pyspark():
        return cast("Rows", nw.from_native(native.cache()))
    if not rows.implementation.is_duckdb():
        return rows
    with _kept_files() as files:
        files.append(_new_file())
        put_aside(native, files[0])
    kept = native.query(f"to_{files[0].stem}", read_again(files))
    _go_with(kept, files)
    return cast("Rows", nw.from_native(kept).lazy())


def kept_frames(frames: Iterable[pd.DataFrame]) -> Any:
    """The rows of frames that come one after another, at least one, as a relation; one is in memory at a time."""
    import pyarrow as pa  # noqa: PLC0415  (cell functions import without it)

    with _kept_files() as files:
        for frame in frames:
            files.append(_new_file())
            put_aside(connection().from_arrow(pa.Table.from_pandas(frame, preserve_index=False)), files[-1])
    kept = connection().sql(read_again(files))
    _go_with(kept, files)
    return kept


def _new_file() -> Path:
    return own_room() / f"kept_{next(_numbers)}.parquet"


@contextmanager
def _kept_files() -> Iterator[list[Path]]:
    """Files to be written; all of them go where one of them is not whole."""
    files: list[Path] = []
    try:
        yield files
    except BaseException:
        _let_go(files)
        raise


def _go_with(kept: Any, files: list[Path]) -> None:
    """Take the files away when nothing is left that is made of the relation that reads them.

    Relations hold on to those they are made of, so that this one goes last. At the end the room goes as a whole.
    """
    finalize(kept, _let_go, files).atexit = False


def _let_go(files: list[Path]) -> None:
    for file in files:
        with suppress(OSError):  # Windows keeps what is being read: it goes with the room
            file.unlink()
