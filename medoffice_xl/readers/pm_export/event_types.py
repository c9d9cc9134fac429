"""What each row of a ledger is: by its type, its letters, its description, or by the column its amount stands in."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from medoffice_xl.readers.body import Body
from medoffice_xl.readers.pm_export.columns import AMOUNTS, field_of
from medoffice_xl.readers.pm_export.transactions import CHARGE, becomes, is_ledger, letters_in_words
from medoffice_xl.readers.typed import text

RAISES = "debit"
LOWERS = "credit"

_CODE_LENGTH = 2
"""Signs of a type that is no word."""

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
    sided = {RAISES, LOWERS} <= body.cells.keys()
    columns = None if sided else _columns_apart(body, frame)
    said = _said(body, frame, apart=sided or columns is not None)
    if said is None:
        return None
    kinds = said.map({cell: becomes(cell) for cell in said.unique()}).astype("str")
    assumed = pd.Series(False, frame.index)
    if sided:
        kinds = kinds.mask((kinds == "") & frame[RAISES].fillna(0).ne(0), CHARGE)
        assumed = (kinds == "") & frame[LOWERS].fillna(0).ne(0)
        kinds = kinds.mask(assumed, "payment")
    if columns is not None:
        kinds = kinds.mask((kinds == "") | ((kinds == CHARGE) != (columns == CHARGE)), columns)
    return EventTypes(said, kinds, assumed)


def _said(body: Body, frame: pd.DataFrame, *, apart: bool) -> "pd.Series[str] | None":
    """What each row says it is: in the column of types, else in the description; None where nothing tells them apart.

    `apart` where the columns of the amounts do.
    """
    if "type" in body.cells:
        in_words = letters_in_words(frame["type"].unique())
        if in_words:
            return frame["type"].str.strip().str.upper().map(in_words).fillna("").astype("str")
        if apart or is_ledger(frame["type"].unique()):
            return frame["type"]
    coded = _coded(body, frame)
    if coded is not None:
        return coded
    described = body.column("description")
    if not apart and not is_ledger(map(text, described.distinct())):
        return None
    return pd.Series([text(cell) for cell in described], frame.index, dtype="str")


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
