"""The journal: every transaction with its lines, each a debit or a credit of an account."""

from datetime import date

from medoffice_xl.errors import CannotRead
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents
from medoffice_xl.readers.dates import day
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.quickbooks.account_kinds import suggested_kind
from medoffice_xl.readers.quickbooks.general_ledger import CREDIT_KINDS
from medoffice_xl.readers.quickbooks.postings import Postings
from medoffice_xl.readers.quickbooks.report import Report, text_of
from medoffice_xl.readers.sheets import Cell

_WITHIN = 15
_HEADINGS = {
    "date": {"date", "transaction date"},
    "account": {"account", "account name", "distribution account", "full name"},
    "debit": {"debit"},
    "credit": {"credit"},
}


def read_journal(report: Report) -> Postings:
    """What was posted to each account in each month. A transaction whose sides differ is told, and taken in.

    Only the first line of a transaction has its day; totals are checked and never added.
    """
    header, at = headings_of(report)
    postings = Postings(report)
    posted: date | None = None
    sides, whole, begun = [0, 0], [0, 0], 0
    strange: list[tuple[int, str]] = []
    for line, row in zip(report.grid.lines[header + 1 :], report.grid.rows[header + 1 :], strict=True):
        said, account = text_of(_cell(row, at["date"])), text_of(_cell(row, at["account"]))
        try:
            amounts = [cents(_cell(row, at[name])) or 0 for name in ("debit", "credit")]
        except (ValueError, ArithmeticError):
            postings.unreadable(line, " ".join(text_of(_cell(row, at[name])) for name in ("debit", "credit")))
            continue
        if said:
            _balance(postings, begun, sides)
            sides, begun = [0, 0], line
            posted = _day(said, line, strange)
        if not account:
            is_total = any(text_of(cell).casefold() == "total" for cell in row)
            _check_total(postings, line, "“TOTAL”" if is_total else "The sum", amounts, whole if is_total else sides)
            continue
        if posted is None or not any(amounts):
            continue
        debit = amounts[0] - amounts[1]
        credits = suggested_kind(account)[0] in CREDIT_KINDS
        postings.post(line, posted.replace(day=1), account, -debit if credits else debit)
        sides = [side + amount for side, amount in zip(sides, amounts, strict=True)]
        whole = [side + amount for side, amount in zip(whole, amounts, strict=True)]
    _balance(postings, begun, sides)
    postings.told += row_problems(
        Severity.DATA, "This is no date; the transaction was left out.", "Correct it and import the file again.",
        report.file, strange, "Date",
    )  # fmt: skip
    return postings


def headings_of(report: Report) -> tuple[int, dict[str, int]]:
    """The row of headings and what stands where. Raises CannotRead."""
    for index, row in enumerate(report.grid.rows[:_WITHIN]):
        texts = [text_of(cell).casefold() for cell in row]
        at = {name: texts.index(text) for name, known in _HEADINGS.items() for text in texts if text in known}
        if at.keys() == _HEADINGS.keys():
            return index, at
    raise CannotRead(
        f"{report.file} has no row of headings with a date, an account, a debit and a credit. Run the report Journal "
        "as QuickBooks offers it."
    )


def _cell(row: list[Cell], place: int) -> Cell:
    return row[place] if place < len(row) else ""


def _day(said: str, line: int, strange: list[tuple[int, str]]) -> date | None:
    try:
        return day(said)
    except ValueError:
        strange.append((line, said))
        return None


def _check_total(postings: Postings, line: int, label: str, said: list[int], added: list[int]) -> None:
    """A row of sums against its lines."""
    if any(said) and said != added:
        told, sums = (f"{show(each[0])} and {show(each[1])}" for each in (said, added))
        postings.disagrees(line, label, f"{label} says {told}, its lines come to {sums}.")


def _balance(postings: Postings, line: int, sides: list[int]) -> None:
    if sides[0] != sides[1]:
        found = f"The transaction debits {show(sides[0])} and credits {show(sides[1])}: it does not balance."
        advice = "It was taken in as it stands. Run the report again, with all accounts."
        postings.told.append(Problem(Severity.DATA, found, advice, postings.report.file, line))
