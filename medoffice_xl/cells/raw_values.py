"""Ranges and single cells as hosts hand them over: rows in a list or tuple, or a bare value."""

from collections.abc import Sequence
from typing import Any


def single(value: Any) -> Any:
    """The one cell of a range of one cell; anything else as it is."""
    while isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    return value


def rows_of(cells: Any) -> list[Sequence[Any]]:
    """The rows of a range; none of what is no range."""
    if not isinstance(cells, list | tuple) or not cells:
        return []
    return list(cells) if isinstance(cells[0], list | tuple) else [cells]
