"""Export columns: how the columns of the practice's exports were understood, and what the user says they are."""

from medoffice_xl.tables.charges import CHARGES
from medoffice_xl.tables.schema import Column, Table, day, money, text

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
    text("posted_by", "Posted by", "User who posted the money or the adjustment."),
    day("entered", "Entered", "Day the entry was typed in, beside the day it counts on."),
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

OF_EXPORTS: tuple[Column, ...] = (*CHARGES.columns, *POSTED, *BESIDE)
"""What a column of a charge export may be."""

NOTHING = "Nothing"
"""Said of a column that is not to be read."""

_OFFERED = (
    "claim_id", "visit", "line_id", "patient_acct", "dos", "post_date", "payer", "provider", "code", "mod1", "units",
    "charge", "ins_paid", "pat_paid", "paid", "contractual_adj", "other_adj", "adj", "refund", "remit_date", "type",
)  # fmt: skip
"""What the list of the cell offers: a list holds 255 characters. The other fields may be named in a mapping."""

EXPORT_COLUMNS = Table(
    name="export_columns",
    sheet="Export columns",
    excel_name="tblExportColumns",
    doc="Every column of the charge exports that were imported, and what it was taken for. Where that is wrong, or a "
    "file was refused because a column is not clear, say under “Is” what it is and import the file again; exports with "
    "the same headings are read so from then on.",
    key=("layout", "heading"),
    columns=(
        text("file", "File", "The last file with these headings.", required=True, width=30),
        text("kind", "Kind", "What it was read as. Type another kind to have it read so.", width=14),
        text("heading", "Heading", "The export's own heading; a number in brackets tells twins apart.", required=True,
             width=30),
        text("taken_as", "Taken as", "What the column was taken for; empty is not used.", width=22),
        text("said", "Is", "What the column is, where it was taken wrongly. Empty leaves it as it was taken.", width=22,
             choices=("", *(column.header for column in OF_EXPORTS if column.name in _OFFERED), NOTHING)),
        text("sample1", "Sample 1", "A cell of the column. Words are not shown: they may be names.", width=16),
        text("sample2", "Sample 2", "The next one.", width=16),
        text("sample3", "Sample 3", "The one after it.", width=16),
        text("layout", "Layout", "Stands for the headings of the export, all together.", required=True, width=14),
    ),
)  # fmt: skip
