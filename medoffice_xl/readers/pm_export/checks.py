"""What is worth a second look in charges that could be read. Every one of these rows is taken in."""

from collections.abc import Callable
from datetime import date

import pandas as pd

from medoffice_xl.money import show
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.headers import Match

_LOST_CODE = r"(?i)\d(\.\d+)?E\+?\d+|\d{1,4}"
"""A code that a spreadsheet has turned into a number: 1.2E+04, or one that lost its leading zeros."""

_SEVERAL_CODES = r"^[A-Z]?\d{4}[A-Z0-9]?\b.*[^A-Z0-9-](?:[A-Z]\d{4}|\d{4}[A-Z0-9])\b"
"""A code, and behind it another one; `J0000-J9999` is a range."""


def check_charges(
    file: str, match: Match, charges: pd.DataFrame, lines: "pd.Series[int]", today: date
) -> list[Problem]:
    """Dates in the future, service after entry, negative charges, units and codes that look mistaken."""
    now = pd.Timestamp(today)
    problems: list[Problem] = []

    def report(
        rows: "pd.Series[bool]", name: str, problem: str, advice: str, shown: Callable[..., str], *of: str
    ) -> None:
        cells = charges.loc[rows, list(of or (name,))].itertuples(index=False)
        places = [(int(line), shown(*row)) for line, row in zip(lines[rows], cells, strict=True)]
        problems.extend(row_problems(Severity.DATA, problem, advice, file, places, match.heading(name)))

    for name in ("dos", "post_date"):
        report(
            charges[name] > now,
            name,
            f"The date is in the future (today is {today}); the row was taken in as it is.",
            "Correct the date in the practice-management system and export again.",
            _days,
        )
    for later, called in (("post_date", "entered"), ("submit_date", "billed")):
        report(
            charges["dos"] > charges[later],
            "dos",
            f"The service is later than the day it was {called}; the row was taken in as it is.",
            "Correct one of the two dates; charge lag cannot be negative.",
            _days,
            "dos",
            later,
        )
    report(
        charges["charge"] < 0,
        "charge",
        "The charge is negative; it was taken in as a reversal or void.",
        "Nothing to do if the charge was voided; otherwise correct the sign.",
        lambda cents: show(int(cents)),
    )
    report(
        charges["units"] <= 0,
        "units",
        "Units are zero or negative; they were taken in as they are.",
        "Correct the units, unless the line is a void.",
        "{:g}".format,
    )
    report(
        charges["code"].str.fullmatch(_LOST_CODE),
        "code",
        "This does not look like a code: a spreadsheet may have turned it into a number.",
        "Export again, straight to CSV, without opening it in a spreadsheet first.",
        str,
    )
    report(
        charges["code"].str.contains(_SEVERAL_CODES),
        "code",
        "Several codes stand in one cell; the row was taken in as one line, which has no price of its own.",
        "Export a row a service, with its own charge.",
        str,
    )
    return [*problems, *_short_places(file, match, charges, lines)]


def _short_places(file: str, match: Match, charges: pd.DataFrame, lines: "pd.Series[int]") -> list[Problem]:
    """Places of service that lost a zero: said once for the file, because one setting of the export mends all."""
    short = charges["pos"].str.fullmatch(r"[0-9]")
    if not short.any():
        return []
    return [
        Problem(
            Severity.DATA,
            f"A place of service has two digits; {int(short.sum()):,} rows have one. They were taken in as they are.",
            "Export the column as text, so that 02 keeps its zero, and import the file again.",
            file,
            int(lines[short].iloc[0]),
            match.heading("pos"),
            str(charges.loc[short, "pos"].iloc[0]),
        )
    ]


def _days(*days: pd.Timestamp) -> str:
    return " / ".join("" if pd.isna(day) else f"{day:%Y-%m-%d}" for day in days)
