"""What the lines' own balances say beyond the columns that were taken: an amount that none of them posts is told."""

from collections.abc import Sequence

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity


def unposted(
    file: str, heading: str, charges: pd.DataFrame, posted: pd.DataFrame, names: Sequence[str]
) -> list[Problem]:
    """A problem where charges less what was posted (`names`, signs set right) are not the balance that lines state.

    A line that stands on several rows, one a payment, has the balance of the last of them. A column in which no balance
    fits is another balance, a patient's say, and says nothing of the line.
    """
    stated = posted["balance"].notna()
    if not stated.any():
        return []
    sums = pd.DataFrame(
        {
            "charge": charges["charge"],
            "posted": _signed(posted, names),
            "balance": posted["balance"],
            "row": posted["line"],
        }
    )[stated]
    keys = [charges.loc[stated, name] for name in ("claim_id", "line_id")]
    lines = sums.groupby(keys, sort=False).agg({"charge": "first", "posted": "sum", "balance": "last", "row": "first"})
    left = lines["charge"] - lines["posted"] - lines["balance"]
    apart = lines[left != 0]
    if apart.empty or len(apart) == len(lines):
        return []
    first = apart.iloc[0]
    amount = int(left[left != 0].sum())
    return [
        Problem(
            Severity.MONEY,
            f"On {len(apart):,} of {len(lines):,} lines “{heading}” is not the charge less what stands in the columns "
            f"that were taken; {show(amount)} in all {'was' if amount >= 0 else 'too much was'} not posted; the first "
            f"line states {show(int(first['balance']))}.",
            "Export the columns of all payments and adjustments, or say which they are on the sheet Export columns.",
            file,
            int(first["row"]),
            heading,
            show(int(first["balance"])),
        )
    ]


def _signed(posted: pd.DataFrame, names: Sequence[str]) -> "pd.Series[int]":
    """What was posted of each row; a refund raises what is owed, whichever sign it has."""
    total = pd.Series(0, posted.index, dtype="int64")
    for name in names:
        amount = posted[name].fillna(0).astype("int64")
        total += -amount.abs() if name.startswith("refund") else amount
    return total


def credits_beside(file: str, heading: str, credited: "pd.Series[int]", lines: "pd.Series[int]") -> list[Problem]:
    """What is said of a column of credits that stands beside charges: it may be payments, adjustments, or both."""
    rows = credited.fillna(0).ne(0)
    if not rows.any():
        return []
    found = f"“{heading}” ({show(int(credited[rows].sum()))}) does not say what was paid and what written off; "
    return [
        Problem(
            Severity.MONEY,
            f"{found}nothing of it was posted.",
            "Export payments and adjustments as columns of their own, or as rows.",
            file,
            int(lines[rows].iloc[0]),
            heading,
        )
    ]
