"""Which files are already in the workbook, told by their content."""

import hashlib
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.tables import IMPORTS, empty_frame


def content_hash(path: Path) -> str:
    """SHA-256 of a file's bytes, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def taken_in_before(imports: pd.DataFrame, digest: str) -> tuple[str, date] | None:
    """The name and day under which this content was taken in; None if it never was."""
    found = imports[imports["content_hash"] == digest]
    if found.empty:
        return None
    first = found.iloc[0]
    return str(first["file"]), first["imported"].date()


def import_row(
    file: str, kind: str, digest: str, today: date, *, added: int, changed: int, unchanged: int, problems: int
) -> pd.DataFrame:
    """One row of *Imports*."""
    row = {
        "file": file,
        "kind": kind,
        "content_hash": digest,
        "imported": pd.Timestamp(today),
        "added": added,
        "changed": changed,
        "unchanged": unchanged,
        "problems": problems,
    }
    return pd.DataFrame([row]).astype(empty_frame(IMPORTS).dtypes.to_dict())
