"""The buttons of the budget: the memo, the statements' file, and the budget made from last year."""

import xlwings

from medoffice_xl.areas.budget.make_budget import next_budget
from medoffice_xl.areas.budget.physician_memo import physician_memo
from medoffice_xl.areas.budget.statements_report import statements
from medoffice_xl.hosts.excel import refresh
from medoffice_xl.hosts.excel.beside import folder_beside
from medoffice_xl.hosts.excel.complaints import inform
from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.live_tables import read_table
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.render.live_table import carry_out, plan
from medoffice_xl.render.memo import write_memo
from medoffice_xl.render.report_file import write_report
from medoffice_xl.tables import BUDGET_AMOUNTS

FOLDER = "Budget"


def memo(book: xlwings.Book, say: Progress) -> None:
    """Write the memo to the physicians and say where it is; the workbook stays as it is."""
    written = physician_memo(LivePractice(book, say))
    say("writing the memo")
    path = write_memo(written, folder_beside(book, FOLDER))
    inform(book, f"Written to {path}.\n\nRead it, say what you propose, and send it to the physicians.")


def statements_file(book: xlwings.Book, say: Progress) -> None:
    """Write the statements with the trial balance as a file of their own; the workbook stays as it is."""
    practice = LivePractice(book, say)
    report = statements(practice)
    say("writing the file")
    path = write_report(report, folder_beside(book, FOLDER), practice.as_of, practice.name)
    inform(book, f"Written to {path}: for the accountant, the attorney or the pension adviser.")


def make(book: xlwings.Book, say: Progress) -> None:
    """Write the next fiscal year's budget to Budget amounts, and recalculate; what is typed there stays."""
    wanted = next_budget(LivePractice(book, say))
    held = read_table(book, BUDGET_AMOUNTS)
    added = len(wanted) - len(held.frame)
    say("writing the table")
    carry_out([plan(held.place, BUDGET_AMOUNTS, held.cells, held.frame, held.lines, wanted)])
    refresh.run(book, say)
    inform(
        book,
        f"Budget amounts has {added:,} rows more: the next fiscal year, made from this one with the growth and "
        "inflation on the sheet Settings. Change what you plan otherwise; what you type stays when "
        "the button is pressed again.",
    )
