"""The report Worklist: every lane with its claims, and what came of claims that left the list."""

import narwhals as nw
import pandas as pd

from medoffice_xl.areas.worklists.ar_worklist import claims, of_lanes, why, worklist
from medoffice_xl.areas.worklists.rank import TO_WORK, Lane
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import cents, count, day, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.practice import Practice, tables_of
from medoffice_xl.reports.rows import counted, plain_rows
from medoffice_xl.sets import Tables

SHEET = "Worklist report"

_CLAIM = (
    text("Claim", 12),
    text("Payer", 22),
    text("Kind", 15),
    cents("Balance"),
    cents("Worth"),
    count("Minutes", 9),
    day("Deadline", 12),
    day("Work by", 12),
    text("Why", 36, lines=3),
    text("Next step", 36, lines=3),
    text("Worked by", 14),
    text("Status", 11),
)


def build(practice: Practice) -> Page:
    """Every claim of the practice's worklist, by lane in order."""
    tables = tables_of(practice)
    ranked = worklist(tables, practice.as_of)
    work = of_lanes(ranked, *TO_WORK)
    likely = show(int(work["cents"].sum()))
    return report_page(
        sheet=SHEET,
        title="Worklist",
        subtitle=f"As of {practice.as_of:%m/%d/%Y}",
        verdict=f"{counted(len(work), 'claim', 'claims')} to work, {likely} likely to come of it.",
        sections=(
            *(_lane(lane, of_lanes(ranked, lane)) for lane in Lane),
            _gone(tables, practice, set(ranked["claim_id"])),
        ),
        notes=(
            "Worth is what the contract still allows times the share usually paid; lanes go by worth a minute.",
            "The balances of all lanes add up to A/R without unapplied cash; an underpaid claim may have none.",
            "Write status, owner and follow-up day on Work notes; what a write-off review proposes wants a sign-off.",
        ),
    )


def _lane(lane: Lane, ranked: pd.DataFrame) -> Listing:
    rows = [
        (
            one.claim_id, one.payer, one.kind, one.balance, one.cents, float(one.minutes), one.lapses, one.work_by,
            why(one), one.what_to_do, one.owner, one.status,
        )
        for one in claims(ranked)
    ]  # fmt: skip
    balance, worth = int(ranked["balance"].sum()), int(ranked["cents"].sum())
    total = ("Total", None, None, balance, worth, sum(row[5] for row in rows), *[None] * 6)
    return section(lane.value, _CLAIM, rows, total, "None.")


def _gone(tables: Tables, practice: Practice, listed: set[str]) -> Listing:
    """Claims of Work notes that are on the list no more, with what was paid and written off on them."""
    notes = practice.table("worklist")
    left = notes[~notes["claim_id"].isin(listed)]
    entries = accounts(tables.rows("charges"), tables.rows("payments"), practice.as_of).entries
    posted = entries.filter(nw.col("claim_id").is_in(left["claim_id"].tolist())).collect().to_pandas()
    sums = posted.groupby("claim_id").agg(paid=("money", "sum"), balance=("amount", "sum"), charge=("charge", "sum"))
    rows = left.merge(sums.reset_index(), on="claim_id", how="left").fillna({"paid": 0, "balance": 0, "charge": 0})
    rows = rows.astype({"paid": "int64", "balance": "int64", "charge": "int64"})
    rows = rows.assign(written_off=rows["charge"] - rows["paid"] - rows["balance"], contacted=_days(rows["contacted"]))
    return section(
        "Left the list: what came of it",
        (
            text("Claim", 12), text("Worked by", 14), day("Last contact", 12), cents("Charged"), cents("Paid"),
            cents("Written off or adjusted"), cents("Balance"), text("Note", 40),
        ),
        plain_rows(rows, ["claim_id", "owner", "contacted", "charge", "paid", "written_off", "balance", "note"]),
        empty="Every claim of Work notes is still on the list.",
    )  # fmt: skip


def _days(column: "pd.Series[pd.Timestamp]") -> "pd.Series[pd.Timestamp]":
    return column.astype("datetime64[us]")
