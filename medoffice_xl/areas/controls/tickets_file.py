"""The list of numbered tickets that came back, typed in a spreadsheet or exported."""

from collections.abc import Mapping
from pathlib import Path

from medoffice_xl.areas.controls.tables import TICKETS
from medoffice_xl.readers.body import open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.left_out import leave_out
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.typed import type_columns
from medoffice_xl.tables import empty_frame

KIND = "tickets"


def recognises(file: File) -> int:
    """A list of tickets has their numbers and what became of them."""
    places = find_header(file.grid, TICKETS.columns).places
    return 94 if {"ticket", "state"} <= places.keys() else NO


def read(path: Path, mapping: Mapping[str, str] | None = None) -> Reading:
    """A row a ticket. One whose state is not known is a problem and is not taken in."""
    body = open_body(path, "a list of tickets", TICKETS.columns, ("ticket", "state"), mapping)
    typed = type_columns(body, TICKETS.columns, ("ticket",))
    problems = [*body.problems, *typed.problems]
    frame = typed.frame.assign(line=body.lines)
    frame["state"] = frame["state"].str.casefold().replace({"void": "voided", "cancelled": "voided", "ok": "used"})
    strange = ~frame["state"].isin(TICKETS["state"].choices)
    frame = leave_out(body, frame, strange, "state", "This state is not known; the row was not taken in.",
                      "Use used or voided.", problems)  # fmt: skip
    frame = leave_out(body, frame, frame["ticket"] == "", "ticket", "The number is empty; the row was not taken in.",
                      "Fill it in.", problems)  # fmt: skip
    rows = frame[TICKETS.names].astype(empty_frame(TICKETS).dtypes.to_dict()).reset_index(drop=True)
    return Reading(path.name, KIND, {"tickets": rows}, problems)


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping), TICKETS.columns)
