"""Payers go by many names. A known other name becomes the payer's own; an unknown one is reported, never merged."""

from collections.abc import Callable, Mapping

import pandas as pd

from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.plain_name import plain_name
from medoffice_xl.problems import Problem, Severity

NOT_PAYERS = frozenset({"", "patient", "self", "self-pay", "self pay", "selfpay"})
"""What stands where a payer could, and is none."""


def name_payers(
    tables: Mapping[str, pd.DataFrame], payers: pd.DataFrame, file: str
) -> tuple[dict[str, pd.DataFrame], list[Problem]]:
    """The tables with each payer under its own name, and a problem for each name the payer list does not know."""
    names = _known_names(payers)
    unknown: dict[str, int] = {}
    named: dict[str, pd.DataFrame] = {}
    for table, frame in tables.items():
        if "payer" not in frame.columns:
            named[table] = frame
            continue
        counts = frame["payer"].value_counts()
        own = {name: names.get(plain_name(name), name) for name in counts.index}
        as_they_stand = all(name == each for name, each in own.items())
        named[table] = frame if as_they_stand else frame.assign(payer=frame["payer"].map(own).astype("str"))
        for name, rows in counts.items():
            if plain_name(name) not in names and plain_name(name) not in NOT_PAYERS:
                unknown[str(name)] = max(unknown.get(str(name), 0), int(rows))
    return named, [_unknown(file, name, rows, payers["payer"].tolist(), names) for name, rows in unknown.items()]


def own_names(payers: pd.DataFrame) -> Callable[[str], str]:
    """A payer's own name on the list, for any name; a name that is not known is its own."""
    names = _known_names(payers)
    return lambda name: names.get(plain_name(name), name)


def _known_names(payers: pd.DataFrame) -> dict[str, str]:
    """Every name on the list, plain, to the payer's own name. A name two payers claim belongs to neither."""
    names: dict[str, str] = {}
    claimed_twice: set[str] = set()
    for own, aliases in zip(payers["payer"], payers["aliases"], strict=True):
        for name in {plain_name(alias) for alias in str(aliases).split(";")} - {""}:
            if names.setdefault(name, own) != own:
                claimed_twice.add(name)
    kept = {name: own for name, own in names.items() if name not in claimed_twice}
    return kept | {plain_name(own): own for own in payers["payer"]}


def _unknown(file: str, name: str, rows: int, owners: list[str], names: Mapping[str, str]) -> Problem:
    near = did_you_mean(plain_name(name), names, 1)
    if near:
        owner = names[near[0]]
        advice = f"If it is {owner}, add “{name}” to its other names on the payer list and import again."
    elif owners:
        advice = "Add it to the payer list, or to the other names of the payer it is."
    else:
        advice = "The payer list is empty: add the payers the practice deals with."
    found = f"The payer is not on the payer list ({rows:,} rows); the name was kept as it is."
    return Problem(Severity.DATA if near else Severity.NOTE, found, advice, file, column="payer", value=name)
