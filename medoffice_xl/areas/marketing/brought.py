"""Campaigns and the new patients they brought, side by side: what cost and return are made of."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from medoffice_xl.areas.marketing.campaigns import Campaign, begun, brought_by, campaigns_of
from medoffice_xl.areas.marketing.new_patients import Registered
from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.plain_name import plain_name
from medoffice_xl.sets.unchanging import remembered, unchanging


@dataclass(frozen=True, slots=True)
class Brought:
    """The campaigns that have begun by the day, and the new patients, each with the `campaign` that brought it."""

    campaigns: Sequence[Campaign]
    patients: pd.DataFrame
    found: Registered
    limits: InForce

    @property
    def as_of(self) -> date:
        """The day."""
        return self.found.as_of

    def by(self, campaigns: Collection[Campaign]) -> pd.DataFrame:
        """The patients that these campaigns brought."""
        names = {each.name for each in campaigns}
        found: pd.DataFrame = self.patients[self.patients["campaign"].isin(names)]
        return found

    def named(self, name: str) -> list[Campaign]:
        """The campaign of this name, or all. Raises NoData without any, BadArgument for one that is not there."""
        if not self.campaigns:
            raise NoData("No campaign has begun by the day. Type them on the sheet Campaigns.")
        if not name.strip():
            return list(self.campaigns)
        of = [each for each in self.campaigns if plain_name(each.name) == plain_name(name)]
        if not of:
            near = did_you_mean(name, [each.name for each in self.campaigns], 3)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            raise BadArgument(f"No campaign “{name}” has begun by the day.{hint}")
        return of


def brought(campaigns: Frame, found: Registered, limits: InForce) -> Brought:
    """Which campaigns have begun by the day, and whom each brought."""
    known, patients = remembered(_brought, campaigns, found, asked=(limits,))
    return Brought(known, patients, found, limits)


def _brought(campaigns: Frame, found: Registered, limits: InForce) -> tuple[Sequence[Campaign], pd.DataFrame]:
    known = begun(campaigns_of(campaigns), found.as_of)
    return known, unchanging(found.patients.assign(campaign=brought_by(known, found.patients, limits)))
