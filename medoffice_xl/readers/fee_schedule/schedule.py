"""The whole file: every sheet that has rates, whose they are and from when, and what was understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd

from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.body import Body, body_of, remarks_on
from medoffice_xl.readers.fee_schedule.columns import COLUMNS
from medoffice_xl.readers.fee_schedule.key_columns import key_columns
from medoffice_xl.readers.fee_schedule.layout import Layout, find_layout, panels
from medoffice_xl.readers.fee_schedule.rate_columns import OF_MAPPING, RateColumn, chosen, with_rates
from medoffice_xl.readers.fee_schedule.rows import field_of, rates_of
from medoffice_xl.readers.fee_schedule.titles import Title, by_kinds, title_of
from medoffice_xl.readers.fee_schedule.understood import understood
from medoffice_xl.readers.file import File
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.headers import Match, find_header, normalised
from medoffice_xl.readers.mapping import mapping_beside, missing_columns
from medoffice_xl.readers.reader import NO, Reader
from medoffice_xl.readers.reading import Reading
from medoffice_xl.readers.said_days import Period
from medoffice_xl.readers.schedule_periods import check_periods, ended_by_the_next
from medoffice_xl.readers.seen import Unclear
from medoffice_xl.readers.sheets import Grid, read_grids
from medoffice_xl.readers.typed import text
from medoffice_xl.tables import FEE_SCHEDULES, empty_frame

KIND = "fee schedule"

_SERVED = {
    "dos",
    "dateofservice",
    "servicedate",
    "claimid",
    "claimno",
    "claimnumber",
    "claim",
    "patientid",
    "accountno",
}
"""Headings of services that took place."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with rates: its rows, its columns of rates, what its title says, and by line what else its rows say."""

    name: str
    body: Body
    columns: list[RateColumn]
    title: Title
    others: dict[str, dict[int, str]]


def recognises(file: File) -> int:
    """A fee schedule has a code and a rate, and no service that took place. A mapping may say what a rate is."""
    if {*OF_MAPPING} & {*file.mapping.values()}:
        return 80
    layout = find_layout(file.grid, {})
    if layout is None or _SERVED & {normalised(heading) for heading in layout.match.headings}:
        return NO
    return 65 if with_rates(layout.rates, layout.cells) else NO


def read(
    path: Path, mapping: Mapping[str, str] | None = None, payer: str = "", effective: date | None = None
) -> Reading:
    """The rates of a fee schedule.

    `payer` stands for a missing payer, `effective` (first day in force) for missing days. Raises CannotRead where
    neither the file nor the argument says it, and where it is not clear which column holds the rates.
    """
    names = {column.name for column in COLUMNS}
    mapping = mapping_beside(path) if mapping is None else mapping
    here = {theirs: name for theirs, name in mapping.items() if name in names}
    grids = [grid for grid in read_grids(path) if grid.rows]
    sheets = [sheet for grid in grids for sheet in _sheets(grid, here)]
    if not sheets:
        raise _nothing_to_read(path.name, grids, here)
    titles = by_kinds([sheet.title for sheet in sheets])
    sheets = [replace(sheet, title=title) for sheet, title in zip(sheets, titles, strict=True)]
    named = {sheet.title.payer for sheet in sheets if sheet.title.payer}
    payer = payer or (named.pop() if len(named) == 1 else "")
    _ask_for_what_is_missing(path.name, sheets, payer, effective)
    left = [grid.sheet for grid in grids if grid.sheet not in {sheet.name for sheet in sheets}]
    problems = _sheets_left(path.name, sheets, left)
    parts = []
    for sheet in sheets:
        frame, found = rates_of(sheet.body, sheet.columns)
        parts.append(_filled_in(frame, sheet.title, payer, effective))
        problems += _of_sheet(sheet, [*sheet.body.problems, *found], several=len({each.name for each in sheets}) > 1)
    body = sheets[0].body
    rates, incomplete = _complete(body, pd.concat(parts, ignore_index=True))
    problems += _told_apart_elsewhere(path.name, rates, [sheet.others for sheet in sheets])
    rates, ended = ended_by_the_next(path.name, rates)
    rates, periods = check_periods(path.name, rates)
    problems += [*incomplete, *ended, *periods]
    rows = rates[FEE_SCHEDULES.names].astype(empty_frame(FEE_SCHEDULES).dtypes.to_dict()).reset_index(drop=True)
    return Reading(path.name, KIND, {"fee_schedules": rows}, problems, understood(rows, problems))


