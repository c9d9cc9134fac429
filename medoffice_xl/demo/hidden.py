"""What is worth finding in the invented practice is told, so that a reader can check the workbook's findings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hidden:
    """Something worth finding that was hidden in the practice, and the sheet or report that shows it."""

    what: str
    sheet: str
