"""The group's report: each practice, and each payer across practices."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

from medoffice_xl.group.check import ByPayer, Checked
from medoffice_xl.group.figures import YEAR, GroupFigures, Owing
from medoffice_xl.group.practice import GroupPractice
from medoffice_xl.group.remittances import Remitted
from medoffice_xl.measure import Value
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import Field, cents, count, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section

Sums = TypeVar("Sums", Owing, Checked)

Row = tuple[Value, ...]

_SUMS: tuple[Field, ...] = (
    cents("Charges"),
    cents("Payments"),
    cents("A/R"),
    count("Lines compared", 10),
    count("Lines underpaid", 10),
    cents("Underpaid"),
    cents("Overpaid"),
)


def group_report(
    practices: Sequence[GroupPractice],
    figures: GroupFigures,
    checked: ByPayer,
    as_of: date,
    remitted: Mapping[str, Remitted] | None = None,
) -> Page:
    """What the practices charged, were paid, are owed and were underpaid; by practice, by payer, and by both.

    `remitted` is what files of remittances hold, where some were read.
    """
    marks = {each.mark: each.name for each in practices}
    by_practice: list[Row] = [
        (each.name, *_sums(figures, checked, [each.mark], None, -figures.unapplied.get(each.mark, 0)))
        for each in practices
    ]
    payers = sorted({payer for _, payer in (*figures.by_payer, *checked)}, key=str.casefold)
    by_payer: list[Row] = [(payer or "(none)", *_sums(figures, checked, list(marks), payer)) for payer in payers]
    both: list[Row] = [
        (marks[mark], payer or "(none)", *_sums(figures, checked, [mark], payer))
        for mark, payer in sorted({*figures.by_payer, *checked}, key=lambda key: (marks[key[0]], key[1].casefold()))
    ]
    owed = sum(figures.receivable(mark) for mark in marks)
    short = sum(each.short for each in checked.values())
    return report_page(
        sheet="Group",
        title="The group's practices",
        subtitle=f"As of {as_of:%m/%d/%Y}",
        verdict=f"{len(practices):,} practices are owed {show(owed)}; {show(short)} was allowed below contract.",
        sections=(
            _listing("By practice", (text("Practice", 26),), by_practice),
            _listing("By payer, all practices", (text("Payer", 26),), by_payer),
            _listing("By practice and payer", (text("Practice", 26), text("Payer", 26)), both),
            *([] if remitted is None else _of_files(remitted, marks)),
        ),
        notes=(
            f"Charges and payments are those of the {YEAR} days up to the day. A/R by practice has unapplied cash "
            "taken off; by payer it has not. The payer is the one first billed.",
            "Each line is judged by the contracts of its own practice.",
        ),
    )


def _of_files(remitted: Mapping[str, Remitted], marks: Mapping[str, str]) -> list[Listing]:
    """What the files hold, by practice, and those that cannot be read."""
    rows: list[Row] = [
        (name, found.files, found.lines, found.charged, found.paid)
        for mark, name in marks.items()
        for found in [remitted.get(mark, Remitted())]
    ]
    refused: list[Row] = [
        (marks[mark], Path(path).name, why) for mark, found in remitted.items() for path, why in found.refused.items()
    ]
    fields = (text("Practice", 26), count("Files", 10), count("Lines", 10), cents("Charged"), cents("Paid"))
    sums = [sum(row[place] for row in rows) for place in range(1, len(fields))]  # type: ignore[misc]
    return [
        section("Remittances in the files", fields, rows, ("Total", *sums)),
        section("Files that are not read", (text("Practice", 26), text("File", 30), text("Why", 60)), refused),
    ]


def _listing(heading: str, first: tuple[Field, ...], rows: list[Row]) -> Listing:
    sums = [sum(row[place] for row in rows) for place in range(len(first), len(first) + len(_SUMS))]  # type: ignore[misc]
    return section(heading, (*first, *_SUMS), rows, ("Total", *[""] * (len(first) - 1), *sums))


def _sums(
    figures: GroupFigures, checked: ByPayer, marks: list[str], payer: str | None, besides: int = 0
) -> tuple[int, ...]:
    """The sums of these practices and this payer, or all payers; `besides` is added to the A/R."""
    owing = _of(figures.by_payer, marks, payer)
    found = sum(_of(checked, marks, payer), Checked())
    return (
        sum(each.charged for each in owing),
        sum(each.received for each in owing),
        sum(each.owed + each.credit for each in owing) + besides,
        found.compared,
        found.short_lines,
        found.short,
        found.over,
    )


def _of(by: Mapping[tuple[str, str], Sums], marks: list[str], payer: str | None) -> list[Sums]:
    return [each for (mark, whose), each in by.items() if mark in marks and payer in (None, whose)]
