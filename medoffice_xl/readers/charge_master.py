"""The practice's list prices, from an export of the practice-management system, to *Charge master*."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from medoffice_xl.readers.body import open_body
from medoffice_xl.readers.file import File
from medoffice_xl.readers.headers import find_header, normalised
from medoffice_xl.readers.left_out import leave_out
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.typed import type_columns
from medoffice_xl.tables import CHARGE_MASTER, Column, empty_frame

KIND = "charge master"
COLUMNS: tuple[Column, ...] = CHARGE_MASTER.columns

_NOT_OURS = {
    "payer",
    "payor",
    "insurance",
    "plan",
    "dos",
    "dateofservice",
    "servicedate",
    "claimid",
    "claimno",
    "claim",
}


def recognises(file: File) -> int:
    """A charge master has a code and a list price, no payer and no service."""
    found = find_header(file.grid, COLUMNS)
    priced = {"code", "list_price"} <= set(found.places)
    return 80 if priced and not _NOT_OURS & {normalised(heading) for heading in found.headings} else NO


def read(path: Path, mapping: Mapping[str, str] | None = None) -> Reading:
    """The rows of a charge master; rows without code or price, or with one that cannot be, are reported."""
    body = open_body(path, "a charge master", COLUMNS, ("code", "list_price"), mapping)
    typed = type_columns(body, COLUMNS, ("code", "list_price"))
    frame = typed.frame.assign(line=pd.Series(body.lines, dtype="int64"))
    frame["code"] = frame["code"].str.upper()
    frame["mods"] = frame["mods"].str.upper().str.replace(r"[\s,;:/]+", " ", regex=True).str.strip()
    frame = frame.drop(index=sorted(typed.unreadable))
    problems = [*body.problems, *typed.problems]
    for name, called in (("code", "code"), ("list_price", "price")):
        empty = frame[name].isna() | (frame[name] == "") if name == "code" else frame[name].isna()
        found = f"The row has no {called}; it was not taken in."
        frame = leave_out(body, frame, empty, name, found, "Fill it in.", problems)
    negative = (frame["list_price"] <= 0).fillna(False)
    frame = leave_out(
        body, frame, negative, "list_price", "The price is zero or less; the row was not taken in.",
        "Correct the price.", problems,
    )  # fmt: skip
    again = frame.duplicated(list(CHARGE_MASTER.key))
    frame = leave_out(
        body, frame, again, "code", "The code already has a price from this day; the row was not taken in.",
        "Keep the right one of the two.", problems,
    )  # fmt: skip
    rows = frame[CHARGE_MASTER.names].astype(empty_frame(CHARGE_MASTER).dtypes.to_dict()).reset_index(drop=True)
    return Reading(path.name, KIND, {"charge_master": rows}, problems)


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping), COLUMNS)
