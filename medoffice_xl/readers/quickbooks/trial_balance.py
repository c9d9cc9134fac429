"""The trial balance: what stands on each account at the end of a day, as a debit or a credit."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.months import Month
from medoffice_xl.readers.quickbooks.postings import accounts_frame, typed_rows
from medoffice_xl.readers.quickbooks.report import Report, text_of
from medoffice_xl.tables import TRIAL_BALANCES
from medoffice_xl.tables.general_ledger import TRIAL_BALANCE

_WITHIN = 15


@dataclass(frozen=True, slots=True)
class TrialBalance:
    """The balances of a day, debit less credit, and what was found."""

    as_of: date
    balances: pd.DataFrame
    accounts: pd.DataFrame
    problems: list[Problem]


def read_trial_balance(report: Report) -> TrialBalance:
    """The balances of a trial balance. Raises CannotRead where it is not of the last day of a month."""
    header, debit, credit = headings_of(report)
    as_of = last_day_of(report, "trial balance")
    balances: dict[str, int] = {}
    wrong: list[tuple[int, str]] = []
    problems: list[Problem] = []
    sides = [0, 0]
    for line, row in zip(report.grid.lines[header + 1 :], report.grid.rows[header + 1 :], strict=True):
        label = next((text for cell in row[:debit] if (text := text_of(cell))), "")
        cells = [row[place] if place < len(row) else "" for place in (debit, credit)]
        try:
            amounts = [cents(cell) or 0 for cell in cells]
        except (ValueError, ArithmeticError):
            wrong.append((line, " ".join(map(text_of, cells))))
            continue
        if label.casefold().startswith("total"):
            problems += _checked(report, line, label, amounts, sides)
        elif label and any(text_of(cell) for cell in cells):
            balances[label] = balances.get(label, 0) + amounts[0] - amounts[1]
            sides = [side + amount for side, amount in zip(sides, amounts, strict=True)]
    problems += row_problems(
        Severity.DATA, "This is not an amount in whole cents; the account was left out.",
        "Correct it and import the file again.", report.file, wrong,
    )  # fmt: skip
    if sides[0] != sides[1]:
        found = f"Debits are {show(sides[0])} and credits {show(sides[1])}: they do not balance."
        problems.append(Problem(Severity.DATA, found, "Run the report again, with all accounts.", report.file))
    rows = [
        {"as_of": as_of, "account": account, "balance": balance, "basis": report.basis, "source": TRIAL_BALANCE}
        for account, balance in sorted(balances.items())
    ]
    return TrialBalance(as_of, typed_rows(TRIAL_BALANCES, rows), accounts_frame(dict.fromkeys(balances, "")), problems)


def headings_of(report: Report) -> tuple[int, int, int]:
    """The row of headings, the columns of debits and of credits. Raises CannotRead."""
    for index, row in enumerate(report.grid.rows[:_WITHIN]):
        texts = [text_of(cell).casefold() for cell in row]
        if texts.count("debit") == 1 and texts.count("credit") == 1:
            return index, texts.index("debit"), texts.index("credit")
    raise CannotRead(
        f"{report.file} has no row of headings with one column Debit and one Credit. Run the report Trial Balance for "
        "one day."
    )


def last_day_of(report: Report, what: str) -> date:
    """The last day of the report's period, which has to end a month."""
    said = report.period
    as_of = (said.last or said.first) if said else None
    if as_of is None:
        raise CannotRead(f"{report.file} does not say of which day it is. Keep the report's first rows.")
    if as_of != Month(as_of.replace(day=1)).last:
        raise CannotRead(
            f"{report.file} is of {as_of:%m/%d/%Y}. Run the {what} as of the last day of a month: a month of "
            "the ledger is the difference of two of them."
        )
    return as_of


def _checked(report: Report, line: int, label: str, said: list[int], sides: list[int]) -> list[Problem]:
    if said == sides:
        return []
    found = (
        f"The row {label} says {show(said[0])} and {show(said[1])}, the accounts add up to {show(sides[0])} and "
        f"{show(sides[1])}."
    )
    advice = "The accounts were taken in, the total was not. Run the report again, with all accounts."
    return [Problem(Severity.DATA, found, advice, report.file, line)]
