"""What a practice-management export may carry: the charge columns, the money posted to each line, what says more."""

from medoffice_xl.tables import CHARGES, Column
from medoffice_xl.tables.schema import day, money, text

POSTED: tuple[Column, ...] = (
    money("ins_paid", "Insurance paid", "What the (first) insurance paid on the line so far."),
    money("sec_paid", "Secondary paid", "What the second insurance paid."),
    money("ter_paid", "Tertiary paid", "What the third insurance paid."),
    money("pat_paid", "Patient paid", "What the patient paid on the line so far."),
    money("paid", "Paid", "What was paid, where the export does not say by whom."),
    money("contractual_adj", "Contractual adjustment", "What the payer's contract wrote off."),
    money("other_adj", "Other adjustment", "Whatever else was written off."),
    money("adj", "Adjustment", "What was written off, where the export does not say why."),
    money("refund", "Refund", "What was given back."),
    text("adj_reason", "Adjustment reason", "Why, in the system's own words."),
    day("remit_date", "Payment date", "Day insurance money and contractual adjustments were posted."),
    day("sec_date", "Secondary payment date", "Day a further insurance's money was posted."),
    day("pat_paid_date", "Patient paid date", "Day patient money was posted."),
    day("adj_date", "Adjustment date", "Day other adjustments were posted."),
    text("trace", "Check or EFT", "Number of the check or EFT."),
)
"""Columns of money posted, which become rows of *Payments*. An export may have several of each."""

BESIDE: tuple[Column, ...] = (
    text("visit", "Visit", "Visit, encounter or invoice: stands in where the export has no claim."),
    text("type", "Type", "What a row of a ledger is: a charge, a payment, an adjustment, a transfer."),
    money("debit", "Debit", "Amounts of a ledger that raise what is owed."),
    money("credit", "Credit", "Amounts of a ledger that lower what is owed."),
    text("paid_by", "Paid by", "Whether a payment is the insurance's or the patient's."),
    text("payer2", "Second payer", "Name of the second insurance."),
    text("payer3", "Third payer", "Name of the third insurance."),
    text("void", "Void", "A day or a mark that says the line was voided."),
    money("balance", "Balance", "What is still owed; shows which sign the export's credits have."),
)
"""Columns that say something about a line without being kept."""

COLUMNS: tuple[Column, ...] = (*CHARGES.columns, *POSTED, *BESIDE)

NEEDED = ("dos", "code", "charge")
"""Without these there is no charge."""

MODIFIERS = ("mod1", "mod2", "mod3", "mod4")

AMOUNTS = ("ins_paid", "sec_paid", "ter_paid", "pat_paid", "paid", "contractual_adj", "other_adj", "adj", "refund")
"""Columns of money posted, of which an export may have several of a name."""
