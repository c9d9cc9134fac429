"""QuickBooks' reports: which one a file is, and what it says for the ledger."""

from collections.abc import Callable
from pathlib import Path

from medoffice_xl.errors import CannotRead
from medoffice_xl.money import show
from medoffice_xl.problems import Severity
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import counted
from medoffice_xl.readers.quickbooks import balance_sheet, budget_vs_actuals, general_ledger, journal, trial_balance
from medoffice_xl.readers.quickbooks.balance_sheet import read_balance_sheet
from medoffice_xl.readers.quickbooks.budget_vs_actuals import budget_rows, read_budget_vs_actuals
from medoffice_xl.readers.quickbooks.general_ledger import read_general_ledger
from medoffice_xl.readers.quickbooks.journal import read_journal
from medoffice_xl.readers.quickbooks.postings import Postings
from medoffice_xl.readers.quickbooks.profit_and_loss import columns_of, months_in_words, read_profit_and_loss
from medoffice_xl.readers.quickbooks.report import Report, other_report, report_of
from medoffice_xl.readers.quickbooks.trial_balance import read_trial_balance
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.sheets import read_grids
from medoffice_xl.tables.budget import BUDGET_VS_ACTUALS
from medoffice_xl.tables.general_ledger import (
    BALANCE_SHEET_REPORT,
    GENERAL_LEDGER,
    JOURNAL,
    PROFIT_AND_LOSS,
    TRIAL_BALANCE,
)

KIND = "QuickBooks report"

_TO_BE_NAMED = 30

_HEADINGS: dict[str, Callable[[Report], object]] = {
    PROFIT_AND_LOSS: columns_of,
    GENERAL_LEDGER: general_ledger.headings_of,
    TRIAL_BALANCE: trial_balance.headings_of,
    JOURNAL: journal.headings_of,
    BALANCE_SHEET_REPORT: balance_sheet.headings_of,
    BUDGET_VS_ACTUALS: budget_vs_actuals.groups_of,
}
_READ = {PROFIT_AND_LOSS: read_profit_and_loss, GENERAL_LEDGER: read_general_ledger, JOURNAL: read_journal}


def recognises(file: File) -> int:
    """A report says what it is in its first rows, and its headings bear it out.

    One that the ledger does not need, or whose headings are others, is recognised to be named where nothing else is
    sure of it: other systems call their reports alike.
    """
    report = report_of(file.grid)
    if report is None:
        return _TO_BE_NAMED if other_report(file.grid) else NO
    try:
        _HEADINGS[report.kind](report)
    except CannotRead:
        return _TO_BE_NAMED
    return 95


def read(path: Path) -> Reading:
    """The rows of a report of the books or of a budget. Raises CannotRead for any other report."""
    grids = [grid for grid in read_grids(path) if grid.rows]
    report = next(filter(None, map(report_of, grids)), None)
    if report is None:
        name = next(filter(None, map(other_report, grids)), "none of its reports")
        raise CannotRead(
            f"{path.name} is QuickBooks' {name}. For the practice's costs run Profit and Loss with its columns by "
            "months, General Ledger, or Trial Balance as of the last day of each month."
        )
    if report.kind in (TRIAL_BALANCE, BALANCE_SHEET_REPORT):
        return _balances(report)
    if report.kind == BUDGET_VS_ACTUALS:
        return _budget(report)
    postings = _READ[report.kind](report)
    if not postings.amounts:
        raise CannotRead(f"{path.name} has no amounts. Run the report again for a period with postings.")
    tables = {"accounts": postings.accounts(), "ledger": postings.ledger()}
    return Reading(path.name, KIND, tables, postings.problems, understood=_understood(report, postings))


def _balances(report: Report) -> Reading:
    found = read_trial_balance(report) if report.kind == TRIAL_BALANCE else read_balance_sheet(report)
    if found.balances.empty:
        raise CannotRead(f"{report.file} has no balances. Run the report again.")
    understood = (
        f"{report.kind.capitalize()}{_basis(report)} as of {found.as_of:%m/%d/%Y}: "
        f"{counted(len(found.balances), 'account')}."
    )
    tables = {"accounts": found.accounts, "trial_balances": found.balances}
    return Reading(report.file, KIND, tables, found.problems, understood=understood)


def _budget(report: Report) -> Reading:
    postings = read_budget_vs_actuals(report)
    if not postings.amounts:
        raise CannotRead(f"{report.file} has no amounts. Run the report again, for a budget with amounts.")
    tables = {"accounts": postings.accounts(), "budget_amounts": budget_rows(postings)}
    return Reading(report.file, KIND, tables, postings.problems, understood=_understood(report, postings))


def _understood(report: Report, postings: Postings) -> str:
    sums: dict[str, int] = {}
    for (_, account), amount in postings.amounts.items():
        kind = postings.kinds[account]
        sums[kind] = sums.get(kind, 0) + amount
    told = ", ".join(f"{kind} {show(amount)}" for kind, amount in sums.items() if kind)
    wrong = sum(problem.severity is Severity.DATA for problem in postings.problems)
    return (
        f"{report.kind.capitalize()}{_basis(report)}, {months_in_words(postings.months)}: "
        f"{counted(len(postings.kinds), 'account')}{f', {told}' if told else ''}. "
        + (f"{counted(wrong, 'thing')} to look at." if wrong else "Its totals agree.")
    )


def _basis(report: Report) -> str:
    return f" on the {report.basis} basis" if report.basis else ""


READER = Reader(KIND, recognises, lambda file: read(file.path))
