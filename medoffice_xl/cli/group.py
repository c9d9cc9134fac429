"""`medoffice group`: the ledgers of several practices as one, on this machine or on Spark."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Annotated

import pyarrow as pa
import typer

from medoffice_xl.cli.app import app, console
from medoffice_xl.errors import CannotRead
from medoffice_xl.group.check import ByPayer, checked_here
from medoffice_xl.group.figures import GroupFigures, group_figures
from medoffice_xl.group.key_figures import KeyFigures, RowsOf, from_ledger, key_figures
from medoffice_xl.group.pack import TITLE, group_pack
from medoffice_xl.group.practice import GroupPractice, read_practices
from medoffice_xl.group.remittances import Remitted, files_of, read_here
from medoffice_xl.group.report import group_report
from medoffice_xl.lake.database import told_in_words
from medoffice_xl.money import show
from medoffice_xl.render.pack.pack_pdf import write_pack
from medoffice_xl.render.report_file import write_report


@dataclass(frozen=True, slots=True)
class Found:
    """What was worked out: the figures and the check, and where they were asked for key figures and files."""

    figures: GroupFigures
    checked: ByPayer
    key_figures: KeyFigures
    remitted: Mapping[str, Remitted] | None


@app.command()
def group(
    folders: Annotated[list[Path], typer.Argument(help="The practices' workbooks, or the folders they lie in.")],
    spark: Annotated[
        str,
        typer.Option(metavar="URL", help="Spark's address, such as spark://host:7077 or local[2]. Left out: DuckDB."),
    ] = "",
    as_of: Annotated[str, typer.Option(help="The day, as 2026-01-31. Left out: the earliest of the workbooks'.")] = "",
    out: Annotated[Path, typer.Option(help="Folder to write the report to; made if it is not there.")] = Path(),
    pack: Annotated[
        bool, typer.Option("--pack", help="Also write the group's pack as a PDF, with each practice's key figures.")
    ] = False,
    remittances: Annotated[
        str,
        typer.Option(metavar="FOLDER", help="Also read the 835 files in the folder of this name beside each workbook."),
    ] = "",
) -> None:
    """Figures of a group of practices: each practice, each payer across practices, and what was underpaid.

    The rows come from the practices' ledgers, the contracts from their workbooks; each line is judged by the contracts
    of its own practice. Workbooks, ledgers and files of remittances are only read.
    """
    practices = read_practices(folders)
    day = _day(as_of) if as_of else min(each.as_of for each in practices)
    files = files_of(practices, remittances) if remittances else None
    with console.status("Adding up"), told_in_words():
        found = _on_spark(spark, practices, day, files, pack) if spark else _here(practices, day, files, pack)
    report = group_report(practices, found.figures, found.checked, day, found.remitted)
    paths = [write_report(report, out, day, "")]
    if pack:
        made = group_pack(report, found.key_figures, practices, day)
        paths.append(write_pack(made, out / f"{TITLE} {day:%Y-%m-%d}.pdf"))
    for each in practices:
        short = sum(sums.short for (mark, _), sums in found.checked.items() if mark == each.mark)
        said = f"{each.name}: A/R {show(found.figures.receivable(each.mark))}, underpaid {show(short)}"
        console.print(said, markup=False, highlight=False)
    for path in paths:
        console.print(str(path), markup=False, highlight=False, soft_wrap=True)


def _here(practices: list[GroupPractice], day: date, files: pa.Table | None, pack: bool) -> Found:
    return Found(
        _figures(practices, from_ledger, day),
        checked_here(practices),
        key_figures(practices, from_ledger, day) if pack else {},
        None if files is None else read_here(files),
    )


def _on_spark(url: str, practices: list[GroupPractice], day: date, files: pa.Table | None, pack: bool) -> Found:
    from medoffice_xl.group.spark import (  # noqa: PLC0415  (an extra; says what is missing)
        checked_on,
        ledgers_told_in_words,
        read_on,
        rows_on,
        session,
    )

    with session(url) as spark, ledgers_told_in_words(practices):
        rows = partial(rows_on, spark)
        return Found(
            _figures(practices, rows, day),
            checked_on(spark, practices),
            key_figures(practices, rows, day) if pack else {},
            None if files is None else read_on(spark, files),
        )


def _figures(practices: list[GroupPractice], rows: RowsOf, day: date) -> GroupFigures:
    charges, payments = ({each.mark: rows(each, table) for each in practices} for table in ("charges", "payments"))
    return group_figures(charges, payments, practices, day)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CannotRead(f"“{text}” is no date. Write it as 2026-01-31.") from error
