"""What a finding of the voucher check is made of. Each stands in one file of this folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from medoffice_xl.claims.which_answer_stands import Answers
from medoffice_xl.contracts.check_column import CheckColumn
from medoffice_xl.contracts.comparison import Comparison
from medoffice_xl.contracts.exact_amounts import Ints
from medoffice_xl.contracts.lines_as_billed import AsBilled
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.pages.blocks import Listing

Found = Mapping[str, Ints | npt.NDArray[np.bool_]]


@dataclass(frozen=True, slots=True)
class CheckedSoFar:
    """What the steps of the check have found before its findings are asked, one place a remitted line."""

    billed: AsBilled
    answers: Answers
    compared: Comparison
    classes: Ints
    book: Rulebook

    @property
    def remits(self) -> pd.DataFrame:
        """The remitted lines, in the order of their places."""
        return self.billed.remits


class Says(Enum):
    """Where a finding's sentence stands beside what the comparison found."""

    INSTEAD = "instead"
    BEFORE = "before"
    AFTER = "after"


def _silent(_: Mapping[str, Any]) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class FindingKind:
    """One finding: its columns, the test that fills them, its sentence and its section of the report.

    `needs` are the columns of Remits that the test looks at. `sentence` takes a checked line and is empty where the
    line has no such finding. `section` adds the checked lines up that have it: those whose column `lists` is above or
    below 0.
    """

    columns: tuple[CheckColumn, ...] = ()
    find: Callable[[CheckedSoFar], Found] = lambda _: {}
    needs: tuple[str, ...] = ()
    sentence: Callable[[Mapping[str, Any]], str] = _silent
    says: Says = Says.AFTER
    section: Callable[[pd.DataFrame], Listing] | None = None
    lists: str = ""
