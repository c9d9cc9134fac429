"""QuickBooks' reports to *Ledger*: profit and loss by month, general ledger, trial balance, of both generations.

A report is a company, its name and its period, then headings, accounts under their parents with totals after them, and
a foot that says whether it is on the accrual or the cash basis. Totals are checked and never added. Names and memos,
which may be patients', are not read.
"""

from medoffice_xl.readers.quickbooks.reader import KIND, READER, read, recognises

__all__ = ["KIND", "READER", "read", "recognises"]
