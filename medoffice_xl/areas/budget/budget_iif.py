"""A budget as QuickBooks Desktop exports it: an IIF file, a row an account with its twelve months."""

from datetime import date
from pathlib import Path

from medoffice_xl.errors import CannotRead
from medoffice_xl.ledger.calendar_months import first_day, month_number
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents
from medoffice_xl.readers.dates import day
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import counted, row_problems
from medoffice_xl.readers.quickbooks.postings import accounts_frame, typed_rows
from medoffice_xl.readers.reader import CERTAIN, NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import Cell, read_grids
from medoffice_xl.tables import BUDGET_AMOUNTS
from medoffice_xl.tables.budget import BUDGET_IIF

KIND = "QuickBooks budget (IIF)"
_HEADING, _ROW, _MONTHLY = "!BUD", "BUD", "MONTH"


def recognises(file: File) -> int:
    """Only an IIF file of a budget has a row of headings that begins with !BUD."""
    return CERTAIN if any(_text(row, 0) == _HEADING for row in file.grid.rows) else NO


def read(path: Path) -> Reading:
    """The budget by month and account; of several classes or customers together, whose names are not read."""
    grid = next(iter(read_grids(path)), None)
    rows = [] if grid is None else list(zip(grid.lines, grid.rows, strict=True))
    heading = next((row for _, row in rows if _text(row, 0) == _HEADING), None)
    if heading is None:
        raise CannotRead(f"{path.name} has no row of headings that begins with !BUD. Export the budget as IIF again.")
    names = [_text(heading, place) for place in range(len(heading))]
    missing = [name for name in ("ACCNT", "AMOUNT", "STARTDATE") if name not in names]
    if missing:
        raise CannotRead(f"{path.name} has no column {', '.join(missing)}. Export the budget as IIF again.")
    months = [place for place, name in enumerate(names) if name == "AMOUNT"]
    sums: dict[tuple[date, str], int] = {}
    wrong: list[tuple[int, str]] = []
    periods: list[tuple[int, str]] = []
    for line, row in rows:
        if _text(row, 0) != _ROW:
            continue
        period = _text(row, names.index("PERIOD")) if "PERIOD" in names else _MONTHLY
        if period != _MONTHLY:
            periods.append((line, period))
            continue
        account = str(_cell(row, names.index("ACCNT"))).strip()
        try:
            begun = day(_cell(row, names.index("STARTDATE")))
            amounts = [cents(_cell(row, place)) or 0 for place in months]
        except (ValueError, ArithmeticError):
            begun, amounts = None, []
        if begun is None or not account:
            wrong.append((line, account))
            continue
        for back, amount in enumerate(amounts):
            key = (first_day(month_number(begun) + back), account)
            sums[key] = sums.get(key, 0) + amount
    if not sums:
        raise CannotRead(
            f"{path.name} has no row of a budget by months that can be read. Export the budget as IIF again."
        )
    problems: list[Problem] = [
        *row_problems(Severity.DATA, "The day or an amount cannot be read; the account was left out.",
                      "Correct it and import the file again.", path.name, wrong, "ACCNT"),
        *row_problems(Severity.DATA, "The budget is not by months; the account was left out.",
                      "Make the budget by months in QuickBooks and export it again.", path.name, periods, "PERIOD"),
    ]  # fmt: skip
    accounts = dict.fromkeys(sorted({account for _, account in sums}), "")
    budget = typed_rows(BUDGET_AMOUNTS, [
        {"month": month, "account": account, "amount": amount, "source": BUDGET_IIF}
        for (month, account), amount in sorted(sums.items()) if amount
    ])  # fmt: skip
    told = f"Budget from {min(sums)[0]:%B %Y} to {max(sums)[0]:%B %Y}: {counted(len(accounts), 'account')}."
    tables = {"accounts": accounts_frame(accounts), "budget_amounts": budget}
    return Reading(path.name, KIND, tables, problems, understood=told)


def _text(row: list[Cell], place: int) -> str:
    return str(_cell(row, place)).strip().upper()


def _cell(row: list[Cell], place: int) -> Cell:
    return row[place] if place < len(row) else ""


READER = Reader(KIND, recognises, lambda file: read(file.path))
