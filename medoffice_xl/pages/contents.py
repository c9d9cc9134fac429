"""What can stand in a cell: a value, a formula, or a way to another page."""

from dataclasses import dataclass

from medoffice_xl.measure import Unit, Value, in_a_cell

NOT_YET = "#N/A"
"""The stored value of a figure in a workbook that holds no data yet."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula, beginning with =. It may refer to blocks of pages (`references`).

    `stored` is what the cell shows until it is calculated.
    """

    text: str
    stored: Value = ""

    def __post_init__(self) -> None:
        if not self.text.startswith("="):
            raise ValueError(f"a formula begins with =: {self.text}")


def ours(text: str) -> Formula:
    """One call of a function of ours: not known until it is calculated."""
    return Formula(text, NOT_YET)


def ours_or(text: str, words: str) -> Formula:
    """The same where it is a number, else the words: for a figure that a well-kept workbook may not have.

    Not IFNA: one host hands our errors over as text.
    """
    call = text.removeprefix("=")
    return Formula(f'=IF(ISNUMBER({call}),{call},"{words}")', NOT_YET)


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another sheet of the workbook."""

    words: str
    sheet: str


Content = Value | Formula | Link
Words = str | Formula
"""A line of text: as it is, or worked out."""


def content_of_cell(content: Content, unit: Unit) -> Content:
    """What a cell holds for a value. Formulas and links stay."""
    return content if isinstance(content, Formula | Link) else in_a_cell(content, unit)
