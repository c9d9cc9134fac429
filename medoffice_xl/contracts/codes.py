"""Codes and ranges of codes, as a contract row names them."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt


def in_codes(listed: str, codes: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which of `codes` are in `J0000-J9999; Q5101`.

    >>> in_codes("J0000-J9999; Q5101", ["J1100", "Q5101", "G0438"]).tolist()
    [True, True, False]
    """
    found = np.zeros(len(codes), dtype=bool)
    texts = np.asarray(codes, dtype="str")
    for part in listed.upper().replace(",", ";").split(";"):
        first, _, last = (end.strip() for end in part.partition("-"))
        if first:
            found |= (texts >= first) & (texts <= (last or first))
    return found


def bad_ranges(listed: str) -> list[str]:
    """Parts of the list that no code can be in: a range that runs backwards or across lengths."""
    ranges = [part.strip() for part in listed.replace(",", ";").split(";") if "-" in part]
    return [part for part in ranges if len(part.split("-")) != 2 or _backwards(*part.split("-"))]


def _backwards(first: str, last: str) -> bool:
    return len(first.strip()) != len(last.strip()) or first.strip() > last.strip()
