"""Why a budget suffers: what hurts, by dollars, and what is to be done about each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from medoffice_xl.areas.budget import thresholds as judged
from medoffice_xl.areas.budget.budget_bridge import VOLUME, Step
from medoffice_xl.areas.budget.payroll_parts import PayrollParts, in_a_sentence
from medoffice_xl.areas.budget.revenue_parts import RevenuePart
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.measure import Measure


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that hurts: its name as a sentence says it, its cents (below zero), and what to do."""

    name: str
    cents: int
    advice: str


@dataclass(frozen=True, slots=True)
class Patients:
    """Visits of the months, planned and actual, and how many of them were new patients'."""

    planned: Fraction
    actual: Fraction
    planned_new: Fraction
    actual_new: Fraction

    @property
    def new_short(self) -> Fraction:
        """New patients that are missing."""
        return self.planned_new - self.actual_new

    @property
    def established_short(self) -> Fraction:
        """Visits of known patients that are missing."""
        return self.planned - self.actual - self.new_short


@dataclass(frozen=True, slots=True)
class Access:
    """What other duties know of the slots: shares, and what they have changed by; None where nobody knows."""

    fill: Measure | None = None
    no_show_rise: Measure | None = None
    wait_rise: Measure | None = None


_ADVICE = {
    RevenuePart.MIX: "More visits of payers that pay less: see Payer review.",
    RevenuePart.RATE: "Visits are allowed less than planned: check vouchers and the fee review.",
    RevenuePart.LOSSES: "More was written off than planned: see denials and write-offs.",
    RevenuePart.TIMING: "Money that is owed and comes later: see open A/R; nothing has to be cut for it.",
    RevenuePart.NOT_VISITS: "Income of the books that visits do not bring: see the ledger.",
}
_NAMES = {
    RevenuePart.MIX: "payer mix", RevenuePart.RATE: "rates", RevenuePart.LOSSES: "losses",
    RevenuePart.TIMING: "timing of payments", RevenuePart.NOT_VISITS: "income not from visits", VOLUME: "visits",
}  # fmt: skip


def causes(
    steps: Sequence[Step],
    patients: Patients,
    access: Access,
    limits: InForce,
    payroll: Mapping[str, PayrollParts] = MappingProxyType({}),
) -> list[Cause]:
    """What hurts, most dollars first: parts of one cause together, those that help left out.

    `payroll` tells of accounts of pay what of their spending is hours and what wage.
    """
    sums: dict[str, int] = {}
    for step in steps:
        sums[step.cause] = sums.get(step.cause, 0) + step.cents
    hurting = sorted((cents, name) for name, cents in sums.items() if cents < 0)
    return [
        Cause(_NAMES.get(name, name), cents, in_a_sentence(payroll, name) or _advice(name, patients, access, limits))
        for cents, name in hurting
    ]


def named(found: Sequence[Cause], least: int, limits: InForce) -> list[Cause]:
    """The causes that a sentence names: the first, and the second where the first is a smaller share of all that hurts.

    A cause below the least shortfall is not named.
    """
    whole = -sum(cause.cents for cause in found)
    large = [cause for cause in found if -cause.cents >= least]
    if not large or -large[0].cents >= whole * limits.exact(judged.ALONE):
        return large[:1]
    return large[:2]


def _advice(cause: str, patients: Patients, access: Access, limits: InForce) -> str:
    if cause == VOLUME:
        return of_visits(patients, access, limits)
    if cause in ("costs with visits", "costs with cash"):
        return "More was done than planned, and what goes with it cost more: no overspending."
    for part, advice in _ADVICE.items():
        if cause == part:
            return advice
    return "More was spent than the plan allows for what was done: see the account."


def of_visits(patients: Patients, access: Access, limits: InForce) -> str:
    """Whether marketing, capacity or access is what visits are short of, as far as the workbook knows."""
    rise = access.no_show_rise
    if rise is not None and rise.value >= limits.share(judged.NO_SHOW_UP):
        return f"No-shows have risen by {rise.value * 100:.1f} points: access first, then marketing."
    if patients.new_short <= max(patients.established_short, Fraction(0)):
        return "Mostly known patients who come less often: recall them."
    waits = access.wait_rise is not None and access.wait_rise.value >= limits.share(judged.WAIT_UP)
    if access.fill is None:
        return (
            "Slots: not in the workbook yet. Where slots are free, marketing can help; where they are full, capacity."
        )
    filled = f"Slots were {access.fill.value * 100:.0f}% filled"
    if access.fill.value >= limits.share(judged.SLOTS_FULL) or waits:
        return f"{filled}{' and the wait is growing' if waits else ''}: capacity is short, marketing does not help."
    if access.fill.value < limits.share(judged.SLOTS_FREE):
        return f"{filled}: marketing can help."
    return f"{filled}: neither free nor full, to be watched; no cause is named."
