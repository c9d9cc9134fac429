"""Accounts under their parents: each parent stands above its children and is closed by a row of its total.

`Rent` … `Total for Rent`, or `Total Rent`; the general ledger closes a parent with `Total for Rent with sub-accounts`.
Blanks before a name say the same, but not in every export, so they are not relied on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

_TOTAL = re.compile(r"(?i)^total(?:\s+for)?\s+(.+?)(\s+with\s+sub-?\s?accounts)?$")
_SAME = {"cost of goods sold": "cogs", "cost of sales": "cogs", "cost of goods": "cogs"}


class Role(Enum):
    """What a labelled row is."""

    ACCOUNT = "an account without children"
    PARENT = "an account, or a section, with what is under it"
    TOTAL = "the total of all that is under a parent"
    OWN_TOTAL = "the total of what was posted to a parent itself"


@dataclass(frozen=True, slots=True)
class Place:
    """A labelled row: its role, and the names from the outermost parent down to its own."""

    role: Role
    path: tuple[str, ...]


def places(labels: Sequence[str]) -> Iterator[Place | None]:
    """The place of each label, in their order; None for a total of what never began."""
    closings = [_closing(label) for label in labels]
    left: dict[tuple[str, bool], int] = {}
    for closing in closings:
        if closing:
            left[closing] = left.get(closing, 0) + 1
    stack: list[str] = []
    for label, closing in zip(labels, closings, strict=True):
        if closing is None:
            yield _opened(label, stack, left)
            continue
        left[closing] -= 1
        name, whole = closing
        if name not in map(_plain, stack):
            yield None
            continue
        while _plain(stack[-1]) != name:
            stack.pop()
        path = tuple(stack)
        own = not whole and left.get((name, True), 0) > 0
        if not own:
            stack.pop()
        yield Place(Role.OWN_TOTAL if own else Role.TOTAL, path)


def _opened(label: str, stack: list[str], left: dict[tuple[str, bool], int]) -> Place:
    """A row that is no total. It has something under it where more of its totals are to come than are waited for."""
    name = _plain(label)
    waiting = sum(_plain(open_one) == name for open_one in stack)
    to_come = max(left.get((name, True), 0), left.get((name, False), 0))
    path = (*stack, label)
    if to_come <= waiting:
        return Place(Role.ACCOUNT, path)
    stack.append(label)
    return Place(Role.PARENT, path)


def _closing(label: str) -> tuple[str, bool] | None:
    """The name that a row of totals closes, and whether with its sub-accounts; None for any other row."""
    found = _TOTAL.fullmatch(label)
    return (_plain(found[1]), found[2] is not None) if found else None


def _plain(name: str) -> str:
    folded = name.casefold()
    return _SAME.get(folded, folded)
