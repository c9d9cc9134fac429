"""A second or third payer may report the whole difference as contractual, what earlier payers did included.

Posting that as it stands would write off the same money twice and leave a negative balance (X12 RFI 1696). So a
later payer's contractual adjustment is posted only as far as something is still owed, and not at all where it
mentions no earlier payer and none is known.
"""

from collections import defaultdict

import pandas as pd

from medoffice_xl.tables.claim_status import LATER_PAYER, REVERSAL

COLUMNS = {"entry": "int64", "row": "int64", "asked": "int64", "posted": "int64"}


def withheld_by_secondary(
    remits: pd.DataFrame, entries: pd.DataFrame, charges: pd.DataFrame, others: pd.DataFrame
) -> pd.DataFrame:
    """The entries to be posted in part: index of `entries`, row of the remits, cents asked, cents posted.

    A reversal of one that was posted in part takes back that part.
    """
    later = remits.index[remits["claim_status"].isin(LATER_PAYER)]
    contractual = entries["row"].isin(later) & (entries["kind"] == "contractual adjustment") & (entries["amount"] > 0)
    if not contractual.any():
        return pd.DataFrame(columns=list(COLUMNS)).astype(COLUMNS)
    claims = set(entries.loc[contractual, "claim_id"])
    owed = _Owed(
        charges[charges["claim_id"].isin(claims)],
        [others[others["claim_id"].isin(claims)], entries[entries["claim_id"].isin(claims) & ~contractual]],
    )
    earlier = set(entries.loc[~entries["row"].isin(later), "claim_id"])
    dated = entries[contractual].assign(day=entries["row"].map(remits["paid_date"]))
    held: list[tuple[int, int, int, int]] = []
    for index, entry in dated.sort_values("day", kind="stable").iterrows():
        claim, line, asked, row = entry["claim_id"], entry["line_id"], int(entry["amount"]), entry["row"]
        mentioned = remits.at[row, "prior_payer"] != 0
        posted = min(asked, owed.still(claim, line, asked)) if mentioned or claim in earlier else 0
        owed.less(claim, line, posted)
        if posted != asked:
            held.append((index, row, asked, posted))  # type: ignore[arg-type]
    found = pd.DataFrame(held, columns=list(COLUMNS)).astype(COLUMNS)
    return pd.concat([found, _taken_back(remits, entries, found)], ignore_index=True)


def _taken_back(remits: pd.DataFrame, entries: pd.DataFrame, held: pd.DataFrame) -> pd.DataFrame:
    """The entries that take back what was posted in part: they take back that part, and no more."""
    reversals = remits.index[remits["claim_status"] == REVERSAL]
    back = entries[entries["row"].isin(reversals) & (entries["kind"] == "contractual adjustment")]
    if held.empty or back.empty:
        return held[:0]
    same = ["claim_id", "line_id", "reason", "payer", "size"]
    given = entries.loc[held["entry"]].assign(posted=held["posted"].to_numpy(), size=held["asked"].to_numpy())
    both = [each.assign(payer=each["row"].map(remits["payer"])) for each in (given, back.assign(size=-back["amount"]))]
    given, back = (each.assign(nth=each.groupby(same).cumcount()) for each in both)
    pairs = back.reset_index(names="entry").merge(given[[*same, "nth", "posted"]], on=[*same, "nth"])
    return pd.DataFrame(
        {"entry": pairs["entry"], "row": pairs["row"], "asked": pairs["amount"], "posted": -pairs["posted"]}
    ).astype(COLUMNS)


class _Owed:
    """What is still owed on a claim and on each of its lines, in cents."""

    def __init__(self, charges: pd.DataFrame, posted: list[pd.DataFrame]) -> None:
        self._owed: dict[tuple[str, str], int] = defaultdict(int)
        self._claims: dict[str, int] = defaultdict(int)
        for claim, line, charge in zip(charges["claim_id"], charges["line_id"], charges["charge"], strict=True):
            self._owed[claim, line] += int(charge)
            self._claims[claim] += int(charge)
        for entries in posted:
            for claim, line, amount in zip(entries["claim_id"], entries["line_id"], entries["amount"], strict=True):
                self.less(claim, line, int(amount))

    def still(self, claim: str, line: str, unknown: int) -> int:
        """What can still be written off; `unknown` where the claim is not among the charges."""
        of_claim = self._claims.get(claim, unknown)
        return max(0, min(of_claim, self._owed.get((claim, line), of_claim)))

    def less(self, claim: str, line: str, amount: int) -> None:
        """Lower what is owed."""
        if claim in self._claims:
            self._claims[claim] -= amount
        if (claim, line) in self._owed:
            self._owed[claim, line] -= amount
