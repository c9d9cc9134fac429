"""The master workbook, sheet by sheet, in the order a manager meets them."""

from datetime import datetime

from xlsxwriter import Workbook

from medoffice_xl.areas import every
from medoffice_xl.build.pages import placed, settings
from medoffice_xl.build.sheets.conf import write_conf
from medoffice_xl.build.sheets.data_table import write_data_table
from medoffice_xl.build.sheets.handles import write_handles
from medoffice_xl.build.sheets.sheets import Sheets
from medoffice_xl.build.sheets.thresholds import declared
from medoffice_xl.published import comes_with, published
from medoffice_xl.render.formats import INK, MUTED
from medoffice_xl.tables import BENCHMARKS, EXPORT_COLUMNS, IMPORTS, PROBLEMS, TABLES, THRESHOLDS, cells_from_frame
from medoffice_xl.tables.anesthesia import BASE_UNITS
from medoffice_xl.tables.benchmarks import benchmark_rows
from medoffice_xl.tables.drug_prices import DRUG_PRICES
from medoffice_xl.tables.gpci import GPCI, LOCALITIES
from medoffice_xl.tables.mpfs import MPFS, OPPS_CAPS
from medoffice_xl.tables.thresholds import threshold_rows
from medoffice_xl.tables.unit_limits import UNIT_LIMITS

FIXED = datetime(2026, 1, 1)
"""Stamped as the day of creation, so that the same source always builds the same bytes."""

FROM_MEDICARE = (MPFS, GPCI, LOCALITIES, BASE_UNITS, OPPS_CAPS, DRUG_PRICES, UNIT_LIMITS)

REFERENCES = (*FROM_MEDICARE, *(table for table in TABLES.values() if comes_with(table)))
"""Reference tables: they stand at the end, under a grey tab. Some begin with published rows, which the user may
change."""

TO_JUDGE_BY = (BENCHMARKS, THRESHOLDS)
"""Tables that say what is good and what stands out; the user may change them."""

OF_THE_PRACTICE = [
    table for table in TABLES.values() if table not in (*TO_JUDGE_BY, PROBLEMS, IMPORTS, EXPORT_COLUMNS, *REFERENCES)
]
"""Tables the practice fills, by import or by hand."""


def write_sheets(workbook: Workbook) -> list[str]:
    """Write every sheet; returns their VBA code names in order."""
    workbook.set_properties({"title": "Practice Manager", "subject": "A medical practice's money",
                             "created": FIXED, "comments": "Built from source; see medoffice_xl."})  # fmt: skip
    workbook.formats[0].set_font_name("Calibri")
    workbook.formats[0].set_font_size(10)
    workbook.formats[0].set_font_color(INK)
    sheets, book = Sheets(workbook), placed()
    for page in book.pages:
        if page.name != settings.NAME:
            sheets.draw(page)
    workbook.worksheets()[0].activate()
    benchmarks = benchmark_rows(benchmark for area in every() for benchmark in area.benchmarks)
    write_data_table(sheets, BENCHMARKS, benchmarks)
    write_data_table(sheets, THRESHOLDS, cells_from_frame(THRESHOLDS, threshold_rows(declared())))
    for table in (*OF_THE_PRACTICE, PROBLEMS, IMPORTS, EXPORT_COLUMNS):
        write_data_table(sheets, table)
    sheets.draw(next(page for page in book.pages if page.name == settings.NAME))
    for table in REFERENCES:
        rows = cells_from_frame(table, published(table)) if comes_with(table) else ()
        write_data_table(sheets, table, rows).set_tab_color(MUTED)
    write_handles(sheets)
    for page in book.behind:
        sheets.draw(page)
    write_conf(sheets)
    return sheets.code_names
