"""Problems: what was found in the files read, and what to do about it."""

from medoffice_xl.tables.schema import Table, day, text, whole

PROBLEMS = Table(
    name="problems",
    sheet="Problems",
    excel_name="tblProblems",
    doc="What was found while reading files, worst first. Nothing listed here was mended or dropped in silence.",
    key=("file", "line", "column", "problem"),
    columns=(
        text(
            "severity",
            "Matters for",
            "money, data, note, or format (a nit-pick of the file standard).",
            required=True,
            choices=("money", "data", "note", "format"),
            width=11,
        ),
        text("problem", "What was found", "The finding.", required=True, width=56),
        text("advice", "What to do", "The next step.", required=True, width=56),
        text("file", "File", "File it was found in.", width=28),
        whole("line", "Line", "Line, row or segment number.", width=8),
        text("column", "Column", "Column or element.", width=16),
        text("value", "Value", "What stood there.", width=20),
        day("found", "Found", "Day of the import.", width=12),
    ),
)
