"""Whom a line is billed to, as far as an export says so: a payer, or nobody but the patient."""

import re

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.heading_words import words
from medoffice_xl.readers.pm_export.columns import field_of
from medoffice_xl.readers.typed import text

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


def payers_of(body: Body, frame: pd.DataFrame) -> "pd.Series[str]":
    """The payer of each row; Self-pay where none is named."""
    if "payer" not in body.cells:
        return pd.Series(NOT_NAMED, frame.index, dtype="str")
    nobody = {name for name in frame["payer"].unique() if _is_blank(name) or frozenset(words(name)) in _NOBODY}
    themselves = _patients_themselves(body, frame["payer"])
    return frame["payer"].mask(frame["payer"].isin(nobody) | themselves, SELF_PAY).astype("str")


def _patients_themselves(body: Body, payer: "pd.Series[str]") -> "pd.Series[bool]":
    """Rows that are billed to the patient by name, however it is turned: `Roe, Ann` and `Ann Roe`."""
    same = pd.Series(False, payer.index)
    for name in (name for name in body.cells if len(payer) and field_of(name) == "patient"):
        patients = pd.Series([text(cell) for cell in body.column(name)], payer.index, dtype="str")
        pairs = pd.DataFrame({"patient": patients, "payer": payer}).drop_duplicates()
        hit = pairs[[bool(one := _parts(a)) and one == _parts(b) for a, b in pairs.itertuples(index=False)]]
        same |= pd.MultiIndex.from_arrays([patients, payer]).isin(pd.MultiIndex.from_frame(hit))
    return same


def _parts(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", name.casefold()))


def _is_blank(name: str) -> bool:
    """Whether nothing stands there, or only signs such as a dash."""
    return not any(map(str.isalnum, name))


def says_nobody(body: Body, rows: pd.DataFrame) -> "pd.Series[bool]":
    """Which of these rows say outright that nobody but the patient is billed: a blank payer does not say so."""
    if "payer" not in body.cells:
        return pd.Series(False, rows.index)
    filled = body.column("payer").where(lambda cell: not _is_blank(text(cell)))
    return pd.Series(filled[rows.index], rows.index) & rows["payer"].eq(SELF_PAY)


def payer_remarks(body: Body, lines: "pd.Series[int]") -> list[Problem]:
    """What is to be said of lines (by their numbers, by their rows) that name no payer."""
    if "payer" not in body.cells:
        advice = "Export the payer's name too, or name the column that holds it: every figure by payer needs it."
        found = f"The export names no payers; all lines stand under “{NOT_NAMED}”."
        return [Problem(Severity.DATA, found, advice, body.file)]
    blank = lines[body.column("payer").where(lambda cell: _is_blank(text(cell)))[lines.index]].tolist()
    if not blank:
        return []
    found = f"{len(blank):,} lines name no payer; they were taken in as {SELF_PAY}."
    advice = "Nothing to do if nobody but the patient was billed; otherwise fill the payer in and export again."
    return [Problem(Severity.NOTE, found, advice, body.file, blank[0], body.match.heading("payer"))]


def responsible_of(body: Body, frame: pd.DataFrame) -> tuple["pd.Series[str]", list[Problem]]:
    """Who owes now, where the column tells payers or roles. Where it holds people it is left out, and that is said."""
    told = frame["responsible"]
    filled = told[told != ""]
    if not len(filled):
        return told, []
    payers = {name.casefold() for name in frame["payer"].unique()} - {""}
    known = filled.str.casefold().map({cell: _is_no_person(cell, payers) for cell in filled.str.casefold().unique()})
    if known.mean() > _MOSTLY:
        kept = told.where(told.isin(filled[known].unique()), "").astype("str")
        left = int((~known).sum())
    else:
        kept, left = pd.Series("", frame.index, dtype="str"), len(filled)
    if not left:
        return kept, []
    heading = body.match.heading("responsible")
    found = f"“{heading}” names people in {left:,} rows; they were left out to keep patients private."
    return kept, [Problem(Severity.NOTE, found, "Nothing to do.", body.file, column=heading)]


def _is_no_person(cell: str, payers: set[str]) -> bool:
    return cell in payers or bool(_ROLES & {*cell.replace("-", " ").split()} and "," not in cell)
