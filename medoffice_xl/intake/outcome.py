"""What became of a file that was to be brought in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: rows of its own that were new, changed or there already.

    `refused` says why nothing was taken from it; empty if something was.
    """

    file: str
    kind: str = ""
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    already_there: bool = False
    refused: str = ""
