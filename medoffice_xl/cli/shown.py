"""How the command line shows what commands found: problems, what became of files, failed formulas."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

import typer
from rich.table import Table

from medoffice_xl.book.places import split_sheet
from medoffice_xl.cli.app import complaints, console
from medoffice_xl.hosts.headless import CellFailure, Refreshed
from medoffice_xl.intake.file_outcome import FileOutcome
from medoffice_xl.measure import Unit
from medoffice_xl.money import show, to_cents
from medoffice_xl.pages.workings import SHEET as WORKINGS
from medoffice_xl.problems import Problem, Severity

SHOWN = 20
"""Problems listed on the screen; all of them are on the sheet Problems."""

LACKING = 5
"""Reasons for figures without data that are listed; a workbook that is just being filled has dozens of them."""

NO_DATA = "#N/A"

MATTER = (Severity.MONEY, Severity.DATA)


def that_matter(problems: Sequence[Problem]) -> list[Problem]:
    """The problems of money and data, money first."""
    return sorted((each for each in problems if each.severity in MATTER), key=lambda each: MATTER.index(each.severity))


def show_outcomes(outcomes: Sequence[FileOutcome]) -> None:
    """One row a kind of file that was taken in, then what was refused."""
    table = Table(title="Brought in", title_justify="left")
    for heading in ("Kind", "Files", "New rows", "Changed", "Unchanged"):
        table.add_column(heading, justify="left" if heading == "Kind" else "right")
    for kind in sorted({outcome.kind for outcome in outcomes if outcome.kind}):
        files = [outcome for outcome in outcomes if outcome.kind == kind]
        sums = (
            len(files),
            sum(outcome.added for outcome in files),
            sum(outcome.changed for outcome in files),
            sum(outcome.unchanged for outcome in files),
        )
        table.add_row(kind, *(f"{each:,}" for each in sums))
    if table.row_count:
        console.print(table)
    before = sum(outcome.already_there for outcome in outcomes)
    if before:
        console.print(
            f"{before:,} file{'s were' if before > 1 else ' was'} taken in before: nothing was changed for it."
        )
    for outcome in outcomes:
        if outcome.refused:
            complaints.print(f"{outcome.file}: {outcome.refused}", style="red", markup=False, highlight=False)


def show_parts(parts: Sequence[Sequence[Any]]) -> None:
    """What a figure was made of, one label and value a line."""
    for label, value, unit in parts:
        if unit == Unit.MONEY and isinstance(value, int | float):
            value = show(to_cents(Decimal(str(value))))  # noqa: PLW2901
        typer.echo(f"  {label}: {f'{value:%Y-%m-%d}' if isinstance(value, datetime) else value}")


def show_problems(problems: Sequence[Problem]) -> None:
    """The first problems, and how many more there are."""
    for problem in problems[:SHOWN]:
        console.print(f"[{problem.severity}] {problem}", markup=False, highlight=False)
    if len(problems) > SHOWN:
        console.print(f"… and {len(problems) - SHOWN:,} more, all on the sheet Problems.")


def seen_failures(refreshed: Refreshed) -> list[CellFailure]:
    """The errors that a user sees: where *Workings* lacks data, the page that shows it says what it lacks."""
    return [
        failure for failure in refreshed.errors if failure.code != NO_DATA or split_sheet(failure.cell)[0] != WORKINGS
    ]


def show_failures(refreshed: Refreshed) -> None:
    """Formulas that show an error, once a reason: all that are wrong, and the first of those that lack data."""
    cells: dict[tuple[str, str], list[str]] = {}
    for failure in seen_failures(refreshed):
        cells.setdefault((failure.code, failure.reason), []).append(failure.cell)
    wrong = [(reason, of) for reason, of in cells.items() if reason[0] != NO_DATA]
    lacking = [(reason, of) for reason, of in cells.items() if reason[0] == NO_DATA]
    for (code, reason), (first, *others) in (*wrong, *lacking[:LACKING]):
        where = f"{first} and {len(others)} more show" if others else f"{first} shows"
        complaints.print(f"{where} {code}: {reason}", markup=False, highlight=False)
    rest = sum(len(of) for _, of in lacking[LACKING:])
    if rest:
        complaints.print(f"… and {rest} more figures lack data; =WHY(cell) says what each needs.", highlight=False)
