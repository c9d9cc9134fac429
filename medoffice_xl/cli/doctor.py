"""`medoffice doctor`: what is missing or mismatched on this machine, in plain words, and how to mend it."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from medoffice_xl.book import Book, open_book
from medoffice_xl.cli.app import PROBLEMS, app, console
from medoffice_xl.errors import BookError, LedgerError
from medoffice_xl.hosts.excel.checkup import examine
from medoffice_xl.hosts.excel.finding import Finding
from medoffice_xl.hosts.excel.machine import look_at, this_machine
from medoffice_xl.hosts.excel.trial_start import trial_start
from medoffice_xl.intake.threshold_names import unknown_names
from medoffice_xl.tables import THRESHOLDS


@app.command()
def doctor(book: Annotated[Path | None, typer.Argument(help="A workbook to look at, too.")] = None) -> None:
    """Say what keeps Excel and Python from working together here, and how to mend it."""
    machine = this_machine()
    findings = examine(machine, look_at(book) if book else None)
    if machine.registration and not any(finding.mend for finding in findings):
        findings.append(trial_start(machine.registration.program))
    findings += [*_of_book(book)] if book else []
    for finding in findings:
        mark = "!!" if finding.mend else "ok"
        console.print(f"{mark} {finding.about}: {finding.found}", markup=False, highlight=False, soft_wrap=True)
        if finding.mend:
            console.print(f"   {finding.mend}", style="bold", markup=False, highlight=False, soft_wrap=True)
    if any(finding.mend for finding in findings):
        raise typer.Exit(PROBLEMS)
    console.print("Everything that can be looked at from here is as it should be.")


def _of_book(path: Path) -> Iterator[Finding]:
    """What is wrong with the ledger of a workbook that can be read, and with its thresholds."""
    with suppress(BookError):
        book = open_book(path)
        try:
            if book.lake:
                book.lake.check()
                yield Finding("Ledger", f"Every file of {book.lake.folder} is as it was written.")
        except LedgerError as error:
            yield Finding("Ledger", str(error), f"Then look again: medoffice doctor {path}")
            return
        yield from _thresholds(book)


def _thresholds(book: Book) -> Iterator[Finding]:
    """Rows of the sheet Thresholds that judge nothing."""
    for flaw in unknown_names(book.read(THRESHOLDS.name)):
        yield Finding(THRESHOLDS.sheet, f"row {flaw.line}, “{flaw.value}”: {flaw.problem}", flaw.advice)
