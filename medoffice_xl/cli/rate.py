"""`medoffice rate`: what Medicare allows for a code."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from medoffice_xl.cells.results import explanation
from medoffice_xl.cli.app import PROBLEMS, app, complaints
from medoffice_xl.cli.shown import show_parts
from medoffice_xl.contracts.medicare_rate import PAYABLE, MedicareTables, medicare_rate
from medoffice_xl.errors import BadArgument, CannotRead
from medoffice_xl.measure import Measure
from medoffice_xl.problems import Severity
from medoffice_xl.readers.mpfs import read
from medoffice_xl.readers.reading import Reading
from medoffice_xl.tables.locality import given_key


@app.command()
def rate(
    code: Annotated[str, typer.Argument(help="Procedure code, such as G0438.")],
    rvu: Annotated[Path, typer.Option(help="CMS's PPRRVU file: CSV, XLSX or the zip.", exists=True, dir_okay=False)],
    gpci: Annotated[Path | None, typer.Option(help="CMS's GPCI file.", exists=True, dir_okay=False)] = None,
    locality: Annotated[str, typer.Option(help="MAC and locality, such as 10112-00. Left out: national.")] = "",
    setting: Annotated[str, typer.Option(help="NF non-facility or F facility.")] = "NF",
    modifier: Annotated[str, typer.Option(help="26, TC or 53.")] = "",
    dos: Annotated[str, typer.Option(help="Date of service, such as 2025-10-15.")] = "",
    qp: Annotated[bool, typer.Option("--qp", help="Qualifying participant's factor, from 2026 on.")] = False,
) -> None:
    """Medicare's amount for a code, to the cent: the amount alone on the first line, then how it came about."""
    files = read(rvu)
    if "mpfs" not in files.tables:
        raise CannotRead(f"{rvu.name} holds no relative values. Give CMS's PPRRVU file.")
    indices = files if gpci is None else read(gpci)
    if gpci is not None and "gpci" not in indices.tables:
        raise CannotRead(f"{gpci.name} holds no cost indices. Give CMS's GPCI file.")
    tables = MedicareTables(files.tables["mpfs"], indices.tables.get("gpci"))
    program = "QP" if qp else ""
    answer = medicare_rate(tables, code, modifier, given_key(locality), setting.upper(), _day(dos), program)
    _show(answer)
    status = next(part.value for part in answer.parts if part.label == "Status")
    worth = int(status not in PAYABLE) + _tell(files) + (_tell(indices) if gpci is not None else 0)
    if worth:
        raise typer.Exit(PROBLEMS)


def _show(answer: Measure) -> None:
    typer.echo(f"{answer.value // 100}.{answer.value % 100:02d}")
    show_parts(explanation(answer)[1:])


def _tell(files: Reading) -> int:
    """Print what was found in a file; how much of it is more than a note."""
    for problem in files.problems:
        complaints.print(str(problem), markup=False, highlight=False)
    return sum(problem.severity in (Severity.MONEY, Severity.DATA) for problem in files.problems)


def _day(text: str) -> date | None:
    if not text:
        return None
    for form in ("%Y-%m-%d", "%m/%d/%Y"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise BadArgument(f"“{text}” is no date; write it as 2025-10-15.")
