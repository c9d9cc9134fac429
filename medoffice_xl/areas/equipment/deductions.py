"""What a purchase deducts from taxable income, year by year: Section 179, then bonus on the rest, then MACRS."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, repeat

from medoffice_xl.areas.equipment.candidate import Candidate
from medoffice_xl.areas.equipment.tables import BONUS, HALF_YEAR, MACRS, MID_QUARTER, SECTION_179, STRAIGHT_LINE, SUV
from medoffice_xl.areas.equipment.tax_rules import TaxRules
from medoffice_xl.errors import NoData
from medoffice_xl.measure import Part, Unit

LAST_QUARTER_SHARE = Fraction(40, 100)
"""Above this share placed in service in the last quarter, each quarter has its own rates: 26 U.S.C. 168(d)(3)."""


@dataclass(frozen=True, slots=True)
class Deductions:
    """Cents that each year of use deducts, as exact fractions, and how they came about.

    `first` is what Section 179 takes off in all, `bonus` what bonus depreciation does in the first year.
    """

    by_year: tuple[Fraction, ...]
    first: int
    bonus: Fraction
    convention: str
    notes: tuple[str, ...] = ()

    @property
    def total(self) -> Fraction:
        """All that is deducted by the end of the life."""
        return sum(self.by_year, Fraction(0))

    @property
    def parts(self) -> list[Part]:
        """What was deducted how."""
        return [
            Part("Section 179", self.first, Unit.MONEY),
            Part("Bonus depreciation", round(self.bonus), Unit.MONEY),
            Part("Depreciated by", self.convention, Unit.TEXT),
        ]


def deductions(of: Candidate, rules: TaxRules) -> Deductions:
    """What the candidate deducts in each year of its life; the years after it deduct nothing.

    Section 179 takes what its limit, lowered by the phase-out, allows; what exceeds the business income of a year is
    carried to the next. Straight line spreads the price over the life.
    """
    if of.depreciation == STRAIGHT_LINE:
        a_year = Fraction(of.price, of.life)
        return Deductions((a_year,) * of.life, 0, Fraction(0), f"straight line, {of.life} years")
    notes: list[str] = []
    first = _first(of, rules, notes) if of.depreciation == SECTION_179 else 0
    rest = Fraction(of.price - first)
    bonus = rest * rules.limits_on(of.placed).bonus if of.depreciation in (SECTION_179, BONUS) else Fraction(0)
    rest -= bonus
    convention = _convention(of, first)
    shares = chain(rules.macrs(of.recovery, convention), repeat(Fraction(0)))
    by_year = []
    carried = Fraction(first)
    for year, share in zip(range(1, of.life + 1), shares, strict=False):
        used = carried if of.business_income is None else min(carried, Fraction(max(of.business_income, 0)))
        carried -= used
        by_year.append(used + rest * share + (bonus if year == 1 else 0))
    if of.business_income is not None and first > max(of.business_income, 0):
        notes.append("Section 179 exceeds the business income of the first year; the rest is carried forward.")
    return Deductions(tuple(by_year), first, bonus, f"{MACRS} {of.recovery} years, {convention}", tuple(notes))


def _first(of: Candidate, rules: TaxRules, notes: list[str]) -> int:
    """What Section 179 allows of the price."""
    limits = rules.limits_on(of.placed)
    allowed = min(of.price, limits.after_phase_out(of.price + of.other_purchases))
    if of.vehicle == SUV:
        if limits.suv_limit is None:
            raise NoData(f"Section 179 has no SUV limit from {limits.since:%m/%d/%Y}. Type it on the sheet.")
        allowed = min(allowed, limits.suv_limit)
    if allowed < of.price:
        notes.append(f"Section 179 does not reach the whole price: {limits.source}.")
    if of.placed.year > limits.since.year:
        notes.append(f"The limits of {limits.since.year} are used for {of.placed.year}; type the newer ones.")
    return allowed


def _convention(of: Candidate, first: int) -> str:
    """Half-year, or mid-quarter where more than 40% of the year's equipment comes in the last quarter.

    What Section 179 took off does not count.
    """
    quarter = (of.placed.month + 2) // 3
    own = of.price - first
    late = of.other_last_quarter + (own if quarter == 4 else 0)
    return f"{MID_QUARTER} {quarter}" if late > LAST_QUARTER_SHARE * (own + of.other_purchases) else HALF_YEAR
