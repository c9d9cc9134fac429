"""The periods of a fee schedule: two rates on one day are a mistake, a day without one is worth a note."""

from typing import Any

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.findings import NAMED, line_ranges
from medoffice_xl.tables import FEE_SCHEDULES

KEY = [name for name in FEE_SCHEDULES.key if name != "effective"]
"""What a rate is for; `effective` and `end` say when."""


def check_periods(file: str, rates: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Rates (with their `line`) less those that repeat a key and first day; and every overlap and gap.

    Of two rows for the same thing and day the first is kept. Overlapping periods are both kept and reported.
    """
    again = rates.duplicated([*KEY, "effective"])
    first = rates.groupby([*KEY, "effective"])["line"].transform("first")
    repeated = [
        Problem(
            Severity.DATA,
            f"The rate of {_named(row)} from this day is already on line {kept}; this row was not taken in.",
            "Keep the right one of the two.",
            file,
            int(row["line"]),
            "effective",
            f"{row['effective']:%Y-%m-%d}",
        )
        for (_, row), kept in zip(rates[again].iterrows(), first[again], strict=True)
    ]
    kept_rates = rates[~again]
    return kept_rates, _capped(file, repeated) + _neighbours(file, kept_rates)


def ended_by_the_next(file: str, rates: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Where a file gives no last day at all, a rate ends on the day before the next one for the same thing begins."""
    if rates.empty or rates["end"].notna().any():
        return rates, []
    ordered = rates.sort_values([*KEY, "effective"], kind="stable")
    following = ordered.groupby(KEY)["effective"].shift(-1)
    following = following.where(following > ordered["effective"])
    ended = int(following.notna().sum())
    if not ended:
        return rates, []
    last = (following - pd.Timedelta(days=1)).reindex(rates.index).astype("datetime64[us]")
    found = (
        f"{ended:,} rates end on the day before the next one for the same code begins, as the file gives no last days."
    )
    return rates.assign(end=last), [Problem(Severity.NOTE, found, "Nothing to do, if that is right.", file)]


def _neighbours(file: str, rates: pd.DataFrame) -> list[Problem]:
    """Each rate against the next one of its key."""
    ordered = rates.sort_values([*KEY, "effective"], kind="stable")
    following = ordered.groupby(KEY)[["effective", "line"]].shift(-1)
    has_next = following["effective"].notna()
    overlap = has_next & (ordered["end"].isna() | (ordered["end"] >= following["effective"]))
    gap = has_next & (ordered["end"] + pd.Timedelta(days=1) < following["effective"])
    problems = []
    for severity, rows, found, advice in (
        (Severity.DATA, overlap, "{} has two rates from {:%Y-%m-%d} on: here and on line {}.",
         "End the earlier rate on the day before the later one begins."),
        (Severity.NOTE, gap, "{} has no rate in the days before {:%Y-%m-%d} (line {}).",
         "Add the rate for these days, if the contract has one."),
    ):  # fmt: skip
        found_here = [
            Problem(
                severity,
                found.format(_named(row), after["effective"], int(after["line"])),
                advice,
                file,
                int(row["line"]),
                "end",
                "" if pd.isna(row["end"]) else f"{row['end']:%Y-%m-%d}",
            )
            for (_, row), (_, after) in zip(ordered[rows].iterrows(), following[rows].iterrows(), strict=True)
        ]
        problems += _capped(file, found_here)
    return problems


def _capped(file: str, problems: list[Problem]) -> list[Problem]:
    rest = [problem.line for problem in problems[NAMED:] if problem.line is not None]
    if not rest:
        return problems
    last = problems[NAMED]
    more = f"The same on {len(rest):,} more rows, lines {line_ranges(rest)}. The first of them: {last.problem}"
    return [*problems[:NAMED], Problem(last.severity, more, last.advice, file, rest[0], last.column)]


def _named(row: "pd.Series[Any]") -> str:
    return " ".join(str(row[name]) for name in KEY if row[name])
