"""What was billed behind each remitted line: its claim's plan and patient, its own code and modifiers.

A line is found by its line control number, or else by code and charge within the claim; where the payer changed the
code, by the charge alone if only one line of the claim has it. Nothing is matched across claims.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from medoffice_xl.contracts.exact import Ints
from medoffice_xl.row_keys import combine

NOT_FOUND = -1


@dataclass(frozen=True, slots=True)
class Billed:
    """For each remitted line: row of the charges that it answers, and a row of its claim; −1 where there is none."""

    line: Ints
    claim: Ints

    def text(self, charges: pd.DataFrame, column: str, *, of_claim: bool = False) -> "pd.Series[str]":
        """A text column of the matched charges; "" where there is none."""
        rows = self.claim if of_claim else self.line
        values = np.append(charges[column].to_numpy(dtype=object), "")
        return pd.Series(values[rows], dtype="str")

    def day(self, charges: pd.DataFrame, column: str) -> "pd.Series[pd.Timestamp]":
        """A day of the matched claim's charges; NaT where there is none."""
        values = np.append(charges[column].to_numpy(dtype="datetime64[us]"), np.datetime64("NaT"))
        return pd.Series(values[self.claim])

    def cents(self, charges: pd.DataFrame) -> Ints:
        """The charge of the matched line; −1 where there is none."""
        return np.append(charges["charge"].to_numpy(dtype="int64"), NOT_FOUND)[self.line]


def billed(remits: pd.DataFrame, charges: pd.DataFrame, claims: Ints, names: "pd.Index[str]") -> Billed:
    """Match remitted lines to charges. `claims` numbers the remits' claims, `names` are their ids in that order."""
    size = len(remits)
    nothing = np.full(size, NOT_FOUND, dtype="int64")
    if charges.empty or not size:
        return Billed(nothing, nothing.copy())
    own = names.get_indexer(pd.Index(charges["claim_id"], dtype="str")).astype("int64")
    kept = np.flatnonzero(own >= 0)
    of = charges.iloc[kept]
    own = own[kept]
    claim = _first(own, claims)
    code, code_there = _shared(remits["code"], of["code"])
    line, line_there = _shared(remits["line_control"], of["line_id"])
    cents, cents_there = remits["charge"].to_numpy(), of["charge"].to_numpy()
    found = _find((claims, line), (own, line_there), remits["line_control"].to_numpy() != "")
    found = np.where(found >= 0, found, _find((claims, code, cents), (own, code_there, cents_there)))
    found = np.where(found >= 0, found, _only(claims, cents, own, cents_there))
    rows = np.append(kept, NOT_FOUND)
    return Billed(rows[found], rows[claim])


def _shared(left: "pd.Series[str]", right: "pd.Series[str]") -> tuple[Ints, Ints]:
    """Two text columns numbered alike."""
    places, _ = pd.factorize(pd.concat([left, right], ignore_index=True))
    return places[: len(left)].astype("int64"), places[len(left) :].astype("int64")


def _find(left: tuple[Ints, ...], right: tuple[Ints, ...], where: "np.typing.NDArray[np.bool_] | None" = None) -> Ints:
    if where is not None and not where.any():
        return np.full(len(left[0]), NOT_FOUND, dtype="int64")
    keys = combine(*(np.concatenate([one, other]) for one, other in zip(left, right, strict=True)))
    size = len(left[0])
    found = _first(keys[size:], keys[:size])
    return found if where is None else np.where(where, found, NOT_FOUND)


def _only(claims: Ints, cents: Ints, own: Ints, cents_there: Ints) -> Ints:
    """By claim and charge, where one line of the claim alone has that charge."""
    keys = combine(np.concatenate([claims, own]), np.concatenate([cents, cents_there]))
    mine, theirs = keys[: len(claims)], keys[len(claims) :]
    ordered = np.sort(theirs)
    single = np.searchsorted(ordered, mine, "right") - np.searchsorted(ordered, mine, "left") == 1
    return np.where(single, _first(theirs, mine), NOT_FOUND)


def _first(keys: Ints, wanted: Ints) -> Ints:
    """Place of the first of `keys` that is each wanted one; −1 where there is none."""
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    place = np.minimum(np.searchsorted(ordered, wanted, side="left"), max(len(keys) - 1, 0))
    return np.where(ordered[place] == wanted, order[place], NOT_FOUND) if len(keys) else np.full(len(wanted), NOT_FOUND)
