"""Lines that were voided: a line and its negative twin are no charge; a day or a mark may say the same."""

import re

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.findings import line_ranges
from medoffice_xl.readers.heading_words import words
from medoffice_xl.readers.pm_export.columns import MODIFIERS, field_of
from medoffice_xl.readers.typed import text

_VOID = frozenset({"void", "cancelled", "canceled"})
_OF_ACTIVE = frozenset({"active", "activity"})
"""Words of a heading whose marks say the opposite: a row that is not active is void."""

_NOT_ACTIVE = re.compile(r"(?i)n|no|false|0|0\.0|inactive|deleted")
_NOT_VOID = re.compile(r"(?i)(n|no|false|0|0\.0|null|none|active|n/a|-)?")


def marked_void(body: Body, frame: pd.DataFrame) -> tuple["pd.Series[bool]", list[Problem]]:
    """Rows that a column of their own says are void, and a note that counts them."""
    void = pd.Series(False, frame.index)
    if "void" in body.cells:
        says_active = bool(_OF_ACTIVE & {*words(body.match.heading("void"))})
        said = {mark: _says_void(mark, says_active) for mark in frame["void"].unique()}
        void |= frame["void"].map(said).astype(bool)
    for name in body.cells:
        if field_of(name) == "status":
            cancelled = {cell: bool(_VOID & {*words(text(cell))}) for cell in {*body.cells[name]}}
            void |= pd.Series([cancelled[cell] for cell in body.cells[name]], frame.index)
    return void, _told(body.file, frame[void], "are marked as void in the export", body.match.heading("void"))


def _says_void(mark: str, of_active: bool) -> bool:
    if of_active:
        return _NOT_ACTIVE.fullmatch(mark) is not None
    return _NOT_VOID.fullmatch(mark) is None


def voided(
    file: str, charges: pd.DataFrame, lines: "pd.Series[int]", numbered: bool
) -> tuple["pd.Series[bool]", list[Problem]]:
    """Lines that a negative one of the same key takes back, with that one, and a note that counts them.

    The key is claim and line; where the export numbers no lines, claim, code, modifiers and day.
    """
    key = ["claim_id", "line_id"] if numbered else ["claim_id", "code", "mod1", "mod2", "mod3", "mod4", "dos"]
    size = charges["charge"].abs()
    negative = (charges["charge"] < 0).astype("int64")
    by = [*(charges[name] for name in key), size]
    pair = pd.concat([negative, size.rename("size")], axis=1)
    nth = pair.groupby([*by, negative], dropna=False).cumcount()
    both = negative.groupby([*by, nth], dropna=False).transform("nunique") > 1
    gone = both & (charges["charge"] != 0)
    taken = charges[gone].assign(line=lines[gone])
    return gone, _told(file, taken, "void each other (a charge and the same taken back)", "")


def voided_later(file: str, charges: pd.DataFrame, rows: pd.DataFrame) -> tuple["pd.Series[bool]", list[Problem]]:
    """Charges of a ledger that a row of its own takes back on another day, with that row, and a note that counts them.

    It is the latest charge until that day of the same claim (`whose` in `rows`), code and amount; of the same
    modifiers, where there is one.
    """
    gone = pd.Series(False, charges.index)
    negative = charges["charge"] < 0
    if not negative.any():
        return gone, []
    said = pd.DataFrame({"whose": rows["whose"], "code": charges["code"], "size": charges["charge"].abs()})
    groups = charges[~negative].groupby([said[name][~negative] for name in said], sort=False).indices
    modifiers, days = charges[[*MODIFIERS]].agg(" ".join, axis=1), charges["dos"]
    for back in charges.index[negative].tolist():
        rows_of_it = charges.index[~negative][groups.get(tuple(said.loc[back]), [])]
        until = days[rows_of_it[~gone[rows_of_it] & (days[rows_of_it] <= days[back])]]
        same = until[modifiers[until.index] == modifiers[back]]
        for taken in (same if len(same) else until).sort_values(kind="stable").index[-1:]:
            gone[[back, taken]] = True
    taken_back = charges[gone].assign(line=rows.loc[gone, "line"])
    return gone, _told(file, taken_back, "void each other (a charge and the same taken back later)", "")


def _told(file: str, rows: pd.DataFrame, what: str, column: str) -> list[Problem]:
    if not len(rows):
        return []
    total = int(rows["charge"].fillna(0).clip(lower=0).sum())
    found = f"{len(rows):,} lines {what}; they were left out ({show(total)}; lines {line_ranges(rows['line'])})."
    return [Problem(Severity.NOTE, found, "Nothing to do.", file, int(rows["line"].iloc[0]), column)]
