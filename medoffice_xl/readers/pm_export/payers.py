"""Whom a line is billed to, as far as an export says so: a payer, or nobody but the patient."""

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.heading_words import words

SELF_PAY = "Self-pay"
NOT_NAMED = "Payer not named"
"""Stands for the payer in exports that have no column for it."""

_NAMES_OF_NOBODY = """
self; self pay; selfpay; patient; private pay; cash; cash pay; uninsured; none; no insurance; patient self pay; null;
self pay patient; guarantor; not insured; patient responsibility; n a
"""
_NOBODY = frozenset(frozenset(words(said)) for said in _NAMES_OF_NOBODY.split(";"))
_NAMES_OF_ROLES = "patient insurance primary secondary tertiary self guarantor payer none client pt ins collections"
_ROLES = frozenset(_NAMES_OF_ROLES.split())
_MOSTLY = 0.5


def payers_of(body: Body, frame: pd.DataFrame) -> tuple["pd.Series[str]", list[Problem]]:
    """The payer of each line; Self-pay where none is named, counted and said."""
    if "payer" not in body.cells:
        advice = "Export the payer's name too, or name the column that holds it: every figure by payer needs it."
        found = f"The export names no payers; all lines stand under “{NOT_NAMED}”."
        return pd.Series(NOT_NAMED, frame.index, dtype="str"), [Problem(Severity.DATA, found, advice, body.file)]
    nobody = {name for name in frame["payer"].unique() if not name or frozenset(words(name)) in _NOBODY}
    own = frame["payer"].isin(nobody)
    blank = frame["payer"] == ""
    payer = frame["payer"].mask(own, SELF_PAY).astype("str")
    if not blank.any():
        return payer, []
    return payer, [
        Problem(
            Severity.NOTE,
            f"{int(blank.sum()):,} lines name no payer; they were taken in as {SELF_PAY}.",
            "Nothing to do if nobody but the patient was billed; otherwise fill the payer in and export again.",
            body.file,
            body.lines[int(blank.to_numpy().argmax())],
            body.match.heading("payer"),
        )
    ]


def responsible_of(body: Body, frame: pd.DataFrame) -> tuple["pd.Series[str]", list[Problem]]:
    """Who owes now, where the column tells payers or roles. Where it holds people it is left out, and that is said."""
    told = frame["responsible"]
    filled = told[told != ""]
    if not len(filled):
        return told, []
    payers = {name.casefold() for name in frame["payer"].unique()} - {""}
    known = filled.str.casefold().map({cell: _is_no_person(cell, payers) for cell in filled.str.casefold().unique()})
    if known.mean() > _MOSTLY:
        return told.where(told.isin(filled[known].unique()), "").astype("str"), []
    heading = body.match.heading("responsible")
    found = f"“{heading}” names people; it was left out to keep patients private."
    nobody = pd.Series("", frame.index, dtype="str")
    return nobody, [Problem(Severity.NOTE, found, "Nothing to do.", body.file, column=heading)]


def _is_no_person(cell: str, payers: set[str]) -> bool:
    return cell in payers or bool(_ROLES & {*cell.replace("-", " ").split()} and "," not in cell)
