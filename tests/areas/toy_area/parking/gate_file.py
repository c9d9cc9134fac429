"""The gate's own list of takings: a month and a fee a row."""

from pathlib import Path

from medoffice_xl.areas.parking.tables import PARKING_FEES

from medoffice_xl.readers.body import open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.headers import find_header
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.typed import type_columns
from medoffice_xl.tables import empty_frame

KIND = "parking fees"


def recognises(file: File) -> int:
    """Only a gate writes gate months and gate fees."""
    return CERTAIN if {"month", "fee"} <= set(find_header(file.grid, PARKING_FEES.columns).places) else NO


def read(path: Path) -> Reading:
    """The takings, month by month."""
    body = open_body(path, KIND, PARKING_FEES.columns, ("month", "fee"), None)
    typed = type_columns(body, PARKING_FEES.columns, ("month", "fee"))
    frame = typed.frame.drop(index=sorted(typed.unreadable))
    rows = frame[PARKING_FEES.names].astype(empty_frame(PARKING_FEES).dtypes.to_dict())
    return Reading(path.name, KIND, {"parking_fees": rows.reset_index(drop=True)}, [*body.problems, *typed.problems])


READER = Reader(KIND, recognises, lambda file: read(file.path), PARKING_FEES.columns)
