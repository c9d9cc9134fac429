"""Places of service: which of them are facilities. CMS's policy, and some contracts', changes the list."""

from medoffice_xl.tables.schema import Table, text

PLACES = Table(
    name="places",
    sheet="Places of service",
    excel_name="tblPlaces",
    doc="Whether a place of service is priced as a facility (F) or not (NF).",
    key=("pos",),
    columns=(
        text("pos", "Place of service", "Two-digit code.", required=True, width=10),
        text("setting", "Priced as", "F facility, NF non-facility.", required=True, choices=("F", "NF"), width=10),
        text("name", "Place", "What the place is.", width=36, counts=False),
        text("source", "Source of setting", "Where that stands.", width=36, counts=False),
    ),
)
