"""What each row of a ledger is: by its type, its letters, its description, or by the column its amount stands in."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from medoffice_xl.readers.body import Body
from medoffice_xl.readers.pm_export.columns import AMOUNTS, field_of
from medoffice_xl.readers.pm_export.transactions import (
    CHARGE,
    LEFT_OUT,
    NEARLY_ALL,
    REVERSED,
    becomes,
    is_ledger,
    letters_in_words,
)
from medoffice_xl.readers.typed import text
from medoffice_xl.tables.payments import MONEY_KINDS, WRITE_OFFS

RAISES = "debit"
LOWERS = "credit"

_CODE_LENGTH = 2
"""Signs of a type that is no word."""

_MOST = 0.5
"""Types that must be known where nothing but the type tells rows apart: as charges, payments would count twice over."""

_PLAIN: Mapping[str, tuple[str, ...]] = {
    "payment": MONEY_KINDS,
    "adjustment": ("contractual adjustment", *WRITE_OFFS),
}
"""Kinds that say little, and what a description may make of them."""

_CREDIT = "credit"
_OF_CREDITS = tuple(each for kind, more in _PLAIN.items() for each in (kind, *more))
"""A type that says nothing but the side, and what a description may make of it."""

_OF_COLUMN: Mapping[str, str] = {
    "ins_paid": "insurance payment",
    "sec_paid": "insurance payment",
    "ter_paid": "insurance payment",
    "pat_paid": "patient payment",
    "paid": "payment",
    "contractual_adj": "contractual adjustment",
    "other_adj": "other adjustment",
    "adj": "adjustment",
    "refund": "refund",
}
"""What an amount is by the column it stands in, where a row has one amount."""


@dataclass(frozen=True, slots=True)
class EventTypes:
    """What each row says it is, the kind that makes of it ("" where none is known), and the rows that were taken for
    payments though they do not say so.
    """

    said: "pd.Series[str]"
    kinds: "pd.Series[str]"
    assumed: "pd.Series[bool]"


def event_types(body: Body, frame: pd.DataFrame) -> EventTypes | None:
    """The types of a ledger's rows; None where a row is a charge with what was posted to it.

    Amounts in columns of their own, debit and credit or charge and payment, tell the rows apart by themselves.
    """
    sided = RAISES in frame and LOWERS in frame
    columns = None if sided else _columns_apart(body, frame)
    said = _said(body, frame, apart=sided or columns is not None)
    if said is None:
        return None
    kinds = said.map({cell: becomes(cell) for cell in said.unique()}).astype("str")
    if columns is None and not sided:
        kinds = _more_of_them(body, said, kinds)
        kinds = kinds.mask(_charges_in_other_words(said, kinds, frame), CHARGE)
    assumed = pd.Series(False, frame.index)
    if sided:
        kinds = kinds.mask((kinds == "") & frame[RAISES].fillna(0).ne(0), CHARGE)
        assumed = (kinds == "") & frame[LOWERS].fillna(0).ne(0)
        kinds = kinds.mask(assumed, "payment")
    if columns is not None:
        kinds = kinds.mask((kinds == "") | ((kinds == CHARGE) != (columns == CHARGE)), columns)
    return EventTypes(said, kinds, assumed)


def with_sides(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with its charges as debits, where what is credited stands in a column beside them and in other rows."""
    if LOWERS not in frame or RAISES in frame:
        return frame
    charged, credited = (frame[name].fillna(0).ne(0) for name in ("charge", LOWERS))
    if not credited.any() or not charged.any() or (charged & credited).any():
        return frame
    return frame.assign(**{RAISES: frame["charge"], "charge": pd.Series(pd.NA, frame.index, dtype="Int64")})


def _more_of_them(body: Body, said: "pd.Series[str]", kinds: "pd.Series[str]") -> "pd.Series[str]":
    """The kinds, where a row says no more than payment, adjustment or credit and its description which."""
    plain = kinds.isin(_PLAIN)
    if not plain.any() or "description" not in body.cells:
        return kinds
    described = pd.Series([becomes(text(cell)) for cell in body.column("description")], kinds.index, dtype="str")
    credit = said.str.strip().str.casefold() == _CREDIT
    kinds = kinds.mask(credit & described.str.removesuffix(REVERSED).isin(_OF_CREDITS), described)
    for kind, more in _PLAIN.items():
        kinds = kinds.mask((kinds == kind) & described.str.removesuffix(REVERSED).isin(more), described)
    return kinds


def _charges_in_other_words(said: "pd.Series[str]", kinds: "pd.Series[str]", frame: pd.DataFrame) -> "pd.Series[bool]":
    """Rows with a code whose type is not known, in a ledger in which no type says charge.

    Several such types are charges only where their amounts have the other sign than what lowers the balance.
    """
    unknown = (kinds == "") & (said != "")
    if kinds.str.startswith(CHARGE).any() or not unknown.any():
        return pd.Series(False, kinds.index)
    credits = frame["charge"][(kinds != "") & (kinds != LEFT_OUT)].fillna(0)
    one = said[unknown].nunique() == 1
    apart = bool((credits <= 0).all() and (frame["charge"][unknown].fillna(0) >= 0).all())
    return unknown & (frame["code"] != "") & (one or apart)


def _said(body: Body, frame: pd.DataFrame, *, apart: bool) -> "pd.Series[str] | None":
    """What each row says it is: in the column of types, else in the description; None where nothing tells them apart.

    `apart` where the columns of the amounts do.
    """
    if "type" in body.cells:
        in_words = letters_in_words(frame["type"].unique())
        if in_words:
            return frame["type"].str.strip().str.upper().map(in_words).fillna("").astype("str")
        if apart or is_ledger(frame["type"].unique(), _marked(frame)):
            return frame["type"]
    coded = _coded(body, frame)
    if coded is not None:
        return coded
    described = body.column("description")
    if not apart and not is_ledger(map(text, described.distinct())):
        return None
    return pd.Series([text(cell) for cell in described], frame.index, dtype="str")


def _marked(frame: pd.DataFrame) -> float:
    """The share of types that must be known: fewer where types are words and nothing else tells the rows apart."""
    in_words = frame["type"].str.len().max() > _CODE_LENGTH
    alone = not any(field_of(str(name)) in AMOUNTS for name in frame)
    return _MOST if in_words and alone else NEARLY_ALL


def _coded(body: Body, frame: pd.DataFrame) -> "pd.Series[str] | None":
    """The same where types are letters or numbers of a system's own: those that only credits have are not charges.

    What kind of credit each is stands in its description.
    """
    if "type" not in body.cells or frame["type"].str.len().max() > _CODE_LENGTH:
        return None
    lowers = {*frame["type"][frame["charge"] < 0]} - {*frame["type"][frame["charge"] >= 0], ""}
    if not lowers:
        return None
    described = pd.Series([text(cell) for cell in body.column("description")], frame.index, dtype="str")
    return described.where(frame["type"].isin(lowers), CHARGE)


def _columns_apart(body: Body, frame: pd.DataFrame) -> "pd.Series[str] | None":
    """The kind of each row by the column of its amount, where charges and what was posted never share a row."""
    posted = [name for name in frame if field_of(str(name)) in AMOUNTS]
    if "type" in body.cells or not posted:
        return None
    charged = frame["charge"].fillna(0).ne(0)
    amounts = frame[posted].fillna(0).ne(0)
    events = amounts.any(axis=1)
    if not events.any() or not charged.any() or (charged & events).any():
        return None
    first = amounts.idxmax(axis=1).map(lambda name: _OF_COLUMN[field_of(str(name))])
    return first.where(events, CHARGE).astype("str")
