"""`medoffice ask`: a formula's answer, with no Excel."""

import csv
import json
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from medoffice_xl.book.values import CellError
from medoffice_xl.cli.app import PROBLEMS, app, complaints
from medoffice_xl.cli.shown import show_parts
from medoffice_xl.hosts.headless import Answer, answers


@app.command()
def ask(
    book: Annotated[Path, typer.Argument(help="The workbook; it is only read.")],
    formulas: Annotated[
        list[str], typer.Argument(metavar="FORMULA…", help="Formulas, such as '=AR_DAYS(Practice, AsOf, 90)'.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON list, an object a formula.")] = False,
    explain: Annotated[bool, typer.Option(help="Add what each figure was made of.")] = False,
) -> None:
    """Answer formulas against a workbook: one value a line, a list as rows of CSV. An error's reason goes to stderr."""
    found = answers(book, formulas, explain=explain)
    if as_json:
        typer.echo(json.dumps([_told(answer, explain) for answer in found], indent=2, ensure_ascii=False))
    else:
        for answer in found:
            _print(answer)
    if any(answer.error for answer in found):
        raise typer.Exit(PROBLEMS)


def _print(answer: Answer) -> None:
    csv.writer(sys.stdout, lineterminator="\n").writerows([_text(cell) for cell in row] for row in answer.rows)
    if answer.error:
        told = f"{answer.formula} shows {answer.error}: {answer.reason}"
        complaints.print(told, markup=False, highlight=False, soft_wrap=True)
    show_parts(answer.parts)


def _text(cell: Any) -> Any:
    """A cell as CSV holds it: a day as 2026-06-30, a number with all its digits and no more."""
    value = _plain(cell)
    return f"{value:.15g}" if isinstance(value, float) else "" if value is None else value


def _told(answer: Answer, explain: bool) -> dict[str, Any]:
    told: dict[str, Any] = {"formula": answer.formula}
    if answer.error:
        return told | {"error": answer.error, "reason": answer.reason}
    rows = [[_plain(cell) for cell in row] for row in answer.rows]
    told |= {"value": rows[0][0]} if rows == [rows[0][:1]] else {"rows": rows}
    return told | ({"explanation": _listed(answer.parts)} if explain else {})


def _listed(parts: Sequence[list[Any]]) -> list[dict[str, Any]]:
    return [{"label": label, "value": _plain(value), "unit": unit} for label, value, unit in parts]


def _plain(cell: Any) -> Any:
    if isinstance(cell, CellError):
        return cell.code
    return f"{cell:%Y-%m-%d}" if isinstance(cell, datetime) else cell
