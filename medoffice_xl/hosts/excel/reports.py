"""The reports behind the ribbon's buttons: tables from the live workbook in, one sheet out."""

import xlwings

from medoffice_xl.hosts.excel.live_tables import as_of, find_table, read_table
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.render.live import show
from medoffice_xl.reports import denials as denial_report
from medoffice_xl.reports import open_receivables as receivable_report
from medoffice_xl.reports import remittance_check as check_report
from medoffice_xl.tables import CHARGES, PAYMENTS, REASON_CODES, REMITS, REMITTANCES


def remittance_check(book: xlwings.Book, say: Progress) -> None:
    """Every check, claim and line that does not balance."""
    say("reading the remittances")
    remittances = read_table(book, REMITTANCES).frame
    remits = read_table(book, REMITS).frame
    say("adding up")
    report = check_report.build(remittances, remits)
    say("writing the sheet")
    show(report, book)


def open_receivables(book: xlwings.Book, say: Progress) -> None:
    """Every claim that is still owed."""
    say("reading charges and payments")
    charges, payments = read_table(book, CHARGES).frame, read_table(book, PAYMENTS).frame
    say("adding up")
    report = receivable_report.build(charges, payments, as_of(book))
    say("writing the sheet")
    show(report, book)


def denials(book: xlwings.Book, say: Progress) -> None:
    """Every denied service line."""
    say("reading the remittances")
    remits = read_table(book, REMITS).frame
    say("sorting by reason")
    report = denial_report.build(remits, _reason_words(book))
    say("writing the sheet")
    show(report, book)


def _reason_words(book: xlwings.Book) -> dict[str, str]:
    """What reason codes mean, where the workbook has a list of them."""
    if find_table(book, REASON_CODES.excel_name) is None:
        return {}
    codes = read_table(book, REASON_CODES).frame
    reasons = codes[codes["list"] == "CARC"]
    return dict(zip(reasons["code"], reasons["words"], strict=True))
