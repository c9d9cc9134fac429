"""Payers' fee schedules as they come, CSV or spreadsheet, to *Fee schedules*.

Title rows above the headings, headings over several rows, days in titles and headings, a column of rates a setting, a
component, a plan or a quarter, footnotes, open ends, rates by report: what is understood is told before it is written.
"""

from medoffice_xl.readers.fee_schedule.columns import COLUMNS
from medoffice_xl.readers.fee_schedule.schedule import KIND, READER, read, recognises

__all__ = ["COLUMNS", "KIND", "READER", "read", "recognises"]
