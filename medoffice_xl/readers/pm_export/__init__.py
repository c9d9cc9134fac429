"""The charge export of a practice-management (PM) system, CSV or spreadsheet, to *Charges* and *Payments*."""

from medoffice_xl.readers.pm_export.columns import COLUMNS
from medoffice_xl.readers.pm_export.export import KIND, READER, read, recognises

__all__ = ["COLUMNS", "KIND", "READER", "read", "recognises"]
