"""The reports behind the ribbon's buttons: tables from the live workbook in, one sheet out."""

from functools import partial

import xlwings

from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.render.live import show
from medoffice_xl.reports.catalogue import REPORTS


def run(name: str, book: xlwings.Book, say: Progress) -> None:
    """Build the report of this name and write it to its sheet."""
    report = REPORTS[name](LivePractice(book, say))
    say("writing the sheet")
    show(report, book)


remittance_check = partial(run, "remittance_check")
open_receivables = partial(run, "open_receivables")
denials = partial(run, "denials")
voucher_check = partial(run, "voucher_check")
inferred_rates = partial(run, "inferred_rates")
