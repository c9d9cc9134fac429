"""Denials: every denied service line with its reason, by payer and reason, with the charges at stake.

What a denial is, the denial rate decides: paid nothing, nothing left to the patient's deductible, coinsurance or
copay, and a reason that denies, in a primary payer's latest answer that stands.
"""

from datetime import date

import pandas as pd

from medoffice_xl.areas.denials.denial_rate import denied_lines
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.measure import Unit
from medoffice_xl.money import show
from medoffice_xl.reports.document import Column, Report, Section
from medoffice_xl.reports.rows import counted, plain_rows


def build(remits: pd.DataFrame, reasons: ReasonCodes, as_of: date) -> Report:
    """The report over all remittances up to the day."""
    lines = denied_lines(remits, reasons, as_of)
    lines = lines.assign(reason=[reasons.main_reason(text) for text in lines["adjustments"]])
    lines = lines.sort_values(["payer", "reason", "charge"], ascending=[True, True, False], kind="stable")
    days = remits["paid_date"][remits["paid_date"] <= pd.Timestamp(as_of)]
    return Report(
        sheet="Denials",
        title="Denials",
        subtitle=f"Answers from {days.min():%m/%d/%Y} to {days.max():%m/%d/%Y}" if len(days) else "No remittances yet",
        verdict=f"{counted(len(lines), 'denied line', 'denied lines')}, {show(int(lines['charge'].sum()))} at stake.",
        sections=(_by_reason(lines, reasons), _lines(lines)),
        notes=(
            "Counted: lines paid nothing, with nothing left to the patient, for a reason that denies, in the payer's "
            "latest answer that stands. What a reason is taken as stands on the sheet Reason codes.",
            "A line with several reasons stands under the one with the most money.",
        ),
    )


def _by_reason(lines: pd.DataFrame, reasons: ReasonCodes) -> Section:
    groups = lines.groupby(["payer", "reason"], as_index=False).agg(
        claims=("claim_id", "nunique"), lines=("claim_id", "size"), charge=("charge", "sum")
    )
    groups = groups.assign(words=[reasons.words.get(reason.rpartition("-")[2], "") for reason in groups["reason"]])
    largest = groups.sort_values("charge", ascending=False, kind="stable")
    return Section(
        heading="By payer and reason, most money first",
        columns=(
            Column("Payer", Unit.TEXT, 26),
            Column("Reason", Unit.TEXT, 10),
            Column("Claims", Unit.COUNT),
            Column("Lines", Unit.COUNT),
            Column("Charges", Unit.MONEY),
            Column("In words", Unit.TEXT, 16),
        ),
        rows=plain_rows(largest, ["payer", "reason", "claims", "lines", "charge", "words"]),
        totals=("Total", None, lines["claim_id"].nunique(), len(lines), int(lines["charge"].sum()), None),
        empty="No line is denied.",
    )


def _lines(lines: pd.DataFrame) -> Section:
    return Section(
        heading="Denied lines",
        columns=(
            Column("Payer", Unit.TEXT, 26),
            Column("Reason", Unit.TEXT, 10),
            Column("Answered", Unit.DATE, 12),
            Column("Date of service", Unit.DATE, 12),
            Column("Charge", Unit.MONEY),
            Column("Claim", Unit.TEXT, 16),
            Column("Code", Unit.TEXT, 9),
            Column("Check or EFT", Unit.TEXT, 18),
            Column("Adjustments", Unit.TEXT, 28),
            Column("Remarks", Unit.TEXT, 14),
        ),
        rows=plain_rows(
            lines,
            [
                *("payer", "reason", "paid_date", "dos", "charge"),
                *("claim_id", "code", "trace", "adjustments", "remarks"),
            ],
        ),
        totals=("Total", None, None, None, int(lines["charge"].sum()), *[None] * 5),
        empty="No line is denied.",
    )
