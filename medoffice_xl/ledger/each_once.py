"""Questions to the rows of a table of which few differ."""

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

import numpy as np
import pandas as pd

Answer = TypeVar("Answer")
Places = np.ndarray[tuple[int], np.dtype[np.intp]]


def each_once(ask: Callable[..., Answer], *columns: Iterable[Hashable]) -> list[Answer]:
    """What is answered to each row of the columns, every different row asked once, in the order they stand in.

    >>> each_once(divmod, [7, 9, 7], [2, 4, 2])
    [(3, 1), (2, 1), (3, 1)]
    """
    values = [column if isinstance(column, pd.Series) else list(column) for column in columns]
    if not len(values[0]):
        return []
    kinds, firsts = _kinds(values)
    answers = [ask(*row) for row in zip(*(_at(column, firsts) for column in values), strict=True)]
    return list(map(answers.__getitem__, kinds.tolist()))


def _kinds(columns: "list[pd.Series[Any] | list[Any]]") -> tuple[Places, Places]:
    """Which kind each row is, counted from 0 as they come, and the first row of each kind."""
    kinds = np.zeros(len(columns[0]), dtype=np.intp)
    for column in columns:
        of_column, several = _numbered(column)
        kinds, _ = pd.factorize(kinds * several + of_column)
    return kinds, _firsts(kinds)


def _numbered(column: "pd.Series[Any] | list[Any]") -> tuple[Places, int]:
    """A number for each value, the same where the value is the same, and how many there are."""
    if isinstance(column, pd.Series) and column.dtype != object:
        numbers, different = pd.factorize(column, use_na_sentinel=False)
        return numbers, len(different)
    # The same object is the same value: most of what stands in lists is a few objects many times over.
    held = list(column)
    objects, _ = pd.factorize(np.fromiter(map(id, held), dtype=np.int64, count=len(held)))
    known: dict[Hashable, int] = {}
    numbers = np.array([known.setdefault(held[at], len(known)) for at in _firsts(objects)], dtype=np.intp)
    return numbers[objects], len(known)


def _firsts(numbers: Places) -> Places:
    """The place at which each number stands first; numbers count from 0 as they come."""
    firsts = np.empty(int(numbers.max()) + 1, dtype=np.intp)
    firsts[numbers[::-1]] = np.arange(len(numbers) - 1, -1, -1)
    return firsts


def _at(column: "pd.Series[Any] | list[Any]", places: Places) -> "Iterable[Any]":
    return column.iloc[places] if isinstance(column, pd.Series) else [column[place] for place in places]
