"""The names by which a workbook tells of itself: how fresh its figures are, what a refresh notes, its version."""

FRESHNESS = "Freshness"
"""A cell: the sentence."""

AT = "FiguresAt"
"""A cell: when the figures were last refreshed."""

PYTHON = "PythonState"
"""A cell: empty, or that there is no Python."""

NOW = "HandlesNow"
"""Two columns: the handle of each table, and sums over the table."""

THEN = "HandlesThen"
"""Two columns: what those were at the last refresh."""

LEDGER_FOLDER = "LedgerFolder"
"""A cell: the folder in which the large tables stand, with its state; empty where they stand in the workbook."""

LEDGER_ROWS = "LedgerRows"
"""A cell: how many of the newest rows of a large table its sheet shows, where they stand in a ledger."""

TABLES_VERSION = "TablesVersion"
"""A cell: the version of the workbook's tables, for hosts that do not show a workbook's properties."""
