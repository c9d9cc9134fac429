"""Lines of a bank from an OFX or QFX file, as Quicken and QuickBooks take it."""

import re
from dataclasses import asdict
from pathlib import Path

import pandas as pd

from medoffice_xl.areas.controls.bank_lines import as_bank
from medoffice_xl.areas.controls.ofx import read_ofx
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.file import File
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading

KIND = "bank OFX"

_MARK = re.compile(rb"(?i)OFXHEADER|<OFX>")


def recognises(file: File) -> int:
    """The file says itself that it is one."""
    return CERTAIN if _MARK.search(file.begins[:4096]) else NO


def read(path: Path) -> Reading:
    """Every line, known by the bank's own number of it (FITID)."""
    found = read_ofx(path)
    problems = []
    if found.unreadable:
        told = f"{found.unreadable:,} lines of the statement have no day, amount or id; they were not taken in."
        problems.append(Problem(Severity.MONEY, told, "Download the file again.", path.name))
    rows = pd.DataFrame([asdict(line) for line in found.lines], columns=list(_FIELDS)).rename(columns=_FIELDS)
    rows = rows.assign(posted=pd.to_datetime(rows["posted"]).astype("datetime64[us]"), balance=None)
    rows["balance"] = rows["balance"].astype("Int64")
    return Reading(path.name, KIND, {"bank": as_bank(rows)}, problems, understood=f"{len(rows):,} bank lines")


_FIELDS = {
    "account": "account", "fitid": "line_id", "day": "posted", "cents": "amount", "description": "description",
    "kind": "type", "check_number": "check_number",
}  # fmt: skip

READER = Reader(KIND, recognises, lambda file: read(file.path))
