"""The Thresholds sheet: every number that judges, gathered from where it is declared."""

import pkgutil
from importlib import import_module

import medoffice_xl
from medoffice_xl.build.look import LINE
from medoffice_xl.build.sheets.data_table import HEADER_ROW, write_data_table
from medoffice_xl.build.sheets.page import Page
from medoffice_xl.tables import THRESHOLDS, cells_from_frame
from medoffice_xl.tables.thresholds import Threshold, threshold_rows

ROOMS = ("contracts", "ledger", "production", "areas", "reports", "intake")
"""Where judging is done."""

_FORMATS = {"%": "0.0%", "$": "$#,##0.00", "times": "0.0#", "score": "0.0#"}


def declared() -> list[Threshold]:
    """Every threshold of the house, by name: whatever module of these rooms has one, it stands on the sheet."""
    found: dict[str, Threshold] = {}
    for module in pkgutil.walk_packages(medoffice_xl.__path__, f"{medoffice_xl.__name__}."):
        if module.name.split(".")[1] not in ROOMS:
            continue
        for thing in vars(import_module(module.name)).values():
            if isinstance(thing, Threshold) and found.setdefault(thing.name, thing) is not thing:
                raise ValueError(f"two thresholds are called “{thing.name}”")
    return sorted(found.values(), key=lambda threshold: threshold.name)


def write_thresholds(page: Page) -> None:
    """The editable table, each value in the format of its unit."""
    rows = cells_from_frame(THRESHOLDS, threshold_rows(declared()))
    write_data_table(page, THRESHOLDS, rows)
    value, unit = THRESHOLDS.names.index("value"), THRESHOLDS.names.index("unit")
    for row, cells in enumerate(rows, start=HEADER_ROW + 1):
        style = page.look(num_format=_FORMATS.get(cells[unit], "0"), align="right", bottom=4, bottom_color=LINE)
        page.sheet.write_number(row, value, cells[value], style)
        for column in (THRESHOLDS.names.index("source"), THRESHOLDS.names.index("does")):
            page.sheet.write_string(row, column, cells[column], page.look(text_wrap=True, indent=1))
        page.sheet.set_row(row, 30)
    page.sheet.fit_to_pages(1, 0)
