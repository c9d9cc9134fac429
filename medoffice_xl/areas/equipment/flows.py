"""The cash that a candidate takes and brings, year by year, after tax."""

from dataclasses import dataclass
from fractions import Fraction

from medoffice_xl.areas.equipment.candidate import Candidate
from medoffice_xl.areas.equipment.deductions import Deductions, deductions
from medoffice_xl.areas.equipment.procedure_income import Allowed
from medoffice_xl.areas.equipment.sources import Lookback, Sources
from medoffice_xl.measure import Part, Unit

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Stress:
    """How volume and rates differ from what was typed: −1/10 is a tenth less."""

    volume: Fraction = Fraction(0)
    rate: Fraction = Fraction(0)


AS_TYPED = Stress()


@dataclass(frozen=True, slots=True)
class YearOfUse:
    """One year, in cents, exact."""

    year: int
    procedures: Fraction
    net: Fraction
    deducted: Fraction
    tax: Fraction
    salvage: Fraction

    @property
    def flow(self) -> Fraction:
        """What is left: before tax, less tax, with the sale after its own tax in the last year."""
        return self.net - self.tax + self.salvage


@dataclass(frozen=True, slots=True)
class CashFlows:
    """A candidate's cash, with what it was made of."""

    of: Candidate
    years: tuple[YearOfUse, ...]
    allowed: Allowed
    collected: Fraction
    margin: Fraction
    deducted: Deductions

    @property
    def flows(self) -> list[Fraction]:
        """The price, then every year's cash."""
        return [Fraction(-self.of.price), *(year.flow for year in self.years)]

    @property
    def parts(self) -> list[Part]:
        """What the cash was made of."""
        return [
            Part("Candidate", self.of.name, Unit.TEXT),
            Part("Price", self.of.price, Unit.MONEY),
            Part("Allowed a procedure", round(self.allowed.cents), Unit.MONEY),
            *self.allowed.parts,
            Part("Collected of allowed", float(self.collected), Unit.PERCENT),
            Part("Left of a procedure after its own cost", round(self.margin), Unit.MONEY),
            *self.deducted.parts,
            *(
                Part(f"Year {year.year}: {float(year.procedures):,.0f} procedures", round(year.flow), Unit.MONEY)
                for year in self.years
            ),
            Part("Discount rate", float(self.of.discount), Unit.PERCENT),
            Part("Tax rate", float(self.of.tax), Unit.PERCENT),
        ]

    @property
    def notes(self) -> list[str]:
        """What to know of the taxes."""
        loses = self.of.tax and any(year.net < year.deducted for year in self.years)
        saves = ["A year that deducts more than it brings saves tax on the practice's other income."] if loses else []
        return [*self.deducted.notes, *saves]


def cash_flows(sources: Sources, back: Lookback, of: Candidate, stress: Stress = AS_TYPED) -> CashFlows:
    """net = procedures × (allowed × collected − variable cost) − maintenance − labor; tax = rate × (net − deducted).

    In the last year the machine is sold: salvage − rate × (salvage − what is not deducted yet).
    """
    allowed, collected = sources.allowed(of, back), sources.collected(of, back)
    margin = allowed.cents * (1 + stress.rate) * collected - of.variable
    deducted = deductions(of, sources.rules)
    years = []
    for year, taken in enumerate(deducted.by_year, 1):
        procedures = MONTHS * of.volume * (1 + stress.volume) * of.share_of_volume(year)
        net = procedures * margin - of.maintenance - of.labor
        sold = _sold(of, deducted) if year == of.life else Fraction(0)
        years.append(YearOfUse(year, procedures, net, taken, of.tax * (net - taken), sold))
    return CashFlows(of, tuple(years), allowed, collected, margin, deducted)


def _sold(of: Candidate, deducted: Deductions) -> Fraction:
    """What the sale leaves after the tax on its gain, or with the tax that its loss saves."""
    book = of.price - deducted.total
    return of.salvage - of.tax * (of.salvage - book)
