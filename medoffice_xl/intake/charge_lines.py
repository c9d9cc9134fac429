"""Which line of the book a charge of a file is, where the file cannot say so by itself.

An export that numbers no lines has them in its own order, which is another in the next file: there a line is known by
what it says. A late charge of a claim is a new line; a line that comes again is the one that is there; a negative one
takes back the one that is there.
"""

from dataclasses import dataclass, replace

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.reading import Reading

_LINE = ("claim_id", "line_id")
_MODIFIERS = ("mod1", "mod2", "mod3", "mod4")
_SAYS = ("claim_id", "code", *_MODIFIERS, "dos")
_KNOWN_BY: tuple[tuple[str, ...], ...] = (
    (*_SAYS, "post_date", "charge"),
    (*_SAYS, "post_date"),
    ("claim_id", "code", "dos", "post_date", "charge"),
)
"""By what a line is known, surest first. The day it was posted tells a late charge from one that comes again; where
modifiers and charge are both others, it is another line.
"""


@dataclass(frozen=True, slots=True)
class LinesOfBook:
    """The reading with its lines as the book knows them, the rows of the book that it voids, and what is to be said."""

    reading: Reading
    voided: "pd.Series[bool]"
    problems: list[Problem]


def under_own_numbers(reading: Reading, book: pd.DataFrame) -> LinesOfBook:
    """The reading's charges under the numbers of the book's lines; `book` are its charges."""
    found = _lines_of(reading, book)
    gone = _no_longer(found.reading, book[~found.voided])
    problems = [*found.problems, *_voided(reading.file, book.loc[gone])]
    return LinesOfBook(found.reading, found.voided | found.voided.index.isin(gone), problems)


def _lines_of(reading: Reading, book: pd.DataFrame) -> LinesOfBook:
    charges = reading.tables.get("charges")
    none = pd.Series(False, book.index)
    if charges is None or charges.empty or not book["claim_id"].isin(charges["claim_id"]).any():
        return LinesOfBook(reading, none, [])
    there = book[book["claim_id"].isin(charges["claim_id"])]
    back = _taken_back(charges, there, _LINE if reading.lines_numbered else _SAYS)
    rest = charges.drop(index=back.index.tolist()), there.drop(index=back.tolist())
    back = pd.concat([back, _taken_back_later(*rest, _LINE if reading.lines_numbered else _KNOWN_BY[0])])
    voided = none.copy()
    voided[back.to_numpy()] = True
    gone = charges.index.isin(back.index)
    kept, there = charges[~gone], there[~voided[there.index]]
    problems = _voided(reading.file, book[voided])
    if reading.lines_numbered:
        return LinesOfBook(_with(reading, kept), voided, problems)
    numbers = _numbers(kept, there)
    problems += _late(reading.file, kept, there, numbers)
    return LinesOfBook(_with(reading, kept.assign(line_id=numbers), charges), voided, problems)


def _no_longer(reading: Reading, there: pd.DataFrame) -> list[int]:
    """The rows of the book that the file lists and takes back again, less those that another of its lines is."""
    gone = reading.voided
    if gone is None or gone.empty or not there["claim_id"].isin(gone["claim_id"]).any():
        return []
    line = ["claim_id", "line_id"]
    own = pd.MultiIndex.from_frame(reading.tables["charges"][line])
    left = there[~pd.MultiIndex.from_frame(there[line]).isin(own)]
    if reading.lines_numbered:
        listed = pd.MultiIndex.from_frame(left[line]).isin(pd.MultiIndex.from_frame(gone[line]))
        return list(left.index[listed])
    key = [*_SAYS, "post_date", "charge"]
    pairs = _nth(gone, key).merge(_nth(left, key), on=[*key, "nth"], suffixes=("", "_there"))
    return list(pairs["row_there"])


def _taken_back(charges: pd.DataFrame, there: pd.DataFrame, by: tuple[str, ...]) -> "pd.Series[int]":
    """The rows of the book that negative lines take back, by the rows that do."""
    negative = charges[charges["charge"] < 0]
    positive = there[there["charge"] > 0]
    key = [*by, "size"]
    ours = _nth(negative.assign(size=-negative["charge"]), key)
    theirs = _nth(positive.assign(size=positive["charge"]), key)
    pairs = ours.merge(theirs, on=[*key, "nth"], suffixes=("", "_there"))
    return pd.Series(pairs["row_there"].to_numpy(), index=pairs["row"].to_numpy(), dtype="int64")


