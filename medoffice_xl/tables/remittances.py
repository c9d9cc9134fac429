"""Remittances: one row a check or EFT (one 835 transaction), with its provider adjustments."""

from medoffice_xl.tables.schema import Table, day, money, text, whole

AGAIN = "-"
"""Parts a remittance's name from the count of its repetitions, where one file states it more than once."""

REMITTANCES = Table(
    name="remittances",
    sheet="Remittances",
    excel_name="tblRemittances",
    doc="One row a check or EFT: what it paid, what was taken or added at provider level, and whether it balances.",
    key=("remittance",),
    told_by=("trace", "payer", "paid_date"),
    by_month="paid_date",
    columns=(
        text("trace", "Check or EFT", "Trace number (TRN02).", required=True, width=14),
        text("payer_id", "Payer id", "Originating company id of the payer (TRN03).", width=11),
        text("payer", "Payer", "Name of the payer (N1*PR).", required=True, width=20),
        text("payee", "Payee", "Name of the payee (N1*PE).", width=20),
        text("payee_npi", "Payee NPI", "Identifier of the payee."),
        day("paid_date", "Paid on", "Date of the check or EFT (BPR16).", required=True),
        text("handling", "Handling", "Transaction handling code (BPR01).", width=8),
        text("method", "Method", "Payment method (BPR04): ACH, CHK, FWT, BOP, NON.", width=8),
        money("amount", "Amount", "Total actual payment (BPR02, negative if BPR03 is D).", required=True),
        whole("claims", "Claims", "Claims in the remittance.", required=True, width=7),
        whole("lines", "Lines", "Service lines in the remittance.", required=True, width=7),
        money("claims_paid", "Claims paid", "Sum of CLP04.", required=True),
        money(
            "provider_adj",
            "Provider adjustments",
            "Sum of the PLB amounts; positive lowers the payment.",
            required=True,
        ),
        money("recoupment", "Recouped", "PLB WO: overpayments taken back.", required=True, width=10),
        money(
            "forwarded",
            "Forwarded",
            "PLB FB: balance carried forward (negative) or applied (positive).",
            required=True,
            width=10,
        ),
        money("interest", "Interest", "PLB L6; negative is interest paid to the practice.", required=True, width=10),
        text(
            "adjustments",
            "Adjustments",
            "Every provider adjustment as reason[:reference] amount, parted by “; ”.",
            width=26,
        ),
        money(
            "off_by", "Off by", "BPR02 − (claims paid − provider adjustments). Zero balances.", required=True, width=10
        ),
        whole(
            "unbalanced_claims",
            "Claims off",
            "Claims whose charge less adjustments is not what was paid.",
            required=True,
            width=8,
        ),
        whole(
            "unbalanced_lines",
            "Lines off",
            "Service lines whose charge less adjustments is not what was paid.",
            required=True,
            width=8,
        ),
        text("produced", "Made", "When its file was made (GS04, GS05): of two versions the later stands.", width=16),
        text(
            "remittance",
            "Remittance",
            "Tells it from every other: worked out from its number, payer, day, amount and claims, because payers use "
            "one number for several.",
            width=16,
        ),
        text("source_file", "File", "File the remittance was read from.", width=16, counts=False),
    ),
)
