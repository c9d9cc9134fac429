"""Columns of money posted that say what others say: the same under two headings, a charge's running total on each of
its payments, a payment parted by its method beside the same parted by its payer, a total beside its parts.

Each amount is taken once, and only what the amounts bear out is taken for said again. What a column that is left out
says beyond the one that stays is told.
"""

from collections.abc import Iterator, Sequence

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.heading_words import words
from medoffice_xl.readers.pm_export.added_up import without_totals
from medoffice_xl.readers.pm_export.columns import field_of
from medoffice_xl.readers.pm_export.layout import Layout

_SAYS_POSTED = frozenset({"payment", "applied", "amount", "total", "charge", "adjustment", "insurance"})
"""Words that two headings of the same money may differ by: `Insurance Paid Amount`, `Charge Insurance Payments`."""

_METHODS = frozenset({"check", "eft", "card"})
_INSURERS = ("ins_paid", "sec_paid", "ter_paid")
_PATIENTS = "pat_paid"
_ALL_OF_PATIENT = frozenset({"patient", "guarantor"})
"""What a heading of all that patients paid says beside the words of posting: a copay or cash is a part of it."""

_MOSTLY = 0.5
"""On how many of the lines a charge's running total is the money listed: a list of one month lacks the rest."""


def said_once(
    file: str, layout: Layout, charges: pd.DataFrame, posted: pd.DataFrame, names: Sequence[str]
) -> tuple[pd.DataFrame, list[str], list[Problem]]:
    """The money posted (`names`, of the rows of `charges`) less what is said again; the names that stay.

    A list of money without charges has a line for each row; `charge_line` is then the charge that it names.
    """
    line_id = "charge_line" if "charge_line" in charges else "line_id"
    line = charges.groupby(["claim_id", line_id], sort=False).ngroup()
    posted = _totals_once(layout, line, posted, names)
    sums = posted[[*names]].fillna(0).groupby(line).sum()
    # Columns that a total adds up are not the same money; columns said twice only add up once one of them is gone.
    names, parted, problems = without_totals(file, layout, posted, names)
    kept: list[str] = []
    for name in sorted(names, key=lambda name: _rank(layout, name)):
        others = [other for other in kept if not _add_up(parted, name, other)]
        said = next((other for other in others if _same_money(layout, sums, name, other)), None)
        if said is None:
            kept.append(name)
            continue
        problems.append(_told(file, layout, [name], [said], sums))
    for methods, by_payer in _by_method(layout, kept):
        if methods[0] in kept and _agreeing(sums, methods, by_payer) == 1:
            problems.append(_told(file, layout, methods, by_payer, sums))
            kept = [name for name in kept if name not in methods]
    kept, _, told = without_totals(file, layout, posted, [name for name in names if name in kept])
    return posted, kept, [*problems, *told, *_maybe_twice(file, layout, kept, sums, parted)]


def _add_up(parted: Sequence[Sequence[str]], name: str, other: str) -> bool:
    """Whether a total has both for its parts."""
    return any(name in parts and other in parts for parts in parted)


def _heading(layout: Layout, name: str) -> set[str]:
    return {*words(layout.headings[layout.of_key(name)])}


def _of_charge(layout: Layout, name: str) -> bool:
    """Whether a heading says that its amount is the charge's: `Charge Insurance Payments`."""
    return words(layout.headings[layout.of_key(name)])[:1] == ("charge",)


def _rank(layout: Layout, name: str) -> tuple[bool, bool]:
    """What was applied to the line goes first, what the charge has in all last."""
    return _of_charge(layout, name), "applied" not in _heading(layout, name)


def _agreeing(sums: pd.DataFrame, ours: Sequence[str], theirs: Sequence[str]) -> float:
    """The share of the lines with any of this money on which both say the same; 1 where there is none."""
    one, other = sums[[*ours]].sum(axis=1), sums[[*theirs]].sum(axis=1)
    some = (one != 0) | (other != 0)
    return float((one == other)[some].mean()) if some.any() else 1.0


