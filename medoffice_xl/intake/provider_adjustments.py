"""What became of each provider adjustment: over all checks, what answers what, and what is still open.

Money that a payer takes outside any claim changes the check and no balance, so it has to be answered by something: a
recoupment by the amount that was held back for it when its claim was reversed, a forwarded balance by the later check
that applies it, interest by the claims it was paid for. What is taken and what is given for one claim, or under one
reference, comes to nothing once it is settled; nothing is posted for what is not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from medoffice_xl.intake.claims_referred_to import ClaimsReferredTo, tokens
from medoffice_xl.intake.provider_reasons import Family, Reason, reason
from medoffice_xl.intake.versions import as_compared
from medoffice_xl.tables import PROVIDER_ADJUSTMENTS, empty_frame
from medoffice_xl.tables.provider_adjustments import MATCHED, OPEN, SEEN, SETTLED

REVERSAL = "22"
Key = tuple[str, str]


@dataclass(slots=True)
class Entry:
    """One provider adjustment on the way to its state: what of it is open, and the checks that answer it."""

    row: Mapping[str, Any]
    claim: str
    keys: frozenset[Key]
    reason: Reason
    open: int
    by: list[str] = field(default_factory=list)

    @property
    def state(self) -> str:
        """What became of it."""
        if self.row["state"] == SETTLED:
            return SETTLED
        if pd.isna(self.row["amount"]) or self.open:
            return OPEN
        return MATCHED if self.by else SEEN


def followed(frame: pd.DataFrame, book: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The table *provider_adjustments* with claim, state, open amount and answers of every row worked out anew.

    A row that the user set to settled stays so, and answers nothing.
    """
    if frame.empty:
        return frame
    remits = book["remits"]
    entries = _entries(frame, remits, book["charges"])
    _answer_by_claims(entries, remits)
    _answer_each_other(entries)
    for entry in entries:
        if not _stays_open(entry):
            entry.open = 0
    types = empty_frame(PROVIDER_ADJUSTMENTS).dtypes.to_dict()
    worked_out = {
        "meaning": [entry.reason.meaning for entry in entries],
        "claim_id": [entry.claim for entry in entries],
        "open_amount": [entry.open for entry in entries],
        "state": [entry.state for entry in entries],
        "settled_by": ["; ".join(dict.fromkeys(entry.by)) for entry in entries],
    }
    own = {name: pd.Series(values, frame.index, dtype=types[name]) for name, values in worked_out.items()}
    return frame.assign(**own)


def still_settled(arriving: pd.DataFrame, there: pd.DataFrame) -> pd.DataFrame:
    """The rows of a remittance that comes again, with the state settled that the user gave them (`there`)."""
    settled = there[there["state"] == SETTLED]
    if settled.empty:
        return arriving
    same = ["trace", "payer", "reason", "reference", "amount"]
    now, then = (frame[same].assign(trace=frame["trace"].map(as_compared)) for frame in (arriving, settled))
    known = pd.MultiIndex.from_frame(now).isin(pd.MultiIndex.from_frame(then))
    return arriving.assign(state=arriving["state"].mask(known, SETTLED))


def _entries(frame: pd.DataFrame, remits: pd.DataFrame, charges: pd.DataFrame) -> list[Entry]:
    claims = ClaimsReferredTo(frame["reference"], remits, charges)
    traces = {*frame["trace"]} - {""}
    reversals = remits[remits["claim_status"] == REVERSAL]
    reversed_in: dict[tuple[str, str], set[str]] = {}
    reversed_claims: dict[str, set[str]] = {}
    for payer, claim, trace, remittance in {
        *zip(reversals["payer"], reversals["claim_id"], reversals["trace"], reversals["remittance"], strict=True)
    }:
        reversed_in.setdefault((payer, claim), set()).add(trace)
        reversed_claims.setdefault(remittance, set()).add(claim)
    entries = []
    rows: list[Any] = frame.to_dict("records")
    for row in rows:
        payer, reference = row["payer"], row["reference"]
        claim = claims.of(payer, reference)
        parts = {reference, *(part for part in tokens(reference) if part in traces)}
        amount = 0 if pd.isna(row["amount"]) or row["state"] == SETTLED else int(row["amount"])
        if row["reason"] == "FB" and amount < 0:
            parts.add(row["trace"])
            alone = reversed_claims.get(row["remittance"], set())
            claim = claim or (next(iter(alone)) if len(alone) == 1 else "")
        parts |= reversed_in.get((payer, claim), set())
        keys = {(payer, part) for part in parts if part} | ({(payer, f"claim {claim}")} if claim else set())
        entries.append(Entry(row, claim, frozenset(keys), reason(row["reason"]), amount))
    return entries


