"""Questions to the rows of a table of which few differ."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Answer = TypeVar("Answer")


def each_once(ask: Callable[..., Answer], *columns: Iterable[Hashable]) -> list[Answer]:
    """What is answered to each row of the columns, every different row asked once.

    >>> each_once(divmod, [7, 9, 7], [2, 4, 2])
    [(3, 1), (2, 1), (3, 1)]
    """
    rows = list(zip(*columns, strict=True))
    known = {row: ask(*row) for row in dict.fromkeys(rows)}
    return [known[row] for row in rows]
