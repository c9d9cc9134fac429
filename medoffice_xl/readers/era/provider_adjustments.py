"""Provider adjustments (PLB): up to six pairs of a reason, with its reference, and an amount.

They are few, and any place of a pair may be empty, so they are read segment by segment: a pair that says anything at
all is a row, whatever else of it is missing.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa

from medoffice_xl.day_limits import within_limits
from medoffice_xl.money import MOST_CENTS, show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.era.columns import decoded

Element = bytes | list[bytes]

_FIRST_PAIR = 2
_SCHEMA = pa.schema(
    {
        "segment": pa.int64(),
        "payment": pa.int64(),
        "element": pa.int64(),
        "number": pa.int64(),
        "provider": pa.large_string(),
        "fiscal_date": pa.timestamp("us"),
        "reason": pa.large_string(),
        "reference": pa.large_string(),
        "amount": pa.int64(),
        "stated": pa.large_string(),
    }
)
_MEMBER_ID = re.compile(r"\b[1-9][A-Z][A-Z0-9]\d[A-Z][A-Z0-9]\d[A-Z]{2}\d\d\b")
"""A Medicare beneficiary's number, which Medicare puts behind the claim's in a reference; it is not kept."""
_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)", re.ASCII)
_LETTER = re.compile(r"[^\W\d_]")
"""Where an amount holds letters a segment may have lost its end: what stands there is not quoted."""


def provider_adjustments(segments: Sequence[tuple[int, int, Sequence[Element]]]) -> pa.Table:
    """A row for each pair of the segments, given as (segment number, payment, elements after PLB).

    `number` counts the pairs of a payment from 1, `element` is where the pair stands; `amount` is in cents, null where
    `stated` is none.
    """
    rows: list[dict[str, Any]] = []
    numbers: dict[int, int] = {}
    for segment, payment, elements in segments:
        provider, fiscal = (_text(each) for each in _padded(elements, _FIRST_PAIR)[:_FIRST_PAIR])
        for at in range(_FIRST_PAIR, len(elements), 2):
            named, stated = _padded(elements[at : at + 2], 2)
            reason, reference = _parts(named)
            if not (reason or reference or _text(stated)):
                continue
            numbers[payment] = numbers.get(payment, 0) + 1
            rows.append(
                {
                    "segment": segment,
                    "payment": payment,
                    "element": at + 1,
                    "number": numbers[payment],
                    "provider": provider,
                    "fiscal_date": _day(fiscal),
                    "reason": reason,
                    "reference": " ".join(_MEMBER_ID.sub("", reference).split()),
                    "amount": _cents(_text(stated)),
                    "stated": _text(stated),
                }
            )
    return pa.Table.from_pylist(rows, schema=_SCHEMA)


def holes(table: pa.Table, file: str) -> Iterator[Problem]:
    """Pairs that lack a reason or an amount, each named with what it does say."""
    for row in table.to_pylist():
        element = f"PLB{row['element']:02d}"
        named = ":".join(filter(None, (row["reason"], row["reference"])))
        if row["amount"] is None:
            state = "an amount that is none in dollars and cents" if row["stated"] else "no amount"
            yield Problem(
                Severity.MONEY,
                f"The provider adjustment {named or 'without a reason'} has {state}; it counts as nothing in the "
                "balance of the check or EFT.",
                "Take the amount from the paper or portal remittance and ask the payer for a corrected file.",
                file,
                row["segment"],
                f"PLB{row['element'] + 1:02d}",
                "" if _LETTER.search(row["stated"]) else row["stated"],
            )
        elif not row["reason"]:
            yield Problem(
                Severity.MONEY,
                f"A provider adjustment of {show(row['amount'])} has no reason; it counts in the balance of the check "
                "or EFT.",
                "Ask the payer what the amount was taken or paid for.",
                file,
                row["segment"],
                element,
                show(row["amount"]),
            )


def _padded(elements: Sequence[Element], length: int) -> list[Element]:
    return [*elements, *[b""] * (length - len(elements))]


def _parts(named: Element) -> tuple[str, str]:
    """Reason and reference."""
    if isinstance(named, bytes):
        return decoded(named), ""
    reason, *reference = (decoded(part) for part in named)
    return reason, " ".join(part for part in reference if part)


def _text(element: Element) -> str:
    return decoded(element) if isinstance(element, bytes) else " ".join(decoded(part) for part in element if part)


def _day(text: str) -> datetime | None:
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:])) if len(text) == 8 else None
    except ValueError:
        return None
    return None if day is None or not within_limits(day) else datetime(day.year, day.month, day.day)


def _cents(text: str) -> int | None:
    if not _NUMBER.fullmatch(text):
        return None
    cents = Decimal(text) * 100
    return int(cents) if cents == cents.to_integral_value() and abs(cents) <= MOST_CENTS else None
