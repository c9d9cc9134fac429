"""Provider adjustments: what a payer took or added outside any claim, until it is settled."""

from medoffice_xl.tables.schema import Table, day, money, text, whole

SEEN, MATCHED, OPEN, SETTLED = "seen", "matched", "open", "settled"

PROVIDER_ADJUSTMENTS = Table(
    name="provider_adjustments",
    sheet="Provider adjustments",
    excel_name="tblProviderAdjustments",
    doc="What payers took or added at provider level (PLB), one row an amount: recoupments, balances forwarded, "
    "interest, levies. What is open is followed over later checks until it is settled.",
    key=("remittance", "number"),
    told_by=("trace", "payer", "reason", "reference"),
    by_month="paid_date",
    columns=(
        text("trace", "Check or EFT", "Trace number of the check or EFT (TRN02).", width=16),
        text("payer_id", "Payer id", "Originating company id of the payer (TRN03)."),
        text("payer", "Payer", "Name of the payer (N1*PR).", required=True, width=22),
        day("paid_date", "Paid on", "Date of the check or EFT (BPR16)."),
        whole(
            "number",
            "No.",
            "Position among those of the remittance, from 1.",
            required=True,
            width=6,
        ),
        text("provider", "Provider", "The provider the amount is of (PLB01).", width=14),
        day("fiscal_date", "Fiscal period", "Last day of the provider's fiscal year (PLB02)."),
        text("reason", "Reason", "Why (PLB03-1), such as WO; empty where the payer gives none.", width=9),
        text("meaning", "What it is", "The reason in words.", width=30),
        text("reference", "Reference", "The payer's reference (PLB03-2): a claim, a check, or its own.", width=24),
        text("claim_id", "Claim", "The claim it is about, where the reference or the reversal names one."),
        money("amount", "Amount", "Positive lowers the check, negative raises it; empty where it cannot be read."),
        money("open_amount", "Still open", "The part of the amount that nothing has answered yet.", required=True),
        text(
            "state",
            "State",
            "seen: complete in itself. matched: answered by a reversal, interest or a later check. open: still to be "
            "settled. Set it to settled by hand where it is; that is kept.",
            required=True,
            choices=(SEEN, MATCHED, OPEN, SETTLED),
            width=10,
        ),
        text("settled_by", "Settled by", "The checks or EFTs that answer it.", width=24),
        text("remittance", "Remittance", "The check or EFT of the sheet Remittances it is part of.", width=18),
        text("source_file", "File", "File the row was read from.", width=20, counts=False),
    ),
)
