"""A column of the voucher check's result: its name, what it holds and what it says."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class CheckColumn:
    """One column, one place a remitted line: whole numbers (cents, days, thousandths, codes) or yes and no."""

    name: str
    holds: Literal["int64", "bool"]
    doc: str


def cents(name: str, doc: str) -> CheckColumn:
    """A column of money."""
    return CheckColumn(name, "int64", doc)


def whole(name: str, doc: str) -> CheckColumn:
    """A column of whole numbers that are no money."""
    return CheckColumn(name, "int64", doc)


def flag(name: str, doc: str) -> CheckColumn:
    """A column of yes and no."""
    return CheckColumn(name, "bool", doc)
