"""`medoffice group`: the ledgers of several practices as one, on this machine or on Spark."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from medoffice_xl.cli.app import app, console
from medoffice_xl.errors import CannotRead
from medoffice_xl.group.check import ByPayer, checked_here
from medoffice_xl.group.figures import GroupFigures, group_figures
from medoffice_xl.group.practice import GroupPractice, read_practices
from medoffice_xl.group.report import group_report
from medoffice_xl.money import show
from medoffice_xl.render.report_file import write_report


@app.command()
def group(
    folders: Annotated[list[Path], typer.Argument(help="The practices' workbooks, or the folders they lie in.")],
    spark: Annotated[
        str,
        typer.Option(metavar="URL", help="Spark's address, such as spark://host:7077 or local[2]. Left out: DuckDB."),
    ] = "",
    as_of: Annotated[str, typer.Option(help="The day, as 2026-01-31. Left out: the earliest of the workbooks'.")] = "",
    out: Annotated[Path, typer.Option(help="Folder to write the report to; made if it is not there.")] = Path(),
) -> None:
    """Figures of a group of practices: each practice, each payer across practices, and what was underpaid.

    The rows come from the practices' ledgers, the contracts from their workbooks; each line is judged by the contracts
    of its own practice. Workbooks and ledgers are only read.
    """
    practices = read_practices(folders)
    day = _day(as_of) if as_of else min(each.as_of for each in practices)
    with console.status("Adding up"):
        figures, checked = _on_spark(spark, practices, day) if spark else _here(practices, day)
    path = write_report(group_report(practices, figures, checked, day), out, day)
    for each in practices:
        short = sum(sums.short for (mark, _), sums in checked.items() if mark == each.mark)
        said = f"{each.name}: A/R {show(figures.receivable(each.mark))}, underpaid {show(short)}"
        console.print(said, markup=False, highlight=False)
    console.print(str(path), markup=False, highlight=False, soft_wrap=True)


def _here(practices: list[GroupPractice], day: date) -> tuple[GroupFigures, ByPayer]:
    charges, payments = (
        {each.mark: each.lake.shelved(table).relation() for each in practices} for table in ("charges", "payments")
    )
    return group_figures(charges, payments, practices, day), checked_here(practices)


def _on_spark(url: str, practices: list[GroupPractice], day: date) -> tuple[GroupFigures, ByPayer]:
    from medoffice_xl.group.spark import checked_on, rows_on, session  # noqa: PLC0415  (an extra; says what is missing)

    with session(url) as spark:
        charges, payments = (rows_on(spark, practices, table) for table in ("charges", "payments"))
        return group_figures(charges, payments, practices, day), checked_on(spark, practices)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CannotRead(f"“{text}” is no date. Write it as 2026-01-31.") from error
