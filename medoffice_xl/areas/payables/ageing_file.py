"""QuickBooks' A/P ageing summary: what is owed by vendor and age. It names no bill, so it is checked, and no more.

Its vendors are taken in; each row and the total are recomputed. The bills themselves come with Unpaid Bills.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents
from medoffice_xl.readers.findings import counted
from medoffice_xl.readers.quickbooks.postings import typed_rows
from medoffice_xl.readers.quickbooks.report import text_of
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import Cell, Grid
from medoffice_xl.tables import VENDORS

_WITHIN = 12
_BUCKET = re.compile(r"(?i)current|\d+\s*-\s*\d+|(>\s*\d+)|(\d+ and over)")
_TITLE = re.compile(r"(?i)\b(a/p|accounts payable) age?ing\b")
_TOTAL = re.compile(r"(?i)total(\s.*)?")
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Summary:
    """Where the headings stand: the buckets' columns and the total's."""

    row: int
    buckets: Sequence[int]
    total: int


def summary_of(grid: Grid) -> Summary | None:
    """The layout of an ageing of payables; None for anything else."""
    texts = [[text_of(cell) for cell in row] for row in grid.rows[:_WITHIN]]
    if not any(_TITLE.search(text) for row in texts for text in row):
        return None
    for index, row in enumerate(texts):
        buckets = [place for place, text in enumerate(row) if _BUCKET.fullmatch(text)]
        total = [place for place, text in enumerate(row) if text.casefold() == "total"]
        if len(buckets) >= _FEWEST and len(total) == 1:
            return Summary(index, buckets, total[0])
    return None


def read_summary(grid: Grid, summary: Summary, kind: str) -> Reading:
    """The vendors of the ageing, with what is wrong in its totals."""
    problems: list[Problem] = []
    names: list[str] = []
    sums = [0] * (len(summary.buckets) + 1)
    for line, row in zip(grid.lines[summary.row + 1 :], grid.rows[summary.row + 1 :], strict=True):
        label = next((text for cell in row if isinstance(cell, str) and (text := text_of(cell))), "")
        amounts = _amounts(row, summary)
        if amounts is None:
            continue
        *buckets, total = amounts
        if _TOTAL.fullmatch(label):
            if amounts != sums:
                problems.append(_off(grid, line, label, total, sums[-1]))
            continue
        if sum(buckets) != total:
            problems.append(_off(grid, line, label, total, sum(buckets)))
        names.append(label)
        sums = [one + other for one, other in zip(sums, amounts, strict=True)]
    vendors = typed_rows(VENDORS, [{"vendor": name} for name in sorted({*names} - {""})])
    note = "An ageing names no bill: its vendors were taken in, and its totals checked."
    problems.append(Problem(Severity.NOTE, note, "Import Unpaid Bills of the same day for the bills.", grid.file))
    wrong = sum(problem.severity is Severity.DATA for problem in problems)
    told = f"{counted(wrong, 'total')} to look at." if wrong else "Its totals agree."
    understood = f"A/P ageing: {counted(len(names), 'vendor')}, {show(sums[-1])}. {told}"
    return Reading(grid.file, kind, {"vendors": vendors}, problems, understood=understood)


def _amounts(row: list[Cell], summary: Summary) -> list[int] | None:
    """The buckets and the total of a row; None where it has none."""
    places = (*summary.buckets, summary.total)
    cells = [row[place] if place < len(row) else "" for place in places]
    if not any(text_of(cell) for cell in cells):
        return None
    try:
        return [cents(cell) or 0 for cell in cells]
    except (ValueError, ArithmeticError):
        return None


def _off(grid: Grid, line: int, label: str, said: int, found: int) -> Problem:
    words = f"The row {label} says {show(said)}, it adds up to {show(found)}."
    return Problem(Severity.DATA, words, "Run the report again, for all vendors.", grid.file, line, label)
