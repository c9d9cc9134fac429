"""A user's word for one of a few ways to do a thing."""

from enum import StrEnum
from typing import TypeVar

from medoffice_xl.errors import BadArgument

Choice = TypeVar("Choice", bound=StrEnum)


def choose(kind: type[Choice], word: str, what: str) -> Choice:
    """The choice the word names, in upper or lower case; raises BadArgument with all there are."""
    for choice in kind:
        if choice.casefold() == word.strip().casefold():
            return choice
    raise BadArgument(f"“{word}” is no {what}; choose {', '.join(kind)}.")
