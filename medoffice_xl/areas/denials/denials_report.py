"""Denials: every denied service line with its reason, by payer and reason, with the charges at stake.

What a denial is, the denial rate decides: paid nothing, nothing left to the patient's deductible, coinsurance or
copay, and a reason that denies, in a primary payer's latest answer that stands.
"""

from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.denials.denial_rate import denied_lines
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.ledger.rows import Frame, Rows, fetch_one, moment, take
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, day, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.rows import counted, plain_rows
from medoffice_xl.tables import REMITS


def build(remits: Frame, reasons: ReasonCodes, as_of: date) -> Page:
    """The report over all remittances up to the day."""
    lines = denied_lines(remits, reasons, as_of)
    lines = lines.assign(reason=[reasons.main_reason(text) for text in lines["adjustments"]])
    lines = lines.sort_values(["payer", "reason", "charge", *_THEN], ascending=[True, True, False, *_UP], kind="stable")
    days = fetch_one(_answered(remits, as_of))
    return report_page(
        sheet="Denials",
        title="Denials",
        subtitle=_extent(days["first"], days["last"]),
        verdict=f"{counted(len(lines), 'denied line', 'denied lines')}, {show(int(lines['charge'].sum()))} at stake.",
        sections=(_by_reason(lines, reasons), _lines(lines)),
        notes=(
            "Counted: lines paid nothing, with nothing left to the patient, for a reason that denies, in the payer's "
            "latest answer that stands. What a reason is taken as stands on the sheet Reason codes.",
            "A line with several reasons stands under the one with the most money.",
        ),
    )


_THEN = ("paid_date", "dos", "claim_id", "code", "trace", "adjustments", "remarks")
"""What parts lines of the same charges: a database gives rows in any order."""

_UP = [True] * len(_THEN)


def _answered(remits: Frame, as_of: date) -> Rows:
    """The first and the last day of an answer that was there by the day."""
    known = take(remits, REMITS, "paid_date").filter(nw.col("paid_date") <= moment(as_of))
    return known.select(first=nw.col("paid_date").min(), last=nw.col("paid_date").max())


def _extent(first: date | None, last: date | None) -> str:
    return f"Answers from {first:%m/%d/%Y} to {last:%m/%d/%Y}" if first and last else "No remittances yet"


def _by_reason(lines: pd.DataFrame, reasons: ReasonCodes) -> Listing:
    groups = lines.groupby(["payer", "reason"], as_index=False).agg(
        claims=("claim_id", "nunique"), lines=("claim_id", "size"), charge=("charge", "sum")
    )
    groups = groups.assign(words=[reasons.words.get(reason.rpartition("-")[2], "") for reason in groups["reason"]])
    largest = groups.sort_values("charge", ascending=False, kind="stable")
    return section(
        heading="By payer and reason, most money first",
        columns=(
            text("Payer", 26),
            text("Reason", 10),
            count("Claims"),
            count("Lines"),
            cents("Charges"),
            text("In words", 16),
        ),
        rows=plain_rows(largest, ["payer", "reason", "claims", "lines", "charge", "words"]),
        totals=("Total", None, lines["claim_id"].nunique(), len(lines), int(lines["charge"].sum()), None),
        empty="No line is denied.",
    )


def _lines(lines: pd.DataFrame) -> Listing:
    return section(
        heading="Denied lines",
        columns=(
            text("Payer", 26),
            text("Reason", 10),
            day("Answered", 12),
            day("Date of service", 12),
            cents("Charge"),
            text("Claim", 16),
            text("Code", 9),
            text("Check or EFT", 18),
            text("Adjustments", 28),
            text("Remarks", 14),
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
