"""`medoffice report`: the reports of the ribbon's buttons and the workbook's pages as files, with no Excel."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import pandas as pd
import typer

from medoffice_xl.areas import reports
from medoffice_xl.areas.budget.physician_memo import physician_memo
from medoffice_xl.areas.compliance.letters_to_send import appeal_letters
from medoffice_xl.areas.payables.calendar_file import calendar_of
from medoffice_xl.areas.plan.invitations import NAME as MEETINGS
from medoffice_xl.areas.plan.invitations import invitations
from medoffice_xl.areas.staff.calendar_file import NAME as STAFF_DAYS
from medoffice_xl.areas.staff.calendar_file import staff_calendar
from medoffice_xl.areas.staff.forms import job_specifications, review_forms
from medoffice_xl.areas.worklists.calendar_file import NAME as DEADLINES
from medoffice_xl.areas.worklists.calendar_file import deadlines
from medoffice_xl.areas.worklists.work_files import work_files
from medoffice_xl.book import Book, open_book
from medoffice_xl.book.plain_copy import plain_copy
from medoffice_xl.cells.arguments import read_date
from medoffice_xl.cli.app import PROBLEMS, app, console
from medoffice_xl.cli.report_pages import page_names, write_pages
from medoffice_xl.cli.shown import show_problems, that_matter
from medoffice_xl.errors import BadArgument, BookError, NoData
from medoffice_xl.files.whole import make_folder, write_whole
from medoffice_xl.lake.database import told_in_words
from medoffice_xl.render.calendar_file import write_calendar
from medoffice_xl.render.letters import write_letters
from medoffice_xl.render.memo import write_memo
from medoffice_xl.render.report_file import write_report
from medoffice_xl.render.staff_forms import write_forms
from medoffice_xl.reports.practice import Practice
from medoffice_xl.tables import TABLES


def write_work_files(practice: Practice, out: Path) -> list[Path]:
    """A file a biller; returns them."""
    return [write_report(page, out, practice.as_of, practice.name) for page in work_files(practice)]


OWN_FILES: Mapping[str, Callable[[Practice, Path], list[Path]]] = {
    "appeal-letters": lambda practice, out: write_letters(appeal_letters(practice), out),
    "budget-memo": lambda practice, out: [write_memo(physician_memo(practice), out)],
    "work-calendar": lambda practice, out: [write_calendar(deadlines(practice), out, practice.as_of, DEADLINES)],
    "work-files": write_work_files,
    "staff-forms": lambda practice, out: write_forms(job_specifications(practice), review_forms(practice), out),
    "staff-calendar": lambda practice, out: [write_calendar(staff_calendar(practice), out, practice.as_of, STAFF_DAYS)],
    "invitations": lambda practice, out: [write_calendar(invitations(practice), out, practice.as_of, MEETINGS)],
    "due-calendar": lambda practice, out: [write_calendar(calendar_of(practice), out, practice.as_of)],
}
"""What is written as files of its own kind: Word files, a calendar file."""

REPORTS = {name.replace("_", "-"): name for name in reports()}
PAGES = page_names()
EVERYTHING = "all"
VALUES = "values"
NAMES = (*REPORTS, *OWN_FILES, *PAGES, VALUES, EVERYTHING)
"""What NAME may be."""


@app.command()
def report(
    book: Annotated[Path, typer.Argument(help="The workbook; it is only read.")],
    name: Annotated[str, typer.Argument(help=f"One of: {', '.join(NAMES)}.")],
    out: Annotated[Path, typer.Option(help="Folder to write to; made if it is not there.")] = Path(),
) -> None:
    """Write a report or a page of the workbook as an .xlsx file with values.

    Letters and memos are Word files, due days a calendar file (.ics). `values` is the whole workbook as a plain .xlsx,
    its formulas as their values and without macros, for those who may not run macros. `all` writes every page and every
    report that has something to say. A file of the same day is replaced.
    """
    if name not in NAMES:
        raise BadArgument(f"There is no report “{name}”. Give one of: {', '.join(NAMES)}.")
    opened = open_book(book)
    with console.status("Adding up"), told_in_words():
        files = list(_files(name, opened, out))
    for path in files:
        console.print(str(path), markup=False, highlight=False, soft_wrap=True)
    found = that_matter(opened.problems)
    show_problems(found)
    if found:
        raise typer.Exit(PROBLEMS)


def _files(name: str, book: Book, out: Path) -> Iterator[Path]:
    practice = FilePractice(book)
    if name in OWN_FILES:
        yield from OWN_FILES[name](practice, out)
    elif name in PAGES:
        yield from write_pages(book, [PAGES[name]], out, practice.as_of, practice.name)
    elif name == VALUES:
        yield _write_copy(book, out, practice.as_of)
    elif name == EVERYTHING:
        yield from write_pages(book, list(PAGES.values()), out, practice.as_of, practice.name)
        yield from _every_report(practice, out)
    else:
        yield write_report(reports()[REPORTS[name]](practice), out, practice.as_of, practice.name)


def _write_copy(book: Book, out: Path, day: date) -> Path:
    path = out / f"{book.path.stem} {day:%Y-%m-%d}.xlsx"
    make_folder(out)
    write_whole(path, plain_copy(book.package))
    return path


def _every_report(practice: Practice, out: Path) -> Iterator[Path]:
    """Each report; one for which there are no data yet is told, and the others are written."""
    for build in reports().values():
        try:
            page = build(practice)
        except NoData as nothing:
            console.print(str(nothing), markup=False, highlight=False)
            continue
        # A page of the same name stands already under it.
        name = f"{page.name} report" if page.name in PAGES.values() else page.name
        yield write_report(replace(page, name=name), out, practice.as_of, practice.name)


@dataclass(frozen=True, slots=True)
class FilePractice:
    """A practice's tables and settings, read from a workbook that no program has open."""

    book: Book

    def has(self, table: str) -> bool:
        """Whether the workbook has the table of this name."""
        return TABLES[table].excel_name in self.book.layout.tables

    def table(self, name: str) -> pd.DataFrame:
        """The table as a frame; raises BookError where it is missing."""
        return self.book.read(name)

    def rows(self, name: str) -> Any:
        """The same in whichever frame holds it: one of a ledger as DuckDB reads it."""
        lake = self.book.lake
        return lake.shelved(name).relation() if lake and name in lake else self.table(name)

    @property
    def as_of(self) -> date:
        """The day the figures are of, as the workbook was last calculated."""
        try:
            return read_date(self.book.setting("AsOf"))
        except (TypeError, ValueError) as error:
            raise BookError("“Figures as of” on the sheet Settings holds no day. Type one.") from error

    @property
    def name(self) -> str:
        """What the practice is called."""
        return str(self.book.setting("PracticeName") or "").strip()

    def setting(self, name: str) -> object:
        """A setting of the workbook by its name."""
        return self.book.setting(name)
