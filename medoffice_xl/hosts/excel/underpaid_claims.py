"""Underpaid claims: the worklist, and with it the sheet *Appeals*, where the user says how far each claim is.

An import keeps *Appeals* up to date, too; but a contract that was typed in after the import shows only here.
"""

from datetime import date

import xlwings

from medoffice_xl.areas.compliance import appeals
from medoffice_xl.contracts.shared import CHECKED
from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.live_tables import read_table
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.render.live import show
from medoffice_xl.render.live_table import carry_out, plan
from medoffice_xl.reports.practice import tables_of
from medoffice_xl.tables.appeals import APPEALS


def run(book: xlwings.Book, say: Progress) -> None:
    """Write the worklist to its sheet, and claims that are new to it to *Appeals*; the user's rows there stay."""
    practice = LivePractice(book, say)
    lines = tables_of(practice).shared(CHECKED)
    held = read_table(book, APPEALS)
    wanted = appeals.kept_appeals(lines, held.frame, date.today())
    report = appeals.build(lines, wanted, practice.as_of)
    step = plan(held.place, APPEALS, held.cells, held.frame, held.lines, wanted)
    say("writing the sheet")
    show(report, book)
    carry_out([step])
