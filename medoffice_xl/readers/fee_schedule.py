"""A payer's fee schedule, CSV or spreadsheet, to *Fee schedules*.

One rate a row, or one column for facilities and one for the office, which become a row each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body, open_body
from medoffice_xl.readers.code_cells import modifiers_in_codes
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.headers import Match, find_header, normalised
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.schedule_periods import check_periods
from medoffice_xl.readers.typed import text, type_columns
from medoffice_xl.tables import FEE_SCHEDULES, Column, empty_frame
from medoffice_xl.tables.schema import price
from medoffice_xl.tables.schema import text as text_column

KIND = "fee schedule"

WIDE: tuple[Column, ...] = (
    price(
        "rate_nf",
        "Non-facility rate",
        "Contracted amount in the office.",
        synonyms=("non facility", "nonfacility fee", "non facility fee", "non fac", "non fac rate", "non fac fee",
                  "nf rate", "nf", "office rate", "non facility amount", "non facility price"),
    ),
    price(
        "rate_f",
        "Facility rate",
        "Contracted amount in a facility.",
        synonyms=("facility fee", "fac rate", "fac fee", "f rate", "facility amount", "facility price"),
    ),
)  # fmt: skip

MORE_MODIFIERS = tuple(
    text_column(f"mods{place}", f"Modifier {place}", "A further modifier.", synonyms=(f"mod{place}", f"mod {place}"))
    for place in (2, 3, 4)
)

COLUMNS: tuple[Column, ...] = (*FEE_SCHEDULES.columns, *WIDE, *MORE_MODIFIERS)

_SETTINGS = {
    "": "", "both": "", "all": "", "any": "", "global": "",
    "f": "F", "fac": "F", "facility": "F",
    "nf": "NF", "nonfac": "NF", "nonfacility": "NF", "office": "NF",
}  # fmt: skip


def recognises(file: File) -> int:
    """A fee schedule has a code and a rate, and no service that took place. A mapping may say what a rate is."""
    found = find_header(file.grid, COLUMNS)
    if {"rate", "rate_f", "rate_nf"} & {*file.mapping.values()}:
        return 80
    served = {"dos", "dateofservice", "servicedate", "claimid", "claimno", "claimnumber", "claim", "units"}
    rated = any(rate in found.places for rate in ("rate", "rate_nf", "rate_f"))
    known = "code" in found.places and rated and not served & {normalised(heading) for heading in found.headings}
    return 65 if known else NO


def read(
    path: Path, mapping: Mapping[str, str] | None = None, payer: str = "", effective: date | None = None
) -> Reading:
    """The rates of a fee schedule.

    `payer` stands for a missing payer column, `effective` (first day in force) for missing dates. Raises
    CannotRead where neither the file nor the argument says it.
    """
    body = _settled(open_body(path, "a fee schedule", COLUMNS, ("code",), mapping))
    _ask_for_what_is_missing(body, payer, effective)
    rates = [name for name in ("rate", "rate_nf", "rate_f") if name in body.cells]
    must = ("code", "effective", "end", *(rates if len(rates) == 1 else ()))
    typed = type_columns(body, COLUMNS, must)
    frame = typed.frame.assign(line=pd.Series(body.lines, dtype="int64"))
    if payer:
        frame["payer"] = frame["payer"].where(frame["payer"] != "", payer)
    if effective:
        frame["effective"] = frame["effective"].fillna(pd.Timestamp(effective))
    modifiers = ["mods", *(column.name for column in MORE_MODIFIERS)]
    frame, parted = modifiers_in_codes(body.file, frame, modifiers, frame["line"], body.match.heading("code"))
    frame["mods"] = _joined_modifiers(frame[modifiers])
    frame["code"] = frame["code"].str.upper()
    frame = frame.drop(index=sorted(typed.unreadable))
    frame, settings = _settings(body, frame)
    problems = [*body.problems, *typed.problems, *parted, *settings]
    long = _one_rate_a_row(frame, rates)
    long, incomplete = _complete(body, long)
    long, periods = check_periods(body.file, long)
    problems += incomplete + periods
    rows = long[FEE_SCHEDULES.names].astype(empty_frame(FEE_SCHEDULES).dtypes.to_dict())
    return Reading(path.name, KIND, {"fee_schedules": rows.reset_index(drop=True)}, problems)


def _settled(body: Body) -> Body:
    """Beside a column “Non-facility”, the column “Facility” holds rates, not settings."""
    places = dict(body.match.places)
    if "rate_nf" not in places or "rate_f" in places or normalised(body.match.heading("pos_class")) != "facility":
        return body
    places["rate_f"] = places.pop("pos_class")
    cells = {("rate_f" if name == "pos_class" else name): column for name, column in body.cells.items()}
    match = Match(body.match.row, body.match.headings, places, body.match.rivals)
    return replace(body, match=match, cells=cells)


def _ask_for_what_is_missing(body: Body, payer: str, effective: date | None) -> None:
    headings = ", ".join(f"“{heading}”" for heading in body.match.headings if heading)
    if not {"rate", "rate_nf", "rate_f"} & set(body.cells):
        raise CannotRead(
            f"{body.file} has no column of rates. Its headings are {headings}. Call the right one Rate, or map it."
        )
    if not payer and "payer" not in body.cells:
        raise CannotRead(f"{body.file} does not say whose rates these are. Name the payer with --payer “NAME”.")
    if not effective and "effective" not in body.cells:
        raise CannotRead(
            f"{body.file} does not say from when its rates are in force. Add the column Effective date, "
            "or give the first day with --effective 2026-01-01."
        )


def _joined_modifiers(frame: pd.DataFrame) -> "pd.Series[str]":
    first, *more = (frame[name] for name in frame)
    joined = first
    for column in more:
        joined = joined + " " + column
    return joined.str.upper().str.replace(r"[\s,;:/]+", " ", regex=True).str.strip()


def _settings(body: Body, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
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


def _one_rate_a_row(frame: pd.DataFrame, rates: Sequence[str]) -> pd.DataFrame:
    if tuple(rates) == ("rate",):
        return frame
    wide = {"rate_nf": "NF", "rate_f": "F"}
    parts = [frame] if "rate" in rates else []
    parts += [frame.assign(rate=frame[name], pos_class=setting) for name, setting in wide.items() if name in rates]
    long = pd.concat(parts).sort_values("line", kind="stable", ignore_index=True)
    several = long.groupby("line")["rate"].transform("count") > 0
    return long[long["rate"].notna() | ~several].drop_duplicates(["line", "pos_class"])


def _complete(body: Body, frame: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """Rows with payer, code, rate and first day; the others reported, as are rates that cannot be."""
    problems: list[Problem] = []

    def leave_out(rows: "pd.Series[bool]", name: str, problem: str, advice: str) -> None:
        nonlocal frame
        places = [(int(line), "") for line in frame.loc[rows, "line"]]
        problems.extend(row_problems(Severity.DATA, problem, advice, body.file, places, body.match.heading(name)))
        frame = frame[~rows]

    for name in ("payer", "code"):
        leave_out(frame[name] == "", name, f"The row has no {name}; it was not taken in.", "Fill it in.")
    for name in ("rate", "effective"):
        called = "rate" if name == "rate" else "first day in force"
        leave_out(frame[name].isna(), name, f"The row has no {called}; it was not taken in.", "Fill it in.")
    leave_out(frame["rate"] < 0, "rate", "The rate is negative; the row was not taken in.", "Correct the rate.")
    leave_out(
        (frame["end"] < frame["effective"]).fillna(False),
        "end",
        "The last day is before the first; the row was not taken in.",
        "Correct one of the two dates.",
    )
    nothing = frame[frame["rate"] == 0]
    problems += row_problems(
        Severity.DATA,
        "The rate is zero; it was taken in as it is.",
        "Nothing to do if the payer pays nothing for this code; otherwise fill in the rate.",
        body.file,
        [(int(line), "0.00") for line in nothing["line"]],
        body.match.heading("rate"),
    )
    return frame, problems


READER = Reader(KIND, recognises, lambda file: read(file.path, file.mapping, file.payer, file.effective), COLUMNS)
