"""A line of a bank comes in two formats: OFX knows it by the bank's own number, CSV by its text.

On a day that both files cover, both have every line of it. So lines of one account, day and amount are the same line
as often as both have it; what only one of them has more often is more.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import pandas as pd

from medoffice_xl.problems import Problem, Severity

_KEY = ("account", "line_id")
_FILLED = ("check_number", "balance", "type")

Line = dict[str, Any]


def meet_bank(
    file: str, tables: Mapping[str, pd.DataFrame], book: Mapping[str, pd.DataFrame]
) -> tuple[Mapping[str, pd.DataFrame], list[Problem]]:
    """The tables of a file with its bank lines known as the book knows them; other tables are left alone."""
    if "bank" not in tables or tables["bank"].empty or book["bank"].empty:
        return tables, []
    incoming, there = tables["bank"], book["bank"]
    pairs = _pairs(incoming, there)
    if not pairs:
        return tables, []
    known = incoming.copy()
    for row, standing in pairs.items():
        for name in (*_KEY, "description"):
            known.loc[row, name] = there.loc[standing, name]
        for name in _FILLED:
            if not _is_empty(there.loc[standing, name]):
                known.loc[row, name] = there.loc[standing, name]
    return {**tables, "bank": known}, [_told(file, incoming, there, pairs)]


def _pairs(incoming: pd.DataFrame, there: pd.DataFrame) -> dict[Any, Any]:
    """Rows of the file by the rows of the book that are the same line under the other kind of id: those with most words
    of their texts in common first."""
    standing = _by_line(there, set(_keys(incoming)))
    found: dict[Any, Any] = {}
    for key, rows in _by_line(incoming, set(_keys(there))).items():
        likely = [(len(_words(row) & _words(other)), row["at"], other["at"])
                  for row in rows for other in standing.get(key, ()) if _are_one(row, other)]  # fmt: skip
        taken: set[Any] = set()
        for _, at, other_at in sorted(likely, key=lambda pair: -pair[0]):
            if at not in found and other_at not in taken:
                found[at] = other_at
                taken.add(other_at)
    return found


def _by_line(frame: pd.DataFrame, known: set[tuple[str, str]]) -> dict[tuple[pd.Timestamp, int], list[Line]]:
    """Rows by day and amount, those left out that the other side knows by the same id."""
    found: dict[tuple[pd.Timestamp, int], list[Line]] = defaultdict(list)
    names = ["account", "line_id", "posted", "amount", "description"]
    for at, *cells in frame[names].itertuples():
        row = dict(zip(names, cells, strict=True)) | {"at": at}
        if (row["account"], row["line_id"]) not in known and not pd.isna(row["posted"]) and not pd.isna(row["amount"]):
            found[row["posted"], int(row["amount"])].append(row)
    return found


def _are_one(row: Line, other: Line) -> bool:
    """One account, as far as both say it, and two kinds of id."""
    one_account = row["account"] == other["account"] or not (row["account"] and other["account"])
    return one_account and _is_made(row) != _is_made(other)


def _is_made(row: Line) -> bool:
    """Whether the id was made of the line's day and amount, for want of the bank's own."""
    return str(row["line_id"]).startswith(f"{row['posted']:%Y-%m-%d} {int(row['amount'])} ")


def _words(row: Line) -> set[str]:
    return set(str(row["description"]).casefold().split())


def _keys(frame: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(*(frame[name] for name in _KEY), strict=True))


def _is_empty(cell: Any) -> bool:
    return bool(pd.isna(cell)) or cell == ""


def _told(file: str, incoming: pd.DataFrame, there: pd.DataFrame, pairs: Mapping[Any, Any]) -> Problem:
    rows, others = incoming.loc[list(pairs)], there.loc[list(pairs.values())]
    texts = zip(rows["description"], others["description"], strict=True)
    strange = sum(not _words({"description": one}) & _words({"description": other}) for one, other in texts)
    found = f"{len(pairs):,} bank lines are there already from a file of the other format; they count once."
    if strange:
        found += f" {strange:,} of them have no word of their text in common."
    advice = "Compare these with the statement." if strange else "Nothing to do."
    return Problem(Severity.DATA if strange else Severity.NOTE, found, advice, file, column="Bank text")