def _taken_back_later(charges: pd.DataFrame, there: pd.DataFrame, same: tuple[str, ...]) -> "pd.Series[int]":
    """The same for lines that take back a charge of an earlier day: a void may stand on the day it was made.

    A file of the whole period lists the charge again, by `same`, beside its void: both stand there, and nothing goes.
    """
    claims = charges.loc[charges["charge"] < 0, "claim_id"]
    charges, there = _not_in_both(
        charges[charges["claim_id"].isin(claims)], there[there["claim_id"].isin(claims)], same
    )
    back = _taken_back(charges, there, ("claim_id", "code"))
    earlier = there.loc[back.tolist(), "dos"].to_numpy() <= charges.loc[back.index, "dos"].to_numpy()
    return back[pd.Series(earlier, back.index)]


def _not_in_both(charges: pd.DataFrame, there: pd.DataFrame, by: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The lines of the file and of the book less those that are in both: a charge as a charge, a void as a void."""
    key = [*by, "negative"]
    ours = _nth(charges.assign(negative=charges["charge"] < 0), key)
    theirs = _nth(there.assign(negative=there["charge"] < 0), key)
    pairs = ours.merge(theirs, on=[*key, "nth"], suffixes=("", "_there"))
    return charges.drop(index=pairs["row"].tolist()), there.drop(index=pairs["row_there"].tolist())


def _nth(frame: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    """The rows by their key, the first of a key told from the second."""
    return frame[key].assign(nth=frame.groupby(key, dropna=False).cumcount(), row=frame.index)


def _numbers(charges: pd.DataFrame, there: pd.DataFrame) -> "pd.Series[str]":
    """The book's line for each charge that is known; for the others, numbers that are free in their claim."""
    found = pd.Series(pd.NA, charges.index, dtype="str")
    free = there
    for by in _KNOWN_BY:
        key = list(by)
        ours, theirs = _nth(charges[found.isna()], key), _nth(free, key)
        pairs = ours.merge(theirs, on=[*key, "nth"], suffixes=("", "_there"))
        found[pairs["row"]] = free.loc[pairs["row_there"], "line_id"].to_numpy()
        free = free.drop(index=pairs["row_there"].tolist())
    taken = set(zip(there["claim_id"], there["line_id"], strict=True))
    last: dict[str, int] = {}
    for row in charges.index[found.isna()]:
        claim = str(charges.at[row, "claim_id"])
        number = last.get(claim, 0) + 1
        while (claim, str(number)) in taken:
            number += 1
        last[claim] = number
        found[row] = str(number)
    return found


def _with(reading: Reading, kept: pd.DataFrame, before: pd.DataFrame | None = None) -> Reading:
    """The reading with these charges, and its payments at their lines."""
    tables = {**reading.tables, "charges": kept.reset_index(drop=True)}
    if before is not None and "payments" in tables:
        moved = {
            (str(old["claim_id"]), str(old["line_id"])): str(new)
            for old, new in zip(before.loc[kept.index].to_dict("records"), kept["line_id"], strict=True)
        }
        payments = tables["payments"]
        pairs = zip(payments["claim_id"], payments["line_id"], strict=True)
        lines = [moved.get((claim, line), line) for claim, line in pairs]
        tables["payments"] = payments.assign(line_id=pd.Series(lines, payments.index, dtype="str"))
    return replace(reading, tables=tables)


def _voided(file: str, rows: pd.DataFrame) -> list[Problem]:
    if rows.empty:
        return []
    found = (
        f"{len(rows):,} lines that were in the workbook were voided ({show(int(rows['charge'].sum()))}) and removed."
    )
    advice = "Nothing to do; money that was posted to them now stands on their claim alone."
    return [Problem(Severity.DATA, found, advice, file)]


def _late(file: str, charges: pd.DataFrame, there: pd.DataFrame, numbers: "pd.Series[str]") -> list[Problem]:
    """Lines that were added to claims of the workbook: late charges, or a code that was corrected."""
    known = pd.MultiIndex.from_frame(there[["claim_id", "line_id"]])
    ours = pd.MultiIndex.from_arrays([charges["claim_id"], numbers])
    late = ~ours.isin(known) & charges["claim_id"].isin(there["claim_id"]).to_numpy()
    if not late.any():
        return []
    rows = charges[late]
    claims = ", ".join(rows["claim_id"].drop_duplicates().head(5))
    more = " and others" if rows["claim_id"].nunique() > 5 else ""
    found = (
        f"{len(rows):,} lines ({show(int(rows['charge'].sum()))}) were added to claims that were here already: "
        f"{claims}{more}."
    )
    advice = "Nothing to do for late charges; where a code was corrected, remove the line with the former one."
    return [Problem(Severity.NOTE, found, advice, file)]
