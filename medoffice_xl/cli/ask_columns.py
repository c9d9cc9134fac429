"""Ask at the terminal what a file is, what its columns are (guessed, with three cells each), what it leaves unsaid."""

import sys
from collections.abc import Sequence
from datetime import date

from rich.table import Table

from medoffice_xl.cli.app import console
from medoffice_xl.intake.files import Answer
from medoffice_xl.readers.dates import day
from medoffice_xl.readers.mapping import NOTHING
from medoffice_xl.readers.seen import SeenColumn, Unclear
from medoffice_xl.tables.export_columns import OF_EXPORTS

_FIELDS = {column.name: column for column in OF_EXPORTS}


def somebody_is_there() -> bool:
    """Whether there is a terminal to ask at."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask_at_terminal(file: str, unclear: Unclear) -> Answer | None:
    """What the user answers; None where they leave it."""
    if unclear.kinds:
        kind = _kind(file, unclear.kinds)
        return Answer(kind) if kind else None
    if unclear.unsaid:
        return _unsaid(file, unclear.unsaid)
    if unclear.seen is None:
        return None
    columns = unclear.seen.columns
    console.print(f"{file} is not clear. These are its columns:", markup=False)
    console.print(_listed(columns))
    said = _columns(columns, unclear.lacking)
    return Answer("", said) if said else None


def _unsaid(file: str, unsaid: Sequence[str]) -> Answer | None:
    """Whose rates a file holds and from when, as far as it does not say so; None where it is left."""
    payer, effective = "", None
    if "payer" in unsaid:
        payer = _input(f"Whose rates does {file} hold? (the payer's name; Enter leaves the file)")
        if not payer:
            return None
    if "effective" in unsaid:
        effective = _day(f"From which day are the rates of {file} in force? (such as 1/31/2026; Enter leaves the file)")
        if effective is None:
            return None
    return Answer(payer=payer, effective=effective)


def _day(question: str) -> date | None:
    while answer := _input(question):
        try:
            return day(answer)
        except ValueError:
            console.print(f"“{answer}” is no day.", markup=False)
    return None


def _kind(file: str, kinds: Sequence[str]) -> str:
    offered = ", ".join(f"{number} {kind}" for number, kind in enumerate(kinds, 1))
    console.print(f"{file} may be: {offered}.", markup=False)
    while answer := _input("Which is it? (a number; Enter leaves the file)"):
        if answer.isdigit() and 1 <= int(answer) <= len(kinds):
            return kinds[int(answer) - 1]
    return ""


def _listed(columns: Sequence[SeenColumn]) -> Table:
    table = Table(show_lines=False)
    for heading in ("", "Heading", "Taken as", "Cells"):
        table.add_column(heading)
    for number, column in enumerate(columns, 1):
        taken = _FIELDS[column.taken_as].header if column.taken_as in _FIELDS else ""
        table.add_row(str(number), column.heading, taken, " · ".join(filter(None, column.samples)))
    return table


def _columns(columns: Sequence[SeenColumn], lacking: Sequence[str]) -> dict[str, str]:
    """A column for each lacking field, the guessed one offered; then whatever else the user wants to set."""
    said: dict[str, str] = {}
    for name in lacking:
        guess = next((number for number, column in enumerate(columns, 1) if column.taken_as == name), 0)
        offered = f"Enter takes {guess}" if guess else "Enter leaves the file"
        answer = _number(f"Which column is {_FIELDS[name].header}? (a number; {offered})", len(columns)) or guess
        if not answer:
            return {}
        said[columns[answer - 1].heading] = name
    while more := _input("Set another? (number = field, such as 4 = payer; “?” lists the fields; Enter goes on)"):
        number, _, field = (part.strip() for part in more.partition("="))
        known = _field(field)
        if more == "?" or not known or not number.isdigit() or not 1 <= int(number) <= len(columns):
            console.print(", ".join((*_FIELDS, NOTHING)), markup=False)
            continue
        said[columns[int(number) - 1].heading] = known
    return said


def _field(said: str) -> str:
    """A field by its name or its heading in the workbook."""
    plain = said.casefold()
    if plain == NOTHING:
        return NOTHING
    return next((name for name, column in _FIELDS.items() if plain in (name, column.header.casefold())), "")


def _number(question: str, most: int) -> int:
    while answer := _input(question):
        if answer.isdigit() and 1 <= int(answer) <= most:
            return int(answer)
    return 0


def _input(question: str) -> str:
    return console.input(f"{question} ", markup=False).strip()
