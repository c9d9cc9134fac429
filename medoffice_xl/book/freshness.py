"""The names by which a workbook tells how fresh its figures are, and what a refresh notes under them."""

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
