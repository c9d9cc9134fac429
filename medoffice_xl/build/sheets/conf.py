"""The hidden sheet of settings for Excel's way to Python; `medoffice init` fills it in for the machine.

All but the last are xlwings' own, for Macs and for where Excel shall start Python by xlwings' library.
"""

from medoffice_xl.build.sheets.sheets import Sheets
from medoffice_xl.windows.server_class import BY_WINDOWS, WAY, XLWINGS_PROGRAM

SHEET = "xlwings.conf"

ENTRIES = (
    (XLWINGS_PROGRAM, r"%LOCALAPPDATA%\medoffice_xl\venv\Scripts\pythonw.exe"),
    ("Interpreter_Mac", "$HOME/medoffice_xl/venv/bin/python"),
    ("ADD_WORKBOOK_TO_PYTHONPATH", "False"),
    ("USE UDF SERVER", "True"),
    ("SHOW CONSOLE", "False"),
    (WAY, BY_WINDOWS),
)


def write_conf(sheets: Sheets) -> None:
    """Key and value down from A1, as xlwings expects them."""
    sheet = sheets.add(SHEET)
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 64)
    for row, (key, value) in enumerate(ENTRIES):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
    sheet.hide()
