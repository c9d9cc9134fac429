"""Medicare's relative values: one row a code and modifier of one release of the PPRRVU file."""

from medoffice_xl.tables.schema import Table, day, money, number, text, whole

MPFS = Table(
    name="mpfs",
    sheet="Medicare RVUs",
    excel_name="tblMedicareRVUs",
    doc="Medicare's physician fee schedule as its PPRRVU file states it, without descriptions. "
    "Imported from the zip that the user downloads from CMS; several releases may stand beside each other.",
    key=("year", "effective", "program", "code", "mod"),
    columns=(
        whole("year", "Year", "Calendar year of the schedule.", required=True, width=7),
        day("effective", "Release from", "First day of the release's quarter.", required=True),
        text("program", "QP", "QP or non-QP where the year has two files.", choices=("", "QP", "non-QP"), width=8),
        text("code", "HCPCS", "Procedure code.", required=True, width=8),
        text("mod", "MOD", "26, TC, 53 or empty.", width=6),
        text("status", "Status", "A, R and T are paid by RVU; the others are not.", required=True, width=7),
        number("work", "Work RVU", "Physician work.", required=True, width=9),
        number("pe_nf", "PE non-facility", "Practice expense outside a facility.", required=True, width=9),
        text("na_nf", "NA non-facility", "NA where rarely or never done outside a facility.", width=7),
        number("pe_f", "PE facility", "Practice expense in a facility.", required=True, width=9),
        text("na_f", "NA facility", "NA where rarely or never done in a facility.", width=7),
        number("mp", "MP RVU", "Malpractice.", required=True, width=9),
        text("pctc", "PC/TC", "Professional and technical component indicator.", width=7),
        text("global_days", "Global", "Global days: 000, 010, 090, XXX, ZZZ …", width=7),
        number("pre", "Pre-op", "Share of the global fee before the operation.", width=7),
        number("intra", "Intra-op", "Share of the global fee for the operation.", width=7),
        number("post", "Post-op", "Share of the global fee after the operation.", width=7),
        text("mult", "Mult proc", "Multiple procedure indicator.", width=7),
        text("bilat", "Bilat surg", "Bilateral surgery indicator.", width=7),
        text("asst", "Asst surg", "Assistant at surgery indicator.", width=7),
        text("cosurg", "Co-surg", "Co-surgeon indicator.", width=7),
        text("team", "Team surg", "Team surgery indicator.", width=7),
        text("endo_base", "Endo base", "Base code of an endoscopy's family.", width=8),
        number("cf", "Conv factor", "Conversion factor printed in the file.", required=True, width=10),
        text("imaging", "Imaging family", "Diagnostic imaging family; 88 is subject to the reduction.", width=8),
    ),
)

OPPS_CAPS = Table(
    name="opps_caps",
    sheet="Medicare imaging caps",
    excel_name="tblImagingCaps",
    doc="The outpatient-hospital caps on imaging, from CMS's OPPSCAP file.",
    key=("effective", "code", "mod", "locality_key"),
    columns=(
        day("effective", "Release from", "First day of the release's quarter.", required=True),
        text("code", "HCPCS", "Procedure code.", required=True, width=8),
        text("mod", "MOD", "TC or empty.", width=6),
        text("locality_key", "MAC-locality", "Such as 10112-00.", required=True, width=12),
        money("facility", "Facility cap", "Highest amount in a facility.", required=True),
        money("nonfacility", "Non-facility cap", "Highest amount outside a facility.", required=True),
    ),
)
