"""What a practice-management export may carry: the charge columns and the money posted to each line."""

from medoffice_xl.tables import CHARGES, Column
from medoffice_xl.tables.schema import day, money, text

POSTED: tuple[Column, ...] = (
    money(
        "ins_paid",
        "Insurance paid",
        "What insurance paid on the line so far.",
        synonyms=("ins paid", "insurance payment", "insurance payments", "ins payment", "ins payments", "payer paid",
                  "insurance paid amount", "ins pmt", "paid by insurance", "ins1 paid"),
    ),
    money(
        "pat_paid",
        "Patient paid",
        "What the patient paid on the line so far.",
        synonyms=("pat paid", "pt paid", "patient payment", "patient payments", "pat payment", "pt payment",
                  "patient paid amount", "pat pmt", "pt pmt", "paid by patient", "self pay payments"),
    ),
    money(
        "contractual_adj",
        "Contractual adjustment",
        "What the payer's contract wrote off.",
        synonyms=("contractual", "contractual adj", "contractual adjustments", "contractual write off",
                  "contractual writeoff", "contractual allowance", "ins adjustment", "insurance adjustment",
                  "insurance adj"),
    ),
    money(
        "other_adj",
        "Other adjustment",
        "Whatever else was written off.",
        synonyms=("other adj", "other adjustments", "adjustment", "adjustments", "adj", "adjustment amount",
                  "write off", "writeoff", "write offs", "writeoffs", "non contractual adjustment"),
    ),
    text(
        "adj_reason",
        "Adjustment reason",
        "Why, in the system's own words.",
        synonyms=("adj reason", "adjustment code", "adj code", "reason", "write off reason", "reason code",
                  "adjustment type", "adj type"),
    ),
    day(
        "remit_date",
        "Payment date",
        "Day insurance money and contractual adjustments were posted.",
        synonyms=("remit date", "remittance date", "pmt date", "payment posted", "payment post date", "check date",
                  "eft date", "paid date", "date paid", "insurance payment date", "insurance paid date",
                  "ins paid date", "last payment date"),
    ),
    day(
        "pat_paid_date",
        "Patient paid date",
        "Day patient money was posted.",
        synonyms=("patient payment date", "pat payment date", "pt payment date", "pat paid date", "pt paid date"),
    ),
    day(
        "adj_date",
        "Adjustment date",
        "Day other adjustments were posted.",
        synonyms=("adj date", "write off date", "writeoff date", "adjusted date", "other adjustment date"),
    ),
    text(
        "trace",
        "Check or EFT",
        "Number of the check or EFT.",
        synonyms=("check", "check no", "check number", "check #", "eft", "eft no", "eft number", "trace number",
                  "trace no", "check/eft", "check/trace", "payment reference", "reference number"),
    ),
)  # fmt: skip
"""Columns of money posted, which become rows of *Payments*."""

COLUMNS: tuple[Column, ...] = (*CHARGES.columns, *POSTED)

REQUIRED = tuple(column.name for column in CHARGES if column.required)

MODIFIERS = ("mod1", "mod2", "mod3", "mod4")
