"""The ledger as it stood on several days, worked out in one pass.

What was known of a claim on an earlier day is most often what is known of it now, less what was posted since. It is
not where a payer said later that the claim is capitated, where its charges were entered on several days, and where an
entry has no day: such claims are few, and each day asks them anew. Before its first charge no figure counts a claim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from medoffice_xl.ledger.capitation import claims_said_capitated
from medoffice_xl.ledger.entries import Accounts, accounts
from medoffice_xl.ledger.known_by import COPY, copies_known_by
from medoffice_xl.ledger.rows import Frame, Rows, fetch
from medoffice_xl.tables import CHARGES, PAYMENTS

_COLUMNS = (
    "claim_id", "payer", "day", "post_date", "served", "amount", "charge", "money", "contractual", "lines",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """The ledger on a day: its entries (columns of `accounts`), and the unapplied cash received by then, in cents.

    `claim` numbers the claims of the entries: to group by numbers takes a fraction of what texts take.
    """

    day: date
    entries: pd.DataFrame
    unapplied: int


def standings(charges: Frame, payments: Frame, days: Sequence[date]) -> Iterator[Standing]:
    """The ledger on each of the days, which ascend; each as `accounts` of that day has it."""
    owing = accounts(charges, payments, days[-1])
    entries = _collected(owing.entries)
    cash = owing.unapplied.select("day", "amount").collect().to_pandas()
    strange = _asked_anew(entries, owing, payments)
    plain = entries[~entries["claim_id"].isin(strange)] if strange else entries
    plain = plain.sort_values("day", kind="stable")
    plain = plain.assign(claim=pd.factorize(plain["claim_id"])[0])
    anew = _anew(charges, payments, strange, days) if strange else None
    if anew is not None:
        anew = anew.assign(claim=len(plain) + pd.factorize(anew["claim_id"])[0])
    for place, day in enumerate(days):
        until = pd.Timestamp(day)
        known = plain.iloc[: plain["day"].searchsorted(until, side="right")]
        if anew is not None:
            known = pd.concat([known, anew[anew["copy"] == place].drop(columns="copy")], ignore_index=True)
        yield Standing(day, known, int(cash["amount"][cash["day"] <= until].sum()))


def _anew(charges: Frame, payments: Frame, claims: Sequence[str], days: Sequence[date]) -> pd.DataFrame:
    """The entries of these claims as each day knew them; `copy` is the day's place among the days.

    Every day has a copy of its own of each claim, with what was known of it by then, so that one ledger holds them all.
    """
    billed = copies_known_by(days, charges, CHARGES, claims)
    posted = copies_known_by(days, payments, PAYMENTS, claims)
    found = _collected(accounts(billed, posted, days[-1]).entries)
    return found.assign(copy=found["claim_id"].str.partition(COPY)[0].astype("int64"))


def _collected(entries: Rows) -> pd.DataFrame:
    return entries.select(*_COLUMNS).collect().to_pandas()


def _asked_anew(entries: pd.DataFrame, owing: Accounts, payments: Frame) -> list[str]:
    """Claims of which an earlier day knew something else than what is dated up to it. What names no claim has none."""
    by_claim = entries["claim_id"]
    charged = entries["day"].where(entries["lines"] > 0).groupby(by_claim)
    undated = entries["day"].isna().groupby(by_claim).any()
    capitated = claims_said_capitated(payments)
    capitated |= {row["claim_id"] for row in fetch(owing.capitated.select("claim_id").unique())}
    return sorted((capitated | set(undated.index[(charged.min() < charged.max()) | undated])) - {""})
