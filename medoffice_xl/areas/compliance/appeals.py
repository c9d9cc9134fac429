"""The underpayment worklist: one row a claim, worked by claim and not by line, with how far its appeal is."""

from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from medoffice_xl.contracts.checked_rows import lines_of
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.short_lines import IS_SHORT_OR_MADE_GOOD
from medoffice_xl.ledger.appeal_steps import CLAIM, newest, steps
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, day, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.rows import counted, plain_rows
from medoffice_xl.tables import empty_frame
from medoffice_xl.tables.appeals import APPEALS, DENIAL, DETECTED, PENDING, RECOVERED, UNDERPAYMENT

OPEN = (DETECTED, *PENDING)
"""Statuses that still want work."""

_ADDED_UP = ("dos", "paid_date", "finding", "variance", "recovered", "appeal_until")


def worklist(lines: Frame, appeals: pd.DataFrame | None, as_of: date) -> pd.DataFrame:
    """Underpaid and recovered claims, one row each, the largest first.

    `lines` are checked lines. The newest step on *Appeals* by the day gives status, its day and note, where the table
    has one (figures are given no notes); a claim without one is `detected`. `days_left` counts to the last day of the
    contract's appeal window, empty without one.
    """
    of = lines_of(lines, (IS_SHORT_OR_MADE_GOOD,), *CLAIM, *_ADDED_UP)
    short = of["finding"] == Finding.UNDERPAID
    of = of.assign(underpaid=(-of["variance"]).where(short, 0), short=short.astype("int64"))
    claims = of.groupby(CLAIM, as_index=False, sort=True).agg(
        dos=("dos", "min"),
        paid_date=("paid_date", "max"),
        lines=("short", "sum"),
        underpaid=("underpaid", "sum"),
        recovered=("recovered", "sum"),
        appeal_until=("appeal_until", "min"),
    )
    far = newest(steps(appeals, UNDERPAYMENT, as_of))
    far = far.reindex(columns=[*CLAIM, "level", "status", "status_date", "sent_to", "note"])
    found = claims.merge(far, on=CLAIM, how="left")
    texts = {name: found[name].astype("str").fillna("") for name in ("status", "sent_to", "note")}
    found = found.assign(level=found["level"].fillna(1), **texts)
    fresh = found["status"] == ""
    done = fresh & (found["underpaid"] == 0)
    found["status"] = found["status"].mask(fresh, DETECTED).mask(done, RECOVERED)
    found["status_date"] = found["status_date"].fillna(pd.Timestamp(as_of)).astype("datetime64[us]")
    found["days_left"] = (found["appeal_until"] - pd.Timestamp(as_of)).dt.days.astype("Int64")
    return found.sort_values(["underpaid", "claim_id"], ascending=[False, True], kind="stable", ignore_index=True)


def kept_appeals(lines: Frame, appeals: pd.DataFrame | None, as_of: date) -> pd.DataFrame:
    """The table *Appeals* after an import: every row of the user's as it was, and below them what the import found.

    A claim that is new to it is a step of its own; one that is open and is now allowed as contracted gets the step
    `recovered`, of the level that it had come to.
    """
    before = empty_frame(APPEALS) if appeals is None else appeals
    found = worklist(lines, before, as_of)
    is_new = ~is_listed(found, before)
    made_good = found["status"].isin(OPEN) & (found["underpaid"] == 0) & (found["recovered"] > 0)
    won = found[made_good & ~is_new].assign(status=RECOVERED, status_date=pd.Timestamp(as_of), sent_to="", note="")
    added = pd.concat([found[is_new].assign(level=1), won], ignore_index=True).assign(about=UNDERPAYMENT)
    if added.empty:
        return before.copy()
    return pd.concat([before, added[APPEALS.names].astype(empty_frame(APPEALS).dtypes)], ignore_index=True)


def is_listed(claims: pd.DataFrame, appeals: pd.DataFrame) -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """Which of the claims *Appeals* has an underpayment of."""
    listed = pd.MultiIndex.from_frame(appeals[appeals["about"] != DENIAL][CLAIM])
    return pd.MultiIndex.from_frame(claims[CLAIM]).isin(listed)


def build(lines: Frame, appeals: pd.DataFrame | None, as_of: date) -> Page:
    """The worklist as a report."""
    found = worklist(lines, appeals, as_of)
    work = found[found["status"].isin(OPEN) & (found["underpaid"] > 0)]
    closed = found[~found.index.isin(work.index)]
    late = int((work["days_left"] < 0).sum())
    return report_page(
        sheet="Underpaid claims",
        title="Underpaid claims",
        subtitle=f"As of {as_of:%m/%d/%Y}",
        verdict=(
            f"{counted(len(work), 'claim', 'claims')} to work for {show(int(work['underpaid'].sum()))}; "
            f"{show(int(found['recovered'].sum()))} recovered so far"
            + (f"; {counted(late, 'appeal window has', 'appeal windows have')} passed." if late else ".")
        ),
        sections=(
            _section("To work, largest first", work, "No claim is underpaid by its contract's tolerance or more."),
            _section("Recovered, rejected or invalid", closed, "None yet."),
        ),
        notes=("Add a row to the sheet Appeals for each step; a new import leaves what stands there as it is.",),
    )


def _section(heading: str, claims: pd.DataFrame, empty: str) -> Listing:
    names = ["payer", "claim_id", "dos", "paid_date", "lines", "underpaid", "recovered", "status", "days_left", "note"]
    return section(
        heading=heading,
        columns=(
            text("Payer", 24),
            text("Claim", 14),
            day("Service", 12),
            day("Paid", 12),
            count("Lines", 8),
            cents("Underpaid"),
            cents("Recovered"),
            text("Status", 12),
            count("Days to appeal", 12),
            text("Note", 36),
        ),
        rows=plain_rows(claims, names),
        totals=(
            "Total", None, None, None, int(claims["lines"].sum()), int(claims["underpaid"].sum()),
            int(claims["recovered"].sum()), None, None, None,
        ),
        empty=empty,
    )  # fmt: skip
