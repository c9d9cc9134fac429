"""What a row of a ledger is, by the words of its type: a table of words says what each becomes."""

from collections.abc import Iterable
from csv import DictReader
from functools import cache
from importlib.resources import files

from medoffice_xl.readers.heading_words import words
from medoffice_xl.readers.totals import is_total

LEFT_OUT = "left out"
"""Transfers of what is owed from one to another, notes, balances brought forward: no money moves."""

CHARGE = "charge"
REVERSED = " reversed"
"""Said after what a row takes back."""

NEARLY_ALL = 0.8
"""Cells of a column that must be known types, of all."""


@cache
def _table() -> tuple[dict[str, str], tuple[tuple[frozenset[str], str], ...]]:
    """What cells become that say a word and nothing else, and what words among others make of a cell, first of all."""
    text = files("medoffice_xl.readers.pm_export").joinpath("published/transaction_words.csv").read_text("utf-8")
    rows = list(DictReader(text.splitlines()))
    return (
        {row["words"]: row["becomes"] for row in rows if row["whole"] == "yes"},
        tuple((frozenset(words(row["words"])), row["becomes"]) for row in rows if row["whole"] != "yes"),
    )


def becomes(cell: str) -> str:
    """What a row of this type becomes; "" where no word is known.

    >>> becomes("Ins Pmt - ERA"), becomes("TRANSFERIN"), becomes("Contractual W/O"), becomes("Office visit")
    ('insurance payment', 'left out', 'contractual adjustment', '')
    """
    return _known(cell)[1]


def known_words(cell: str) -> str:
    """The words by which a row is known, as the table has them: the cell itself may hold a name."""
    return _known(cell)[0]


@cache
def _known(cell: str) -> tuple[str, str]:
    whole, among = _table()
    alone = cell.strip().casefold()
    if alone in whole:
        return alone, whole[alone]
    said = frozenset(words(cell))
    return next(((" ".join(sorted(needed)), kind) for needed, kind in among if needed <= said), ("", ""))


@cache
def _letters() -> dict[str, dict[str, str]]:
    """By system, what its letters for types say in words.

    Medisoft: the transaction types of its help (https://support.megaeasy.net/Home/medisoft-tutorials/
    transaction-type-codes). A withhold is adjusted as sequestration is; a deductible (P) moves no money.
    """
    text = files("medoffice_xl.readers.pm_export").joinpath("published/type_letters.csv").read_text("utf-8")
    systems: dict[str, dict[str, str]] = {}
    for row in DictReader(text.splitlines()):
        systems.setdefault(row["system"], {})[row["letter"]] = row["words"]
    return systems


def letters_in_words(cells: Iterable[str]) -> dict[str, str]:
    """What letters of one system mean, in words; empty where they may be anybody's.

    >>> letters_in_words(["A", "I", "T"])["T"], letters_in_words(["C", "P", "A"])
    ('insurance adjustment', {})
    """
    used = {cell.strip().upper() for cell in cells} - {""}
    if not used or all(becomes(cell) for cell in used):
        return {}
    return next((letters for letters in _letters().values() if used <= letters.keys()), {})


def is_ledger(cells: Iterable[str], marked: float = NEARLY_ALL) -> bool:
    """Whether a column tells rows apart: a share of its cells (`marked`) are known types, and not all are charges."""
    kinds = [becomes(cell) for cell in cells if cell and not is_total(cell)]
    known = [kind for kind in kinds if kind]
    return bool(kinds) and len(known) >= marked * len(kinds) and bool({*known} - {CHARGE, f"{CHARGE}{REVERSED}"})
