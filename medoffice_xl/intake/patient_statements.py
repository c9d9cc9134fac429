"""A list of statements meets those of the book: what it states anew replaces what is there, and that is told.

The same statement is the one of the same account and number, or where no number tells it, of the same account and day.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from medoffice_xl.ledger.among import among
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables.patient_accounts import WITHDRAWN

_NAME = "patient_statements"
_ACCOUNT, _DAY, _NUMBER = "statement_account", "sent_on", "statement_number"
_KEY = [_ACCOUNT, _DAY, _NUMBER]
_MOVED = "were there under another day or without a number; those of the file replace them"
_GONE = "were there and were not sent, came back or are receipts, as the file says; they were taken out"
_NAMED = 5
"""Accounts that are named where no charge has them."""

_KEPT = ("asked", "sent_by", _NUMBER)
"""What a file that does not say it leaves as it is in the book."""


def meet_statements(
    file: str, tables: Mapping[str, pd.DataFrame], book: Mapping[str, pd.DataFrame]
) -> tuple[Mapping[str, pd.DataFrame], list[Problem]]:
    """The tables of a file, the empty cells of its statements as the book has them; what they replace, and whose
    accounts no charge has."""
    if _NAME not in tables:
        return tables, []
    current = book[_NAME]
    strange = _strangers(file, standing(tables[_NAME]), book["charges"])
    if current.empty:
        return tables, strange
    incoming = _filled(tables[_NAME], current)
    said, stand = sent_again(incoming, current), standing(incoming)
    again = sent_again(stand, current)
    problems = [
        *strange,
        *_told(file, again & ~_is_among(current, stand), _MOVED),
        *_told(file, said & ~again & ~_is_among(current, stand), _GONE),
    ]
    return {**tables, _NAME: incoming}, problems


def standing(incoming: pd.DataFrame) -> pd.DataFrame:
    """A table's rows less statements that were not sent or came back: those only take out what was there."""
    return incoming[~incoming[WITHDRAWN]] if WITHDRAWN in incoming else incoming


def _is_among(current: pd.DataFrame, incoming: pd.DataFrame) -> "pd.Series[bool]":
    keys = pd.MultiIndex.from_frame(current[_KEY]).isin(pd.MultiIndex.from_frame(incoming[_KEY]))
    return pd.Series(keys, current.index, dtype=bool)


def sent_again(incoming: pd.DataFrame, current: pd.DataFrame) -> "pd.Series[bool]":
    """The statements of the book that a file states anew: those that it names wholly, of the same account and number,
    and without a number of the same account and day."""
    telling = _telling(incoming, current)
    numbered = {pair for pair in _pairs(incoming, _NUMBER) if pair in telling}
    days = {*_pairs(incoming, _DAY)}
    found = [
        own in numbered or (not own[1] and day in days)
        for own, day in zip(_pairs(current, _NUMBER), _pairs(current, _DAY), strict=True)
    ]
    return pd.Series(found, current.index, dtype=bool) | _is_among(current, incoming)


def _pairs(frame: pd.DataFrame, name: str) -> Iterator[tuple[str, Any]]:
    return zip(frame[_ACCOUNT], frame[name], strict=True)


def _telling(*frames: pd.DataFrame) -> set[tuple[str, str]]:
    """Accounts with the numbers that tell their statements apart.

    A number that several accounts have, or one account on several days, counts first, second and third statements, or
    names a batch.
    """
    several: set[Any] = set()
    owner: dict[str, str] = {}
    for frame in frames:
        days: dict[tuple[str, str], Any] = {}
        for account, number, day in zip(frame[_ACCOUNT], frame[_NUMBER], frame[_DAY], strict=True):
            if owner.setdefault(number, account) != account or days.setdefault((account, number), day) != day:
                several.add(number)
    return {(account, number) for number, account in owner.items() if number and number not in several}


def _filled(incoming: pd.DataFrame, current: pd.DataFrame) -> pd.DataFrame:
    """The statements of a file with what they do not say as the book has it for the same statement."""
    telling = _telling(incoming, current)
    by_number = {pair: row for row, pair in enumerate(_pairs(current, _NUMBER)) if pair in telling}
    of_day: dict[tuple[str, Any], list[int]] = {}
    for row, pair in enumerate(_pairs(current, _DAY)):
        of_day.setdefault(pair, []).append(row)
    numbers = current[_NUMBER].tolist()
    at = []
    for own, day in zip(_pairs(incoming, _NUMBER), _pairs(incoming, _DAY), strict=True):
        there = of_day.get(day, [])
        same = [row for row in there if not own[1] or numbers[row] in ("", own[1])]
        found = by_number.get(own, same[0] if same else -1)
        at.append(found)
        if found in there:
            there.remove(found)
    filled = incoming.copy(deep=False)
    places = pd.Series(at, incoming.index)
    for name in _KEPT:
        theirs = current[name].take(places.clip(lower=0).to_numpy()).set_axis(incoming.index)
        empty = incoming[name].isna() | incoming[name].eq("").fillna(False)
        filled[name] = incoming[name].mask(empty & (places >= 0), theirs)
    return filled.astype(incoming.dtypes.to_dict())


def _told(file: str, rows: "pd.Series[bool]", what: str) -> list[Problem]:
    if not rows.any():
        return []
    found = f"{int(rows.sum()):,} statements {what}."
    return [Problem(Severity.NOTE, found, "Nothing to do if the new file is right.", file)]


def _strangers(file: str, incoming: pd.DataFrame, charges: pd.DataFrame) -> list[Problem]:
    """A problem where no charge has any of the accounts: they are others' numbers; a note where some have none."""
    asked = incoming[_ACCOUNT].drop_duplicates()
    strange = asked[~among(asked, charges["patient_acct"]) & ~among(asked, charges["claim_id"])]
    if charges.empty or strange.empty:
        return []
    return [
        Problem(
            Severity.DATA if len(strange) == len(asked) else Severity.NOTE,
            f"{len(strange):,} of {len(asked):,} accounts are on no charge; their statements ask for nothing.",
            "Import the charges, or export the list with the account number that the charges have, not a guarantor's.",
            file,
            value=", ".join(strange[:_NAMED]),
        )
    ]
