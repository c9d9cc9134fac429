"""What the words of a list of statements say: how one was delivered, and whether it reached the patient."""

import re

import pandas as pd

from medoffice_xl.areas.patients.statement_columns import IS_RECEIPT, IS_SENT, STATUS

_WAYS = (
    ("mail", "mail mailed paper print printed usps letter postal"),
    ("email", "email e-mail emailed electronic electronically estatement e-statement"),
    ("portal", "portal online mychart web"),
    ("text message", "text sms texted"),
    ("in person", "person inperson walkout handed office"),
)
_WAY_OF = {word: way for way, said in _WAYS for word in said.split()}
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_ADDRESS = re.compile(r"\S+@\S+")

_NOT_SENT_SAID = """
queued queue pending draft void voided deleted cancelled canceled suppressed hold held unsent rejected failed error
ready excluded skipped
"""
_NOT_SENT = frozenset(_NOT_SENT_SAID.split())
_CAME_BACK = frozenset(["returned", "undeliverable", "undelivered", "bounced"])
_NO, _YES = frozenset(("false", "no", "n", "0", "f")), frozenset(("true", "yes", "y", "1", "t", "x"))


def delivery_of(said: str) -> str:
    """The ways of delivery that a cell names, whatever else stands there; empty where it names none.

    >>> delivery_of("U.S. Mail"), delivery_of("InPerson"), delivery_of("Email: jane@example.com"), delivery_of("Fax")
    ('mail', 'in person', 'email', '')
    >>> delivery_of("Text, Email")
    'email and text message'
    """
    words = _WORD.findall(_ADDRESS.sub(" ", said).casefold())
    found = {_WAY_OF[word] for word in words if word in _WAY_OF}
    return " and ".join(way for way, _ in _WAYS if way in found)


def not_sent(frame: pd.DataFrame) -> "pd.Series[str]":
    """Why a row asks a patient for nothing, as the rest of a sentence; empty where it does."""
    why = frame[STATUS].map(_of_status).astype("str")
    flagged = frame[IS_SENT].str.casefold().isin(_NO)
    receipts = frame[IS_RECEIPT].str.casefold().isin(_YES)
    return why.mask(flagged, _WAITS).mask(receipts, "are receipts")


_WAITS, _BACK = "were not sent, by their status", "came back, by their status"


def _of_status(status: str) -> str:
    plain = status.casefold()
    words = {*_WORD.findall(plain)}
    if words & _CAME_BACK:
        return _BACK
    return _WAITS if words & _NOT_SENT or "not sent" in plain else ""
