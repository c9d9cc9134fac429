"""The general ledger: every posting of every account, under its account, with a running balance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from medoffice_xl.errors import CannotRead
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents
from medoffice_xl.readers.dates import day
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.quickbooks.account_kinds import suggested_kind
from medoffice_xl.readers.quickbooks.nesting import Role, places
from medoffice_xl.readers.quickbooks.postings import Postings
from medoffice_xl.readers.quickbooks.report import Report, text_of
from medoffice_xl.readers.sheets import Cell

_HEADINGS = {
    "date": {"date", "transaction date"},
    "amount": {"amount"},
    "debit": {"debit"},
    "credit": {"credit"},
    "account": {"distribution account", "account"},
}
_KNOWN = frozenset(
    {"transaction type", "type", "num", "no.", "name", "memo/description", "description", "memo", "split",
     "split account", "balance", "adj", "clr"}
).union(*_HEADINGS.values())  # fmt: skip
_WITHIN = 15
CREDIT_KINDS = frozenset({"income", "other income", "liability", "equity"})
"""Kinds whose postings are shown positive where they are credits."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the report: its label, its day where it is a posting, and its amount."""

    line: int
    label: str
    posted: date | None
    cells: Sequence[Cell]


def read_general_ledger(report: Report) -> Postings:
    """What was posted to each account in each month. Raises CannotRead without a day or an amount."""
    header, at = headings_of(report)
    postings = Postings(report)
    rows = list(_rows(report, header, at, postings))
    labels = [row.label for row in rows if row.posted is None]
    paths = iter(places(labels))
    path: tuple[str, ...] = ()
    sums: dict[tuple[str, ...], int] = {}
    for row in rows:
        if row.posted is None:
            place = next(paths)
            if place is None:
                path = ()
            elif place.role in (Role.TOTAL, Role.OWN_TOTAL):
                _check(postings, row, at, place.path, place.role, sums)
                path = place.path if place.role is Role.OWN_TOTAL else ()
            else:
                path = place.path
            continue
        _post(postings, row, at, path, sums)
    return postings


def headings_of(report: Report) -> tuple[int, dict[str, int]]:
    """The row of headings and what stands where. Raises CannotRead."""
    for index, row in enumerate(report.grid.rows[:_WITHIN]):
        texts = [text_of(cell).casefold() for cell in row]
        at = {name: texts.index(text) for name, known in _HEADINGS.items() for text in texts if text in known}
        if "date" in at and ("amount" in at or {"debit", "credit"} <= at.keys()):
            at["first"] = min(place for place, text in enumerate(texts) if text in _KNOWN)
            return index, at
    raise CannotRead(
        f"{report.file} has no row of headings with a date and an amount. Run the report General Ledger as QuickBooks "
        "offers it, with its columns Date, Amount and Balance."
    )


def _rows(report: Report, header: int, at: dict[str, int], postings: Postings) -> list[_Row]:
    found = []
    strange: list[tuple[int, str]] = []
    for line, row in zip(report.grid.lines[header + 1 :], report.grid.rows[header + 1 :], strict=True):
        label = next((text for cell in row[: at["first"]] if (text := text_of(cell))), "")
        cell = row[at["date"]] if at["date"] < len(row) else ""
        said = text_of(cell)
        if "beginning balance" in (said.casefold(), label.casefold()) or " basis " in f" {label.casefold()} ":
            continue
        try:
            posted = day(cell) if said else None
        except ValueError:
            if label or not _stands_alone(row, at):
                strange.append((line, said))
                continue
            posted, label = None, said
        if posted is not None or label:
            found.append(_Row(line, label, posted, row))
    postings.told += row_problems(
        Severity.DATA, "This is no date; the posting was left out.", "Correct it and import the file again.",
        report.file, strange, text_of(report.grid.rows[header][at["date"]]),
    )  # fmt: skip
    return found


def _stands_alone(row: Sequence[Cell], at: dict[str, int]) -> bool:
    """Whether nothing but amounts stands beside the day: so an account is named where no column of its own has it."""
    names = {at["date"], *(at[name] for name in ("amount", "debit", "credit") if name in at)}
    return not any(any(map(str.isalpha, text_of(cell))) for place, cell in enumerate(row) if place not in names)


def _amount(postings: Postings, row: _Row, at: dict[str, int], account: str) -> int | None:
    """The amount as the report shows it: positive where it is what the account is for."""

    def read(name: str) -> int:
        cell = row.cells[at[name]] if at[name] < len(row.cells) else ""
        return cents(cell) or 0

    try:
        if "amount" in at:
            return read("amount")
        debit = read("debit") - read("credit")
    except (ValueError, ArithmeticError):
        postings.unreadable(row.line, text_of(row.cells[at.get("amount", at.get("debit", 0))]))
        return None
    return -debit if suggested_kind(account)[0] in CREDIT_KINDS else debit


def _post(
    postings: Postings, row: _Row, at: dict[str, int], path: tuple[str, ...], sums: dict[tuple[str, ...], int]
) -> None:
    own = text_of(row.cells[at["account"]]) if "account" in at and at["account"] < len(row.cells) else ""
    account = own or ":".join(path)
    if not account:
        postings.told.append(
            Problem(
                Severity.DATA, "The posting stands under no account; it was left out.",
                "Run the report again, with its accounts.", postings.report.file, row.line,
            )
        )  # fmt: skip
        return
    amount = _amount(postings, row, at, account)
    if amount is None or row.posted is None:
        return
    postings.post(row.line, row.posted.replace(day=1), account, amount)
    for depth in range(1, len(path) + 1):
        sums[path[:depth]] = sums.get(path[:depth], 0) + amount
    sums[(*path, "")] = sums.get((*path, ""), 0) + amount


def _check(
    postings: Postings,
    row: _Row,
    at: dict[str, int],
    path: tuple[str, ...],
    role: Role,
    sums: dict[tuple[str, ...], int],
) -> None:
    """A total against its postings; of a parent itself its own alone."""
    if "amount" not in at or at["amount"] >= len(row.cells) or not text_of(row.cells[at["amount"]]):
        return
    try:
        said = cents(row.cells[at["amount"]])
    except (ValueError, ArithmeticError):
        return
    added = sums.get((*path, "") if role is Role.OWN_TOTAL else path, 0)
    if said is not None and said != added:
        found = f"“{row.label}” says {show(said)}, its postings add up to {show(added)}."
        postings.disagrees(row.line, row.label, found)
