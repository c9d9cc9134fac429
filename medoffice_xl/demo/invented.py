"""What an area sees of the invented practice, and what it adds to it."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from medoffice_xl.demo.adjudication import Answer
from medoffice_xl.demo.hidden import Hidden
from medoffice_xl.demo.patient_money import PatientMoney
from medoffice_xl.demo.visits import Claim

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class InventedPractice:
    """The practice's visits and what came of them; files are written to `folder`, its inbox.

    `money` is what patients paid and what was written off, by claim and line number.
    """

    folder: Path
    doctors: int
    months: int
    seed: int
    last_day: date
    claims: list[Claim]
    answers: list[Answer]
    money: Mapping[tuple[str, int], PatientMoney]

    def chance(self, name: str) -> random.Random:
        """Chance of its own for whoever asks, so that what one adds never changes what another made."""
        return random.Random(f"{self.seed} {name}")  # noqa: S311  (an invented practice, no secret)


@dataclass(frozen=True, slots=True)
class DemoPart:
    """What an area adds: files to bring in, tables as a manager would have typed them, settings, and what is hidden.

    `tables` are frames by the tables' names; they are written before the files are brought in.
    """

    files: tuple[Path, ...] = ()
    tables: "Mapping[str, pd.DataFrame]" = field(default_factory=dict)
    settings: Mapping[str, str | int | float | date] = field(default_factory=dict)
    hidden: tuple[Hidden, ...] = ()
