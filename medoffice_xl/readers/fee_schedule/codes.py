"""The code and the modifiers of a rate, as payers write them: with footnote marks, words, ranges."""

import re
from collections.abc import Iterable

import pandas as pd

from medoffice_xl.blanks import as_seen, trimmed
from medoffice_xl.readers.fee_schedule.rate_cells import MARKS
from medoffice_xl.readers.sheets import Cell
from medoffice_xl.readers.typed import text

_FOOTNOTE = re.compile(r"\s*[(\[]\s*(\d{1,2}|[A-Za-z])\s*[)\]]$")
_CALLED = re.compile(r"(?i)^(cpt|hcpcs|cdt|code|proc)\b[\s:#.-]*(?=\w)")
_RANGE = re.compile(r"(?i)\s*(?:-|–|—|\bto\b|\bthru\b|\bthrough\b)\s*")
_ONE = r"(?=[A-Z0-9]*\d)[A-Z0-9]{2,11}"
_CODE = re.compile(rf"{_ONE}(-{_ONE})?(\s*[;,]\s*{_ONE}(-{_ONE})?)*")
_WITH_MODIFIERS = re.compile(r"[A-Z0-9]{5}([\s,/:;.-]+[A-Z0-9]{2}){1,4}")

_NO_MODIFIER = frozenset({"NONE", "N/A", "NA", "NULL", "GLOBAL", "GLB", "ALL", "ANY", "BLANK", "00", "ZZ"})
_MODIFIERS = {"PC": "26", "PROF": "26", "PROFESSIONAL": "26", "TECH": "TC", "TECHNICAL": "TC"}


def written_code(cell: Cell) -> str:
    """A code as it is meant: without footnote marks and what it is called, a range with a plain hyphen.

    >>> written_code("G0439 ##"), written_code("+G0444 (1)"), written_code("J0000 thru J9999"), written_code("g0438†")
    ('G0439', 'G0444', 'J0000-J9999', 'G0438')
    """
    bare = trimmed(as_seen(text(cell))).strip(f"{MARKS}+® ")
    bare = _FOOTNOTE.sub("", _CALLED.sub("", bare)).strip(f"{MARKS}+. ")
    parts = _RANGE.split(bare)
    joined = "-".join(parts) if len(parts) == 2 and len(parts[0]) == len(parts[1]) else bare
    return joined.upper()


def written_range(first: Cell, last: Cell) -> str:
    """A code, or the range that begins with it where a last code stands beside it.

    >>> written_range("J0000", "J9999"), written_range("J1100", ""), written_range("J1100", "J1100")
    ('J0000-J9999', 'J1100', 'J1100')
    """
    begins, ends = written_code(first), written_code(last)
    return f"{begins}-{ends}" if begins and ends and ends != begins else begins


def is_code(code: str) -> bool:
    """Whether this may be a code, a range or a list of codes, or a code with modifiers; a remark is none."""
    return bool(_CODE.fullmatch(code) or _WITH_MODIFIERS.fullmatch(code))


def lost_zeros(code: str) -> bool:
    """Whether a code lost its leading zeros: a procedure code has five characters."""
    return code.isdigit() and len(code) < 5


def joined_modifiers(columns: Iterable["pd.Series[str]"]) -> "pd.Series[str]":
    """The modifiers of each row in one text, parted by a blank; None, Global and their like are none.

    What is no modifier stays as it is.
    """
    first, *more = columns
    joined = first
    for column in more:
        joined = joined + " " + column
    known = {each: _modifiers(each) for each in joined.unique()}
    return joined.map(known).astype("str")


def are_modifiers(mods: str) -> bool:
    """Whether a text is nothing but modifiers."""
    return all(len(word) == 2 and word.isalnum() for word in mods.split())


def _modifiers(said: str) -> str:
    words = re.split(r"[\s,;:|+&]+|(?<=\w)/(?=\w{2,})", said.upper())
    found: list[str] = []
    for word in words:
        bare = word.strip(f"{MARKS}-–—_.()[]")
        if not bare or bare in _NO_MODIFIER:
            continue
        pairs = len(bare) in (4, 6, 8) and any(sign.isdigit() for sign in bare)
        found += re.findall("..", bare) if pairs else [_MODIFIERS.get(bare, bare)]
    return " ".join(found)
