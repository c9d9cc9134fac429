"""Which group of causes a denial belongs to, as the sheets *Denial reasons* and *Denial groups* say."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.ledger.each_once import each_once
from medoffice_xl.published import published
from medoffice_xl.sets import Shared, Tables
from medoffice_xl.tables import DENIAL_GROUPS, DENIAL_REASONS
from medoffice_xl.tables.denial_groups import UNGROUPED

VAGUE = "Information"
"""The group whose reasons say only that something is missing: the remark says what."""

FRONT_DESK = "front desk"


@dataclass(frozen=True, slots=True)
class Group:
    """One group: who prevents it, what to do, the minutes one takes, and the share usually paid after all."""

    name: str
    prevented_by: str
    what_to_do: str
    minutes: float
    recovery: float


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Causes:
    """The practice's groups, and the group of each reason (CARC) and remark (RARC)."""

    groups: Mapping[str, Group]
    reasons: Mapping[str, str]
    remarks: Mapping[str, str]

    def of(self, reason: str, remarks: str) -> str:
        """The group of a denial, by its main reason (CO-197) and its remark codes.

        >>> causes = causes_of(None, None)
        >>> causes.of("CO-197", ""), causes.of("CO-16", "M62"), causes.of("CO-16", ""), causes.of("CO-999", "")
        ('Authorization', 'Authorization', 'Information', 'Other')
        """
        told = self.reasons.get(reason.rpartition("-")[2], "")
        if told and told != VAGUE:
            return told
        named = (self.remarks[code] for code in remarks.split() if code in self.remarks)
        return next(named, told or UNGROUPED)

    def of_lines(self, lines: pd.DataFrame, reasons: ReasonCodes) -> list[str]:
        """The group of each denied line (columns adjustments and remarks)."""
        return each_once(
            lambda adjustments, remarks: self.of(reasons.main_reason(adjustments), remarks),
            lines["adjustments"],
            lines["remarks"],
        )

    def group(self, name: str) -> Group:
        """What is known of a group; of one that the practice named and did not describe, as of any other."""
        return self.groups.get(name) or Group(name, "nobody", "", _OTHER.minutes, _OTHER.recovery)


def causes_of(reasons: pd.DataFrame | None, groups: pd.DataFrame | None) -> Causes:
    """The practice's tables; as they come with the package where there is none, or nothing in it."""
    listed = published(DENIAL_REASONS) if reasons is None or reasons.empty else reasons
    described = published(DENIAL_GROUPS) if groups is None or groups.empty else groups
    by_list: dict[str, dict[str, str]] = {"CARC": {}, "RARC": {}}
    for which, code, group in zip(listed["list"], listed["code"], listed["group"], strict=True):
        by_list[which][code.strip().upper()] = group
    return Causes(_groups(described), by_list["CARC"], by_list["RARC"])


def _groups(table: pd.DataFrame) -> dict[str, Group]:
    columns = ("group", "prevented_by", "what_to_do", "minutes", "recovery")
    return {row[0]: Group(*row) for row in zip(*(table[name] for name in columns), strict=True)}


_OTHER = _groups(published(DENIAL_GROUPS))[UNGROUPED]

CAUSES = Shared(
    "the causes of denials",
    lambda tables: causes_of(tables.get("denial_reasons"), tables.get("denial_groups")),
    uses=("denial_reasons", "denial_groups"),
)
"""The practice's groups of causes."""


def causes(tables: Tables) -> Causes:
    """The groups of these tables."""
    return tables.shared(CAUSES)
