"""Which claim a line is of where an export has no claim numbers: visit, else account and day, and that is said."""

import hashlib
import re
from collections.abc import Sequence

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.pm_export.columns import field_of
from medoffice_xl.readers.typed import text

_NUMBER_IN_LABEL = re.compile(
    r"(?i)(?:acct|account|chart|patient|client|mrn|id|no|number|#)\s*(?:no|number|id|#)?\.?\s*[:#(]\s*([A-Z0-9][A-Z0-9-]*\d[A-Z0-9-]*|\d+)"
    r"|\(([A-Z0-9-]*\d[A-Z0-9-]*)\)"
)


def claims_of(body: Body, frame: pd.DataFrame, labels: Sequence[str]) -> tuple["pd.Series[str]", list[Problem]]:
    """The claim of each row, "" where nothing says it; and what stood in for it, in words.

    `labels` are the labels above each row, which may tell the account.
    """
    problems: list[Problem] = []
    claim = frame["claim_id"]
    if (claim != "").all():
        return claim, problems
    account = _accounts(body, frame, labels)
    day = frame["dos"].dt.strftime("%Y-%m-%d").fillna("")
    whole = "claim_id" not in body.cells
    for found, called in (
        (frame["visit"], "the visit"),
        ((account + " " + day).where((account != "") & (day != ""), ""), "account and day of service"),
        (_people(body, frame, day), "the patient, told apart without the name, and day of service"),
    ):
        instead = (claim == "") & (found != "")
        if instead.any():
            claim = claim.where(~instead, found).astype("str")
            problems.append(_stood_in(body, frame, instead, called))
    alone = (claim == "") & (day != "")
    if whole and alone.any():
        counted = (day.groupby(day).cumcount() + 1).astype("str")
        claim = claim.where(~alone, day + " #" + counted).astype("str")
        problems.append(_stood_in(body, frame, alone, "day of service and place in the file", Severity.DATA))
    return claim, problems


def _accounts(body: Body, frame: pd.DataFrame, labels: Sequence[str]) -> "pd.Series[str]":
    """Account numbers, of the row or of the label above it."""
    told = {label: _number_in(label) for label in {*labels}}
    above = pd.Series([told[label] for label in labels], frame.index, dtype="str")
    return frame["patient_acct"].where(frame["patient_acct"] != "", above).astype("str")


def _number_in(label: str) -> str:
    found = _NUMBER_IN_LABEL.search(label)
    return (found[1] or found[2]) if found else ""


def _people(body: Body, frame: pd.DataFrame, day: "pd.Series[str]") -> "pd.Series[str]":
    """Day and a short mark of who the patient is: the same for the same name, and no name can be read from it."""
    cells = [body.cells[name] for name in body.cells if field_of(name) == "patient"]
    names = [" ".join(text(cell).casefold() for cell in row) for row in zip(*cells, strict=True)]
    marks = {name: hashlib.sha256(name.encode()).hexdigest()[:8] if name.strip() else "" for name in {*names}}
    mark = pd.Series([marks[name] for name in names] or [""] * len(frame), frame.index, dtype="str")
    return (day + " " + mark).where((mark != "") & (day != ""), "").astype("str")


def _stood_in(
    body: Body, frame: pd.DataFrame, rows: "pd.Series[bool]", called: str, severity: Severity = Severity.NOTE
) -> Problem:
    return Problem(
        severity,
        f"{int(rows.sum()):,} rows have no claim number; {called} stands for it.",
        "Export the claim number as sent to the payer too: remittances are matched by it.",
        body.file,
        body.lines[int(rows.to_numpy().argmax())],
        body.match.heading("claim_id"),
    )
