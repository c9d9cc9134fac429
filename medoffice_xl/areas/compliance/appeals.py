"""The underpayment worklist: one row a claim, worked by claim and not by line, with the status that the user keeps."""

from datetime import date

import pandas as pd

from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, day, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.rows import counted, plain_rows
from medoffice_xl.tables import empty_frame
from medoffice_xl.tables.appeals import APPEALS

OPEN = ("detected", "sent", "reviewed")
"""Statuses that still want work."""

_KEY = ["payer", "claim_id"]


def worklist(lines: pd.DataFrame, appeals: pd.DataFrame | None, as_of: date) -> pd.DataFrame:
    """Underpaid and recovered claims, one row each, the largest first.

    `lines` are checked lines. The user's rows of *Appeals* give status, its day and note; a claim without one is
    `detected`. `days_left` counts to the last day of the contract's appeal window, empty without one.
    """
    short = lines["finding"] == Finding.UNDERPAID
    of = lines[short | (lines["recovered"] != 0)].assign(
        underpaid=(-lines["variance"]).where(short, 0), short=short.astype("int64")
    )
    claims = of.groupby(_KEY, as_index=False, sort=True).agg(
        dos=("dos", "min"),
        paid_date=("paid_date", "max"),
        lines=("short", "sum"),
        underpaid=("underpaid", "sum"),
        recovered=("recovered", "sum"),
        appeal_until=("appeal_until", "min"),
    )
    kept = empty_frame(APPEALS) if appeals is None else appeals
    found = claims.merge(kept[[*_KEY, "status", "status_date", "sent_to", "note"]], on=_KEY, how="left")
    texts = {name: found[name].fillna("") for name in ("status", "sent_to", "note")}
    found = found.assign(**texts)
    fresh = found["status"] == ""
    done = fresh & (found["underpaid"] == 0)
    found["status"] = found["status"].mask(fresh, "detected").mask(done, "recovered")
    found["status_date"] = found["status_date"].fillna(pd.Timestamp(as_of)).astype("datetime64[us]")
    found["days_left"] = (found["appeal_until"] - pd.Timestamp(as_of)).dt.days.astype("Int64")
    return found.sort_values(["underpaid", "claim_id"], ascending=[False, True], kind="stable", ignore_index=True)


def kept_appeals(lines: pd.DataFrame, appeals: pd.DataFrame | None, as_of: date) -> pd.DataFrame:
    """The table *Appeals* after an import: every row of the user's as it was, new claims added, made-good ones closed.

    A row that is open and whose claim is now allowed as contracted becomes `recovered`; nothing else is touched.
    """
    before = empty_frame(APPEALS) if appeals is None else appeals
    found = worklist(lines, before, as_of)
    good = found[(found["underpaid"] == 0) & (found["recovered"] > 0)]
    after = before.copy()
    if len(after):
        closed = pd.MultiIndex.from_frame(after[_KEY]).isin(pd.MultiIndex.from_frame(good[_KEY]))
        closed &= after["status"].isin(OPEN).to_numpy()
        after.loc[closed, "status"] = "recovered"
        after.loc[closed, "status_date"] = pd.Timestamp(as_of)
    known = pd.MultiIndex.from_frame(before[_KEY])
    new = found[~pd.MultiIndex.from_frame(found[_KEY]).isin(known)]
    return pd.concat([after, new[APPEALS.names]], ignore_index=True) if len(new) else after


def build(lines: pd.DataFrame, appeals: pd.DataFrame | None, as_of: date) -> Page:
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
        notes=("Change status and note on the sheet Appeals; a new import leaves them as they are.",),
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
