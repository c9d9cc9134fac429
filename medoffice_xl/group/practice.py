"""A practice of a group: its workbook, from which contracts and settings come, and its ledger, whose rows are many.

Practices are kept apart: each line is priced by its own practice's contracts, and no claim or patient of one is ever
taken for one of another.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import narwhals as nw
import pandas as pd

from medoffice_xl.area import headlines
from medoffice_xl.areas.plan.settings import terms_of
from medoffice_xl.book import Book, open_book
from medoffice_xl.cells.arguments import read_date
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.errors import BookError
from medoffice_xl.headlines import Terms
from medoffice_xl.lake import Lake
from medoffice_xl.ledger.rows import Rows, take
from medoffice_xl.tables import TABLES, Table

NUMBER = 4
"""Digits that number a practice at the beginning of its claims' and patients' ids."""

_OF_ONE_PRACTICE = ("claim_id", "patient_acct", "remittance")
"""Columns whose values mean nothing outside their practice."""


@dataclass(frozen=True, slots=True)
class GroupPractice:
    """`number` orders the practices of the group; `tables` are those of the workbook, which lies in `folder`."""

    number: int
    name: str
    lake: Lake
    as_of: date
    tables: Mapping[str, pd.DataFrame]
    terms: Terms = field(default_factory=Terms)
    folder: Path = Path()

    @property
    def pricing(self) -> Mapping[str, pd.DataFrame]:
        """The tables that price."""
        return {name: self.tables[name] for name in RULEBOOK.reads if name in self.tables}

    @property
    def mark(self) -> str:
        """What its claims' ids begin with among those of the group."""
        return f"{self.number:0{NUMBER}}"


def read_practices(places: Sequence[Path]) -> list[GroupPractice]:
    """The practices of these folders or workbooks; raises BookError for one that has no ledger, or two of one name."""
    found = [_read(number, _workbook(place)) for number, place in enumerate(places, 1)]
    names = [practice.name for practice in found]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise BookError(f"Two practices are called {', '.join(twice)}. Give each its name on the sheet Settings.")
    return found


def of_group(frames: Mapping[str, Any], practices: Sequence[GroupPractice], table: Table, *names: str) -> Rows:
    """Columns of all practices' rows of a table, as one: ids begin with the practice's number, `practice` is its mark.

    `frames` are each practice's rows by its mark, in any frame that narwhals knows. An empty id stays empty.
    """
    return nw.concat([_marked(take(frames[each.mark], table, *names), each.mark) for each in practices])


def _marked(rows: Rows, mark: str) -> Rows:
    ids = [name for name in _OF_ONE_PRACTICE if name in rows.collect_schema()]
    marked = (
        nw.when(nw.col(name) == "").then(nw.col(name)).otherwise(nw.concat_str(nw.lit(mark), nw.col(name))).alias(name)
        for name in ids
    )
    return rows.with_columns(*marked, practice=nw.lit(mark, nw.String()))


def _read(number: int, path: Path) -> GroupPractice:
    book = open_book(path)
    if book.lake is None:
        raise BookError(f"{path} has no ledger. Make one, and name it again: medoffice ledger {path} --make FOLDER")
    asked = {
        *RULEBOOK.reads,
        *(name for figure in headlines() for name in figure.reads),
    } - book.lake.manifest.tables.keys()
    tables = {name: book.read(name) for name in sorted(asked) if TABLES[name].excel_name in book.layout.tables}
    name = str(book.setting("PracticeName") or "").strip()
    return GroupPractice(number, name or path.parent.name, book.lake, _day(book), tables, terms_of(book), path.parent)


def _day(book: Book) -> date:
    try:
        return read_date(book.setting("AsOf"))
    except (TypeError, ValueError) as error:
        raise BookError(f"“Figures as of” on the sheet Settings of {book.path} holds no day. Type one.") from error


def _workbook(place: Path) -> Path:
    if not place.is_dir():
        return place
    inside = sorted(path for path in place.glob("*.xlsm") if not path.name.startswith("~$"))
    if len(inside) != 1:
        raise BookError(f"{place} holds {len(inside):,} workbooks. Name the practice's workbook itself.")
    return inside[0]
