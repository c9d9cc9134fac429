"""Columns of money posted that say what others say: the same under two headings, a charge's running total on each of
its payments, a payment parted by its method beside the same parted by its payer.

Each amount is taken once. What a column that is left out says beyond the one that stays is told.
"""

from collections.abc import Sequence

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.heading_words import words
from medoffice_xl.readers.pm_export.layout import Layout

_SAYS_POSTED = frozenset({"payment", "applied", "amount", "total", "charge", "adjustment", "insurance"})
"""Words that two headings of the same money may differ by: `Insurance Paid Amount`, `Charge Insurance Payments`."""

_METHODS = frozenset({"check", "eft", "card"})
_BY_PAYER = ("ins_paid", "sec_paid", "ter_paid", "pat_paid")


def said_once(
    file: str, layout: Layout, charges: pd.DataFrame, posted: pd.DataFrame, names: Sequence[str]
) -> tuple[pd.DataFrame, list[str], list[Problem]]:
    """The money posted (`names`, of the rows of `charges`) less what is said again; the names that stay."""
    line = charges.groupby(["claim_id", "line_id"], sort=False).ngroup()
    posted = _totals_once(layout, line, posted, names)
    kept: list[str] = []
    problems: list[Problem] = []
    for name in sorted(names, key=lambda name: _rank(layout, name)):
        said = next((other for other in kept if _same_money(layout, posted, line, name, other)), None)
        if said is None:
            kept.append(name)
            continue
        problems.append(_told(file, layout, [name], [said], posted))
    methods = [name for name in kept if _heading(layout, name) & _METHODS]
    by_payer = [name for name in kept if name not in methods and _field(name) in _BY_PAYER]
    if methods and by_payer:
        problems.append(_told(file, layout, methods, by_payer, posted))
        kept = [name for name in kept if name not in methods]
    return posted, [name for name in names if name in kept], problems


def _field(name: str) -> str:
    return name.split("#", maxsplit=1)[0]


def _heading(layout: Layout, name: str) -> set[str]:
    return {*words(layout.headings[layout.of_key(name)])}


def _of_charge(layout: Layout, name: str) -> bool:
    """Whether a heading says that its amount is the charge's: `Charge Insurance Payments`."""
    return words(layout.headings[layout.of_key(name)])[:1] == ("charge",)


def _rank(layout: Layout, name: str) -> tuple[bool, bool]:
    """What was applied to the line goes first, what the charge has in all last."""
    return _of_charge(layout, name), "applied" not in _heading(layout, name)


def _same_money(layout: Layout, posted: pd.DataFrame, line: "pd.Series[int]", name: str, other: str) -> bool:
    """Whether two columns of a field say the same: by what their headings say, or amount for amount by line."""
    if _field(name) != _field(other):
        return False
    if _heading(layout, name) - _SAYS_POSTED != _heading(layout, other) - _SAYS_POSTED:
        return False
    if _of_charge(layout, name) != _of_charge(layout, other):
        return True
    sums = posted[[name, other]].fillna(0).groupby(line).sum()
    return bool((sums[name] == sums[other]).all())


def _totals_once(layout: Layout, line: "pd.Series[int]", posted: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """A charge's own totals that stand on each of its rows, on the first of them alone."""
    again = line.duplicated()
    if not again.any():
        return posted
    own = [name for name in names if _of_charge(layout, name) and (posted[name].groupby(line).nunique() <= 1).all()]
    return posted.assign(**{name: posted[name].mask(again) for name in own})


def _told(file: str, layout: Layout, gone: Sequence[str], stays: Sequence[str], posted: pd.DataFrame) -> Problem:
    heading, others = (
        " and ".join(f"“{layout.headings[layout.of_key(name)]}”" for name in names) for names in (gone, stays)
    )
    beyond = int(posted[[*gone]].fillna(0).sum().sum()) - int(posted[[*stays]].fillna(0).sum().sum())
    verb = "say" if len(gone) > 1 else "says"
    found = f"{heading} {verb} what {others} {'say' if len(stays) > 1 else 'says'}; it was taken once"
    if not beyond:
        return Problem(Severity.NOTE, f"{found}.", "Nothing to do.", file)
    found += f", as {others}; the two are {show(abs(beyond))} apart, which was not posted."
    advice = "If the other column is right, set this one to nothing on the sheet Export columns."
    return Problem(Severity.MONEY, found, advice, file)
