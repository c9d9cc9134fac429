"""How fresh the figures are, by plain formulas: the same in every host, and without Python.

Beside each table's handle stand a few sums over the table, and what sums and handle were when the figures were last
refreshed. Where a table's sums have changed and its handle has not, the figures are older than the table. Where the
handle has changed, the host has followed the table by itself, and the figures with it.
"""

from xlsxwriter.worksheet import Worksheet

from medoffice_xl.book.told_names import AT, FRESHNESS, NOW, PYTHON, TABLES_VERSION, THEN
from medoffice_xl.build.sheets.sheets import Sheets
from medoffice_xl.pages.placed import Dress, Role
from medoffice_xl.tables import SCHEMA_VERSION

IS_CURRENT = f'LEFT({FRESHNESS},7)="Current"'
"""A condition of a page's formula."""

_NO_FIGURES = "No figures yet: bring files in with Import files, or press Refresh."
_NOT_RUNNING = "Python is not running: the figures are as last saved. Press Refresh."
_NOT_LOADED = "Not current: a table could not be loaded. Press Refresh."
_OLDER = "Older than the tables: press Refresh."
_LEFT_OUT = "Rows that cannot be read count nowhere: Handles says of which table, an import lists them on Problems."
_LABELS, _VALUES = 6, 7


def write_freshness(sheets: Sheets, sheet: Worksheet, last: int) -> None:
    """The names and the sentence; the handles and the sums of rows 2 to `last` stand already."""
    plain, heading = sheets.formats(), sheets.formats.dressed(Dress(Role.HEADER))
    sheet.set_column(2, 4, 30)
    sheet.set_column(_LABELS, _LABELS, 24)
    sheet.set_column(_VALUES, _VALUES, 60)
    for column, words in enumerate(("Sums", "Handle at the last refresh", "Sums at the last refresh"), start=2):
        sheet.write_string(0, column, words, heading)
    when = sheets.formats(num_format="mm/dd/yyyy hh:mm", align="left")
    for row, (label, name) in enumerate((("Last refreshed", AT), ("Python", PYTHON)), start=1):
        sheet.write_string(row, _LABELS, label, plain)
        sheet.write_blank(row, _VALUES, None, when if name == AT else plain)
        sheets.workbook.define_name(name, f"={sheet.name}!$H${row + 1}")
    sheet.write_string(3, _LABELS, "Freshness", plain)
    sheet.write_formula(3, _VALUES, _sentence(last), plain, _NO_FIGURES)
    sheets.workbook.define_name(FRESHNESS, f"={sheet.name}!$H$4")
    sheet.write_string(4, _LABELS, "Tables of version", plain)
    sheet.write_string(4, _VALUES, SCHEMA_VERSION, plain)
    sheets.workbook.define_name(TABLES_VERSION, f"={sheet.name}!$H$5")
    sheets.workbook.define_name(NOW, f"={sheet.name}!$B$2:$C${last}")
    sheets.workbook.define_name(THEN, f"={sheet.name}!$D$2:$E${last}")


def _sentence(last: int) -> str:
    handles, now, before, then = (f"${column}$2:${column}${last}" for column in "BCDE")
    # Every handle ends in # and its hash; an error matches no text.
    loaded = f'COUNTIF({handles},"*#*")'
    return (
        f'=IF({AT}="","{_NO_FIGURES}",'
        f'IF(OR({PYTHON}<>"",{loaded}=0),"{_NOT_RUNNING}",'
        f'IF({loaded}<{last - 1},"{_NOT_LOADED}",'
        f'IF(SUMPRODUCT(({now}<>{then})*({handles}={before}))>0,"{_OLDER}",'
        f'IF(COUNTIF({handles},"* left out *")>0,"{_LEFT_OUT}",'
        f'"Current: last refreshed "&TEXT({AT},"mmm d, yyyy h:mm AM/PM")&".")))))'
    )
