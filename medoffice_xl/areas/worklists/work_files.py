"""A file for each biller: his claims in order, with room for what he does about them, to be brought back."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from medoffice_xl.areas.worklists.ar_worklist import Claim, claims, of_lanes, why, worklist
from medoffice_xl.areas.worklists.rank import TO_WORK, Lane
from medoffice_xl.areas.worklists.tables import WORKLIST
from medoffice_xl.areas.worklists.work_file_columns import AS_SENT, FILLED_IN
from medoffice_xl.errors import NoData
from medoffice_xl.files.names import file_names
from medoffice_xl.measure import Value
from medoffice_xl.pages.fields import Field, cents, count, day, text
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.practice import Practice, tables_of

NOBODY = "Unassigned"


def work_files(practice: Practice) -> list[Page]:
    """One page a biller, in the order of their names; claims that nobody has are a file of their own.

    Raises NoData where nothing is to be worked.
    """
    notes = practice.table("worklist")
    ranked = list(claims(of_lanes(worklist(tables_of(practice), practice.as_of), *TO_WORK, Lane.WAITING)))
    if not ranked:
        raise NoData("No claim is to be worked.")
    owners = sorted({one.owner or NOBODY for one in ranked})
    names = file_names([f"Worklist {owner}"[:31] for owner in owners], NOBODY)
    return [
        _page(name, owner, [one for one in ranked if (one.owner or NOBODY) == owner], notes, practice)
        for owner, name in zip(owners, names, strict=True)
    ]


def _page(name: str, owner: str, ranked: list[Claim], notes: pd.DataFrame, practice: Practice) -> Page:
    said = {row["claim_id"]: row for row in notes.to_dict("records")}
    heads = {column.name: column.header for column in WORKLIST}
    listed = section(
        "Claims",
        (
            text(heads["claim_id"], 14),
            text("Payer", 22),
            text("Why", 64, lines=2),
            text("Next step", 64, lines=2),
            cents("Worth"),
            count("Minutes", 9),
            day("Work by", 12),
            *(_field(column, heads[column]) for column in FILLED_IN),
            *(_field(column, heads[column] + AS_SENT) for column in FILLED_IN),
        ),
        [_row(one, said.get(one.claim_id, {})) for one in ranked],
    )
    return report_page(
        sheet=name,
        title=f"Worklist of {owner}",
        subtitle=f"As of {practice.as_of:%m/%d/%Y}",
        verdict="Fill in status, owner, follow-up day, last contact and note; leave the columns “as sent” as they are.",
        sections=(listed,),
        notes=("Bring the file back with Import files: only what was changed here is taken in.",),
    )


def _field(column: str, heading: str) -> Field:
    is_day = column in ("follow_up", "contacted")
    return day(heading, 12) if is_day else text(heading, 40 if column == "note" else 14)


def _row(one: Claim, said: Mapping[Hashable, Any]) -> tuple[Value, ...]:
    filled = tuple(_plain(said.get(column)) for column in FILLED_IN)
    return (
        one.claim_id, one.payer, why(one), one.what_to_do, one.cents, float(one.minutes),
        one.work_by, *filled, *filled,
    )  # fmt: skip


def _plain(value: object) -> Value:
    if isinstance(value, pd.Timestamp):
        return None if pd.isna(value) else value.date()
    return str(value) if value and not pd.isna(value) else None  # type: ignore[call-overload]