def _same_heading(layout: Layout, name: str, other: str) -> bool:
    """Whether two columns are of a field, and their headings the same but for words that say that money was posted."""
    bare, other_bare = (_heading(layout, each) - _SAYS_POSTED for each in (name, other))
    return field_of(name) == field_of(other) and bare == other_bare


def _same_money(layout: Layout, sums: pd.DataFrame, name: str, other: str) -> bool:
    """Whether two columns of a field say the same, in their headings and line by line; a running total on most."""
    if not _same_heading(layout, name, other):
        return False
    agreeing = _agreeing(sums, [name], [other])
    return agreeing >= _MOSTLY if _of_charge(layout, name) != _of_charge(layout, other) else agreeing == 1


def _by_method(layout: Layout, names: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Columns by method, with columns by payer that may say the same: a patient's card is no insurance's payment."""
    methods = [name for name in names if _heading(layout, name) & _METHODS]
    others = [name for name in names if name not in methods]
    insurers = [name for name in others if field_of(name) in _INSURERS]
    patients = [name for name in others if field_of(name) == _PATIENTS]
    of_patients = [name for name in methods if field_of(name) == _PATIENTS]
    of_all = [name for name in methods if name not in of_patients]
    whole = [name for name in patients if _heading(layout, name) - _SAYS_POSTED <= _ALL_OF_PATIENT]
    if of_patients and whole:
        yield of_patients, whole
    if of_all and insurers:
        yield of_all, insurers
    if of_all and patients and not any(field_of(name) in _INSURERS for name in of_all):
        yield of_all, [*insurers, *patients]


def _totals_once(layout: Layout, line: "pd.Series[int]", posted: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """A charge's own totals that stand on several of its rows, on the first of them alone."""
    own = [name for name in names if _of_charge(layout, name) and (posted[name].groupby(line).nunique() <= 1).all()]
    return posted.assign(**{name: posted[name].mask(line.where(posted[name].notna()).duplicated()) for name in own})


def _maybe_twice(
    file: str, layout: Layout, kept: Sequence[str], sums: pd.DataFrame, parted: Sequence[Sequence[str]]
) -> list[Problem]:
    """Columns that say the same on some lines, not on enough to be taken for the same: all count, and that is told."""
    problems = []
    alike = [pair for pair in _by_method(layout, kept) if _agreeing(sums, *pair) >= _MOSTLY]
    alike += [
        ([name], [other])
        for name in kept
        for other in kept
        if _of_charge(layout, name) and not _of_charge(layout, other)
        if _same_heading(layout, name, other) and not _add_up(parted, name, other)
        if _agreeing(sums, [name], [other]) > 0
    ]
    for ours, theirs in alike:
        one, other = _named(layout, ours), _named(layout, theirs)
        found = f"{one} and {other} say the same on some lines, on others not; all were posted."
        advice = f"If they are the same money, set {one} to nothing on the sheet Export columns."
        problems.append(Problem(Severity.MONEY, found, advice, file))
    return problems


def _named(layout: Layout, names: Sequence[str]) -> str:
    return " and ".join(f"“{layout.headings[layout.of_key(name)]}”" for name in names)


def _told(file: str, layout: Layout, gone: Sequence[str], stays: Sequence[str], sums: pd.DataFrame) -> Problem:
    left_out, taken = _named(layout, gone), _named(layout, stays)
    several = len(gone) > 1
    found = f"{left_out} {'say' if several else 'says'} what {taken} {'say' if len(stays) > 1 else 'says'}; "
    found += "they were taken once" if several else "it was taken once"
    apart = int((sums[[*gone]].sum(axis=1) - sums[[*stays]].sum(axis=1)).abs().sum())
    if not apart:
        return Problem(Severity.NOTE, f"{found}.", "Nothing to do.", file)
    found += f", as {taken}; line by line the two are {show(apart)} apart."
    advice = f"If {left_out} {'are' if several else 'is'} right, set {taken} to nothing on the sheet Export columns."
    return Problem(Severity.MONEY, found, advice, file)
