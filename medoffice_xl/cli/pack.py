"""`medoffice pack`: the physicians' pack of a month, and the agenda of their meeting, with no Excel."""

import re
from calendar import monthrange
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from medoffice_xl.book import open_book
from medoffice_xl.cli.app import app, console
from medoffice_xl.cli.report import FilePractice
from medoffice_xl.errors import BadArgument
from medoffice_xl.hosts.headless.shown_pages import as_of, as_they_stand
from medoffice_xl.hosts.pack_of_practice import pack_of
from medoffice_xl.render.pack.agenda import write_agenda
from medoffice_xl.render.pack.pack_pdf import TITLE, write_pack

_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


@app.command()
def pack(
    book: Annotated[Path, typer.Argument(help="The workbook; it is only read.")],
    month: Annotated[
        str, typer.Option(help="The month to tell of, such as 2026-08; left out, that of Figures as of.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option(help="The PDF to write; the agenda is written beside it.", dir_okay=False)
    ] = None,
) -> None:
    """Write the physicians' pack as a PDF and the agenda of their meeting as a Word document.

    The pack holds sums and shares only: no patient, nobody's pay, no group of few people. What the workbook shows is
    taken as it stands where it is current; where it is not, and for another month, every figure is worked out first.
    """
    opened = open_book(book)
    practice = FilePractice(opened)
    day = _day_of(month, practice.as_of) if month else practice.as_of
    path = out or Path(f"{TITLE} {day:%Y-%m-%d}.pdf")
    if path.suffix.lower() != ".pdf":
        raise BadArgument(f"“{path.name}” is no name of a PDF: let it end in .pdf.")
    with console.status("Adding up"):
        pages = as_they_stand(opened) if day == practice.as_of else as_of(opened, day)
        made = pack_of(practice, pages, day)
        files = (write_pack(made, path), write_agenda(made, path.with_name(f"{path.stem} agenda.docx")))
    for file in files:
        console.print(str(file), markup=False, highlight=False, soft_wrap=True)


def _day_of(month: str, newest: date) -> date:
    """The last day of the month, or the newest day where the month is not over; raises BadArgument."""
    found = _MONTH.fullmatch(month.strip())
    if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) < 1:
        raise BadArgument(f"“{month}” is no month. Write year and month, such as {newest:%Y-%m}.")
    year, number = int(found[1]), int(found[2])
    if (year, number) > (newest.year, newest.month):
        raise BadArgument(f"The figures of this workbook end on {newest:%m/%d/%Y}: there is no pack of {month} yet.")
    return min(date(year, number, monthrange(year, number)[1]), newest)
