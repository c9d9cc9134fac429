"""Formulas answered against a workbook, with no Excel and without a cell to stand in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from medoffice_xl.book import open_book
from medoffice_xl.book.places import Place
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.hosts.headless.engine import Engine


@dataclass(frozen=True, slots=True)
class Answer:
    """What a formula came to.

    `rows` are its values, one row of one cell where it is a single one. Where it shows an error, `error` is its code
    and `reason` says why. `parts` tell what the figure was made of, where that was asked for.
    """

    formula: str
    rows: list[list[Any]]
    error: str = ""
    reason: str = ""
    parts: tuple[list[Any], ...] = ()


def answers(
    path: Path | str, formulas: Sequence[str], *, explain: bool = False, today: date | None = None
) -> list[Answer]:
    """The answers in the order of the formulas; the workbook is only read.

    Any formula will do, with the names and tables of the workbook. Raises MedOfficeError for one that cannot be read.
    """
    engine = Engine(open_book(path), today, formulas)
    return [_answer(engine, formula, f"Question {number}", explain) for number, formula in enumerate(formulas, 1)]


def _answer(engine: Engine, formula: str, sheet: str, explain: bool) -> Answer:
    asked = engine.ask(formula, sheet)
    if asked.error:
        return Answer(formula, asked.rows, asked.error, asked.reason)
    return Answer(formula, asked.rows, parts=_parts(engine, sheet) if explain else ())


def _parts(engine: Engine, sheet: str) -> tuple[list[Any], ...]:
    """What the first function of ours was made of; nothing where there is none that has parts."""
    try:
        return tuple(engine.explained(sheet, Place(1, 1)))
    except MedOfficeError:
        return ()
