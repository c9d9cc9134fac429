"""A problem found in what was read: where it is, what it is, what to do.

Problems are data, never lost and never raised: they become rows of the *Problems* sheet.
"""

from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters to a manager. Sorted so: money first."""

    MONEY = "money"
    DATA = "data"
    NOTE = "note"
    FORMAT = "format"


LONGEST_VALUE = 200
LONGEST_WORDS = 30_000
"""Characters: what is longer was no value that anybody typed, and a cell of the sheet Problems has to hold it."""


_LONGEST = {
    "problem": LONGEST_WORDS,
    "advice": LONGEST_WORDS,
    "file": LONGEST_WORDS,
    "column": LONGEST_VALUE,
    "value": LONGEST_VALUE,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. What is too long for a cell is cut, and ends in “…”.

    `line` is the 1-based line of a text file, row of a sheet or segment of a remittance; None for the whole
    file. `column` names the column or element, `value` is what stood there, as text.
    """

    severity: Severity
    problem: str
    advice: str
    file: str = ""
    line: int | None = None
    column: str = ""
    value: str = ""

    def __post_init__(self) -> None:
        for name, most in _LONGEST.items():
            text = getattr(self, name)
            if len(text) > most:
                object.__setattr__(self, name, f"{text[: most - 1]}…")

    def as_dict(self) -> dict[str, object]:
        """The problem as plain values, in the order of its fields."""
        return asdict(self)

    def __str__(self) -> str:
        place = ", ".join(
            part
            for part in (
                self.file,
                f"line {self.line}" if self.line is not None else "",
                self.column,
                f"“{self.value}”" if self.value else "",
            )
            if part
        )
        return f"{place}: {self.problem} {self.advice}" if place else f"{self.problem} {self.advice}"
