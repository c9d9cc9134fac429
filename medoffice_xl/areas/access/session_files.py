"""A list of sessions and blocks, typed in a spreadsheet or exported from a scheduler's template."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from medoffice_xl.areas.access.clock import as_clock, length_of, minute_of
from medoffice_xl.areas.access.own_cells import read_cells
from medoffice_xl.readers.body import open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.left_out import leave_out
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.typed import type_columns
from medoffice_xl.tables import empty_frame
from medoffice_xl.tables.appointments import BLOCK, OPEN_SESSION, SESSIONS

KIND = "sessions"
_NEEDED = ("provider", "day", "starts", "minutes", "kind")
_PLAIN = tuple(column for column in SESSIONS if column.name not in ("starts", "minutes"))
_WORDS = {"blocked": BLOCK, "closed": BLOCK, "available": OPEN_SESSION, "session": OPEN_SESSION}


def recognises(file: File) -> int:
    """A list of sessions has providers, days, times, lengths, and whether each is open or blocked; no patients."""
    found = find_header(file.grid, SESSIONS.columns, file.mapping).places.keys()
    return 93 if set(_NEEDED) <= found else NO


def read(path: Path, mapping: Mapping[str, str] | None = None) -> Reading:
    """A row a session or block. One without a day, time or length is a problem and is not taken in."""
    body = open_body(path, "a list of sessions", SESSIONS.columns, _NEEDED, mapping)
    typed = type_columns(body, _PLAIN, ("day",))
    problems = [*body.problems, *typed.problems]
    starts = read_cells(body, "starts", minute_of, "a time of day", "Write it as 08:30 or 2:05 PM.", problems)
    minutes = read_cells(body, "minutes", length_of, "a length in minutes", "Write it as 180.", problems)
    frame = typed.frame.assign(
        line=body.lines, starts=[as_clock(each) for each in starts], minutes=pd.Series(minutes, dtype="Int64")
    )
    frame["kind"] = frame["kind"].str.casefold().replace(_WORDS)
    for name, empty in (("day", frame["day"].isna()), ("starts", frame["starts"] == ""),
                        ("minutes", frame["minutes"].isna()), ("provider", frame["provider"] == "")):  # fmt: skip
        frame = leave_out(body, frame, empty.loc[frame.index], name, "The cell is empty or no such value; the row was "
                          "not taken in.", "Fill it in.", problems)  # fmt: skip
    strange = ~frame["kind"].isin(SESSIONS["kind"].choices)
    frame = leave_out(body, frame, strange, "kind", "This kind is not known; the row was not taken in.",
                      "Use open or block.", problems)  # fmt: skip
    rows = frame[SESSIONS.names].astype(empty_frame(SESSIONS).dtypes.to_dict()).reset_index(drop=True)
    return Reading(path.name, KIND, {SESSIONS.name: rows}, problems)


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping), SESSIONS.columns)
