"""Medicare's conversion factors: dated, for they change in the middle of a year too."""

from medoffice_xl.tables.schema import Table, day, number, text

CONVERSION_FACTORS = Table(
    name="conversion_factors",
    sheet="Conversion factors",
    excel_name="tblConversionFactors",
    doc="Medicare's dollars a relative value unit, with the days they are in force.",
    key=("kind", "program", "locality_key", "effective"),
    columns=(
        text("kind", "Kind", "physician or anesthesia.", required=True, choices=("physician", "anesthesia"), width=12),
        text("program", "QP", "QP or non-QP from 2026 on.", choices=("", "QP", "non-QP"), width=8),
        text("locality_key", "MAC-locality", "Locality of an anesthesia factor; empty is national.", width=12),
        day("effective", "In force from", "First day.", required=True),
        day("end", "In force to", "Last day.", required=True, ends=True),
        number("factor", "Conversion factor", "Dollars a unit.", required=True),
        text("source", "Source", "Where it was published.", required=True, width=40),
    ),
)
