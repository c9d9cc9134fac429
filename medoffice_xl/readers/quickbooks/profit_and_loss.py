"""Profit and loss, a column a month: what was earned and spent, account by account."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from medoffice_xl.errors import CannotRead
from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents
from medoffice_xl.readers.months import Month, month_of, month_said
from medoffice_xl.readers.quickbooks.nesting import Role, places
from medoffice_xl.readers.quickbooks.postings import Postings
from medoffice_xl.readers.quickbooks.report import Report, text_of
from medoffice_xl.readers.sheets import Cell

SECTIONS = {
    **dict.fromkeys(("income", "revenue", "revenues", "trading income", "operating income", "operating revenue",
                     "sales", "turnover"), "income"),
    **dict.fromkeys(("cost of goods sold", "cost of sales", "cost of revenue", "cogs", "direct costs",
                     "less cost of sales", "less cost of goods sold"), "cost of goods"),
    **dict.fromkeys(("expenses", "expense", "operating expenses", "operating expense", "less operating expenses",
                     "less expenses", "overheads", "administrative expenses"), "expense"),
    **dict.fromkeys(("other income", "other revenue", "non-operating income", "plus other income"), "other income"),
    **dict.fromkeys(("other expenses", "other expense", "non-operating expenses", "less other expenses"),
                    "other expense"),
}  # fmt: skip
"""Section to kind of account, as QuickBooks, Xero and Sage head them."""

_AROUND = frozenset({"ordinary income/expense", "other income/expense", "ordinary revenue/expenditure"})
"""What QuickBooks Desktop puts around its sections."""

_GROSS = {"income": 1, "cost of goods": -1}
_OPERATING = {**_GROSS, "expense": -1}
_NET = {**_OPERATING, "other income": 1, "other expense": -1}
_SIGNS: dict[str, dict[str, int]] = {
    **dict.fromkeys(("gross profit", "gross margin"), _GROSS),
    **dict.fromkeys(("net operating income", "net ordinary income", "operating profit", "operating income (loss)",
                     "net operating profit", "income from operations", "operating profit/(loss)"), _OPERATING),
    "net other income": {"other income": 1, "other expense": -1},
    **dict.fromkeys(("net income", "net profit", "net loss", "net earnings", "net surplus", "net income (loss)",
                     "net income/(loss)", "net profit (loss)", "net profit/(loss)", "net profit / (loss)",
                     "profit for the period", "profit for the year"), _NET),
}  # fmt: skip
"""Rows that are worked out from the sections, and how."""

_MAY_BE_HEADED = frozenset({"", "distribution account", "account", "accounts", "account name"})
_HEADINGS_WITHIN = 15


@dataclass
class _Sums:
    """What was added up under one parent or section, by column."""

    by_column: dict[int, int] = field(default_factory=dict)

    def add(self, column: int, amount: int) -> None:
        self.by_column[column] = self.by_column.get(column, 0) + amount


def read_profit_and_loss(report: Report) -> Postings:
    """The report's accounts by month. Raises CannotRead where its columns are not months."""
    header, columns, total = columns_of(report)
    postings = read_columns(report, header, columns, total, min([*columns, *total]))
    postings.told += _partial(report, header, columns)
    return postings


def read_columns(report: Report, header: int, columns: dict[int, Month], total: Sequence[int], first: int) -> Postings:
    """The accounts of these columns, each a month, checked against the totals of the rows and of the columns `total`.

    Names stand before the column `first`.
    """
    postings = Postings(report)
    rows = [
        (line, next((text for cell in row[:first] if (text := text_of(cell))), ""), row)
        for line, row in zip(report.grid.lines[header + 1 :], report.grid.rows[header + 1 :], strict=True)
    ]
    named = [(line, label, row) for line, label, row in rows if label and _is_row(label)]
    sums: dict[tuple[str, ...], _Sums] = {}
    sections: dict[str, _Sums] = {}
    for (line, label, row), place in zip(named, places([label for _, label, _ in named]), strict=True):
        amounts = _amounts(postings, line, row, [*columns, *total])
        if label.casefold() in _SIGNS:
            _check_worked_out(postings, line, label, amounts, sections, columns)
        elif place is None:
            continue
        elif place.role in (Role.TOTAL, Role.OWN_TOTAL):
            _check(postings, line, label, amounts, sums.get(place.path, _Sums()), columns)
        else:
            of_months = {column: amount for column, amount in amounts.items() if column in columns}
            across = dict.fromkeys(total, sum(of_months.values()))
            _check_across(postings, line, label, amounts, across)
            _post(postings, line, place.path, of_months | across, columns, sums, sections)
    return postings


