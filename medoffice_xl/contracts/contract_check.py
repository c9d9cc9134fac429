"""Contract rows that cannot be meant as they stand: each a problem with what to do, none mended."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from medoffice_xl.contracts.codes import bad_ranges, read_places
from medoffice_xl.contracts.payer_names import PayerNames
from medoffice_xl.contracts.terms import SHARES, read_steps
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.tables import CONTRACTS
from medoffice_xl.tables.thresholds import Threshold

SHEET = CONTRACTS.sheet
HIGHEST = Threshold(
    "Highest share of a contract", "5", "%",
    "A share above it is taken for a percent typed as a plain number, 115 for 1.15: the contract is not used until it "
    "is corrected.",
)  # fmt: skip
LOWEST = Threshold(
    "Lowest percent of a contract", "0.05", "%",
    "A percent of Medicare or of charges below it is taken for 1.15 typed into a cell that shows percents: the "
    "contract is not used until it is corrected.",
)  # fmt: skip

_NEEDS = {
    "% of Medicare": "percent",
    "% of charges": "percent",
    "ASP + %": "percent",
    "case rate": "amount",
    "per diem": "amount",
    "conversion factor": "factor",
}


def check_contracts(contracts: pd.DataFrame, names: PayerNames, judged: InForce) -> tuple[pd.DataFrame, list[Problem]]:
    """The rows that can be used, and a problem for everything wrong with the others. Row 2 is the first row."""
    problems: list[Problem] = []
    usable: list[bool] = []
    for place, (_, row) in enumerate(contracts.iterrows()):
        found = list(_wrong(row, place + 2, judged))
        usable.append(not found)
        problems += found
        if names.listed and row["payer"] and names.find(row["payer"]) < 0:
            problems.append(
                _problem(place + 2, "payer", row["payer"], "The payer is not on the payer list.",
                         "Add it there, with the names that remittances use.", Severity.NOTE)
            )  # fmt: skip
    return contracts[pd.Series(usable, index=contracts.index, dtype=bool)], problems


def _wrong(row: "pd.Series[Any]", line: int, judged: InForce) -> Iterator[Problem]:
    method = str(row["method"])
    if not row["payer"]:
        yield _problem(line, "payer", "", "The contract has no payer.", "Fill in the payer.")
    if pd.isna(row["effective"]):
        yield _problem(line, "effective", "", "The contract has no first day.", "Fill in the day it took effect.")
    elif pd.notna(row["termination"]) and row["termination"] < row["effective"]:
        yield _problem(line, "termination", f"{row['termination']:%Y-%m-%d}", "The contract ends before it begins.",
                       "Correct one of the two days.")  # fmt: skip
    if method not in CONTRACTS["method"].choices:
        yield _problem(line, "method", method, "The method is not one of the list.",
                       f"Choose one: {', '.join(CONTRACTS['method'].choices)}.")  # fmt: skip
    needed = _NEEDS.get(method)
    if needed and pd.isna(row[needed]):
        yield _problem(line, needed, "", f"The method “{method}” needs this field.", "Fill it in.")
    for field in SHARES:
        yield from _wrong_share(row, line, field, judged)
    for part in bad_ranges(str(row["codes"])):
        yield _problem(line, "codes", part, "No code lies in this range.", "Write it as J0000-J9999.")
    for place in read_places(str(row["places"])):
        if not (place.isdigit() and len(place) == 2):
            yield _problem(line, "places", place, "This is no place of service.", "Write them as 02; 10.")
    yield from _wrong_steps(row, line)


def _wrong_share(row: "pd.Series[Any]", line: int, field: str, judged: InForce) -> Iterator[Problem]:
    share = row[field]
    if pd.isna(share):
        return
    if share < 0:
        yield _problem(line, field, f"{share:g}", "A share cannot be negative.", "Correct it.")
    elif share > judged.share(HIGHEST):
        yield _problem(line, field, f"{share:g}", f"This means {share:,.0%}.",
                       f"If {share:g}% is meant, write {share / 100:g}.")  # fmt: skip
    elif field == "percent" and row["method"] in ("% of Medicare", "% of charges") and share < judged.share(LOWEST):
        yield _problem(line, field, f"{share:g}", f"This means {share:.2%}.",
                       f"If {share * 100:.0%} is meant, write {share * 100:g}.")  # fmt: skip


def _wrong_steps(row: "pd.Series[Any]", line: int) -> Iterator[Problem]:
    text = str(row["multiple_steps"])
    try:
        steps, _ = read_steps(text)
    except ValueError:
        steps = []
    if text and (not steps or max(steps) > 100):
        yield _problem(line, "multiple_steps", text, "These are not percents by rank.", "Write them as 100/50/25.")


def overlaps(rows: pd.DataFrame, key: list[str]) -> list[tuple[int, int]]:
    """Pairs of row positions with the same key and a day in common."""
    last = rows["termination"].fillna(pd.Timestamp(2328, 1, 1))
    pairs = []
    for places in rows.reset_index(drop=True).groupby(key, sort=False, dropna=False).indices.values():
        ordered = sorted(places, key=lambda place: rows["effective"].iloc[place])
        furthest = ordered[0]
        for place in ordered[1:]:
            if rows["effective"].iloc[place] <= last.iloc[furthest]:
                pairs.append((furthest, place))
            if last.iloc[place] > last.iloc[furthest]:
                furthest = place
    return pairs


def overlap_problems(rows: pd.DataFrame, pairs: list[tuple[int, int]]) -> list[Problem]:
    """One problem a pair of contracts in force on the same day."""
    return [
        _problem(
            int(rows.index[second]) + 2,
            "effective",
            f"{rows['effective'].iloc[second]:%Y-%m-%d}",
            f"Two contracts of {rows['payer'].iloc[second]} cover the same days: rows {int(rows.index[first]) + 2} "
            f"and {int(rows.index[second]) + 2}. Lines of these days are not priced.",
            "End the earlier one the day before the later one begins.",
        )
        for first, second in pairs
    ]


def _problem(line: int, field: str, value: str, what: str, advice: str, severity: Severity = Severity.MONEY) -> Problem:
    return Problem(severity, what, advice, SHEET, line, CONTRACTS[field].header, value)


def unknown_laws(contracts: pd.DataFrame, laws: pd.DataFrame) -> list[Problem]:
    """Contracts that name a law of which nothing is known; their claims owe interest by their own words alone."""
    known = sorted({*laws["law"]})
    advice = f"Choose one of {', '.join(known)}, or add it there with its days, interest and source."
    return [
        _problem(line, "law", law, "No such row on Prompt pay laws; nothing is owed by it.", advice, Severity.DATA)
        for line, law in zip((contracts.index + 2).tolist(), contracts["law"].tolist(), strict=True)
        if law and law not in known
    ]
