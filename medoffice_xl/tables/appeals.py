"""Appeals: how far the work on each underpaid claim is. The user writes here; no import changes it."""

from medoffice_xl.tables.schema import Table, day, text

APPEAL_STATUSES = ("detected", "sent", "reviewed", "rejected", "invalid", "recovered")

APPEALS = Table(
    name="appeals",
    sheet="Appeals",
    excel_name="tblAppeals",
    doc="One row an underpaid claim that is being worked. rejected: the payer's answer is final or it is not worth "
    "the work; invalid: our own schedule was wrong. A new import leaves these rows as they are.",
    key=("payer", "claim_id"),
    columns=(
        text("payer", "Payer", "Payer, as on the payer list.", required=True, width=22),
        text("claim_id", "Claim", "The practice's claim id.", required=True),
        text("status", "Appeal status", "How far it is.", required=True, choices=APPEAL_STATUSES, width=12),
        day("status_date", "Since", "Day of the last step.", required=True),
        text("sent_to", "Sent to", "Whom and how.", width=24),
        text("note", "Appeal note", "Anything worth knowing.", width=40, counts=False),
    ),
)
