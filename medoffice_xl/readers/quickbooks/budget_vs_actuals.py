"""Budget vs. Actuals: what was planned, account by account, in columns of Actual, Budget, over Budget and % of Budget.

Two rows of headings: the period over its four columns. The budget is taken in; what was earned and spent comes from the
profit and loss. What the report works out itself is worked out anew, and where it says something else, that is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.money import show
from medoffice_xl.problems import Severity
from medoffice_xl.readers.amounts import cents, number
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.months import Month, month_of, month_said
from medoffice_xl.readers.quickbooks.postings import Postings, typed_rows
from medoffice_xl.readers.quickbooks.profit_and_loss import read_columns
from medoffice_xl.readers.quickbooks.report import Report, text_of
from medoffice_xl.readers.sheets import Cell
from medoffice_xl.tables import BUDGET_AMOUNTS

_WITHIN = 15
_ACTUAL, _BUDGET = "actual", "budget"
_OVER = frozenset({"over budget", "$ over budget"})
_PERCENT = frozenset({"% of budget", "percent of budget"})
_POINT = Fraction(1, 100)
"""A percentage may be rounded to so much."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The columns of one period; those that the report does not have are -1."""

    month: Month | None
    actual: int
    budget: int
    over: int
    percent: int


def read_budget_vs_actuals(report: Report) -> Postings:
    """The budget by month and account. Raises CannotRead where its columns are not months."""
    header, groups = groups_of(report)
    months = {group.budget: group.month for group in groups if group.month is not None}
    totals = [group.budget for group in groups if group.month is None]
    first = min(place for group in groups for place in (group.actual, group.budget) if place >= 0)
    postings = read_columns(report, header, months, totals, first)
    _check_worked_out(postings, header, groups)
    return postings


def budget_rows(postings: Postings) -> pd.DataFrame:
    """What was read as rows of *Budget amounts*."""
    rows = [
        {"month": month, "account": account, "amount": amount, "source": postings.report.kind}
        for (month, account), amount in sorted(postings.amounts.items())
        if amount
    ]
    return typed_rows(BUDGET_AMOUNTS, rows)


def groups_of(report: Report) -> tuple[int, list[_Group]]:
    """The row of the columns' headings, and the columns of each period. Raises CannotRead."""
    for index, row in enumerate(report.grid.rows[:_WITHIN]):
        texts = [text_of(cell).casefold() for cell in row]
        budgets = [place for place, text in enumerate(texts) if text == _BUDGET]
        if not budgets:
            continue
        periods = report.grid.rows[index - 1] if index else []
        starts = _starts(texts, budgets)
        ends = [*starts[1:], len(texts)]
        groups = [
            _group(report, texts, periods, start, end, alone=len(starts) == 1)
            for start, end in zip(starts, ends, strict=True)
        ]
        if all(group.month is None for group in groups):
            raise CannotRead(
                f"{report.file} gives one budget for several months. Run the report with its columns by months."
            )
        return index, groups
    raise CannotRead(f"{report.file} has no column Budget. Run the report Budget vs. Actuals as QuickBooks offers it.")


def _starts(texts: Sequence[str], budgets: Sequence[int]) -> list[int]:
    """Where the columns of each period begin: with Actual where it stands, else with Budget."""
    actuals = [place for place, text in enumerate(texts) if text == _ACTUAL]
    return actuals if len(actuals) == len(budgets) else list(budgets)


def _group(
    report: Report, texts: Sequence[str], periods: Sequence[Cell], start: int, end: int, *, alone: bool
) -> _Group:
    def place(known: frozenset[str]) -> int:
        return next((each for each in range(start, end) if texts[each] in known), -1)

    over = [cell for cell in periods[start:end] if text_of(cell)]
    month = month_said(over[0]) if over else None
    if month is None and alone and report.period:
        month = month_of(report.period)
    names = (frozenset({_ACTUAL}), frozenset({_BUDGET}), _OVER, _PERCENT)
    return _Group(month, *(place(known) for known in names))


def _check_worked_out(postings: Postings, header: int, groups: Sequence[_Group]) -> None:
    """What the report says of each row against what its own columns come to; 115 and 1.15 are the same percentage."""
    grid = postings.report.grid
    wrong: list[tuple[int, str]] = []
    for line, row in zip(grid.lines[header + 1 :], grid.rows[header + 1 :], strict=True):
        for group in groups:
            try:
                said = _said(row, group)
            except (ValueError, ArithmeticError):
                continue
            if said:
                wrong.append((line, said))
    postings.told += row_problems(
        Severity.NOTE, "What the report works out is not what its columns come to; its budget was taken.",
        "Run the report again if it was changed by hand.", postings.report.file, wrong,
    )  # fmt: skip


def _said(row: Sequence[Cell], group: _Group) -> str:
    def cell(place: int) -> Cell:
        return row[place] if 0 <= place < len(row) else ""

    actual, budget, over = (cents(cell(place)) for place in (group.actual, group.budget, group.over))
    if over is not None and over != (actual or 0) - (budget or 0):
        return f"over Budget {show(over)}"
    text = text_of(cell(group.percent))
    share = number(text.removesuffix("%").strip()) if text else None
    if share is None or not budget:
        return ""
    right = Fraction(actual or 0, budget)
    near = (abs(Fraction(share) - right), abs(Fraction(share) / 100 - right))
    return "" if min(near) <= _POINT else f"% of Budget {text}"
