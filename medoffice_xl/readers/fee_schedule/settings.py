"""The setting of a rate as payers write it: F, NF, words, or the place of service it stands for."""

import pandas as pd

from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.headers import normalised
from medoffice_xl.readers.typed import text

_SETTINGS = {
    **dict.fromkeys(("", "both", "all", "any", "global", "na", "none", "fnf", "nff", "allplaces", "allsettings"), ""),
    **dict.fromkeys(
        ("f", "fac", "facility", "hospital", "inpatient", "outpatient", "outpatienthospital", "inpatienthospital",
         "facilitysetting", "19", "21", "22", "23", "24", "pos21", "pos22", "pos23", "pos24"), "F",
    ),
    **dict.fromkeys(
        ("nf", "nfac", "nonfac", "nonfacility", "office", "physicianoffice", "nonfacilitysetting", "freestanding",
         "11", "pos11", "11office", "office11"), "NF",
    ),
}  # fmt: skip


def settled(body: Body, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """The setting as F, NF or empty; a row with another word is reported and not taken in."""
    settings = frame["pos_class"].map(normalised).map(_SETTINGS)
    strange = frame[settings.isna()]
    problems = row_problems(
        Severity.DATA,
        "This is no setting; the row was not taken in.",
        "Write F for facility, NF for non-facility, or leave it empty for both.",
        body.file,
        list(zip(strange["line"].tolist(), strange["pos_class"].map(text).tolist(), strict=True)),
        body.match.heading("pos_class"),
    )
    return frame.assign(pos_class=settings)[settings.notna()], problems
