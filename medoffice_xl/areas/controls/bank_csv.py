"""Lines of a bank from its CSV download: Chase, Bank of America, Wells Fargo, and the layout that Xero takes."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from medoffice_xl.areas.controls.bank_lines import KIND, as_bank
from medoffice_xl.areas.controls.tables import BANK_FILE_COLUMNS
from medoffice_xl.errors import CannotRead
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents, side_as_sign
from medoffice_xl.readers.body import Body, body_of, remarks_on
from medoffice_xl.readers.dates import day
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.headers import Match, find_header
from medoffice_xl.readers.mapping import missing_columns
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import Grid, read_grids
from medoffice_xl.readers.typed import Typed, type_columns

COLUMNS = BANK_FILE_COLUMNS
NEEDED = ("posted", "amount")
_MARKS = ("balance", "check_number")
_NO_HEADING = ["Date", "Amount", "*", "Check Number", "Description"]
_OF_CHASE = re.compile(r"(?i)\bchase[_ -]?(\d{4})(?!\d)")
_SUMMARY = {"beginning": "beginning balance", "in": "total credits", "out": "total debits", "end": "ending balance"}

_OF_A_LEDGER = frozenset(("split", "split account", "distribution account"))
"""Headings that a bank does not write: the other side of a posting stands only in books."""

_SURE, _NO_HEADINGS_SURE = 96, 92


def recognises(file: File) -> int:
    """A bank's file has day, amount, text and a balance or check number; or five columns without headings."""
    if _is_without_headings(file.grid):
        return _NO_HEADINGS_SURE
    match = find_header(file.grid, COLUMNS)
    if any(heading.strip().casefold() in _OF_A_LEDGER for heading in match.headings):
        return NO
    places = match.places
    told = {*NEEDED} <= places.keys() and bool({"description", "payee"} & places.keys())
    return _SURE if told and any(mark in places for mark in _MARKS) else NO


def read(path: Path, mapping: Mapping[str, str] | None = None) -> Reading:
    """The lines of the download, in the order of the file; a row that cannot be read is a problem and is not taken in.

    What a block above the headings says came in, went out and was there must be what the lines add up to.
    """
    grids = [grid for grid in read_grids(path) if grid.rows]
    if not grids:
        raise CannotRead(f"{path.name} is empty. Export it again.")
    grid = _with_headings(grids[0])
    match = find_header(grid, COLUMNS, mapping or {})
    lacking = [column for column in COLUMNS if column.name in NEEDED and column.name not in match.places]
    if lacking:
        raise missing_columns(path.name, "a bank's file", match, lacking, COLUMNS)
    body = body_of(grid, match)
    typed = type_columns(body, [column for column in COLUMNS if column.name != "line_id"], NEEDED)
    problems = [*body.problems, *remarks_on(grid, match, [other.sheet for other in grids[1:]])]
    frame = _lines(body, typed, problems)
    problems += _summary_differs(grid, match, frame)
    problems += _balances_differ(body, frame)
    frame = frame.assign(account=frame["account"].where(frame["account"] != "", _account_of(path)))
    return Reading(path.name, KIND, {"bank": as_bank(frame)}, problems, understood=f"{len(frame):,} bank lines")


def _lines(body: Body, typed: Typed, problems: list[Problem]) -> pd.DataFrame:
    frame = typed.frame.assign(line=pd.Series(body.lines, dtype="int64"))
    # A ledger's credit lowers what is owed; a bank's is money in.
    sided = pd.Series([side_as_sign(cell) is not cell for cell in body.cells["amount"]], frame.index, dtype=bool)
    frame["amount"] = frame["amount"].mask(sided, -frame["amount"])
    opening = frame["amount"].isna() & frame["description"].str.casefold().str.startswith("beginning balance")
    empty = frame["amount"].isna() | frame["posted"].isna()
    lost = empty & ~opening & ~frame.index.isin(typed.unreadable)
    problems += typed.problems
    places = [(int(line), "") for line in frame["line"][lost]]
    problems += row_problems(
        Severity.MONEY,
        "The day or the amount is empty; the line was not taken in.",
        "Download the file again when the line is no longer pending.",
        body.file,
        places,
    )
    kept = frame[~empty].reset_index(drop=True)
    for name in ("payee", "reference"):
        own = kept[name]
        add = (own != "") & (own != kept["description"])
        kept["description"] = (kept["description"] + " " + own).str.strip().where(add, kept["description"])
    return kept


