"""How every sheet comes to paper: Letter, its headings on each page, and at each page's foot what it is and of when."""

import re
from datetime import date

from xlsxwriter.worksheet import Worksheet

from medoffice_xl.pages.placed import Paper

LETTER = 1
"""Excel's number of the paper size 8.5 × 11 in."""

_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.5, "bottom": 0.6}
"""Inches."""

FOOTER = "&L&8 &F&C&8 &A&R&8 Page &P of &N"
"""Of a workbook that nobody has said the practice's name to: the file's name, the sheet's, the page's number."""


_LONGEST_NAME = 90
"""Letters of a practice's name; a whole footer may have 255."""

OURS = re.compile(r"&L&8 .*&C&8 &A.*&R&8 Page &P of &N", re.DOTALL)
"""A footer of the workbook's; another was made by its user."""


def footer_of_practice(practice: str, day: date) -> str:
    """The workbook's, once it knows whose it is: the practice, the sheet, the day of its figures, the page's number."""
    return _footer(practice, "&A", day)


def footer_of(title: str, day: date, practice: str) -> str:
    """A report's: the practice, what it is, the day its figures are of, and the page's number."""
    return _footer(practice, _plain(title), day)


def _footer(practice: str, what: str, day: date) -> str:
    # The blanks keep a size apart from a name that begins with a figure.
    return f"&L&8 {_plain(practice[:_LONGEST_NAME])}&C&8 {what}, as of {day:%m/%d/%Y}&R&8 Page &P of &N"


def _plain(text: str) -> str:
    """Text in which & begins no code."""
    return text.replace("&", "&&")


def set_up_print(sheet: Worksheet, paper: Paper, footer: str = FOOTER) -> None:
    """As `paper` says. No area is set: what a list grows to is printed."""
    sheet.set_paper(LETTER)
    if paper.lying:
        sheet.set_landscape()
    else:
        sheet.set_portrait()
    sheet.set_margins(**_MARGINS)
    sheet.center_horizontally()
    sheet.fit_to_pages(paper.pages_wide, paper.pages_high)
    if paper.breaks:
        sheet.set_h_pagebreaks(list(paper.breaks))
    if paper.repeated is not None:
        sheet.repeat_rows(*paper.repeated)
    if paper.pages_wide > 1:
        sheet.repeat_columns(0)
        sheet.print_across()
    sheet.set_footer(footer)
