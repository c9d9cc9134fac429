"""What a report says of itself: which one it is, of what period, on what basis."""

import re
from dataclasses import dataclass

from medoffice_xl.blanks import as_seen, trimmed
from medoffice_xl.readers.said_days import Period, said_period
from medoffice_xl.readers.sheets import Cell, Grid
from medoffice_xl.tables.budget import BUDGET_VS_ACTUALS
from medoffice_xl.tables.general_ledger import (
    BALANCE_SHEET_REPORT,
    GENERAL_LEDGER,
    JOURNAL,
    PROFIT_AND_LOSS,
    TRIAL_BALANCE,
)

_LOOKED_AT = 12
"""Rows among which a report's title and headings stand."""

_TITLES: tuple[tuple[str, str], ...] = (
    (r"budgets? vs\.? actuals?\b.*", BUDGET_VS_ACTUALS),
    (r"(comparative )?balance sheet\b.*", BALANCE_SHEET_REPORT),
    (r"profit (and|&) loss.*|p ?& ?l\b.*|income statement.*|statement of activity.*", PROFIT_AND_LOSS),
    (r"general ledger.*", GENERAL_LEDGER),
    (r"(adjusted )?trial balance.*", TRIAL_BALANCE),
    (r"(transaction )?journal( entries| report)?", JOURNAL),
)
_OTHER_TITLES = re.compile(
    r"(?i)(budget overview|statement of cash flows|a/[rp] ag(e)?ing|"
    r"accounts (payable|receivable) ag(e)?ing|unpaid bills|bill payment list|transaction list|transaction detail|"
    r"vendor balance|deposit detail|check detail|sales by|expenses by vendor)\b.*"
)
_BASIS = re.compile(r"(?i)\b(accrual|cash) basis\b")


@dataclass(frozen=True, slots=True)
class Report:
    """One report: `kind` is what the tables call their source."""

    kind: str
    grid: Grid
    period: Period | None
    basis: str

    @property
    def file(self) -> str:
        """The file's name."""
        return self.grid.file


def report_of(grid: Grid) -> Report | None:
    """The report that a sheet is, by its title, else by its headings; None where neither is known.

    QuickBooks Desktop writes no title into its CSV files.
    """
    texts = [text for row in grid.rows[:_LOOKED_AT] for text in _texts(row)]
    if any(_OTHER_TITLES.fullmatch(text) for text in texts[:3]):
        return None
    for pattern, kind in _TITLES:
        if any(re.fullmatch(pattern, text, re.IGNORECASE) for text in texts):
            return Report(kind, grid, _period(texts), _basis(grid))
    kind = _by_headings(grid)
    return Report(kind, grid, _period(texts), _basis(grid)) if kind else None


def _by_headings(grid: Grid) -> str:
    """What the headings and the first names say; "" for anything else."""
    for row in grid.rows[:_LOOKED_AT]:
        texts = {text.casefold() for text in _texts(row)}
        if {"date", "split", "balance"} <= texts:
            return GENERAL_LEDGER
        if {"debit", "credit"} <= texts and not texts - {"debit", "credit", "account", "account name"}:
            return TRIAL_BALANCE
        if "ordinary income/expense" in texts:
            return PROFIT_AND_LOSS
    return ""


def other_report(grid: Grid) -> str:
    """The title of another of QuickBooks' reports; "" for what is none."""
    alone = [texts for row in grid.rows[:4] if len(texts := _texts(row)) == 1]
    return next((text for (text,) in alone if _OTHER_TITLES.fullmatch(text)), "")


def text_of(cell: Cell) -> str:
    """A cell as one line of text."""
    return " ".join(trimmed(as_seen("" if cell is None else str(cell))).split())


def _texts(row: list[Cell]) -> list[str]:
    return [text for cell in row if isinstance(cell, str) and (text := text_of(cell))]


def _period(texts: list[str]) -> Period | None:
    said = (said_period(text) for text in texts if not _BASIS.search(text))
    return next((each.period for each in said if each is not None and not each.year_alone), None)


def _basis(grid: Grid) -> str:
    """What the foot says, else the head."""
    for row in reversed(grid.rows):
        found = next((match for text in _texts(row) if (match := _BASIS.search(text))), None)
        if found and len(_texts(row)) <= 2:
            return found[1].casefold()
    return ""
