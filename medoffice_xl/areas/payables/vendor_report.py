"""QuickBooks' reports on vendors as rows under their group, with every total held against its rows.

Both generations of headings are known; they stand in the first 12 rows, under company, title and day. A row is of the
group whose name stands above it: a vendor, a bank account or an age. Totals are checked and never added.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.amounts import cents
from medoffice_xl.readers.dates import day
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.quickbooks.report import text_of
from medoffice_xl.readers.said_days import said_period
from medoffice_xl.readers.sheets import Cell, Grid

_WITHIN = 12
HEADINGS: Mapping[str, frozenset[str]] = {
    "date": frozenset({"date", "transaction date"}),
    "type": frozenset({"transaction type", "type"}),
    "number": frozenset({"num", "no.", "no", "ref no."}),
    "due": frozenset({"due date"}),
    "past_due": frozenset({"past due", "aging"}),
    "amount": frozenset({"amount"}),
    "open": frozenset({"open balance"}),
    "vendor": frozenset({"vendor", "vendor display name"}),
    "posting": frozenset({"posting", "posting (y/n)"}),
    "track": frozenset({"track 1099", "1099 tracking"}),
    "account": frozenset({"account", "account full name", "item split account", "split"}),
    "memo": frozenset({"memo", "memo/description", "description"}),
}
MONEY = ("amount", "open")
NOT_POSTING = ("n", "no")
_TOTAL = re.compile(r"(?i)total(?:\s+for)?(?:\s+(.+))?")
_FOOT = re.compile(r"(?i)\b(accrual|cash) basis\b|\bgmt\b|\d{1,2}:\d{2}")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headings stand, and which column is which."""

    row: int
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated row: its line, the group above it, its texts and its amounts in cents."""

    line: int
    group: str
    date: date
    texts: Mapping[str, str]
    amounts: Mapping[str, int]


@dataclass
class VendorReport:
    """The rows of a report, and what was found wrong."""

    grid: Grid
    entries: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class Sums:
    """Amounts added up by group, and all together under no name."""

    def __init__(self) -> None:
        self._cents: dict[tuple[str, str], int] = {}

    def add(self, group: str, amounts: Mapping[str, int]) -> None:
        """Put a row's amounts to its group and to the whole."""
        for name, amount in amounts.items():
            for key in {(group.casefold(), name), ("", name)}:
                self._cents[key] = self._cents.get(key, 0) + amount

    def of(self, group: str, name: str) -> int:
        """What a group's rows come to."""
        return self._cents.get((group.casefold(), name), 0)


def title_of(grid: Grid) -> str:
    """What stands above the headings, in lower case: company, title and day."""
    layout = layout_of(grid)
    rows = grid.rows[: layout.row if layout else _WITHIN]
    return " | ".join(text_of(cell).casefold() for row in rows for cell in row if text_of(cell))


def layout_of(grid: Grid) -> Layout | None:
    """The row of the first twelve that names the most fields, at least a day and an amount; None where none does."""
    best: Layout | None = None
    for index, row in enumerate(grid.rows[:_WITHIN]):
        texts = [text_of(cell).casefold() for cell in row]
        places = {name: place for name, known in HEADINGS.items() for place in [_place(texts, known)] if place >= 0}
        is_one = "date" in places and bool({*MONEY} & places.keys())
        if is_one and (best is None or len(places) > len(best.places)):
            best = Layout(index, places)
    return best


def day_of(grid: Grid) -> date | None:
    """The day that the report is of, as its head says it: the last day where it says a period."""
    layout = layout_of(grid)
    for row in grid.rows[: layout.row if layout else _WITHIN]:
        for cell in row:
            said = said_period(text_of(cell)) if isinstance(cell, str) else None
            if said and not said.year_alone:
                return said.period.last or said.period.first
    return None


def read_rows(grid: Grid, layout: Layout) -> VendorReport:
    """Every dated row under its group; totals that disagree and rows that cannot be read are problems."""
    found = VendorReport(grid)
    unreadable: list[tuple[int, str]] = []
    group = ""
    whole, posting = Sums(), Sums()
    for line, row in zip(grid.lines[layout.row + 1 :], grid.rows[layout.row + 1 :], strict=True):
        label = next((text for cell in row if isinstance(cell, str) and (text := text_of(cell))), "")
        try:
            amounts = {name: amount for name in MONEY if (amount := cents(_cell(row, layout, name))) is not None}
            dated = day(_cell(row, layout, "date"))
        except (ValueError, ArithmeticError):
            amounts, dated = _amounts(row, layout), None
        if total := _TOTAL.fullmatch(label):
            _check(found, line, label, total[1] or "", amounts, (whole, posting))
        elif dated is not None and amounts:
            texts = {name: text_of(_cell(row, layout, name)) for name in layout.places if name not in MONEY}
            found.entries.append(Entry(line, group, dated, texts, amounts))
            for sums in (whole, posting) if _posts(texts) else (whole,):
                sums.add(group, amounts)
        elif label and not amounts and sum(bool(text_of(cell)) for cell in row) == 1:
            group = group if _FOOT.search(label) else label
        elif label or amounts:
            unreadable.append((line, label))
    found.problems += row_problems(
        Severity.DATA, "This row has no day or no amount that can be read; it was not taken in.",
        "Correct it and import the file again.", grid.file, unreadable,
    )  # fmt: skip
    return found


def _place(texts: list[str], known: frozenset[str]) -> int:
    return next((place for place, text in enumerate(texts) if text in known), -1)


def _cell(row: list[Cell], layout: Layout, name: str) -> Cell:
    place = layout.places.get(name, -1)
    return row[place] if 0 <= place < len(row) else ""


def _amounts(row: list[Cell], layout: Layout) -> dict[str, int]:
    """The amounts of a row whose other cells say something else than a day."""
    found = {}
    for name in MONEY:
        try:
            amount = cents(_cell(row, layout, name))
        except (ValueError, ArithmeticError):
            continue
        if amount is not None:
            found[name] = amount
    return found


def _check(
    found: VendorReport, line: int, label: str, group: str, said: Mapping[str, int], known: Sequence[Sums]
) -> None:
    """A problem where a total is neither what its rows come to, nor those of them that post."""
    for name, amount in said.items():
        sums = [each.of(group, name) for each in known]
        if amount not in sums:
            words = f"The row {label} says {show(amount)}, its rows add up to {show(sums[0])}."
            advice = "The rows were taken in, the total was not. Run the report again, or look for a missing row."
            found.problems.append(Problem(Severity.DATA, words, advice, found.grid.file, line, label))


def _posts(texts: Mapping[str, str]) -> bool:
    return texts.get("posting", "").casefold() not in NOT_POSTING
