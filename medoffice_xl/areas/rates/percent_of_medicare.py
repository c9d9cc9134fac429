"""A payer's schedule as percent of Medicare, weighted by how often each code is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from medoffice_xl.areas.rates.agreed_rates import Agreed, Item, agreed_rates, items
from medoffice_xl.areas.rates.medicare_amounts import Amount, medicare_amounts, newest_year
from medoffice_xl.contracts.medicare_rate import MedicareTables
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.production.code_use import code_use
from medoffice_xl.production.relative_values import own_values


class Mix(StrEnum):
    """Whose services weigh the codes."""

    PRACTICE = "practice"
    OWN = "own"


DEFINITION = Definition(
    "Percent of Medicare",
    "sum of frequency × the payer's rate ÷ sum of frequency × Medicare's amount, over the codes that have both. One "
    "code mix for all payers compares schedules; a payer's own mix says what its patients bring",
    "Valiant Lifecare, payer contracting; CMS, PFS relative value files",
)


@dataclass(frozen=True, slots=True)
class Schedules:
    """What rates and Medicare's amounts are taken from."""

    book: Rulebook
    medicare: MedicareTables
    charge_master: Frame


@dataclass(frozen=True, slots=True)
class Compared:
    """A code mix with the payer's rate and Medicare's amount of each item."""

    mix: Sequence[Item]
    rates: Sequence[Agreed]
    amounts: Sequence[Amount]

    def sums(self) -> tuple[Fraction, int]:
        """Units × rate and units × Medicare, in thousandths of cents, over the items that have both."""
        both = [
            (item.units * rate.exact, item.units * amount.cents)
            for item, rate, amount in zip(self.mix, self.rates, self.amounts, strict=True)
            if rate.cents is not None and amount.cents is not None
        ]
        return sum((rate for rate, _ in both), Fraction(0)), sum(amount for _, amount in both)


def percent_of_medicare(
    charges: Frame,
    schedules: Schedules,
    as_of: date,
    payer: str,
    year: int = 0,
    mix: str = Mix.PRACTICE,
    window: int = 365,
    locality: str = "",
) -> Measure:
    """The payer's rates on `as_of` over Medicare's of `year` (the newest loaded where it is 0).

    Weighted by the units of the services of the `window` days up to `as_of`. Raises NoData where the year is not
    loaded, the payer has no rates, or no code has both.
    """
    whose = choose(Mix, mix, "code mix")
    period = days_up_to(as_of, window)
    used = items(code_use(charges, period, as_of), schedules.book, payer if whose is Mix.OWN else "")
    if not used:
        raise NoData(f"No services were charged{f' to {payer}' if whose is Mix.OWN else ''} from {period}.")
    wanted = year or newest_year(schedules.medicare.mpfs)
    own = own_values(schedules.charge_master, "total_rvu")
    compared = Compared(
        used,
        agreed_rates(schedules.book, payer, used, as_of),
        medicare_amounts(schedules.medicare, own, used, wanted, locality),
    )
    top, bottom = compared.sums()
    if not bottom:
        why = next((rate.why for rate in compared.rates if rate.why), "no code has a Medicare amount")
        raise NoData(f"No code has both a rate of {payer} and a Medicare amount: {why}.")
    gap_filled = [item.code for item, amount in zip(used, compared.amounts, strict=True) if amount.own]
    return Measure(
        float(top / bottom),
        Unit.PERCENT,
        DEFINITION,
        parts=[
            Part("Frequency × rate", round(top / 1000), Unit.MONEY),
            Part("Frequency × Medicare", round(bottom / 1000), Unit.MONEY),
            Part("Medicare's year", str(wanted), Unit.TEXT),
            Part("Locality", locality or "national", Unit.TEXT),
            Part("Code mix", str(whose), Unit.TEXT),
            Part("Codes valued by the practice's own RVUs", len(set(gap_filled)), Unit.COUNT),
            *period.parts,
        ],
        rows_used=sum(
            1
            for rate, amount in zip(compared.rates, compared.amounts, strict=True)
            if rate.cents is not None and amount.cents is not None
        ),
        left_out=_left_out(compared),
    )


def _left_out(compared: Compared) -> list[LeftOut]:
    """Codes that lack a rate or a Medicare amount, with their charges."""
    out = []
    for item, rate, amount in zip(compared.mix, compared.rates, compared.amounts, strict=True):
        if amount.cents is None:
            out.append(LeftOut(f"{item.name} has no Medicare value", 1, item.charge))
        elif rate.cents is None:
            out.append(LeftOut(f"{item.name}: {rate.why}", 1, item.charge))
    return out
