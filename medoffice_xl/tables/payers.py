"""Payers: who pays, under which names, and how they are dealt with."""

from medoffice_xl.tables.schema import Table, text, whole

PAYERS = Table(
    name="payers",
    sheet="Payer list",
    excel_name="tblPayers",
    doc="The payers the practice deals with. Names found in imports that are not here are reported, never merged.",
    key=("payer",),
    columns=(
        text("payer", "Payer", "The name used everywhere in this workbook.", required=True, width=24),
        text("payer_id", "Payer id", "Identifier on claims and remittances."),
        text("aliases", "Other names", "Names seen in files for the same payer, parted by “;”.", width=36),
        text(
            "payer_class",
            "Class",
            "Kind of payer.",
            width=14,
            choices=(
                "Medicare",
                "Medicare Advantage",
                "Medicaid",
                "Commercial",
                "Workers' comp",
                "Self-pay",
                "Other",
            ),
        ),
        whole("filing_days", "Timely filing (days)", "Days from service within which a claim must be filed."),
        whole("appeal_days", "Appeal window (days)", "Days from payment within which a payment can be appealed."),
        text("note", "Note", "Anything worth knowing.", width=36, counts=False),
    ),
)
