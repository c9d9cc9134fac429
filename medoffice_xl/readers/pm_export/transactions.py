"""What a row of a ledger is, by the words of its type: a table of words says what each becomes."""

from collections.abc import Iterable
from csv import DictReader
from functools import cache
from importlib.resources import files

from medoffice_xl.readers.heading_words import words

LEFT_OUT = "left out"
"""Transfers of what is owed from one to another, notes, balances brought forward: no money moves."""

CHARGE = "charge"
REVERSED = " reversed"
"""Said after what a row takes back."""

_MARKED = 0.8


@cache
def _table() -> tuple[tuple[frozenset[str], str, bool], ...]:
    """The words, what they become, and whether a cell must say nothing else; the first row that fits counts."""
    text = files("medoffice_xl.readers.pm_export").joinpath("published/transaction_words.csv").read_text("utf-8")
    return tuple(
        (frozenset(words(row["words"])), row["becomes"], row["whole"] == "yes") for row in DictReader(text.splitlines())
    )


@cache
def becomes(cell: str) -> str:
    """What a row of this type becomes; "" where no word is known.

    >>> becomes("Ins Pmt - ERA"), becomes("TRANSFERIN"), becomes("Contractual W/O"), becomes("Office visit")
    ('insurance payment', 'left out', 'contractual adjustment', '')
    """
    said = frozenset(words(cell))
    for needed, kind, whole in _table():
        if needed == said or (needed <= said and not whole):
            return kind
    return ""


def is_ledger(cells: Iterable[str]) -> bool:
    """Whether a column tells rows apart: nearly every cell is a known type, and there is something beside charges."""
    kinds = [becomes(cell) for cell in cells if cell]
    known = [kind for kind in kinds if kind]
    return bool(kinds) and len(known) >= _MARKED * len(kinds) and bool({*known} - {CHARGE, f"{CHARGE}{REVERSED}"})
