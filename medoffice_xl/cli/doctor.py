"""`medoffice doctor`: what is missing or mismatched on this machine, in plain words, and how to mend it."""

from pathlib import Path
from typing import Annotated

import typer

from medoffice_xl.cli.app import PROBLEMS, app, console
from medoffice_xl.hosts.excel.checkup import examine
from medoffice_xl.hosts.excel.machine import look_at, this_machine


@app.command()
def doctor(book: Annotated[Path | None, typer.Argument(help="A workbook to look at, too.")] = None) -> None:
    """Say what keeps Excel and Python from working together here, and how to mend it."""
    findings = examine(this_machine(), look_at(book) if book else None)
    for finding in findings:
        mark = "!!" if finding.mend else "ok"
        console.print(f"{mark} {finding.about}: {finding.found}", markup=False, highlight=False, soft_wrap=True)
        if finding.mend:
            console.print(f"   {finding.mend}", style="bold", markup=False, highlight=False, soft_wrap=True)
    if any(finding.mend for finding in findings):
        raise typer.Exit(PROBLEMS)
    console.print("Everything that can be looked at from here is as it should be.")
