"""Appeals: what was done about a denied or underpaid claim, step by step. The user writes here."""

from medoffice_xl.tables.schema import Table, day, text, whole

DENIAL, UNDERPAYMENT = "denial", "underpayment"

DETECTED, RECOVERED = "detected", "recovered"
PENDING = ("sent", "reviewed")
"""Steps after which the payer is to answer."""

GIVEN_UP = ("rejected", "invalid")
"""Steps after which nothing is expected any more, unless another step follows."""

APPEAL_STATUSES = (DETECTED, *PENDING, *GIVEN_UP, RECOVERED)

APPEALS = Table(
    name="appeals",
    sheet="Appeals",
    excel_name="tblAppeals",
    doc="One row a step: add one for each, so that the history stays; the newest by its day says how far a claim is. "
    "rejected: the payer's answer is final or it is not worth the work; invalid: our own schedule was wrong. An import "
    "adds rows for underpaid claims, found and made good, and leaves all others as they are.",
    key=("payer", "claim_id", "about", "level", "status", "status_date"),
    columns=(
        text("payer", "Payer", "Payer, as on the payer list.", required=True, width=22),
        text("claim_id", "Claim", "The practice's claim id.", required=True),
        text("about", "Appeal of", "What is asked for: that a denial be taken back, or an underpayment made good. "
             "Empty: underpayment.", choices=(DENIAL, UNDERPAYMENT), width=14),
        whole("level", "Level", "Which appeal of the claim it is: 1 the first, 2 the next. Empty: 1.", width=7),
        text("status", "Appeal status", "What was done, or came of it.", required=True, choices=APPEAL_STATUSES,
             width=12),
        day("status_date", "Since", "Day of the step.", required=True),
        text("sent_to", "Sent to", "Whom and how.", width=24),
        text("note", "Appeal note", "Anything worth knowing.", width=40, counts=False),
    ),
)  # fmt: skip
