"""What became of a file that was to be brought in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file: rows of its own that were new, changed or there already.

    `refused` says why nothing was taken from it; empty if something was. `to_say` is what the user has to say of it
    first; empty where that would not help.
    """

    file: str
    kind: str = ""
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    already_there: bool = False
    refused: str = ""
    to_say: str = ""
