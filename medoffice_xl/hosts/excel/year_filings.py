"""Filings of the year: the federal filings of the day's year, put into the sheet Filings."""

import xlwings

from medoffice_xl.areas.payables.deposit_days import EVERY, PAYDAY, SCHEDULE, Paydays, paydays_said
from medoffice_xl.areas.payables.federal_filings import federal_filings
from medoffice_xl.cells.arguments import read_date
from medoffice_xl.hosts.excel import refresh
from medoffice_xl.hosts.excel.complaints import inform
from medoffice_xl.hosts.excel.live_tables import as_of, named_value, read_table
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.intake.merge import merge
from medoffice_xl.render.live_table import carry_out, plan
from medoffice_xl.tables import FILINGS


def run(book: xlwings.Book, say: Progress) -> None:
    """Add the rows that are not there yet; what is typed beside the others stays."""
    say("reading the sheet Filings")
    live, year = read_table(book, FILINGS), as_of(book).year
    merged = merge(FILINGS, live.frame, federal_filings(year, _paydays(book)))
    if not merged.added and not merged.changed:
        inform(book, f"The federal filings of {year} are all there.")
        return
    say("writing the table")
    carry_out([plan(live.place, FILINGS, live.cells, live.frame, live.lines, merged.frame)])
    refresh.run(book, say)
    inform(book, f"{merged.added} filings of {year} were added. Say who does each, delete what does not concern you, "
           "and add your licences.")  # fmt: skip


def _paydays(book: xlwings.Book) -> Paydays | None:
    known = named_value(book, PAYDAY)
    return paydays_said(named_value(book, SCHEDULE), read_date(known) if known else None, named_value(book, EVERY))
