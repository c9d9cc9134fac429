"""Payments: one row an entry that lowers (or, reversed, raises) what a charge line still owes."""

from medoffice_xl.tables.schema import Table, day, money, text

PAYMENT_KINDS = (
    "insurance payment",
    "patient payment",
    "contractual adjustment",
    "other adjustment",
    "refund",
)

PAYMENTS = Table(
    name="payments",
    sheet="Payments",
    excel_name="tblPayments",
    doc="Money received and amounts written off, one row an entry posted to a charge line.",
    key=("claim_id", "line_id", "post_date", "kind", "payer", "reason", "trace"),
    columns=(
        text("claim_id", "Claim", "Claim the entry belongs to; empty is unapplied cash."),
        text("line_id", "Line", "Line of the claim; empty is the claim as a whole."),
        day("post_date", "Posted", "Day the entry counts.", required=True),
        text("payer", "From", "Payer that paid or adjusted; Patient for patient money.", width=22),
        text("kind", "Kind", "What the entry is.", required=True, choices=PAYMENT_KINDS, width=22),
        money(
            "amount",
            "Amount",
            "Positive lowers the balance: money in, or an amount written off. A refund or a reversal is negative.",
            required=True,
        ),
        text("reason", "Reason", "Adjustment reason, such as CO-45, or the PM system's own."),
        text("trace", "Check or EFT", "Trace number of the check or EFT.", width=16),
        text("source", "Source", "Where the entry comes from.", required=True, choices=("835", "PM", "entered")),
    ),
)
