"""The master workbook, sheet by sheet, in the order a manager meets them."""

from datetime import datetime

from xlsxwriter import Workbook

from medoffice_xl.build.look import INK, MUTED, Look
from medoffice_xl.build.sheets import conf, handles, workings
from medoffice_xl.build.sheets.benchmarks import write_benchmarks
from medoffice_xl.build.sheets.compliance import write_compliance
from medoffice_xl.build.sheets.conf import write_conf
from medoffice_xl.build.sheets.dashboard import write_dashboard
from medoffice_xl.build.sheets.data_table import write_data_table
from medoffice_xl.build.sheets.fee_schedule_review import write_fee_schedule_review
from medoffice_xl.build.sheets.handles import write_handles
from medoffice_xl.build.sheets.negotiation import write_negotiation
from medoffice_xl.build.sheets.page import Page, open_page
from medoffice_xl.build.sheets.payer_review import write_payer_review
from medoffice_xl.build.sheets.payers import write_payers
from medoffice_xl.build.sheets.receivables import write_receivables
from medoffice_xl.build.sheets.settings import write_settings
from medoffice_xl.build.sheets.thresholds import write_thresholds
from medoffice_xl.build.sheets.what_if import write_what_if
from medoffice_xl.build.sheets.workings import Workings
from medoffice_xl.published import published
from medoffice_xl.tables import BENCHMARKS, EXPORT_COLUMNS, IMPORTS, PROBLEMS, TABLES, THRESHOLDS, cells_from_frame
from medoffice_xl.tables.anesthesia import BASE_UNITS
from medoffice_xl.tables.conversion_factors import CONVERSION_FACTORS
from medoffice_xl.tables.drug_prices import DRUG_PRICES
from medoffice_xl.tables.gpci import GPCI, LOCALITIES
from medoffice_xl.tables.mpfs import MPFS, OPPS_CAPS
from medoffice_xl.tables.places import PLACES
from medoffice_xl.tables.reason_codes import REASON_CODES
from medoffice_xl.tables.unit_limits import UNIT_LIMITS

FIXED = datetime(2026, 1, 1)
"""Stamped as the day of creation, so that the same source always builds the same bytes."""

PUBLISHED = (CONVERSION_FACTORS, PLACES, REASON_CODES)
"""Tables that begin with published rows, which the user may change."""

FROM_MEDICARE = (MPFS, GPCI, LOCALITIES, BASE_UNITS, OPPS_CAPS, DRUG_PRICES, UNIT_LIMITS, *PUBLISHED)
"""Reference tables: they stand at the end, under a grey tab."""

TO_JUDGE_BY = (BENCHMARKS, THRESHOLDS)
"""Tables that say what is good and what stands out; the user may change them."""

OF_THE_PRACTICE = [
    table for table in TABLES.values() if table not in (*TO_JUDGE_BY, PROBLEMS, IMPORTS, EXPORT_COLUMNS, *FROM_MEDICARE)
]
"""Tables the practice fills, by import or by hand."""


def write_sheets(workbook: Workbook) -> list[str]:
    """Write every sheet; returns their VBA code names in order."""
    workbook.set_properties({"title": "Practice Manager", "subject": "A medical practice's money",
                             "created": FIXED, "comments": "Built from source; see medoffice_xl."})  # fmt: skip
    workbook.formats[0].set_font_name("Calibri")
    workbook.formats[0].set_font_size(10)
    workbook.formats[0].set_font_color(INK)
    look = Look(workbook)
    code_names: list[str] = []

    def page(name: str) -> Page:
        code_names.append("sh" + "".join(character for character in name.title() if character.isalnum()))
        return open_page(workbook, look, name, code_names[-1])

    dashboard, receivables, payers = page("Dashboard"), page("Receivables"), page("Payers")
    behind = Workings()
    write_dashboard(dashboard)
    write_receivables(receivables, behind)
    write_payers(payers, behind)
    write_compliance(page("Fee compliance"), behind)
    write_payer_review(page("Payer review"), behind)
    write_fee_schedule_review(page("Fee review"), behind)
    write_negotiation(page("Negotiation"), behind)
    write_what_if(page("What if"), behind)
    write_benchmarks(page(BENCHMARKS.sheet))
    write_thresholds(page(THRESHOLDS.sheet))
    for table in OF_THE_PRACTICE:
        write_data_table(page(table.sheet), table)
    write_data_table(page(PROBLEMS.sheet), PROBLEMS)
    write_data_table(page(IMPORTS.sheet), IMPORTS)
    write_data_table(page(EXPORT_COLUMNS.sheet), EXPORT_COLUMNS)
    write_settings(page("Settings"))
    for table in FROM_MEDICARE:
        reference = page(table.sheet)
        write_data_table(reference, table, cells_from_frame(table, published(table)) if table in PUBLISHED else ())
        reference.sheet.set_tab_color(MUTED)
    write_handles(page(handles.SHEET))
    behind.write(page(workings.SHEET))
    write_conf(page(conf.SHEET))
    return code_names
