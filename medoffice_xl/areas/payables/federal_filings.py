"""The federal filings that a practice with employees has in a year, with their due days.

A due day on a Saturday, Sunday or legal holiday moves to the next business day (Internal Revenue Code § 7503).
"""

from collections.abc import Iterator
from datetime import date

import pandas as pd

from medoffice_xl.areas.payables.business_day import business_day
from medoffice_xl.areas.payables.deposit_days import Paydays, deposit_due
from medoffice_xl.errors import OutOfRange
from medoffice_xl.tables import FILINGS, frame_from_cells

YEARS = range(2020, 2100)
_QUARTERS = ((1, (4, 30)), (2, (7, 31)), (3, (10, 31)), (4, (1, 31)))
_ESTIMATES = ((1, (4, 15)), (2, (6, 15)), (3, (9, 15)), (4, (1, 15)))
_DEPOSITS = "IRS Publication 15: monthly depositors, by the 15th of the next month"
_SEMIWEEKLY = "IRS Publication 15: semi-weekly depositors, three business days after the half week of the payday"
_ONCE: tuple[tuple[str, str, tuple[int, int], str], ...] = (
    ("Form 940, unemployment tax", "yearly return", (1, 31), "IRS, instructions for form 940"),
    ("Forms W-2 and W-3", "W-2", (1, 31), "IRS, general instructions for forms W-2 and W-3"),
    ("Forms 1099-NEC", "1099", (1, 31), "IRS, instructions for forms 1099-MISC and 1099-NEC"),
    ("Forms 1099-MISC, filed electronically", "1099", (3, 31), "IRS, general instructions for information returns"),
    ("Return of the practice (1120-S or 1065)", "yearly return", (3, 15), "IRS, instructions for forms 1120-S, 1065"),
    ("Form 5500, retirement plan", "retirement plan", (7, 31), "IRS and DOL, instructions for form 5500"),
)
"""What is filed once in the year after, for the calendar year."""


def federal_filings(year: int, paydays: Paydays | None = None) -> pd.DataFrame:
    """The rows of *Filings* for a calendar year's payroll, payments and income. Raises OutOfRange.

    `paydays` are those of a practice that deposits payroll tax by the half week; without them it deposits by month.
    """
    if year not in YEARS:
        raise OutOfRange(f"You asked for the filings of {year}; give a year from {YEARS[0]} to {YEARS[-1]}.")
    cells = [
        [filing, kind, period, business_day(day), None, None, source, None]
        for filing, kind, period, day, source in sorted(_of_year(year, paydays), key=lambda row: (row[3], row[0]))
    ]
    return frame_from_cells(FILINGS, FILINGS.headers, cells)[0]


def _of_year(year: int, paydays: Paydays | None) -> Iterator[tuple[str, str, str, date, str]]:
    yield from _by_month(year) if paydays is None else _by_payday(year, paydays)
    for quarter, (month, last) in _QUARTERS:
        day = date(year + (quarter == 4), month, last)
        yield "Form 941, payroll", "quarterly return", f"Q{quarter} {year}", day, "IRS, instructions for form 941"
    for number, (month, last) in _ESTIMATES:
        day = date(year + (number == 4), month, last)
        yield "Owners' estimated tax, 1040-ES", "estimate", f"{number} of 4, {year}", day, "IRS, form 1040-ES"
    for filing, kind, (month, last), source in _ONCE:
        yield filing, kind, str(year), date(year + 1, month, last), source


def _by_month(year: int) -> Iterator[tuple[str, str, str, date, str]]:
    for month in range(1, 13):
        day = date(year + month // 12, month % 12 + 1, 15)
        yield "Payroll tax deposit", "payroll deposit", f"{date(year, month, 1):%B %Y}", day, _DEPOSITS


def _by_payday(year: int, paydays: Paydays) -> Iterator[tuple[str, str, str, date, str]]:
    """A deposit a half week: what is paid on several days of one is deposited together."""
    due = {deposit_due(payday): payday for payday in paydays.of_year(year)}
    for day, payday in due.items():
        yield "Payroll tax deposit", "payroll deposit", f"payday {payday:%m/%d/%Y}", day, _SEMIWEEKLY
