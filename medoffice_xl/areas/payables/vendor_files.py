"""The reader of QuickBooks' reports on vendors: which one a file is, and what it says for accounts payable."""

import re
from collections.abc import Callable
from pathlib import Path

from medoffice_xl.areas.payables.ageing_file import read_summary, summary_of
from medoffice_xl.areas.payables.vendor_report import VendorReport, day_of, layout_of, read_rows, title_of
from medoffice_xl.areas.payables.vendor_rows import (
    PAYMENTS,
    TRANSACTIONS,
    UNPAID,
    Tables,
    payment_list,
    transactions,
    unpaid_bills,
)
from medoffice_xl.errors import CannotRead
from medoffice_xl.money import show
from medoffice_xl.problems import Severity
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import counted
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import Grid, read_grids

KIND = "QuickBooks vendor report"
_SURE = 96

_OF_CUSTOMERS = re.compile(r"a/r\b|receivable|customer|invoices")
_TITLES = (
    (re.compile(r"unpaid bills|(a/p|accounts payable) age?ing detail"), UNPAID),
    (re.compile(r"transaction list by vendor|transactions by vendor"), TRANSACTIONS),
    (re.compile(r"bill payment list|bill payments"), PAYMENTS),
)
_BY_HEADINGS = (
    ({"date", "due", "open", "vendor"}, UNPAID),
    ({"date", "type", "posting", "amount"}, TRANSACTIONS),
)
_NEEDS = {UNPAID: {"date", "open"}, TRANSACTIONS: {"date", "type", "amount"}, PAYMENTS: {"date", "vendor", "amount"}}


def recognises(file: File) -> int:
    """A report says in its head what it is, and its headings bear it out."""
    return _SURE if _name_of(file.grid) or summary_of(file.grid) else NO


def read(path: Path) -> Reading:
    """The vendors, bills and payments of a report. Raises CannotRead for any other."""
    grids = [grid for grid in read_grids(path) if grid.rows]
    for grid in grids:
        if name := _name_of(grid):
            return _read(grid, name)
        if summary := summary_of(grid):
            return read_summary(grid, summary, KIND)
    raise CannotRead(
        f"{path.name} is none of QuickBooks' reports on vendors. Run Unpaid Bills, Transaction List by Vendor, Bill "
        "Payment List or A/P Ageing, and keep the report's first rows."
    )


def _name_of(grid: Grid) -> str:
    """Which report a sheet is; "" for any other."""
    layout = layout_of(grid)
    title = title_of(grid)
    if layout is None or _OF_CUSTOMERS.search(title):
        return ""
    name = next((name for pattern, name in _TITLES if pattern.search(title)), "")
    name = name or next((name for needed, name in _BY_HEADINGS if needed <= layout.places.keys()), "")
    return name if name and _NEEDS[name] <= layout.places.keys() else ""


def _read(grid: Grid, name: str) -> Reading:
    layout = layout_of(grid)
    report = read_rows(grid, layout) if layout else VendorReport(grid)
    if not report.entries:
        raise CannotRead(f"{grid.file} has no bills or payments. Run {name} again for a period that has some.")
    made: dict[str, Callable[[], Tables]] = {
        UNPAID: lambda: unpaid_bills(report, day_of(grid)),
        TRANSACTIONS: lambda: transactions(report),
        PAYMENTS: lambda: payment_list(report),
    }
    tables = made[name]()
    return Reading(grid.file, KIND, tables, report.problems, understood=_understood(name, tables, report))


def _understood(name: str, tables: Tables, report: VendorReport) -> str:
    parts = []
    if "bills" in tables and len(tables["bills"]):
        bills = tables["bills"]
        amount = "open_balance" if bills["open_balance"].notna().all() else "amount"
        parts.append(f"{counted(len(bills), 'bill')} and credits, {show(int(bills[amount].sum()))}")
    if "bill_payments" in tables and len(tables["bill_payments"]):
        paid = tables["bill_payments"]
        parts.append(f"{counted(len(paid), 'payment')}, {show(int(paid['amount'].sum()))}")
    wrong = sum(problem.severity is Severity.DATA for problem in report.problems)
    told = f"{counted(wrong, 'thing')} to look at." if wrong else "Its totals agree."
    return f"{name}: {'; '.join(parts) or 'nothing that counts'}. {told}"


READER = Reader(KIND, recognises, lambda file: read(file.path))
