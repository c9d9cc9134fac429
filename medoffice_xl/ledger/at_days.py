"""The ledger as it stood on several days, worked out in one pass.

What was known of a claim on an earlier day is most often what is known of it now, less what was posted since. It is
not where a payer said later that the claim is capitated, where a charge was entered after a payment, and where an entry
has no day: such claims are few, and each day asks them anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import narwhals as nw
import pandas as pd

from medoffice_xl.ledger.capitation import claims_said_capitated
from medoffice_xl.ledger.entries import Accounts, accounts
from medoffice_xl.ledger.rows import Frame, Rows, fetch

_COLUMNS = (
    "claim_id", "payer", "day", "post_date", "served", "amount", "charge", "money", "contractual", "lines",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """The ledger on a day: its entries (columns of `accounts`), and the unapplied cash received by then, in cents."""

    day: date
    entries: pd.DataFrame
    unapplied: int


def standings(charges: Frame, payments: Frame, days: Sequence[date]) -> Iterator[Standing]:
    """The ledger on each of the days, which ascend; each as `accounts` of that day has it."""
    owing = accounts(charges, payments, days[-1])
    entries = _collected(owing.entries)
    cash = owing.unapplied.select("day", "amount").collect().to_pandas()
    strange = _asked_anew(entries, owing, payments)
    theirs = nw.col("claim_id").is_in(strange)
    own_charges, own_payments = (nw.from_native(frame).lazy().filter(theirs) for frame in (charges, payments))
    plain = entries[~entries["claim_id"].isin(strange)] if strange else entries
    plain = plain.sort_values("day", kind="stable")
    for day in days:
        until = pd.Timestamp(day)
        known = plain.iloc[: plain["day"].searchsorted(until, side="right")]
        if strange:
            theirs_then = _collected(accounts(own_charges, own_payments, day).entries)
            known = pd.concat([known, theirs_then], ignore_index=True)
        yield Standing(day, known, int(cash["amount"][cash["day"] <= until].sum()))


def _collected(entries: Rows) -> pd.DataFrame:
    return entries.select(*_COLUMNS).collect().to_pandas()


def _asked_anew(entries: pd.DataFrame, owing: Accounts, payments: Frame) -> list[str]:
    """Claims of which an earlier day knew something else than what is dated up to it."""
    by_claim = entries["claim_id"]
    charged = entries["day"].where(entries["lines"] > 0).groupby(by_claim).max()
    posted = entries["day"].where(entries["lines"] == 0).groupby(by_claim).min()
    undated = entries["day"].isna().groupby(by_claim).any()
    capitated = claims_said_capitated(payments)
    capitated |= {row["claim_id"] for row in fetch(owing.capitated.select("claim_id").unique())}
    return sorted(capitated | set(undated.index[(posted < charged) | undated]))