def _sheets(grid: Grid, mapping: Mapping[str, str]) -> list[Sheet]:
    """The sheet, or each of the panels that it sets beside each other; nothing where it has no rates."""
    layout = find_layout(grid, mapping)
    if layout is None:
        return []
    title = title_of(layout.title, grid.sheet, grid.file)
    return [sheet for panel in panels(layout, mapping) if (sheet := _sheet(panel, title, mapping))]


def _sheet(layout: Layout, title: Title, mapping: Mapping[str, str]) -> Sheet | None:
    """The sheet as its headings say, held against what stands under them; None where it has no rates."""
    grid = layout.grid
    rates = with_rates(layout.rates, layout.cells)
    if not rates:
        return None
    used, aside = chosen(rates)
    if not used:
        raise _ambiguous(grid, rates)
    keys = _keys(layout, rates, mapping)
    places = keys.places | {field_of(column): column.place for column in used}
    match = Match(keys.row, keys.headings, places, keys.rivals, layout.match.row - layout.first_row + 1)
    body = body_of(grid, match)
    body.problems.extend(remarks_on(grid, match, []))
    body.problems.extend(_aside(grid, column) for column in aside)
    return Sheet(grid.sheet, body, used, title, _others(layout, {*places.values()}))


def _keys(layout: Layout, rates: Sequence[RateColumn], mapping: Mapping[str, str]) -> Match:
    """The fields of the headings that are not those of rates; a heading such as Facility may be either."""
    taken = {column.place for column in rates}
    headings = ["" if place in taken else heading for place, heading in enumerate(layout.match.headings)]
    found = key_columns(headings, mapping)
    return replace(found, row=layout.match.row, headings=layout.match.headings)


def _others(layout: Layout, taken: set[int]) -> dict[str, dict[int, str]]:
    """The texts of columns that are neither rates nor what they are for, by heading and line."""
    lines = layout.grid.lines[layout.match.row + 1 :]
    return {
        heading: dict(zip(lines, map(text, layout.cells(place)), strict=True))
        for place, heading in enumerate(layout.match.headings)
        if heading and place not in taken
    }


def _aside(grid: Grid, column: RateColumn) -> Problem:
    return Problem(
        Severity.DATA,
        f"“{column.heading}” holds rates for something that fee schedules here do not tell apart; it was left aside.",
        f'If these are the rates of the contract, import with the mapping {{"{column.heading}": "rate"}}.',
        grid.file,
        column=column.heading,
    )


def _ambiguous(grid: Grid, rates: Sequence[RateColumn]) -> CannotRead:
    named = ", ".join(f"“{column.heading}”" for column in rates)
    return CannotRead(
        f"{grid.file} has several columns of rates, and it is not clear which is this contract's: {named}. "
        f'Say it with a mapping such as {{"{rates[0].heading}": "rate"}}.'
    )


def _nothing_to_read(file: str, grids: Sequence[Grid], mapping: Mapping[str, str]) -> CannotRead:
    if not grids:
        return CannotRead(f"{file} is empty. Export it again.")
    match = max((find_header(grid, COLUMNS, mapping) for grid in grids), key=lambda each: len(each.places))
    if "code" not in match.places:
        return missing_columns(file, "a fee schedule", match, [FEE_SCHEDULES["code"]], COLUMNS)
    headings = ", ".join(f"“{heading}”" for heading in match.headings if heading)
    return CannotRead(
        f"{file} has no column of rates. Its headings are {headings}. Call the right one Rate, or map it."
    )


def _ask_for_what_is_missing(file: str, sheets: Sequence[Sheet], payer: str, effective: date | None) -> None:
    """Raise Unclear where nothing says whose rates these are, or from when they are in force."""
    lacks = {
        "payer": not payer and not all("payer" in sheet.body.cells or sheet.title.payer for sheet in sheets),
        "effective": not effective
        and not all(
            "effective" in sheet.body.cells or sheet.title.period or all(column.period for column in sheet.columns)
            for sheet in sheets
        ),
    }
    unsaid = [name for name, lacking in lacks.items() if lacking]
    if unsaid:
        told = (f"{file} does not say {_HOW_TO_SAY[name]}" for name in unsaid)
        raise Unclear(" ".join(told), unsaid=unsaid)


