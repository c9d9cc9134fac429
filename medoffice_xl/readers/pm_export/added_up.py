"""Columns of money posted that only add up others: Receipts, Total paid, Total adjustment."""

from collections.abc import Sequence

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.heading_words import words
from medoffice_xl.readers.pm_export.columns import field_of
from medoffice_xl.readers.pm_export.layout import Layout

_PARTS = {
    "paid": ("ins_paid", "sec_paid", "ter_paid", "pat_paid"),
    "adj": ("contractual_adj", "other_adj"),
}
_OF_INSURANCE = ("ins_paid", "sec_paid", "ter_paid")


def without_totals(
    file: str, layout: Layout, posted: pd.DataFrame, names: Sequence[str]
) -> tuple[list[str], list[list[str]], list[Problem]]:
    """The names less the columns that only add up others, the parts of each of those; what they say beyond is told."""
    kept = list(names)
    parted: list[list[str]] = []
    problems: list[Problem] = []
    for name in names:
        parts = next((parts for parts in _may_add_up(layout, kept, name) if _adds_up(posted, name, parts)), None)
        if parts is None:
            continue
        kept.remove(name)
        parted.append(parts)
        problems.append(_told(file, layout.headings[layout.of_key(name)], _rest(posted, name, parts)))
    return kept, parted, problems


def _may_add_up(layout: Layout, names: Sequence[str], name: str) -> list[list[str]]:
    """The columns whose sum a column may be: those of its parts' fields; of a total, those of its own kind too."""
    field = field_of(name)
    parts = [other for other in names if field_of(other) in _PARTS.get(field, ())]
    may = [parts] if parts else []
    if not _is_total(layout, name):
        return may
    alike = _OF_INSURANCE if field in _OF_INSURANCE else (field,)
    own = [other for other in names if field_of(other) in alike and other != name and not _is_total(layout, other)]
    return [*may, own] if len(own) > 1 else may


def _is_total(layout: Layout, name: str) -> bool:
    return "total" in words(layout.headings[layout.of_key(name)])


def _rest(posted: pd.DataFrame, name: str, parts: Sequence[str]) -> "pd.Series[int]":
    return posted[name].fillna(0) - posted[[*parts]].fillna(0).sum(axis=1)


def _adds_up(posted: pd.DataFrame, name: str, parts: Sequence[str]) -> bool:
    """A total is never less than its parts, and is them on most of the lines that have any."""
    rest = _rest(posted, name, parts)
    has_parts = posted[[*parts]].fillna(0).sum(axis=1) != 0
    is_them = ((rest == 0) | (posted[name].fillna(0) == 0))[has_parts]
    return not is_them.empty and bool(is_them.mean() > 0.5) and not bool((rest < 0).any())


def _told(file: str, heading: str, rest: "pd.Series[int]") -> Problem:
    left = int(rest.sum())
    return Problem(
        Severity.MONEY if left else Severity.NOTE,
        f"“{heading}” adds up other columns and was left out"
        + (f"; {show(left)} of it is in none of them and was not posted." if left else "."),
        "Export the column that holds the rest too." if left else "Nothing to do.",
        file,
        column=heading,
    )