def _answer_by_claims(entries: Sequence[Entry], remits: pd.DataFrame) -> None:
    """Interest of a check (L6) that is the interest of its claims (AMT*I) is answered by them."""
    interest = [entry for entry in entries if entry.row["reason"] == "L6" and entry.open]
    if not interest:
        return
    stated = remits[remits["remittance"].isin({entry.row["remittance"] for entry in interest})]
    of_claims = stated.groupby("remittance")["interest"].sum().to_dict()
    of_check: dict[str, int] = {}
    for entry in interest:
        of_check[entry.row["remittance"]] = of_check.get(entry.row["remittance"], 0) + entry.open
    for entry in interest:
        check = entry.row["remittance"]
        if of_check[check] and of_claims.get(check, 0) == -of_check[check]:
            entry.open = 0
            entry.by.append(entry.row["trace"])


def _answer_each_other(entries: Sequence[Entry]) -> None:
    """Oldest first, each takes from the open ones before it that have a key in common and the other sign."""
    waiting: dict[Key, list[Entry]] = {}
    for entry in sorted(entries, key=_order):
        for before in _in_common(entry, waiting):
            _offset(before, entry)
        for key in entry.keys:
            waiting.setdefault(key, []).append(entry)
    left = [entry for entry in sorted(entries, key=_order) if entry.open and entry.reason.family is Family.BALANCE]
    for place, entry in enumerate(left):
        alike = [before for before in left[:place] if _carries_on(before, entry)]
        if len(alike) == 1:
            _offset(alike[0], entry)


def _order(entry: Entry) -> tuple[Any, ...]:
    day = entry.row["paid_date"]
    return (pd.Timestamp.max if pd.isna(day) else day, entry.row["trace"], entry.row["remittance"], entry.row["number"])


def _in_common(entry: Entry, waiting: Mapping[Key, list[Entry]]) -> Iterator[Entry]:
    found = {id(before): before for key in entry.keys for before in waiting.get(key, ()) if _may_answer(before, entry)}
    yield from sorted(found.values(), key=_order)


def _may_answer(before: Entry, entry: Entry) -> bool:
    if before.open * entry.open >= 0:
        return False
    if before.reason.family is Family.BALANCE and entry.reason.family is Family.BALANCE:
        return True
    return bool(before.row["reason"] == entry.row["reason"])


def _carries_on(before: Entry, entry: Entry) -> bool:
    """Whether a forwarded balance is the one that a later check applies, though no reference says so."""
    same_payer = before.row["payer"] == entry.row["payer"]
    both_forward = before.row["reason"] == entry.row["reason"] == "FB"
    return same_payer and both_forward and bool(entry.open) and before.open == -entry.open


def _offset(before: Entry, entry: Entry) -> None:
    part = min(abs(before.open), abs(entry.open))
    if before.open * entry.open >= 0:
        return
    before.open += part if before.open < 0 else -part
    entry.open += part if entry.open < 0 else -part
    before.by.append(entry.row["trace"])
    entry.by.append(before.row["trace"])


def _stays_open(entry: Entry) -> bool:
    """Whether what is left of an entry has to be answered: interest paid to the practice, say, has not."""
    if entry.reason.family is Family.FINAL or not entry.reason.followed:
        return False
    return entry.reason.family is not Family.INTEREST or entry.open > 0
