"""A biller's file that comes back: the rows he changed, with what stood there when the file was written."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from medoffice_xl.areas.worklists.tables import OPEN, WORKLIST
from medoffice_xl.areas.worklists.work_file_columns import COLUMNS, FILLED_IN, SENT
from medoffice_xl.problems import Severity
from medoffice_xl.readers.body import open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.left_out import leave_out
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.typed import type_columns
from medoffice_xl.tables import empty_frame

KIND = "work file"
NEEDED = ("claim_id", "status", "status_sent")


def recognises(file: File) -> int:
    """A work file has a claim's status now and as it was sent."""
    places = find_header(file.grid, COLUMNS).places
    return CERTAIN if {*NEEDED} <= places.keys() else NO


def read(path: Path, mapping: Mapping[str, str] | None = None) -> Reading:
    """The rows that were changed since the file was written, each with its words as sent and its `line`; a status that
    is none is a problem."""
    body = open_body(path, "a work file", COLUMNS, NEEDED, mapping)
    typed = type_columns(body, COLUMNS, ("claim_id",))
    # The title and the columns that only tell are our own: no news.
    problems = [one for one in (*body.problems, *typed.problems) if one.severity is not Severity.NOTE]
    rows = typed.frame.assign(line=body.lines)
    rows = rows[rows["claim_id"] != ""]
    touched = pd.Series(False, rows.index)
    for name in FILLED_IN:
        now, sent = rows[name], rows[name + SENT]
        touched |= (now != sent) & ~(now.isna() & sent.isna())
    rows = rows[touched]
    rows = rows.assign(status=rows["status"].str.casefold().where(rows["status"] != "", OPEN))
    strange = ~rows["status"].isin(WORKLIST["status"].choices)
    rows = leave_out(body, rows, strange, "status", "This status is not known; the row was not taken in.",
                     f"Use {', '.join(WORKLIST['status'].choices)}.", problems)  # fmt: skip
    frame = rows.astype(empty_frame(WORKLIST).dtypes.to_dict()).reset_index(drop=True)
    return Reading(path.name, KIND, {"worklist": frame}, problems, understood=f"{len(frame):,} claims worked")


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping), COLUMNS)
