"""A biller's file meets the notes of the workbook: each cell by what it was when the file was written.

What only one of both changed is taken from him who changed it. Where both changed a cell to different words, the
workbook's stays, because somebody may have acted on it since, and what the file says is told.
"""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from medoffice_xl.areas.worklists.tables import OPEN, WORKLIST
from medoffice_xl.areas.worklists.work_file_columns import FILLED_IN, SENT
from medoffice_xl.intake.merge import differ, in_words
from medoffice_xl.problems import Problem, Severity


def meet_work(
    file: str, tables: Mapping[str, pd.DataFrame], book: Mapping[str, pd.DataFrame]
) -> tuple[Mapping[str, pd.DataFrame], list[Problem]]:
    """The tables of a file as they go into the book; what is no work file is left alone."""
    if "worklist" not in tables or FILLED_IN[0] + SENT not in tables["worklist"]:
        return tables, []
    notes, problems = _with_what_changed(file, tables["worklist"], book["worklist"])
    return {**tables, "worklist": notes}, problems


def worked_again(incoming: pd.DataFrame, current: pd.DataFrame) -> "pd.Series[bool]":
    """The notes that a work file states anew: what was emptied in it is empty."""
    return current["claim_id"].isin(incoming["claim_id"])


def _with_what_changed(file: str, incoming: pd.DataFrame, current: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """The notes as they shall be, and what both changed. A claim that the workbook has no note of is the file's."""
    rows = incoming.reset_index(drop=True)
    there = current.drop_duplicates("claim_id").set_index("claim_id")
    known = rows["claim_id"].isin(there.index)
    held = there.reindex(rows["claim_id"]).reset_index(drop=True)
    found, problems = {"claim_id": rows["claim_id"]}, []
    for name in FILLED_IN:
        now, sent = rows[name], rows[name + SENT]
        if name == "status":
            sent = sent.str.casefold().where(sent != "", OPEN)
        edited = differ(sent, now)
        both = known & edited & differ(sent, held[name]) & differ(held[name], now)
        found[name] = now.mask(known & (~edited | both), held[name])
        pairs = zip(rows[both].to_dict("records"), held[name][both], strict=True)
        problems += [_told(file, name, row, value) for row, value in pairs]
    return pd.DataFrame(found)[WORKLIST.names], problems


def _told(file: str, name: str, row: Mapping[Hashable, Any], held: object) -> Problem:
    column = WORKLIST[name]
    ours, theirs = (in_words(column, value) or "(empty)" for value in (held, row[name]))
    return Problem(
        Severity.DATA,
        f"Claim {row['claim_id']}: both were changed since the file was written. The workbook says “{ours}”, which "
        f"stays; the file says “{theirs}”.",
        "Where the file is right, write its words on Work notes.",
        file,
        int(row["line"]),
        column.header,
        theirs,
    )
