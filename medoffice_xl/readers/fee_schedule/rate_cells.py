"""One cell of rates: an amount for a unit, or a word for why there is none."""

import re
from dataclasses import dataclass

from medoffice_xl.blanks import as_seen, trimmed
from medoffice_xl.readers.amounts import nanos
from medoffice_xl.readers.sheets import Cell
from medoffice_xl.tables.fee_schedules import BY_REPORT, NOT_COVERED

MARKS = r"*†‡§¶^~°#¹²³⁴⁵⁶⁷⁸⁹⁰"
"""Footnote marks that stand beside a code or a rate."""

_WORDS: dict[str, str] = {
    **dict.fromkeys(
        ("br", "by report", "byreport", "report", "by rpt", "ic", "individual consideration", "ind consid", "manual",
         "manual price", "manual pricing", "manually priced", "manual review", "priced manually", "mp", "cp",
         "carrier priced", "contractor priced", "individually priced", "invoice", "per invoice", "invoice cost",
         "by invoice", "by review", "special review", "rne", "relativity not established", "pricing by report",
         "by documentation"),
        BY_REPORT,
    ),
    **dict.fromkeys(
        ("nc", "not covered", "noncovered", "non covered", "not a benefit", "not payable", "not reimbursable",
         "not reimbursed", "not allowed", "excluded", "no coverage", "bundled", "included", "incl",
         "not separately paid", "not separately payable", "not separately reimbursed"),
        NOT_COVERED,
    ),
    **dict.fromkeys(("na", "not applicable", "none", "null", "nil", "no rate", "not rated"), ""),
}  # fmt: skip

_SHARE = re.compile(r"(?i)(poc|%)\s*\d+(\.\d+)?|\d+(\.\d+)?\s*(%|percent\b|pct\b).*")
_FOOTNOTE = re.compile(r"(?<=\d)\s*[(\[][A-Za-z0-9]{1,2}[)\]]$")
_PER_UNIT = re.compile(r"(?i)\s*(/|\bper\b)\s*(unit|each|ea|15\s*min(ute)?s?)\.?$|\s+(each|ea)\.?$")


@dataclass(frozen=True, slots=True)
class Rate:
    """Nano-dollars a unit, or why there are none: by report, not covered; both empty where the cell says nothing."""

    nanos: int | None = None
    basis: str = ""


class IsShare(ValueError):
    """The cell is a share of the charge, not an amount."""


def rate_of(cell: Cell, comma: bool = False) -> Rate:
    """The rate of a cell. Raises ValueError where it is none, IsShare where it is a share of the charge.

    >>> rate_of("$0.054"), rate_of("B.R."), rate_of("174.35*").nanos
    (Rate(nanos=54000000, basis=''), Rate(nanos=None, basis='by report'), 174350000000)
    """
    if not isinstance(cell, str):
        return Rate() if cell is None else Rate(nanos(cell))
    text = _FOOTNOTE.sub("", trimmed(as_seen(cell)).strip(MARKS + " ")).strip(MARKS + " ")
    if not text:
        return Rate()
    word = re.sub(r"[\W_]+", " ", text.casefold()).strip()
    known = _WORDS.get(word, _WORDS.get(word.replace(" ", "")))
    if known is not None:
        return Rate(basis=known)
    if _SHARE.fullmatch(text):
        raise IsShare(cell)
    return Rate(nanos(_PER_UNIT.sub("", text), comma))


def is_rate(cell: Cell) -> bool:
    """Whether a cell reads as a rate, or as a word for none; empty cells are neither."""
    if cell is None or cell == "":
        return False
    try:
        rate_of(cell)
    except IsShare:
        return True
    except (ValueError, ArithmeticError):
        try:
            return rate_of(cell, comma=True).nanos is not None
        except (ValueError, ArithmeticError):
            return False
    return True
