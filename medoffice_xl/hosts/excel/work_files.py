"""Work files: one a biller, in a folder beside the workbook."""

import xlwings

from medoffice_xl.areas.worklists.work_files import work_files
from medoffice_xl.hosts.excel.beside import folder_beside
from medoffice_xl.hosts.excel.complaints import inform
from medoffice_xl.hosts.excel.live_practice import LivePractice
from medoffice_xl.hosts.excel.progress import Progress
from medoffice_xl.render.report_file import write_report

FOLDER = "Worklists"


def run(book: xlwings.Book, say: Progress) -> None:
    """Write the files and say where they are; the workbook stays as it is."""
    practice = LivePractice(book, say)
    pages = work_files(practice)
    say("writing the files")
    files = [write_report(page, folder_beside(book, FOLDER), practice.as_of, practice.name) for page in pages]
    listed = "\n".join(path.name for path in files)
    inform(book, f"Written to {folder_beside(book, FOLDER)}:\n{listed}\n\nBring them back with Import files.")
