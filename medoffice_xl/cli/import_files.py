"""`medoffice import`: files into the workbook."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.status import Status

from medoffice_xl.book import Book, edit_book
from medoffice_xl.cells.arguments import read_date
from medoffice_xl.cli.app import COULD_NOT, PROBLEMS, app, console
from medoffice_xl.cli.ask_columns import ask_at_terminal, somebody_is_there
from medoffice_xl.cli.shown import show_failures, show_outcomes, show_problems, that_matter
from medoffice_xl.errors import CannotRead
from medoffice_xl.files.passed_over import told as told_of
from medoffice_xl.files.passed_over import why_not
from medoffice_xl.hosts.headless import refresh_book
from medoffice_xl.intake import settings_of
from medoffice_xl.intake.as_of import POSTED, moved_as_of, newest_posting
from medoffice_xl.intake.files import Agree, Answer, Ask, BroughtIn, Progress, bring_in
from medoffice_xl.intake.room import ledger_offered
from medoffice_xl.intake.rows_of_ledger import LARGE
from medoffice_xl.readers.mapping import load_mapping
from medoffice_xl.readers.recognise import kinds
from medoffice_xl.readers.seen import Unclear
from medoffice_xl.readers.told import Told
from medoffice_xl.tables import TABLES

_MAY_OFFER = ("thresholds", *(table.name for table in TABLES.values() if table.by_month))
"""Tables that say whether a ledger is to be offered."""


@app.command("import")
def import_files(
    book: Annotated[Path, typer.Argument(help="The workbook.")],
    files: Annotated[list[Path], typer.Argument(help="Remittances (835), charge exports, fee schedules; or folders.")],
    kind: Annotated[str, typer.Option(help=f"What the files are: {', '.join(kinds())}. Left out: recognised.")] = "",
    mapping: Annotated[Path | None, typer.Option(help='JSON: {"their heading": "our field"}.', exists=True)] = None,
    payer: Annotated[str, typer.Option(help="Payer of a fee schedule that does not name it.")] = "",
    effective: Annotated[str, typer.Option(help="First day of a fee schedule without dates: 2026-01-31.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Take files in as they are understood, without asking.")] = False,
) -> None:
    """Bring files into the workbook and recalculate it. A file that is there already changes nothing."""
    told = Told(kind, load_mapping(mapping) if mapping else {}, payer, _day(effective))
    with edit_book(book) as opened, console.status("Reading") as status:
        asks = somebody_is_there() and not yes
        brought = into(
            opened,
            _spread(files),
            told=told,
            progress=status.update,
            agree=partial(_agreed, status, ask=asks),
            ask=partial(_asked, status) if asks else None,
        )
        if brought.frames:
            refreshed = refresh_book(opened, progress=status.update)
            opened.save()
        offered = "" if opened.lake else ledger_offered({name: opened.read(name) for name in _MAY_OFFER})
    show_outcomes(brought.outcomes)
    found = that_matter(brought.problems)
    show_problems(found)
    for words in filter(None, (brought.underpaid, offered)):
        console.print(words, markup=False)
    if brought.frames:
        show_failures(refreshed)
        console.print(f"Saved {book}", markup=False)
    if all(outcome.refused for outcome in brought.outcomes):
        raise typer.Exit(COULD_NOT)
    if found or any(outcome.refused for outcome in brought.outcomes):
        raise typer.Exit(PROBLEMS)


def _agreed(status: Status, file: str, understood: str, *, ask: bool) -> bool:
    """Show how a file was understood, and on a terminal ask whether it is right."""
    status.stop()
    console.print(f"{file}: {understood}", markup=False, highlight=False)
    agreed = not ask or typer.confirm("Take it in so?", default=True)
    status.start()
    return agreed


def _asked(status: Status, file: str, unclear: Unclear) -> Answer | None:
    """Ask what a file is, and what its columns are."""
    status.stop()
    answer = ask_at_terminal(file, unclear)
    status.start()
    return answer


def into(
    book: Book,
    paths: list[Path],
    *,
    told: Told | None = None,
    progress: Progress | None = None,
    agree: Agree | None = None,
    ask: Ask | None = None,
) -> BroughtIn:
    """Bring files into an open workbook; nothing is saved."""
    tables = {name: book.read(name) for name in TABLES if not (book.lake and name in LARGE)}
    for name in book.lake.manifest.tables if book.lake else ():
        book.typed_beside(name)
    brought = bring_in(
        paths,
        tables,
        today=date.today(),
        unread=book.problems,
        settings=settings_of(book.setting),
        told=told,
        ask=ask,
        progress=progress,
        agree=agree,
        lake=book.lake,
    )
    if brought.lake:
        book.keep_in(brought.lake)
    if brought.frames:
        book.write(brought.frames)
        _move_as_of(book)
    return brought


def _move_as_of(book: Book) -> None:
    """Let the day of the figures follow what was posted."""
    newest = newest_posting({name: book.column(name, column) for name, column in POSTED.items()}, date.today())
    moved_to = book.setting("AsOfMoved")
    day = moved_as_of(read_date(book.setting("AsOf")), read_date(moved_to) if moved_to else None, newest)
    if day:
        book.set_setting("AsOf", day)
        book.set_setting("AsOfMoved", day)


def _spread(paths: list[Path]) -> list[Path]:
    """Files, and the files of folders in the order of their names; what nobody exported is passed over and said."""
    spread: list[Path] = []
    for path in paths:
        if not path.is_dir():
            spread.append(path)
            continue
        inside = sorted(path.iterdir())
        passed_over = [each for each in inside if each.is_dir() or why_not(each)]
        if words := told_of(path, passed_over):
            console.print(words, markup=False, highlight=False)
        spread += [each for each in inside if each not in passed_over]
    if not spread:
        raise CannotRead("There is no file to bring in in that folder.")
    return spread


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise CannotRead(f"“{text}” is no date. Write it as 2026-01-31.") from error
