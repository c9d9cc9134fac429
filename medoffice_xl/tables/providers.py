"""Providers: who is a physician and who is not, since payers pay them differently."""

from medoffice_xl.tables.schema import Table, number, text

PROVIDERS = Table(
    name="providers",
    sheet="Providers",
    excel_name="tblProviders",
    doc="The practice's rendering providers. Anyone who is not here is priced as a physician.",
    key=("npi",),
    columns=(
        text("npi", "NPI", "National provider identifier.", required=True, width=12),
        text("provider", "Provider name", "Name.", width=24),
        text(
            "kind",
            "Kind of provider",
            "Whether the non-physician percent of a contract applies.",
            required=True,
            choices=("physician", "non-physician"),
            width=15,
        ),
        number(
            "clinical_fte",
            "Clinical FTE",
            "Share of a full-time week that the provider sees patients: 0.6 for three days of five. Empty is not "
            "known. More than 1 counts as 1.",
            width=9,
            synonyms=("clinical fte", "cfte", "fte"),
        ),
    ),
)
