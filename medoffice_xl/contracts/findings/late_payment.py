"""Claims paid later than agreed, and the interest that is owed for it."""

import numpy as np
import pandas as pd

from medoffice_xl.contracts.check_column import cents as cents_column
from medoffice_xl.contracts.check_column import whole
from medoffice_xl.contracts.days import days as day_numbers
from medoffice_xl.contracts.exact_amounts import share_of
from medoffice_xl.contracts.findings.kind import CheckedSoFar, FindingKind, Found
from medoffice_xl.contracts.line_class import LineClass
from medoffice_xl.contracts.prompt_pay import agreed
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, days, text
from medoffice_xl.reports.document import section
from medoffice_xl.reports.rows import plain_rows
from medoffice_xl.row_keys import numbered
from medoffice_xl.tables.claim_status import REPLACEMENTS

YEAR = 365

_NOT_COUNTED = (
    LineClass.REVERSED, LineClass.SUPERSEDED, LineClass.DENIED, LineClass.BUNDLED, LineClass.CAPITATED,
    LineClass.SECONDARY, LineClass.DUPLICATE, LineClass.UNDECIDED,
)  # fmt: skip


def _find(so_far: CheckedSoFar) -> Found:
    """Interest owed = paid × yearly rate × days late ÷ 365, rounded half up to the cent once a claim.

    A claim is late from the day after `clean_claim_days` since it was received (DTM*050, or else the day it was sent);
    where the contract leaves days or interest empty, they are those of the state's law that it names.
    Claims without that day, corrections, reversals, denials, secondary answers and second payments are not counted.
    What is found stands on the first line of the claim.
    Source: state prompt-payment laws (simple interest on the amount paid late); the contract's own terms.
    """
    remits, compared, terms = so_far.remits, so_far.compared, so_far.book.terms
    late_days, owed_for, due_for = (np.zeros(len(remits), dtype="int64") for _ in range(3))
    found = {"late_days": late_days, "interest_owed": owed_for, "interest_due": due_for}
    if not terms.prompt_pay.any():
        return found
    received, contract = so_far.billed.received, compared.contract
    counted = terms.prompt_pay[contract] & ~compared.twice & ~np.isin(so_far.classes, _NOT_COUNTED)
    counted &= received.notna().to_numpy() & ~remits["frequency"].isin(REPLACEMENTS).to_numpy()
    rows = np.flatnonzero(counted)
    if not rows.size:
        return found
    claim, claims = numbered(so_far.answers.order[rows])
    first = rows[np.unique(claim, return_index=True)[1]]
    paid, interest = (
        np.bincount(claim, weights=remits[name].to_numpy()[rows], minlength=claims).astype("int64")
        for name in ("paid", "interest")
    )
    holds = agreed(terms, so_far.book.prompt_pay_laws, contract[first], day_numbers(received.iloc[first], 0))
    overdue = day_numbers(remits["paid_date"].iloc[first], 0) - holds.by
    is_late = holds.said & (overdue > 0) & (paid > 0)
    owed = share_of(paid, holds.top * overdue, holds.bottom * YEAR)
    late_days[first] = np.where(is_late, overdue, 0)
    owed_for[first] = np.where(is_late, owed, 0)
    due_for[first] = np.where(is_late, np.maximum(owed - interest, 0), 0)
    return found


def _section(late: pd.DataFrame) -> Listing:
    """Interest by payer, for claims paid later than agreed."""
    sums = late.groupby("payer", as_index=False).agg(
        claims=("late_days", "size"), days=("late_days", "mean"), owed=("interest_owed", "sum"),
        due=("interest_due", "sum"),
    )  # fmt: skip
    sums = sums.sort_values("due", ascending=False, kind="stable")
    return section(
        heading="Interest owed for late payment",
        columns=(
            text("Payer", 22),
            count("Claims paid late", 12),
            days("Days late", 12),
            cents("Interest owed", 12),
            cents("Not paid yet", 12),
        ),
        rows=plain_rows(sums, ["payer", "claims", "days", "owed", "due"]),
        totals=(
            "Total", len(late), float(late["late_days"].mean()) if len(late) else None,
            int(late["interest_owed"].sum()), int(late["interest_due"].sum()),
        ),
        empty="No claim was paid later than its contract says, where one says it.",
    )  # fmt: skip


LATE_PAYMENT = FindingKind(
    columns=(
        whole("late_days", "Days the claim was paid late, on its first line."),
        cents_column("interest_owed", "Interest that is owed for them."),
        cents_column("interest_due", "What of it did not come with the claim."),
    ),
    find=_find,
    needs=("paid", "interest", "paid_date", "frequency", "received"),
    section=_section,
    lists="interest_owed",
)
