"""The hidden sheet xlwings reads its settings from; `medoffice init` fills it in for the machine."""

from medoffice_xl.build.sheets.page import Page

SHEET = "xlwings.conf"

ENTRIES = (
    ("Interpreter_Win", r"%LOCALAPPDATA%\medoffice_xl\venv\Scripts\pythonw.exe"),
    ("Interpreter_Mac", "$HOME/medoffice_xl/venv/bin/python"),
    ("ADD_WORKBOOK_TO_PYTHONPATH", "False"),
    ("USE UDF SERVER", "True"),
    ("SHOW CONSOLE", "False"),
)


def write_conf(page: Page) -> None:
    """Key and value down from A1, as xlwings expects them."""
    page.sheet.set_column(0, 0, 32)
    page.sheet.set_column(1, 1, 64)
    for row, (key, value) in enumerate(ENTRIES):
        page.sheet.write_string(row, 0, key)
        page.sheet.write_string(row, 1, value)
    page.sheet.hide()
