"""Codes and ranges of codes, as rows of Contracts and Fee schedules name them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from medoffice_xl.contracts.did_you_mean import alike


def in_codes(listed: str, codes: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which of `codes` are in `J0000-J9999; Q5101`.

    >>> in_codes("J0000-J9999; Q5101", ["J1100", "Q5101", "G0438"]).tolist()
    [True, True, False]
    """
    found = np.zeros(len(codes), dtype=bool)
    texts = np.asarray(codes, dtype="str")
    for first, last in _ranges(listed):
        found |= (texts >= first) & (texts <= last)
    return found


def read_places(listed: str) -> list[str]:
    """The places of service of a list, as two digits.

    >>> read_places("2; 10")
    ['02', '10']
    """
    return [part.strip().zfill(2) for part in listed.replace(",", ";").split(";") if part.strip()]


def is_list(text: str) -> bool:
    """Whether a text names more than a code of its own: a range, or a list of codes and ranges."""
    return any(sign in text for sign in "-;,")


def width(listed: str) -> int:
    """How many codes a list can hold.

    >>> width("J1100-J1109; Q5101")
    11
    """
    return sum(_count(first, last) for first, last in _ranges(listed))


def _count(first: str, last: str) -> int:
    """Codes from first to last: digits count in tens, letters besides them in thirty-sixes."""
    same = alike(first, last)
    first, last = first[same:] or "0", last[same:] or "0"
    base = 10 if (first + last).isdigit() else 36
    return int(last, base) - int(first, base) + 1


def meet(one: str, other: str) -> bool:
    """Whether two lists have a code in common.

    >>> meet("J0000-J4999", "J2000-J6999"), meet("J0000-J4999", "Q0000-Q9999")
    (True, False)
    """
    return any(first <= ends and begins <= last for first, last in _ranges(one) for begins, ends in _ranges(other))


def _ranges(listed: str) -> list[tuple[str, str]]:
    parts = [part.partition("-") for part in listed.upper().replace(",", ";").split(";") if part.strip()]
    return [(first.strip(), last.strip() or first.strip()) for first, _, last in parts]


def bad_ranges(listed: str) -> list[str]:
    """Parts of the list that no code can be in: a range that runs backwards, across lengths or from no code."""
    ranges = [part.strip() for part in listed.replace(",", ";").split(";") if "-" in part]
    return [part for part in ranges if len(part.split("-")) != 2 or _no_range(*part.split("-"))]


def _no_range(first: str, last: str) -> bool:
    first, last = first.strip().upper(), last.strip().upper()
    return not (first.isalnum() and last.isalnum() and len(first) == len(last) and first <= last)
