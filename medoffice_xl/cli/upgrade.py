"""`medoffice upgrade`: a practice's workbook, carried to this version."""

from pathlib import Path
from typing import Annotated

import typer

from medoffice_xl.cli.app import PROBLEMS, app, console
from medoffice_xl.cli.shown import show_failures
from medoffice_xl.hosts import headless
from medoffice_xl.upgrade import Upgraded, upgrade


@app.command("upgrade")
def upgrade_book(
    book: Annotated[Path, typer.Argument(help="The workbook of an earlier version.")],
    without: Annotated[
        bool, typer.Option("--without", help="Go on without what cannot be carried; it stays in the former file.")
    ] = False,
) -> None:
    """Carry a workbook to this version: its rows, your columns, settings, sheets, names, comments and colours.

    The former file stays beside it under its version's name. What cannot be carried is said first, and nothing is done.
    """
    with console.status("Carrying the workbook over"):
        done = upgrade(book, without=without)
    with console.status("Calculating"):
        refreshed = headless.refresh(done.path)
    _tell(done)
    show_failures(refreshed)
    if done.left_out:
        raise typer.Exit(PROBLEMS)


def _tell(done: Upgraded) -> None:
    _say(f"{done.path} is of this version now; the former one is {done.former.name}.")
    for sheet, rows in done.rows.items():
        _say(f"  {rows:,} rows of {sheet}")
    for heading, names in (("Your sheets", done.sheets), ("Your names", done.names)):
        if names:
            _say(f"{heading}: {', '.join(names)}")
    for sheet in done.made_again:
        _say(f"The sheet {sheet} was made by a button: press it again for a current one.")
    for formula in done.rewritten:
        _say(f"{formula.place}: ={formula.before}  is now  ={formula.after}")
    for obstacle in done.left_out:
        _say(f"Left out: {obstacle}")


def _say(line: str) -> None:
    console.print(line, markup=False, highlight=False, soft_wrap=True)
