"""The only door to ofxparse: a bank's OFX or QFX file as plain lines. Nothing of the library goes beyond it.

The library is unmaintained and trusts its input, so the file is measured first, its head (which may declare entities)
is left out, and whatever goes wrong inside is one refusal in words.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from warnings import catch_warnings, simplefilter

from medoffice_xl.errors import CannotRead
from medoffice_xl.files.limits import LARGEST_OFX, MOST_OFX_TAGS
from medoffice_xl.files.reading import read_whole
from medoffice_xl.money import MOST_CENTS

_BEGINS = re.compile(r"(?i)<OFX>")
_ZONE = re.compile(r"(?i)(<DT[A-Z]+>\d{8})[\d.]*(?:\[[^\]<]*\])?")
_AGAIN = "Download it again, or as CSV."


@dataclass(frozen=True, slots=True)
class OfxLine:
    """One line of a statement: cents are positive for money in."""

    account: str
    fitid: str
    day: date
    cents: int
    description: str
    kind: str
    check_number: str


@dataclass(frozen=True, slots=True)
class OfxFile:
    """The lines of a file, and how many could not be read."""

    lines: list[OfxLine]
    unreadable: int


def read_ofx(path: Path) -> OfxFile:
    """Every line of every account in the file. Raises CannotRead."""
    from ofxparse import OfxParser  # noqa: PLC0415  (only who has such a file needs it)

    content = _checked(path)
    try:
        with catch_warnings():
            simplefilter("ignore", DeprecationWarning)  # of the library's own use of bs4
            parsed = OfxParser.parse(BytesIO(content), fail_fast=False)
        accounts = list(parsed.accounts)
        lines = [_line(account, each) for account in accounts for each in account.statement.transactions]
        unreadable = sum(len(account.statement.discarded_entries) for account in accounts)
    except CannotRead:
        raise
    except Exception as error:
        # The library raises whatever its own steps meet: index, type, attribute and decimal errors among others.
        raise CannotRead(f"{path.name} is no OFX file that can be read ({type(error).__name__}). {_AGAIN}") from error
    if not accounts:
        raise CannotRead(f"{path.name} holds no account. {_AGAIN}")
    return OfxFile(lines, unreadable)


def _checked(path: Path) -> bytes:
    """The file from its first element on, as ASCII, without the times of its days: the day is as the bank writes it."""
    data = read_whole(path)
    if len(data) > LARGEST_OFX:
        raise CannotRead(f"{path.name} has {len(data):,} bytes; a bank's file has at most {LARGEST_OFX:,}. {_AGAIN}")
    if data.count(b"<") > MOST_OFX_TAGS:
        raise CannotRead(f"{path.name} has more than {MOST_OFX_TAGS:,} fields. Download a shorter span of time.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    begins = _BEGINS.search(text)
    if not begins or not re.search(r"(?i)</OFX>", text):
        raise CannotRead(f"{path.name} is cut off, or is no OFX file: it must run from <OFX> to </OFX>. {_AGAIN}")
    return _ZONE.sub(r"\1", text[begins.start() :]).encode("ascii", "xmlcharrefreplace")


def _line(account: object, each: object) -> OfxLine:
    amount = Decimal(str(each.amount)) * 100  # type: ignore[attr-defined]
    if amount != amount.to_integral_value():
        raise CannotRead(f"An amount has parts of a cent ({each.amount}). {_AGAIN}")  # type: ignore[attr-defined]
    if abs(amount) > MOST_CENTS:
        raise CannotRead(f"An amount is beyond what any account moves ({each.amount}). {_AGAIN}")  # type: ignore[attr-defined]
    said = [str(getattr(each, name, "") or "").strip() for name in ("payee", "memo")]
    return OfxLine(
        account=str(getattr(account, "account_id", "") or "")[-4:],
        fitid=str(each.id),  # type: ignore[attr-defined]
        day=each.date.date(),  # type: ignore[attr-defined]
        cents=int(amount),
        description=" ".join(dict.fromkeys(part for part in said if part)),
        kind=str(getattr(each, "type", "") or ""),
        check_number=str(getattr(each, "checknum", "") or ""),
    )
