"""When denied lines were appealed, and which of them nothing more is waited for: the answers and *Appeals* together."""

from datetime import date

import pandas as pd

from medoffice_xl.ledger.appeal_steps import CLAIM, steps
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.tables.appeals import DENIAL, GIVEN_UP, PENDING, RECOVERED


def with_appeals(denied: pd.DataFrame, appeals: Frame | None) -> pd.DataFrame:
    """Denied lines with `appealed_on` (missing where not), `level` (0 where not), `step` (the last one) and `closed`.

    Each line counts the steps up to its day `known_on`; those before the denial are of another matter. A line is closed
    where the payer gave in or the practice gave up, and where the payer answered again; where an appeal was sent after
    that answer, and where there is no answer, once the last of denial and appeal is as old as `had_time` or older. What
    the payer granted is `overturned`, paid yet or not.
    """
    last_known = date.max if denied.empty else denied["known_on"].max().date()
    theirs = _since_denial(denied, steps(appeals, DENIAL, last_known))
    sent = theirs[theirs["status"] == PENDING[0]].groupby("line")
    last = theirs.drop_duplicates("line", keep="last").set_index("line")
    step = last["status"].reindex(denied.index).fillna("")
    moved = last["status_date"].where(last["status"].isin(PENDING)).reindex(denied.index)
    overturned = denied["overturned"] | (step == RECOVERED)
    waits = moved.notna() & ~(moved < denied["answered_on"]) & ~overturned
    since = denied["denied_on"].mask(waits, moved)
    return denied.assign(
        appealed_on=sent["status_date"].min().reindex(denied.index).astype("datetime64[us]"),
        level=sent["level"].max().reindex(denied.index).fillna(0).astype("int64"),
        step=step,
        overturned=overturned,
        closed=overturned | step.isin(GIVEN_UP) | (denied["answered_again"] & ~waits) | (since <= denied["had_time"]),
    )


def _since_denial(denied: pd.DataFrame, taken: pd.DataFrame) -> pd.DataFrame:
    """The steps about each denied line, its place in the frame as `line`, from the day of the denial on."""
    lines = denied[[*CLAIM, "denied_on", "known_on"]].assign(payer=denied["payer"].str.casefold(), line=denied.index)
    found = taken.assign(payer=taken["payer"].str.casefold()).merge(lines, on=CLAIM)
    found = found[~((found["status_date"] < found["denied_on"]) | (found["status_date"] > found["known_on"]))]
    return found.sort_values("status_date", kind="stable", na_position="first", ignore_index=True)
