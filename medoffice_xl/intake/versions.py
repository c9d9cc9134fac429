"""Which remittances of a file are in the workbook already, and which of two versions stands.

The number of a check or EFT does not say it: payers give many remittances one number (EO0000000000, 0, none), spread an
EFT over files, and use numbers again. Two remittances are the same one where number, payer and day agree and they
answer the same claims. A number that numbers nothing proves nothing, so there the amount has to agree too, and all
claims of the one have to be among those of the other: nothing is ever replaced that is not stated again.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from medoffice_xl.tables import REMITS

Claims = frozenset[tuple[str, str, bool]]
"""Claim number, the payer's number of it, and whether it is a reversal."""

OwnName = Callable[[str], str]
"""A payer's own name in the workbook, for a name that it goes by."""

REVERSAL = "22"
OF_REMITTANCES = ("remits", "remittances", "provider_adjustments")
"""Tables whose rows belong to a remittance."""

_ONE_DIGIT_OVER_AND_OVER = re.compile(r"(\d)\1{3,}")


def numbers_nothing(trace: str) -> bool:
    """Whether the number of a check or EFT stands for none: no digit but 0, or one digit over and over.

    >>> [numbers_nothing(each) for each in ("", "EO0000000000", "NONE", "999999999", "EFT830", "0012")]
    [True, True, True, True, False, False]
    """
    digits = "".join(re.findall(r"\d", trace))
    return not digits.strip("0") or _ONE_DIGIT_OVER_AND_OVER.fullmatch(digits) is not None


@dataclass(frozen=True, slots=True)
class Version:
    """One statement of a remittance; `row` is its row of the table *remittances*."""

    remittance: str
    row: Mapping[str, object]
    claims: Claims

    @property
    def net(self) -> int:
        """What its claims and provider adjustments come to."""
        return int(self.row["claims_paid"]) - int(self.row["provider_adj"])  # type: ignore[call-overload]

    @property
    def balances(self) -> bool:
        """Whether it adds up."""
        return self.row["off_by"] == 0

    def stands_before(self, other: "Version") -> bool:
        """Whether it goes before a version that came in after it.

        Of two the later made stands; of two made at one time the one that adds up, and then the one with more claims:
        a file that was cut off never takes the place of the whole one.
        """
        if numbers_nothing(str(self.row["trace"])) and self.claims != other.claims:
            return self.claims > other.claims
        mine, others = str(self.row["produced"]), str(other.row["produced"])
        if mine and others and mine != others:
            return mine > others
        if self.balances != other.balances:
            return self.balances
        return self.claims > other.claims


Key = tuple[str, str, str, object, object]


def keys(checks: pd.DataFrame, own_name: OwnName) -> list[Key]:
    """By row of *remittances*: what two versions of one remittance have in common. Other rows never are one."""
    names = {name: own_name(name).casefold() for name in checks["payer"].unique()}
    amounts = [
        amount if numbers_nothing(trace) else None
        for trace, amount in zip(checks["trace"], checks["amount"].tolist(), strict=True)
    ]
    payers = checks["payer"].map(names)
    days = checks["paid_date"].astype("int64")
    return list(zip(checks["trace"], checks["payer_id"], payers, days, amounts, strict=True))


def versions(checks: pd.DataFrame, remits: pd.DataFrame) -> list[Version]:
    """The remittances of these tables, in their order."""
    rows = remits[remits["remittance"].isin(checks["remittance"])]
    named = zip(rows["claim_id"], rows["payer_claim_no"], rows["claim_status"] == REVERSAL, strict=True)
    claims: dict[str, set[tuple[str, str, bool]]] = {}
    for remittance, claim in zip(rows["remittance"], named, strict=True):
        claims.setdefault(remittance, set()).add(claim)
    return [
        Version(row["remittance"], row, frozenset(claims.get(row["remittance"], ()))) for row in checks.to_dict("records")
    ]


def are_one(before: Version, after: Version) -> bool:
    """Whether two remittances with the same key are versions of one."""
    if not before.claims and not after.claims:
        return before.row["adjustments"] == after.row["adjustments"] or not numbers_nothing(str(before.row["trace"]))
    if numbers_nothing(str(before.row["trace"])):
        return bool(before.claims and after.claims) and (before.claims <= after.claims or after.claims <= before.claims)
    return bool(before.claims & after.claims) and not _are_parts(before, after)


def _are_parts(before: Version, after: Version) -> bool:
    """Whether one payment is spread over both, a claim in each: alone neither adds up, together they do."""
    same_total = before.row["amount"] == after.row["amount"]
    return same_total and not before.balances and not after.balances and before.net + after.net == after.row["amount"]


@dataclass(frozen=True, slots=True)
class Restated:
    """A version that was there, one that came in, and whether the former stands."""

    before: Version
    after: Version
    before_stands: bool


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file's tables as they go into the workbook; the workbook's remittances that they replace; what met what."""

    tables: Mapping[str, pd.DataFrame]
    replaced: frozenset[str]
    restated: tuple[Restated, ...]
    beside: tuple[tuple[Version, Version], ...]


def arrive(tables: Mapping[str, pd.DataFrame], book: Mapping[str, pd.DataFrame], own_name: OwnName) -> Arrival:
    """See what of a file's remittances is stated again, in the workbook or in the file itself."""
    checks = tables["remittances"]
    there = book["remittances"][book["remittances"]["trace"].isin(checks["trace"])]
    known: dict[Key, list[Version]] = {}
    for key, version in zip(keys(there, own_name), versions(there, book["remits"]), strict=True):
        known.setdefault(key, []).append(version)
    standing: dict[str, Version] = {}
    in_book = {each.remittance for each in (version for of_key in known.values() for version in of_key)}
    replaced: set[str] = set()
    restated: list[Restated] = []
    beside: list[tuple[Version, Version]] = []
    for key, after in zip(keys(checks, own_name), versions(checks, tables["remits"]), strict=True):
        same = [before for before in known.get(key, ()) if are_one(before, after)]
        beside += [(before, after) for before in known.get(key, ()) if before not in same and before.claims & after.claims]
        met = [Restated(before, after, before.stands_before(after)) for before in same]
        restated += met
        if any(each.before_stands for each in met):
            continue
        for before in same:
            known[key].remove(before)
            standing.pop(before.remittance, None)
            if before.remittance in in_book:
                replaced.add(before.remittance)
        known.setdefault(key, []).append(after)
        standing[after.remittance] = after
    return Arrival(_only(tables, standing), frozenset(replaced), tuple(restated), tuple(beside))


def _only(tables: Mapping[str, pd.DataFrame], standing: Iterable[str]) -> dict[str, pd.DataFrame]:
    """The tables with the remittances that stand."""
    kept = set(standing)
    if kept.issuperset(tables["remittances"]["remittance"]):
        return dict(tables)
    return {
        name: frame[frame["remittance"].isin(kept)].reset_index(drop=True) if name in OF_REMITTANCES else frame
        for name, frame in tables.items()
    }
