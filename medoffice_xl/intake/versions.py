"""Which remittances of a file are in the workbook already, and which of two versions stands.

The number of a check or EFT does not say it: payers give many remittances one number (EO0000000000, 0, none), spread an
EFT over files, and use numbers again. Two remittances are the same one where number, payer and day agree and they
answer the same claims. A number that numbers nothing proves nothing, so there the amount has to agree too, and all
claims of the one have to be among those of the other: nothing is ever replaced that is not stated again.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas as pd

from medoffice_xl.tables.remittances import AGAIN

Claims = frozenset[tuple[str, str, bool]]
"""Claim number, the payer's number of it, and whether it is a reversal."""

OwnName = Callable[[str], str]
"""A payer's own name in the workbook, for a name that it goes by."""

Key = tuple[object, ...]

REVERSAL = "22"
"""Claim status."""

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


def as_compared(trace: str) -> str:
    """The number of a check or EFT as two are compared: whoever passes a file on may write it in capitals, or fill it
    up with zeros.

    >>> as_compared("000eft77A") == as_compared("EFT77a"), as_compared("EO0000000000"), as_compared("0")
    (True, 'EO0000000000', '0')
    """
    return trace if numbers_nothing(trace) else trace.casefold().lstrip("0")


def among_traces(traces: "pd.Series[str]", wanted: Iterable[str]) -> "pd.Series[bool]":
    """Which of the numbers are one of those wanted, as they are compared."""
    compared = {each: as_compared(each) for each in traces.unique()}
    sought = {*map(as_compared, wanted)}
    return traces.isin([each for each, said in compared.items() if said in sought])


@dataclass(frozen=True, eq=False)
class Version:
    """One statement of a remittance: its row of the table *remittances*, and its lines of the table *remits*."""

    row: Mapping[str, Any]
    lines: pd.DataFrame

    @property
    def remittance(self) -> str:
        """Its name in the tables."""
        return str(self.row["remittance"])

    @property
    def has_number(self) -> bool:
        """Whether its check or EFT has a number of its own."""
        return not numbers_nothing(self.row["trace"])

    @cached_property
    def claims(self) -> Claims:
        """The claims it answers."""
        named = zip(self.lines["claim_id"], self.lines["payer_claim_no"], self.lines["claim_status"], strict=True)
        return frozenset((claim, payers, status == REVERSAL) for claim, payers, status in {*named})

    @property
    def net(self) -> int:
        """What its claims and provider adjustments come to."""
        return int(self.row["claims_paid"] - self.row["provider_adj"])

    @property
    def balances(self) -> bool:
        """Whether it adds up."""
        return bool(self.row["off_by"] == 0)

    def stands_before(self, other: "Version") -> bool:
        """Whether it goes before a version that came in after it.

        Of two the later made stands; of two made at one time the one that adds up, and then the one with more claims:
        a file that was cut off never takes the place of the whole one.
        """
        if not self.has_number and self.claims != other.claims:
            return self.claims > other.claims
        mine, others = self.row["produced"], other.row["produced"]
        if mine and others and mine != others:
            return bool(mine > others)
        if self.balances != other.balances:
            return self.balances
        return self.claims > other.claims


def keys(checks: pd.DataFrame, own_name: OwnName) -> list[Key]:
    """By row of *remittances*: what two versions of one remittance have in common."""
    payers = {name: own_name(name).casefold() for name in checks["payer"].unique()}
    days = checks["paid_date"].astype("object").where(checks["paid_date"].notna(), None)
    columns = zip(checks["trace"], checks["payer_id"], checks["payer"], days, checks["amount"].tolist(), strict=True)
    return [
        (as_compared(trace), payer_id, payers[payer], day, amount if numbers_nothing(trace) else None)
        for trace, payer_id, payer, day, amount in columns
    ]


def versions(checks: pd.DataFrame, remits: pd.DataFrame) -> list[Version]:
    """The remittances of these tables, in their order."""
    rows = remits[remits["remittance"].isin(checks["remittance"])]
    of = {str(name): lines for name, lines in rows.groupby("remittance", sort=False)}
    records: list[Any] = checks.to_dict("records")
    return [Version(row, of.get(row["remittance"], rows[:0])) for row in records]


def are_one(before: Version, after: Version) -> bool:
    """Whether two remittances with the same key are versions of one."""
    if not before.claims and not after.claims:
        return before.has_number or bool(before.row["adjustments"] == after.row["adjustments"])
    if not before.claims & after.claims:
        return False
    if not before.has_number:
        return before.claims <= after.claims or after.claims <= before.claims
    return not _are_parts(before, after)


def _are_parts(before: Version, after: Version) -> bool:
    """Whether one payment is spread over both, a claim in each: alone neither adds up, together they do."""
    apart = not before.balances and not after.balances and before.row["amount"] == after.row["amount"]
    return bool(apart and before.net + after.net == after.row["amount"])


@dataclass(frozen=True, slots=True)
class Restated:
    """A version that was there, one that came in, and whether the former stands."""

    before: Version
    after: Version
    before_stands: bool


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file's tables as they go into the workbook; the workbook's remittances that they replace; what met what.

    `beside` are remittances with the same key and a claim in common that both stand.
    """

    tables: Mapping[str, pd.DataFrame]
    replaced: frozenset[str]
    restated: tuple[Restated, ...]
    beside: tuple[tuple[Version, Version], ...]


def arrive(tables: Mapping[str, pd.DataFrame], book: Mapping[str, pd.DataFrame], own_name: OwnName) -> Arrival:
    """See what of a file's remittances is stated again, in the workbook or in the file itself."""
    checks = tables["remittances"]
    numbers = checks["trace"].map(as_compared).unique()
    there = book["remittances"][book["remittances"]["trace"].map(as_compared).isin(numbers)]
    known: dict[Key, list[Version]] = {}
    for key, version in zip(keys(there, own_name), versions(there, book["remits"]), strict=True):
        known.setdefault(key, []).append(version)
    gone: set[str] = set()
    standing: dict[str, Version] = {}
    restated: list[Restated] = []
    beside: list[tuple[Version, Version]] = []
    for key, after in zip(keys(checks, own_name), versions(checks, tables["remits"]), strict=True):
        met = known.setdefault(key, [])
        same = [Restated(each, after, each.stands_before(after)) for each in met if are_one(each, after)]
        restated += same
        if any(each.before_stands for each in same):
            continue
        former = [each.before for each in same]
        known[key] = [*(each for each in met if each not in former), after]
        beside += [(each, after) for each in known[key][:-1] if each.claims & after.claims]
        for each in former:
            gone.add(each.remittance)
            standing.pop(each.remittance, None)
        standing[after.remittance] = after
    replaced = frozenset(gone.intersection(there["remittance"]))
    return Arrival(_only(tables, standing), replaced, tuple(restated), tuple(beside))


def _only(tables: Mapping[str, pd.DataFrame], standing: Iterable[str]) -> dict[str, pd.DataFrame]:
    """The tables with the remittances that stand; one that stood several times in the file is now the only one."""
    kept = set(standing)
    if kept.issuperset(tables["remittances"]["remittance"]):
        return dict(tables)
    only = dict(tables)
    for name in OF_REMITTANCES:
        frame = tables[name][tables[name]["remittance"].isin(kept)].reset_index(drop=True)
        only[name] = frame.assign(remittance=frame["remittance"].str.replace(rf"{AGAIN}\d+$", "", regex=True))
    return only