_HOW_TO_SAY = {
    "payer": "whose rates these are. Name the payer with --payer “NAME”, or in a row above the headings: “Payer: "
    "NAME”.",
    "effective": "from when its rates are in force. Add the column Effective date, or give the first day with "
    "--effective 2026-01-01, or in a row above the headings: “Effective 1/1/2026”.",
}


def _filled_in(frame: pd.DataFrame, title: Title, payer: str, effective: date | None) -> pd.DataFrame:
    """Payer, plan and days where the rows do not say them: as the user says, else as the title does."""
    period = Period(effective) if effective else title.period
    filled = frame.assign(
        payer=frame["payer"].where(frame["payer"] != "", payer or title.payer),
        plan=frame["plan"].where(frame["plan"] != "", title.plan),
    )
    if period is None:
        return filled
    undated = filled["effective"].isna()
    last = pd.Timestamp(period.last).as_unit("us") if period.last else pd.NaT
    return filled.assign(
        effective=filled["effective"].fillna(pd.Timestamp(period.first).as_unit("us")),
        end=filled["end"].where(~undated | filled["end"].notna(), last).astype("datetime64[us]"),
    )


def _of_sheet(sheet: Sheet, problems: Sequence[Problem], *, several: bool) -> list[Problem]:
    """Problems say which sheet they are of where several were read."""
    if not several:
        return list(problems)
    return [replace(problem, column=f"{sheet.name}: {problem.column}".rstrip(": ")) for problem in problems]


def _sheets_left(file: str, sheets: Sequence[Sheet], left: Sequence[str]) -> list[Problem]:
    if not left:
        return []
    read_ones = ", ".join(f"“{name}”" for name in dict.fromkeys(sheet.name for sheet in sheets))
    found = f"Rates were read from {read_ones}, and none were found on {', '.join(f'“{name}”' for name in left)}."
    return [Problem(Severity.NOTE, found, "Nothing to do, if that is right.", file)]


def _told_apart_elsewhere(
    file: str, rates: pd.DataFrame, sheets: Sequence[Mapping[str, Mapping[int, str]]]
) -> list[Problem]:
    """Rows for the same code and days with different rates that a column tells apart which is not used."""
    again = rates[rates.duplicated(list(FEE_SCHEDULES.key), keep=False)]
    groups = [rows for _, rows in again.groupby(list(FEE_SCHEDULES.key)) if rows["rate"].nunique(dropna=False) > 1]
    if not groups:
        return []
    found = []
    for heading, by_line in ((heading, by_line) for others in sheets for heading, by_line in others.items()):
        if all(len({by_line.get(int(line), "") for line in rows["line"]}) == len(rows) for rows in groups):
            said = sorted({by_line.get(int(line), "") for rows in groups for line in rows["line"]})
            found.append((heading, ", ".join(filter(None, said[:4]))))
    return [
        Problem(
            Severity.DATA,
            f"Rates for the same code and days differ by “{heading}” ({said}), which fee schedules here do not tell "
            "apart; of each the first was taken.",
            "Delete the rows that are not yours and import the file again.",
            file,
            column=heading,
        )
        for heading, said in found[:1]
    ]


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
    unrated = frame["rate"].isna() & (frame["basis"] == "")
    leave_out(unrated, "rate", "The row has no rate; it was not taken in.", "Fill it in.")
    undated = frame["effective"].isna()
    leave_out(undated, "effective", "The row has no first day in force; it was not taken in.", "Fill it in.")
    negative = (frame["rate"] < 0).fillna(False).astype(bool)
    leave_out(negative, "rate", "The rate is negative; the row was not taken in.", "Correct the rate.")
    leave_out(
        (frame["end"] < frame["effective"]).fillna(False),
        "end",
        "The last day is before the first; the row was not taken in.",
        "Correct one of the two dates.",
    )
    nothing = frame[(frame["rate"] == 0).fillna(False).astype(bool)]
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
