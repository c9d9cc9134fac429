"""A list of open bills says more than its rows: what was open before and is not on it was paid by its day.

A bill that comes again with another amount replaces the one that is there, with what the user typed beside it; a check
that is there parted over its bills is not counted a second time as a whole.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.plain_name import plain_name
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import BILL_PAYMENTS, BILLS
from medoffice_xl.tables.payables import VOID
from medoffice_xl.tables.thresholds import Threshold

FILTERED = Threshold(
    "List of open bills: vendors missing", "0.5", "%",
    "Where more than this share of the vendors that are owed something are not on a list of open bills at all, it is "
    "taken as a list of some vendors: bills of the others stay open.",
)  # fmt: skip
_LEAST_MISSING = 2
"""One vendor that is no longer on the list has been paid."""

_SAME = ["vendor", "number", "bill_date"]
_TYPED = ("state", "entered_by", "approved_by", "note")
_OF_VENDORS = ("terms", "form_1099")
_ONE_CHECK = ["vendor", "paid_date", "number"]


def meet_payables(
    file: str, tables: Mapping[str, pd.DataFrame], book: Mapping[str, pd.DataFrame]
) -> tuple[Mapping[str, pd.DataFrame], list[Problem]]:
    """The tables of a file as they go into the book; what is neither bills, payments nor vendors is left alone."""
    found, problems = dict(tables), []
    if "vendors" in found:
        found["vendors"] = with_what_was_typed(found["vendors"], book["vendors"], ["vendor"], _OF_VENDORS)
    if "bills" in found:
        numbered = book["bills"][book["bills"]["number"] != ""]
        typed = with_what_was_typed(found["bills"], numbered, _SAME, _TYPED)
        found["bills"], told = with_paid_bills(file, typed, book)
        problems += told
    if "bill_payments" in found:
        found["bill_payments"], told = without_parted_checks(file, found["bill_payments"], book["bill_payments"])
        problems += told
    return found, problems


def with_paid_bills(
    file: str, incoming: pd.DataFrame, book: Mapping[str, pd.DataFrame]
) -> tuple[pd.DataFrame, list[Problem]]:
    """The bills of a file and, where it lists what is open on a day, those of the book that are paid by that day.

    A list that leaves out most vendors that are owed something says nothing of those.
    """
    listed = incoming["open_as_of"].dropna()
    if listed.empty or incoming["open_balance"].isna().any():
        return incoming, []
    day, there = listed.max(), book["bills"]
    before = there["open_as_of"].isna() | (there["open_as_of"] < day)
    settled = (there["open_balance"] == 0).fillna(False).astype(bool)
    counts = (there["bill_date"] <= day) & before & (there["state"] != VOID) & ~settled
    owed = _owed(there[counts], book["bill_payments"], day)
    missing = owed - set(_names(incoming["vendor"]))
    problems = []
    most = Thresholds(book.get("thresholds")).on(day.date()).exact(FILTERED)
    if len(missing) >= _LEAST_MISSING and len(missing) > most * len(owed):
        counts &= ~_names(there["vendor"]).isin(missing)
        problems.append(_some_vendors(file, day, len(missing), len(owed)))
    keys = pd.MultiIndex.from_frame(incoming[list(BILLS.key)])
    paid = there[counts & ~pd.MultiIndex.from_frame(there[list(BILLS.key)]).isin(keys) & ~restated(incoming, there)]
    if paid.empty:
        return incoming, problems
    told = Problem(
        Severity.NOTE,
        f"{len(paid):,} bills are no longer on the list of {day:%m/%d/%Y}: they count as paid by that day.",
        "Nothing to do, if the list is of all vendors.",
        file,
    )
    paid = paid[BILLS.names].assign(open_balance=0, open_as_of=day)
    return pd.concat([incoming, paid.astype(incoming.dtypes.to_dict())], ignore_index=True), [*problems, told]


def _owed(bills: pd.DataFrame, payments: pd.DataFrame, day: date) -> set[str]:
    """The vendors whose bills come to more than what was paid on them by the day."""
    paid = payments[payments["paid_date"] <= day]
    billed = bills.groupby(_names(bills["vendor"]))["amount"].sum()
    left = billed.sub(paid.groupby(_names(paid["vendor"]))["amount"].sum(), fill_value=0)
    return {str(name) for name in left.index[left > 0] if name in billed.index}


def _names(vendors: "pd.Series[str]") -> "pd.Series[str]":
    return vendors.map(plain_name)


def _some_vendors(file: str, day: date, missing: int, owed: int) -> Problem:
    return Problem(
        Severity.MONEY,
        f"{missing:,} of {owed:,} vendors that are owed something are not on the list of {day:%m/%d/%Y} at all: it "
        "looks like a list of some vendors. Their bills stay open.",
        "Run the report for all vendors and import it again. If they are paid, import the bill payments, or type 0 as "
        "open balance on the sheet Bills.",
        file,
    )


def restated(incoming: pd.DataFrame, there: pd.DataFrame) -> "pd.Series[bool]":
    """The bills of the book that a file states with another amount: of the same vendor, number and day."""
    numbered = incoming[incoming["number"] != ""]
    again = pd.MultiIndex.from_frame(there[_SAME]).isin(pd.MultiIndex.from_frame(numbered[_SAME]))
    stands = pd.MultiIndex.from_frame(there[list(BILLS.key)]).isin(pd.MultiIndex.from_frame(incoming[list(BILLS.key)]))
    return pd.Series(again & ~stands, there.index, dtype=bool)


def with_what_was_typed(
    incoming: pd.DataFrame, there: pd.DataFrame, same: Sequence[str], names: Sequence[str]
) -> pd.DataFrame:
    """The rows of a file, their empty cells of these columns as the book has them for the same thing."""
    known = there.drop_duplicates(list(same)).set_index(list(same))
    if known.empty or incoming.empty:
        return incoming
    at = known.index.get_indexer(incoming.set_index(list(same)).index)
    filled = incoming.copy(deep=False)
    for name in names:
        theirs = pd.Series(known[name].to_numpy()[at], incoming.index, dtype=incoming[name].dtype)
        filled[name] = incoming[name].mask((at >= 0) & (incoming[name] == ""), theirs)
    return filled


def without_parted_checks(file: str, incoming: pd.DataFrame, there: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """The payments of a file less those checks that are there already, a row for each bill they pay."""
    numbered = there[(there["number"] != "") & (there["bill_number"] != "")]
    sums: Mapping[Any, Any] = numbered.groupby(_ONE_CHECK)["amount"].sum().to_dict()
    keys = zip(*(incoming[name] for name in _ONE_CHECK), strict=True)
    known = pd.Series([sums.get(key) for key in keys], incoming.index, dtype="Int64")
    parted = (known == incoming["amount"]).fillna(False).astype(bool)
    if not parted.any():
        return incoming, []
    found = f"{int(parted.sum()):,} payments are there already, parted over their bills; they were not added again."
    return incoming[~parted], [Problem(Severity.NOTE, found, "Nothing to do.", file, column=BILL_PAYMENTS.sheet)]
