"""What a scheduler's status is taken as: as the sheet *Appointment statuses* says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from medoffice_xl.plain_name import plain_name
from medoffice_xl.published import published
from medoffice_xl.sets import Shared, Tables
from medoffice_xl.tables.appointments import NO_STATUS, STATUSES, Outcome

_SIGN_FIRST = re.compile(r"(\S)\s")


@dataclass(frozen=True, slots=True, weakref_slot=True, eq=False)
class Statuses:
    """What each status counts as, by its plain spelling."""

    taken_as: Mapping[str, str]

    def of(self, status: str) -> str:
        """What it is taken as; `Outcome.UNKNOWN` where nobody says.

        The whole status goes before the single sign that it begins with: OpenEMR writes `? No show`.
        """
        plain = plain_name(status) or NO_STATUS
        if plain in self.taken_as:
            return self.taken_as[plain]
        sign = _SIGN_FIRST.match(plain)
        return self.taken_as.get(sign[1], Outcome.UNKNOWN) if sign else Outcome.UNKNOWN


def statuses_of(rows: pd.DataFrame | None) -> Statuses:
    """The rows of the sheet; those that come with the package where it has none."""
    known = published(STATUSES) if rows is None or rows.empty else rows
    return Statuses({plain_name(name): taken for name, taken in zip(known["status"], known["taken_as"], strict=True)})


def _made(tables: Tables) -> Statuses:
    return statuses_of(tables.get(STATUSES.name))


TAKEN = Shared("what appointments' statuses are taken as", _made, uses=(STATUSES.name,))
"""What statuses are taken as."""