def _is_without_headings(grid: Grid) -> bool:
    """Wells Fargo's: day, amount, a star, a check number, a text, on every row."""
    rows = [row for row in grid.rows[:20] if row]
    return bool(rows) and all(
        len(row) == len(_NO_HEADING) and str(row[2]).strip() == "*" and _dated(row) for row in rows
    )


def _dated(row: list[object]) -> bool:
    try:
        return day(row[0]) is not None and cents(row[1]) is not None
    except (ValueError, ArithmeticError):
        return False


def _with_headings(grid: Grid) -> Grid:
    if not _is_without_headings(grid):
        return grid
    return replace(grid, rows=[[*_NO_HEADING], *grid.rows], lines=[0, *grid.lines])


def _account_of(path: Path) -> str:
    found = _OF_CHASE.search(path.stem)
    return found[1] if found else ""


def _summary_differs(grid: Grid, match: Match, frame: pd.DataFrame) -> list[Problem]:
    """Where the block above the headings says other sums than the lines add up to."""
    said: dict[str, int] = {}
    for row in grid.rows[: match.row]:
        words = " ".join(str(cell) for cell in row[:1]).casefold()
        amounts = [cell for cell in row[1:] if cell not in ("", None)]
        for name, start in _SUMMARY.items():
            if words.startswith(start) and amounts:
                try:
                    said[name] = cents(amounts[-1]) or 0
                except (ValueError, ArithmeticError):
                    continue
    received = int(frame.loc[frame["amount"] > 0, "amount"].sum())
    spent = int(frame.loc[frame["amount"] < 0, "amount"].sum())
    told = [("total credits", said.get("in"), received), ("total debits", said.get("out"), spent)]
    if "beginning" in said and "end" in said:
        told.append(("change of the balance", said["end"] - said["beginning"], received + spent))
    return [
        Problem(
            Severity.MONEY,
            f"The file says {show(total)} as {name}; its lines add up to {show(added)}.",
            "Lines may be missing: download the whole span of time again.",
            grid.file,
        )
        for name, total, added in told
        if total is not None and abs(total) != abs(added)
    ]


def _balances_differ(body: Body, frame: pd.DataFrame) -> list[Problem]:
    """The first line whose balance is not the one before it and its amount: something is missing or stands twice."""
    rows = frame[frame["balance"].notna()]
    if len(rows) < 2 or len(rows) < len(frame):
        return []
    newest_first = bool(rows["posted"].iloc[0] > rows["posted"].iloc[-1])
    if rows["posted"].iloc[0] == rows["posted"].iloc[-1]:
        newest_first = int(rows["balance"].iloc[0]) - int(rows["amount"].iloc[0]) == int(rows["balance"].iloc[1])
    inorder = rows.iloc[::-1] if newest_first else rows
    off = (inorder["balance"].shift() + inorder["amount"] != inorder["balance"]).iloc[1:]
    wrong = inorder.iloc[1:][off.astype(bool)]
    if wrong.empty:
        return []
    found = "The balance here is not the one before it and this amount; lines may be missing or out of order."
    advice = "Compare with the statement, and download the whole span of time again if lines are missing."
    line = int(wrong["line"].iloc[0])
    return [Problem(Severity.MONEY, found, advice, body.file, line, body.match.heading("balance"))]


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping), COLUMNS)
