"""Imports: which files are already in the workbook, recognised by their content."""

from medoffice_xl.tables.schema import Table, day, text, whole

IMPORTS = Table(
    name="imports",
    sheet="Imports",
    excel_name="tblImports",
    doc="Every file taken in. A file with the same content is not taken in twice, whatever its name, "
    "unless something else is said of it.",
    key=("content_hash", "kind", "told"),
    columns=(
        text("file", "File", "Name of the file.", required=True, width=36),
        text("kind", "Kind", "What it was read as.", required=True, width=18),
        text("content_hash", "Content", "SHA-256 of the file's bytes.", required=True, width=66),
        text("told", "As told", "What was said of it: its columns, its payer, its first day in force.", width=24),
        day("imported", "Imported", "Day of the import.", required=True),
        whole("added", "Added", "Rows that were new.", required=True, width=9),
        whole("changed", "Changed", "Rows that replaced an earlier version.", required=True, width=9),
        whole("unchanged", "Unchanged", "Rows that were there already.", required=True, width=10),
        whole("problems", "Problems", "Problems found.", required=True, width=9),
    ),
)
