"""What one of CMS's quarterly files of limits by code gives, whatever is limited: prices of drugs, or units."""

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from medoffice_xl.problems import Problem


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one file as its table, the day they start, and what was found."""

    frame: pd.DataFrame
    first: date
    problems: list[Problem]

    def of_zip(self, archive: str) -> "Limits":
        """The problems under the name of the zip, which is what was imported; lines are those of its member."""
        return replace(self, problems=[replace(problem, file=archive) for problem in self.problems])
