"""`medoffice ledger`: the large tables in a folder beside the workbook, when it becomes too small for them."""

from pathlib import Path
from typing import Annotated

import typer

from medoffice_xl.book import Book, edit_book
from medoffice_xl.book.beside import move_back, move_out, point_at, take_typed
from medoffice_xl.cli.app import app, console
from medoffice_xl.cli.shown import show_failures
from medoffice_xl.errors import BadArgument
from medoffice_xl.hosts.headless import refresh_book
from medoffice_xl.tables import TABLES

_FOLDER = "FOLDER"


@app.command()
def ledger(
    book: Annotated[Path, typer.Argument(help="The workbook.")],
    make: Annotated[
        Path | None, typer.Option(metavar=_FOLDER, help="Move the large tables into a ledger in this new folder.")
    ] = None,
    back: Annotated[bool, typer.Option("--back", help="Bring all rows back onto the sheets.")] = False,
    at: Annotated[
        Path | None, typer.Option(metavar=_FOLDER, help="Say where the ledger is, after its folder was moved.")
    ] = None,
    take: Annotated[bool, typer.Option("--take", help="Take rows typed on the sheets into the ledger.")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="Read every byte of the ledger and say whether it is whole.")
    ] = False,
) -> None:
    """Keep charges, payments and remittances in a folder beside a workbook that is too small for them.

    Figures, pages and reports are the same; imports go into the folder; the sheets show the newest rows. With no option
    it says what the ledger holds.
    """
    if sum((make is not None, back, at is not None, take, check)) > 1:
        raise BadArgument("Say one of --make FOLDER, --back, --at FOLDER, --take and --check.")
    with edit_book(book) as opened:
        if make is not None:
            move_out(opened, make)
            _save(opened)
        elif at is not None:
            point_at(opened, at)
            _save(opened)
        elif take:
            said = list(take_typed(opened)) or ["Nothing is typed on the sheets that is not in the ledger."]
            _save(opened)
            for words in said:
                console.print(words, markup=False)
        elif back:
            folder = move_back(opened)
            _save(opened)
            console.print(
                f"All rows stand in {book} again. The folder {folder} is no longer needed: keep it as a backup, or "
                "delete it.",
                markup=False,
            )
            return
        if check and opened.lake:
            opened.lake.check()
            console.print("Every file of the ledger is as it was written.")
        _tell(opened)


def _save(opened: Book) -> None:
    with console.status("Calculating") as status:
        refreshed = refresh_book(opened, progress=status.update)
        opened.save()
    show_failures(refreshed)


def _tell(opened: Book) -> None:
    """What stands where, and what is typed on the sheets and not in it."""
    if opened.lake is None:
        console.print(f"{opened.path} has no ledger: its tables stand on its sheets.", markup=False)
        return
    console.print(f"The ledger {opened.lake.folder}", markup=False, soft_wrap=True)
    for name in opened.lake.manifest.tables:
        months = len(opened.lake.manifest.tables[name])
        console.print(f"  {TABLES[name].sheet}: {opened.lake.rows(name):,} rows, {months:,} months", markup=False)
        if typed := len(opened.typed_beside(name)):
            console.print(f"    {typed:,} rows on the sheet are not in it, and count nowhere: --take takes them in.")
