"""A workbook as reports see it, wherever it is open."""

from datetime import date
from functools import cache
from typing import Any, Protocol

import pandas as pd

from medoffice_xl.errors import BadArgument, MedOfficeError
from medoffice_xl.sets import Tables
from medoffice_xl.sets.tables import is_absent
from medoffice_xl.sets.unchanging import unchanging


class HasSettings(Protocol):
    """Whatever has the settings of a workbook."""

    def setting(self, name: str) -> object:
        """A setting by its name; None where it is empty."""


class Practice(HasSettings, Protocol):
    """The tables and settings of one practice. Nothing is read that no report asks for."""

    def has(self, table: str) -> bool:
        """Whether the workbook has the table of this name."""

    def table(self, name: str) -> pd.DataFrame:
        """The table as a frame; raises BookError where it is missing."""

    def rows(self, name: str) -> Any:
        """The same in whichever frame holds it: one of a ledger is not read whole, but by what is asked of it."""

    @property
    def as_of(self) -> date:
        """The day the figures are of."""

    @property
    def name(self) -> str:
        """What the practice is called; empty if nobody said."""


def number_setting(practice: Practice, name: str) -> float:
    """A setting that is a number; raises BadArgument where it is none."""
    found = practice.setting(name)
    try:
        return float(str(found))
    except ValueError as error:
        raise BadArgument(f"{name} on the sheet Settings is no number ({found}). Type one.") from error


def tables_of(practice: Practice) -> Tables:
    """The practice's tables as figures take them, each read once, when something is made of it."""

    @cache
    def found(name: str) -> pd.DataFrame | None:
        return practice.table(name) if practice.has(name) else None

    @cache
    def rows(name: str) -> Any:
        return unchanging(practice.rows(name)) if practice.has(name) else None

    def absent(name: str) -> MedOfficeError:
        try:
            practice.table(name)
        except MedOfficeError as error:
            return error
        return is_absent(name)

    return Tables(found, absent=absent, rows=rows)
