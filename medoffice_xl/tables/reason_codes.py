"""Reason codes: what payers mean, in short words of our own, and how every figure takes them."""

from medoffice_xl.tables.schema import Table, day, text

REASON_CLASSES = (
    "contractual",
    "patient",
    "denial",
    "bundled",
    "capitation",
    "duplicate",
    "prior payer",
    "withhold",
    "sequestration",
    "note",
)

REASON_CODES = Table(
    name="reason_codes",
    sheet="Reason codes",
    excel_name="tblReasonCodes",
    doc="The reason (CARC) and remark (RARC) codes seen most, in this workbook's own words. X12 and CMS keep the "
    "official texts. What a code is taken as decides for denial rate, denial list, voucher check and the posting of "
    "remittances alike: contractual, capitation and sequestration are written off on import, and so is bundled where "
    "something was allowed; a denial, and a code that is not here, is a refusal where nothing was paid.",
    key=("list", "code"),
    columns=(
        text("list", "List", "CARC or RARC.", required=True, choices=("CARC", "RARC"), width=7),
        text("code", "Reason code", "The code.", required=True, width=8),
        text(
            "taken_as",
            "Taken as",
            "What a line that was paid nothing is by it, and whether its amount is written off on import.",
            required=True,
            choices=REASON_CLASSES,
        ),
        text("words", "In words", "What it means.", required=True, width=56),
        day("as_of", "As of", "Day the words were last looked at.", required=True, counts=False),
    ),
)
