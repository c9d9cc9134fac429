"""Payments: one row an entry that lowers (or, reversed, raises) what a charge line still owes."""

from medoffice_xl.tables.schema import Table, day, money, text

GIVEN_BACK = ("refund", "recoupment")
"""Kinds of money that went back: to a patient or payer, or that a payer took. Negative amounts, unless undone."""

MONEY_KINDS = ("insurance payment", "patient payment", *GIVEN_BACK)
"""Kinds of entry that are money."""

WRITE_OFFS = ("bad debt", "denial write-off", "small balance", "other adjustment")
"""Kinds of amounts written off that no contract took off: somebody decided them. The last is what says no more."""

PAYMENT_KINDS = (*MONEY_KINDS, "contractual adjustment", *WRITE_OFFS)

PAYMENTS = Table(
    name="payments",
    sheet="Payments",
    excel_name="tblPayments",
    doc="Money received and amounts written off, one row an entry posted to a charge line.",
    key=("claim_id", "line_id", "post_date", "kind", "payer", "reason", "trace"),
    by_month="post_date",
    columns=(
        text("claim_id", "Claim", "Claim the entry belongs to; empty is unapplied cash."),
        text("line_id", "Line", "Line of the claim; empty is the claim as a whole."),
        day("post_date", "Posted", "Day the entry counts.", required=True),
        text("payer", "From", "Payer that paid or adjusted; Patient for patient money.", width=22),
        text("kind", "Kind", "What the entry is.", required=True, choices=PAYMENT_KINDS, width=22),
        money(
            "amount",
            "Amount",
            "Positive lowers the balance: money in, or an amount written off. A refund, a recoupment or a reversal is "
            "negative.",
            required=True,
        ),
        text("reason", "Reason", "Adjustment reason, such as CO-45, or the PM system's own."),
        text("trace", "Check or EFT", "Trace number of the check or EFT.", width=16),
        text("source", "Source", "Where the entry comes from.", required=True, choices=("835", "PM", "entered")),
        text("posted_by", "Posted by", "User who posted it, as the PM system calls him; empty where no file says."),
        day("entered", "Entered", "Day it was typed in, where that is another day than the one it counts on."),
    ),
)
