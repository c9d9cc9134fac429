"""Rows that many figures begin with, worked out once where the frame that holds them would do it for every question.

A database answers each question from the beginning: balances from the entries, the entries from the files. Frames in
memory are worked out already, and are handed back as they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, cast
from weakref import finalize

import narwhals as nw
import numpy as np
import pandas as pd

from medoffice_xl.lake.database import connection
from medoffice_xl.lake.kept_files import put_aside, read_again
from medoffice_xl.lake.parts import in_order
from medoffice_xl.lake.room import own_room
from medoffice_xl.ledger.rows import Rows

NUMBER = "number_of_row"

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


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class KeptFrame:
    """A frame in parts on the disk: a relation of them, in which NUMBER says the order, and what the columns hold."""

    rows: Any
    types: Mapping[Any, Any]

    @classmethod
    def of(cls, parts: Iterable[pd.DataFrame]) -> "KeptFrame":
        """The parts one after another, at least one, all of the first one's columns."""
        types: dict[Any, Any] = {}
        rows = kept_frames(_numbered(parts, types))
        return cls(rows, types)

    def read(self, where: str = "true", names: Sequence[str] = ()) -> pd.DataFrame:
        """The rows that `where` holds of, in SQL in which the frame itself is called `kept`; these columns, or all."""
        wanted = [*(names or self.types)]
        listed = ", ".join(f'"{name}"' for name in (*wanted, NUMBER))
        found = self.rows.query("kept", _READ.format(wanted=listed, where=where)).to_arrow_table()
        return as_frame(found, NUMBER, {name: self.types[name] for name in wanted})


_READ = "SELECT {wanted} FROM kept WHERE {where}"


def as_frame(rows: Any, by: str, types: Mapping[Any, Any]) -> pd.DataFrame:
    """Arrow's rows in the order of a number, as a frame of `types`; a database hands rows out in any order."""
    ordered = in_order(rows, by).select([*types])
    found: pd.DataFrame = ordered.to_pandas(split_blocks=True, self_destruct=True)
    return found.astype(dict(types))


def _numbered(parts: Iterable[pd.DataFrame], types: dict[Any, Any]) -> Iterator[pd.DataFrame]:
    """The parts with the numbers of their rows in all of them; what the columns hold is put down in `types`."""
    first = 0
    for part in parts:
        types.update(part.dtypes.to_dict())
        yield part.assign(**{NUMBER: np.arange(first, first + len(part))})
        first += len(part)


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
