"""Which files are already in the workbook, told by their content."""

import hashlib
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.reading import Reading


def content_hash(path: Path) -> str:
    """SHA-256 of a file's bytes, as hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def taken_in_before(imports: pd.DataFrame, digest: str, kind: str, told: str) -> tuple[str, date] | None:
    """The name and day under which this content was taken in so; None if it never was."""
    found = imports[(imports["content_hash"] == digest) & (imports["kind"] == kind) & (imports["told"] == told)]
    if found.empty:
        return None
    first = found.iloc[0]
    return str(first["file"]), first["imported"].date()


def told_otherwise(imports: pd.DataFrame, reading: Reading, digest: str) -> list[Problem]:
    """What is to be said where the same content was taken in before, with something else said of it."""
    found = imports[imports["content_hash"] == digest]
    if found.empty:
        return []
    last = found.iloc[-1]
    before, now = (
        ", ".join(filter(None, (kind, told)))
        for kind, told in ((last["kind"], last["told"]), (reading.kind, reading.told))
    )
    problem = f"This content was taken in on {last['imported'].date()} as {before}; now it was taken in again as {now}."
    same = last["kind"] == reading.kind
    advice = (
        "Rows that only the first import made are still there; remove them if they are wrong."
        if same
        else f"The rows of the first import, {last['kind']}, are still there; remove them if they are wrong."
    )
    return [Problem(Severity.NOTE if same else Severity.DATA, problem, advice, reading.file)]


def import_row(
    reading: Reading, digest: str, today: date, *, added: int, changed: int, unchanged: int, problems: int
) -> dict[str, object]:
    """One row of *Imports*."""
    return {
        "file": reading.file,
        "kind": reading.kind,
        "told": reading.told,
        "content_hash": digest,
        "imported": pd.Timestamp(today),
        "added": added,
        "changed": changed,
        "unchanged": unchanged,
        "problems": problems,
    }
