"""`medoffice personnel`: what PracticeManager may know of the Personnel workbook, and what is missing in it."""

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import pandas as pd
import typer

from medoffice_xl.area import figure
from medoffice_xl.areas.staff.pay_totals import pay_totals
from medoffice_xl.areas.staff.personnel_files import missing_papers
from medoffice_xl.book import Book, edit_book
from medoffice_xl.book.personnel import Personnel, read_personnel
from medoffice_xl.cells.arguments import read_date
from medoffice_xl.cli.app import PROBLEMS, app, console
from medoffice_xl.cli.shown import show_failures, show_problems, that_matter
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import CannotRead
from medoffice_xl.hosts.headless import refresh_book
from medoffice_xl.reports.rows import counted
from medoffice_xl.tables import PAY_TOTALS

PASSWORD = "MEDOFFICE_PERSONNEL_PASSWORD"  # noqa: S105  (the name of the place, no password)
SHOWN = 20


@app.command()
def personnel(
    book: Annotated[Path, typer.Argument(help="PracticeManager's workbook.")],
    personnel_book: Annotated[Path, typer.Argument(help="The Personnel workbook; it is only read.")],
) -> None:
    """Take totals of pay by month and role out of the Personnel workbook; fewer than three people are merged.

    Its password is asked for, or taken from the environment (MEDOFFICE_PERSONNEL_PASSWORD). Nothing else of it is
    written anywhere: vendors with an employee's account, telephone or address, and papers that are missing in personnel
    files, are only shown.
    """
    with edit_book(book) as opened:
        found = read_personnel(personnel_book, password)
        as_of = read_date(opened.setting("AsOf"))
        judged = Thresholds(opened.read("thresholds")).on(as_of)
        totals, said = pay_totals(found.tables["people"], found.tables["pay"], judged)
        opened.write({PAY_TOTALS.name: totals})
        refreshed = refresh_book(opened)
        vendors = vendors_to_look_at(opened, found, as_of)
        opened.save()
    console.print(f"{counted(len(totals), 'total', 'totals')} of pay written to {book}", markup=False)
    for words in (*said, *vendors, *papers(found)):
        console.print(words, markup=False, highlight=False)
    if not found.is_encrypted:
        console.print(f"{personnel_book.name} is not encrypted. In Excel: File, Info, Protect Workbook, Encrypt with "
                      "Password.", markup=False)  # fmt: skip
    show_failures(refreshed)
    problems = that_matter(found.problems)
    show_problems(problems)
    if problems or vendors or not found.is_encrypted:
        raise typer.Exit(PROBLEMS)


def password() -> str:
    """From the environment, else asked for at the terminal without showing it; raises CannotRead where nobody is."""
    if given := os.environ.get(PASSWORD, ""):
        return given
    try:
        return str(typer.prompt("Password of the Personnel workbook", hide_input=True))
    except typer.Abort as error:
        raise CannotRead(
            f"The Personnel workbook is encrypted. Run this at a terminal and type its password, or set {PASSWORD}."
        ) from error


def vendors_to_look_at(book: Book, found: Personnel, as_of: date) -> list[str]:
    """Vendors that share an account, telephone or address with an employee, in words; employees by their numbers."""
    people = found.tables["people"]
    contacts = people[["phone", "address", "bank_ending"]].assign(name=people["employee"])
    check = figure("vendors_like_employees")(book.read("vendors"), pd.DataFrame(contacts), as_of)
    rows = [row for finding in check.findings for row in finding.rows]
    return [f"To look at: the vendor {row.who} has the {row.reference}." for row in rows]


def papers(found: Personnel) -> list[str]:
    """Whose personnel files lack what, in words."""
    tables = found.tables
    missing = missing_papers(tables["people"], tables["file_items"], tables["file_checklist"])
    said = [f"Personnel file of {who}: {', '.join(items)} missing." for who, items in missing[:SHOWN]]
    more = len(missing) - SHOWN
    return [*said, *([f"Papers are missing in {counted(more, 'more file', 'more files')}."] if more > 0 else [])]
