"""What the user may have meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(text: str, known: Iterable[str], count: int = 5) -> list[str]:
    """The known words nearest to a text, those that begin alike first; never the text itself, however it is written.

    >>> did_you_mean("G043", ["G0439", "G0543", "G0438", "g043"])
    ['G0438', 'G0439', 'G0543']
    """
    asked = text.strip().casefold()
    others = {word for word in known if word.strip().casefold() != asked}
    close = get_close_matches(text, sorted(others), 40)
    return sorted(close, key=lambda word: (-alike(text, word), word))[:count]


def alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
