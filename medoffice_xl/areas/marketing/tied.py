"""Margins in whole cents that add up to the margin of all: each is rounded by itself, and so is their total."""

from collections.abc import Sequence


def tied(margins: Sequence[int], visits: Sequence[int], whole: int) -> list[int]:
    """The margins, with the cents that rounding leaves over on the one with most visits (of equals, the first).

    >>> tied([333, 333], [10, 20], 667)
    [333, 334]
    """
    found = list(margins)
    if found:
        found[max(range(len(found)), key=lambda place: visits[place])] += whole - sum(found)
    return found
