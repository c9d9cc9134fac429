"""What every reader gives back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from medoffice_xl.problems import Problem
from medoffice_xl.readers.seen import Seen


@dataclass(frozen=True, slots=True)
class Reading:
    """One file, read as far as it goes: frames by table name, and everything worth reporting.

    `understood` says in a few words how a file was understood that leaves room for it; to be read before it is written.
    `lines_numbered` is false where the file does not number the lines of its claims: their numbers are then those of
    the file's own order, and mean nothing beside another file.
    `voided` are charges that a charge export lists and takes back again, or marks as void.
    `seen` are the columns of a charge export as they were understood; `told` is what the user said of the file.
    """

    file: str
    kind: str
    tables: Mapping[str, pd.DataFrame]
    problems: list[Problem] = field(default_factory=list)
    understood: str = ""
    lines_numbered: bool = True
    voided: pd.DataFrame | None = None
    seen: Seen | None = None
    told: str = ""
