"""Rows of Fee schedules that cannot be used as they stand: each a problem with what to do, none mended."""

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from medoffice_xl.contracts.codes import bad_ranges, is_list, meet, width
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import FEE_SCHEDULES

KEY = [name for name in FEE_SCHEDULES.key if name != "effective"]
"""What a rate is for; `effective` and `end` say when."""

OPEN = pd.Timestamp(2328, 1, 1)


def usable_rates(rates: pd.DataFrame, meant: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """The rates (table fee_schedules) that can price, and a problem for every other. Row 2 is the first row.

    `meant` is what the columns of `KEY` mean in each row: two rows may name one payer, code or modifiers in other
    words. Rows without a code or a first day were reported where they came in, and are passed over.
    """
    complete = rates[rates["effective"].notna() & (rates["code"] != "")]
    strange = complete["code"].isin([code for code in complete["code"].unique() if bad_ranges(code)])
    problems = [
        _problem(int(str(place)) + 2, "code", str(code), "No code lies in this range.", "Write it as J0000-J9999.")
        for place, code in complete["code"][strange].items()
    ]
    rated, unrated = _with_rates(complete[~strange])
    kept, overlaps = _without_overlaps(rated, meant.loc[rated.index])
    clashes = list(_clashes(kept))
    both = {place for pair in clashes for place in pair}
    problems += unrated + overlaps + [_clash(kept, *pair) for pair in clashes]
    return kept.drop(index=sorted(both)), problems


def _with_rates(rates: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """A row has an amount or says why it has none, and not both; an amount is not below zero."""
    amount, reason = rates["rate"].notna(), rates["basis"] != ""
    wrong = (
        (~amount & ~reason, "rate", "The row has no rate.", "Fill it in, or pick the rate basis."),
        (amount & reason, "basis", "The row has a rate and a reason to have none.", "Empty one of the two."),
        (reason & ~rates["basis"].isin(FEE_SCHEDULES["basis"].choices), "basis", "This is no rate basis.",
         "Pick one of the list."),
        ((rates["rate"] < 0).fillna(False), "rate", "The rate is below zero.", "Correct it."),
    )  # fmt: skip
    usable = pd.Series(True, rates.index)
    problems = []
    for rows, field, what, advice in wrong:
        problems += [
            _problem(int(str(place)) + 2, field, str(rates.at[place, "code"]), what, advice)
            for place in rates.index[rows & usable]
        ]
        usable &= ~rows
    return rates[usable], problems


def _without_overlaps(rates: pd.DataFrame, meant: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Rates of one key must not share a day: which of the two is right is for the user to say."""
    if not meant.duplicated(KEY).any():
        return rates, []
    of_key = meant.assign(effective=rates["effective"]).sort_values([*KEY, "effective"], kind="stable")
    same = (of_key[KEY] == of_key[KEY].shift()).all(axis=1)
    ordered = rates.loc[of_key.index]
    clash = same & (ordered["effective"] <= ordered["end"].fillna(OPEN).shift())
    if not clash.any():
        return rates, []
    both = clash | clash.shift(-1, fill_value=False)
    problems = [
        _problem(
            int(str(place)) + 2,
            "effective",
            f"{row['effective']:%Y-%m-%d}",
            f"{row['payer']} has two rates for {row['code']} {row['mods']}".rstrip()
            + " on the same days; neither is used.",
            "Give the earlier one a last day before the later one begins, or delete one.",
        )
        for place, row in ordered[clash].iterrows()
    ]
    return rates.loc[ordered.index[~both]], problems


def _clashes(rates: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """Pairs of ranges of one payer, equally wide, with codes and days in common: neither is the more specific."""
    ranges = rates[rates["code"].isin([code for code in rates["code"].unique() if is_list(code)])]
    if len(ranges) < 2:
        return
    others = [name for name in KEY if name != "code"]
    for _, group in ranges.groupby(others, sort=False):
        rows = list(zip(group.index, group["code"], group["effective"], group["end"].fillna(OPEN), strict=True))
        for (one, codes, first, last), (other, others_codes, begins, ends) in combinations(rows, 2):
            alike = codes != others_codes and width(codes) == width(others_codes) and meet(codes, others_codes)
            if alike and first <= ends and begins <= last:
                yield int(one), int(other)


def _clash(rates: pd.DataFrame, one: int, other: int) -> Problem:
    first, second = rates.loc[one], rates.loc[other]
    return _problem(
        other + 2,
        "code",
        str(second["code"]),
        f"{second['payer']} has two ranges of equal width with codes in common, {first['code']} (row {one + 2}) and "
        f"{second['code']}; neither is used.",
        "Part them, so that each code lies in one of them, or name the codes in common on rows of their own.",
    )


def _problem(line: int, field: str, value: str, what: str, advice: str) -> Problem:
    return Problem(Severity.MONEY, what, advice, FEE_SCHEDULES.sheet, line, FEE_SCHEDULES[field].header, value)
