"""What a problem may quote of a practice's own file: figures, days, codes. Never free text, for it may be a name.

A name gets into any column: a comma that is not quoted shifts a row, a lost separator runs two fields together. So
whatever cannot be read is quoted by what is harmless in it, wherever it stood.
"""

import re

_HARMLESS_WORDS = """
jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october
november december mon tue wed thu fri sat sun am pm est edt cst cdt mst mdt pst pdt utc gmt usd nan null none true false
"""
_HARMLESS = frozenset(_HARMLESS_WORDS.split())
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_AMOUNT = re.compile(r"[-+($€ ]*[\d, ]*(?:\d\.\d*|\.\d+|\de)(?:e?[-+]?\d+)?[)\s]*", re.IGNORECASE)
"""A number with a point or an exponent: no number of a person is written so."""

_RUN = re.compile(r"\w+")
_LONGEST = 8
"""Figures and letters in a row beyond which they may be a member's number, a telephone number or an account."""

LEFT_OUT = "…"


def quotable(value: object) -> str:
    """The value as it may be shown: words and long numbers are left out; empty where nothing else is left.

    >>> quotable("02/30/2026"), quotable("12.3o"), quotable("DOE, JANE 7"), quotable("ROE")
    ('02/30/2026', '12.3o', '…, … 7', '')
    """
    text = str(value)
    if _AMOUNT.fullmatch(text):
        return text
    shown = _RUN.sub(_harmless, text)
    return shown if LEFT_OUT not in shown or any(sign.isdigit() for sign in shown) else ""


def _harmless(run: re.Match[str]) -> str:
    text = run[0]
    if len(text) > _LONGEST:
        return LEFT_OUT
    if any(sign.isdigit() for sign in text) or len(text) == 1 or text.casefold() in _HARMLESS:
        return text
    return LEFT_OUT if _WORD.fullmatch(text) else text
