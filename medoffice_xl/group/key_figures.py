"""The Dashboard's figures of each practice of a group, each by its own definition, over whatever holds its rows."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from medoffice_xl.area import headlines
from medoffice_xl.group.practice import GroupPractice
from medoffice_xl.headlines import Headline
from medoffice_xl.sets import Tables
from medoffice_xl.sets.unchanging import unchanging

RowsOf = Callable[[GroupPractice, str], Any]
"""A practice's rows of a table of its ledger, in any frame that narwhals knows."""

KeyFigures = Mapping[str, Sequence[float | int | None]]
"""By a practice's mark its figures, in the order of `on_dashboard`; money in cents, None where it is not known."""


def on_dashboard() -> list[Headline]:
    """The figures of the Dashboard that a practice is compared by: those that somebody publishes a benchmark of."""
    return [each for each in headlines() if each.place and each.benchmark]


def key_figures(practices: Sequence[GroupPractice], rows: RowsOf, as_of: date) -> KeyFigures:
    """Each practice's figures on the day, asked with its own settings."""
    found = {}
    for each in practices:
        tables = tables_of(each, rows)
        found[each.mark] = [_known(figure, tables, each, as_of) for figure in on_dashboard()]
    return found


def from_ledger(practice: GroupPractice, table: str) -> Any:
    """A practice's rows as DuckDB reads them."""
    return practice.lake.shelved(table).relation()


def _known(figure: Headline, tables: Tables, practice: GroupPractice, as_of: date) -> float | int | None:
    if not all(tables.has_rows(name) for name in figure.needs):
        return None
    return figure.at(tables.narrowed(figure.reads), [as_of], practice.terms)[-1]


def tables_of(practice: GroupPractice, rows: RowsOf) -> Tables:
    """What figures are made of: the ledger's tables where they are, the others from the workbook.

    Each is asked for once and never changes, so that figures share what they begin with.
    """

    @cache
    def found(name: str) -> Any:
        return unchanging(rows(practice, name) if name in practice.lake else practice.tables.get(name))

    return Tables(practice.tables.get, rows=found)
