"""Rows that many figures begin with, worked out once where the frame that holds them would do it for every question.

A database answers each question from the beginning: balances from the entries, the entries from the files. Frames in
memory are worked out already, and are handed back as they are.
"""

from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import cast
from weakref import finalize

import narwhals as nw

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
    name = f"kept_{next(_numbers)}"
    file = own_room() / f"{name}.parquet"
    try:
        put_aside(native, file)
    except BaseException:
        _let_go(file)
        raise
    kept = native.query(f"to_{name}", read_again([file]))
    # Relations hold on to those they are made of, so that this one goes last. At the end the room goes as a whole.
    finalize(kept, _let_go, file).atexit = False
    return cast("Rows", nw.from_native(kept).lazy())


def _let_go(file: Path) -> None:
    with suppress(OSError):  # Windows keeps what is being read: it goes with the room
        file.unlink()
