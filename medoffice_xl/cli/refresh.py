"""`medoffice refresh`: recalculate a workbook with no Excel."""

from pathlib import Path
from typing import Annotated

import typer

from medoffice_xl.cli.app import PROBLEMS, app, console
from medoffice_xl.cli.shown import seen_failures, show_failures, show_problems, that_matter
from medoffice_xl.hosts import headless


@app.command()
def refresh(book: Annotated[Path, typer.Argument(help="The workbook.")]) -> None:
    """Recalculate every formula and write the values back; all else in the file stays as it is."""
    with console.status("Opening") as status:
        refreshed = headless.refresh(book, progress=status.update)
    show_failures(refreshed)
    show_problems(that_matter(refreshed.unread))
    console.print(
        f"{len(refreshed.figures):,} formulas recalculated in {refreshed.seconds:.1f} s: {book}", markup=False
    )
    if seen_failures(refreshed) or refreshed.unread:
        raise typer.Exit(PROBLEMS)
