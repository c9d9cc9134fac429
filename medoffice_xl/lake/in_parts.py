"""Rows of a ledger sorted into parts on the disk: each part is then read by itself, and all of them in the time of one.

Asked for one part after another, a database would read all rows for each of them: twenty parts, twenty times.
"""

import shutil
from collections.abc import Iterator
from itertools import count
from typing import Any

from medoffice_xl.lake.kept_files import put_aside, read_again
from medoffice_xl.lake.room import own_room

_PART = "number_of_part"

_numbers = count()


def in_parts(rows: Any, part: str, parts: int) -> Iterator[Any]:
    """The rows of each part as a relation, in no order, to be read before the next is asked for.

    `part` says in SQL which one a row belongs to, from 0 on.
    """
    if parts == 1:
        yield rows
        return
    name = f"parts_{next(_numbers)}"
    folder = own_room() / name
    try:
        numbered = rows.project(f"*, {part} AS {_PART}")
        put_aside(numbered, folder, partition_by=[_PART])
        for number in range(parts):
            files = sorted((folder / f"{_PART}={number}").glob("*.parquet"))
            yield rows.query(name, read_again(files)) if files else rows.limit(0)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