def columns_of(report: Report) -> tuple[int, dict[int, Month], list[int]]:
    """The row of headings, the months by column, and the columns of totals. Raises CannotRead."""
    for index, row in enumerate(report.grid.rows[:_HEADINGS_WITHIN]):
        texts = [text_of(cell).casefold() for cell in row]
        months = {place: month for place, cell in enumerate(row) if place and (month := month_said(cell))}
        totals = [place for place, text in enumerate(texts) if text == "total"]
        if not months and not totals:
            continue
        if texts[0] not in _MAY_BE_HEADED and month_said(row[0]) is None:
            continue
        others = [text_of(cell) for place, cell in enumerate(row)
                  if place and text_of(cell) and place not in months and place not in totals]  # fmt: skip
        if others:
            raise CannotRead(
                f"{report.file} has columns that are no months: {', '.join(f'“{each}”' for each in others[:4])}. "
                "Run the report with its columns by months, and without comparisons, percentages, classes or customers."
            )
        if months:
            return index, months, totals
        month = month_of(report.period) if report.period else None
        if month is None:
            raise CannotRead(
                f"{report.file} gives one total for several months. Run the report with its columns by months."
            )
        return index, {totals[0]: month}, []
    raise CannotRead(f"{report.file} has no row of headings with months. Run the report with its columns by months.")


def _partial(report: Report, header: int, columns: dict[int, Month]) -> list[Problem]:
    said = month_of(report.period) if report.period else None
    partial = [month for month in columns.values() if not month.whole or (said and not said.whole)]
    return [
        Problem(
            Severity.DATA, f"The report has only some days of {month}; they were taken in as the month.",
            "Import the report of the whole month once it is over: it states the month anew.", report.file,
            report.grid.lines[header],
        )
        for month in partial
    ]  # fmt: skip


def _is_row(label: str) -> bool:
    return " basis " not in f" {label.casefold()} "


def _amounts(postings: Postings, line: int, row: Sequence[Cell], columns: Sequence[int]) -> dict[int, int]:
    """The amounts of a row by column; one that cannot be read is reported."""
    found = {}
    for column in columns:
        cell = row[column] if column < len(row) else ""
        try:
            amount = cents(cell)
        except (ValueError, ArithmeticError):
            postings.unreadable(line, cell)
            continue
        if amount is not None:
            found[column] = amount
    return found


def _post(
    postings: Postings,
    line: int,
    path: tuple[str, ...],
    amounts: dict[int, int],
    columns: dict[int, Month],
    sums: dict[tuple[str, ...], _Sums],
    sections: dict[str, _Sums],
) -> None:
    """What stands beside an account's own name is its own, be it a parent of others or not."""
    names = [name for name in path if name.casefold() not in _AROUND]
    kind = SECTIONS.get(names[0].casefold(), "") if names else ""
    account = names[1:] if kind else names
    if not account:
        return
    for column, amount in amounts.items():
        for depth in range(1, len(path) + 1):
            sums.setdefault(path[:depth], _Sums()).add(column, amount)
        sections.setdefault(kind, _Sums()).add(column, amount)
        if column in columns:
            postings.post(line, columns[column].first, ":".join(account), amount, kind)


def _check(
    postings: Postings, line: int, label: str, said: dict[int, int], sums: _Sums, columns: dict[int, Month]
) -> None:
    for column, amount in said.items():
        rows = sums.by_column.get(column, 0)
        if amount != rows:
            where = f" in {columns[column]}" if column in columns else ""
            postings.disagrees(line, label, f"“{label}” says {show(amount)}{where}, its rows add up to {show(rows)}.")


def _check_worked_out(
    postings: Postings,
    line: int,
    label: str,
    said: dict[int, int],
    sections: dict[str, _Sums],
    columns: dict[int, Month],
) -> None:
    worked_out = _Sums()
    for kind, sign in _SIGNS[label.casefold()].items():
        for column, amount in sections.get(kind, _Sums()).by_column.items():
            worked_out.add(column, sign * amount)
    _check(postings, line, label, said, worked_out, columns)


def _check_across(postings: Postings, line: int, label: str, said: dict[int, int], across: dict[int, int]) -> None:
    for column, added in across.items():
        if said.get(column, added) != added:
            found = f"“{label}” says {show(said[column])} in all, its months add up to {show(added)}."
            postings.disagrees(line, label, found)


def months_in_words(months: Sequence[date]) -> str:
    """January to March 2026."""
    first, last = Month(min(months)), Month(max(months))
    return str(first) if first == last else f"{first} to {last}"
