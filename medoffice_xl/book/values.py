"""A value as the XML of its cell. Text is always text: nothing here can become a formula."""

import math
import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from xml.sax.saxutils import escape

from medoffice_xl.errors import BookError
from medoffice_xl.files.limits import LONGEST_TEXT

STORED_ERRORS = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"})
"""Error values that a cell may hold in a file; newer ones exist only while Excel runs."""

_EPOCH = datetime(1899, 12, 30)
_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL = re.compile(r"[^!#-%'-;=?-^`-~\u00a1-\ud7ff]")
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class CellError:
    """An error value, such as #N/A."""

    code: str


Value = float | int | str | bool | date | datetime | CellError | None


def serial(day: date) -> float:
    """A day or moment as a spreadsheet counts them (right from 1 March 1900 on).

    >>> serial(date(2026, 6, 30))
    46203
    """
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
    elapsed = moment.replace(tzinfo=None) - _EPOCH
    return elapsed.days + elapsed.seconds / 86_400 if elapsed.seconds else elapsed.days


def number_text(value: float) -> str:
    """A number, exact to the last bit; raises ValueError for what no cell can hold."""
    if not math.isfinite(value):
        raise ValueError(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def text_xml(value: str) -> str:
    """Text as a <t> element: spaces kept, and characters that XML cannot hold written as Excel writes them."""
    if len(value) > LONGEST_TEXT:
        raise BookError(f"A text of {len(value):,} characters does not fit into a cell (“{value[:40]}…”). Shorten it.")
    space = ' xml:space="preserve"' if value != value.strip() or "\n" in value else ""
    return f"<t{space}>{plain_xml(value)}</t>"


def is_plain(texts: Collection[str]) -> bool:
    """Whether each of these texts, as it is, is its own XML."""
    return not _SPECIAL.search("".join(texts)) and max(map(len, texts), default=0) <= LONGEST_TEXT


def plain_xml(value: str) -> str:
    """Text between tags."""
    kept = _ESCAPED.sub("_x005F_", value)
    return escape(_UNSAFE.sub(lambda sign: f"_x{ord(sign[0]):04X}_", kept))


def cell_xml(attributes: str, value: Value, formula: str = "") -> str:
    """A cell: `attributes` are its address and style, `formula` its <f> element, if it has one."""
    match value:
        case None if not formula:
            return f"<c {attributes}/>"
        case None:
            return f"<c {attributes}>{formula}</c>"
        case bool():
            kind, content = ' t="b"', f"<v>{int(value)}</v>"
        case str() if formula:
            kind, content = ' t="str"', f"<v>{plain_xml(value)}</v>"
        case str():
            kind, content = ' t="inlineStr"', f"<is>{text_xml(value)}</is>"
        case CellError(code):
            kind, content = ' t="e"', f"<v>{escape(code if code in STORED_ERRORS else '#VALUE!')}</v>"
        case date():
            kind, content = "", f"<v>{number_text(serial(value))}</v>"
        case _:
            kind, content = "", f"<v>{number_text(value)}</v>"
    return f"<c {attributes}{kind}>{formula}{content}</c>"
