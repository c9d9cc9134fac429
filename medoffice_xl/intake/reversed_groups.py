"""Reversals of version 4010 give their adjustments in group CR: what they undo is under the group it was given in.

5010 has the group no more, and a reversal repeats the groups of what it takes back (X12 RFI 1147).
"""

import pandas as pd

from medoffice_xl.tables.claim_status import REVERSAL

CORRECTION = "CR-"
USUAL = "CO-"
"""Taken where what is undone is not here: an amount that was never seen was, if anything, written off."""


def with_groups_of_reversals(remits: pd.DataFrame, line: "pd.Series[str]", adjustments: pd.DataFrame) -> pd.DataFrame:
    """Adjustments (row of the remits, reason, amount), those of reversals in group CR under the group they undo.

    `line` is the charge line of each row of the remits. What is undone is the same reason, on the same line of the
    claim, by the same payer, with the amount turned around.
    """
    undoes = adjustments["reason"].str.startswith(CORRECTION) & adjustments["row"].map(
        remits["claim_status"] == REVERSAL
    ).astype("bool")
    if not undoes.any():
        return adjustments
    told = adjustments.assign(
        code=adjustments["reason"].str.partition("-")[2],
        size=adjustments["amount"],
        line=adjustments["row"].map(line.fillna("")),
        **{name: adjustments["row"].map(remits[name]) for name in ("claim_id", "payer")},
    )
    same = ["claim_id", "payer", "line", "code", "size"]
    given = told[~undoes].drop_duplicates(same, keep="last").set_index(same)["reason"]
    wanted = told[undoes].assign(size=-told.loc[undoes, "size"])
    found = given.reindex(pd.MultiIndex.from_frame(wanted[same]))
    reason = found.where(found.notna(), USUAL + wanted["code"].to_numpy())
    return adjustments.assign(reason=adjustments["reason"].where(~undoes, reason.set_axis(wanted.index)))
