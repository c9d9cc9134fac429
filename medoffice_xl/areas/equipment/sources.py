"""The tables that a purchase is judged by, and the days that the practice's own figures look back on."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pandas as pd

from medoffice_xl.area import figure
from medoffice_xl.areas.equipment.candidate import Candidate, candidate, candidate_names
from medoffice_xl.areas.equipment.procedure_income import Allowed, allowed_a_procedure
from medoffice_xl.areas.equipment.tables import CANDIDATES, CODES, DEPRECIATION_RATES, SECTION_179_LIMITS
from medoffice_xl.areas.equipment.tax_rules import TaxRules
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.sets import Shared, Tables
from medoffice_xl.tables import ACCOUNTS, CASH, CHARGES, COSTS, LEDGER, PAYMENTS, Table, empty_frame

NEEDED = (CANDIDATES.name,)
USED = (
    CODES.name, SECTION_179_LIMITS.name, DEPRECIATION_RATES.name,
    CHARGES.name, PAYMENTS.name, COSTS.name, CASH.name, LEDGER.name, ACCOUNTS.name,
)  # fmt: skip
"""Tables that figures of equipment take where they are there, beside those that price."""


@dataclass(frozen=True, slots=True)
class Lookback:
    """The day the figures are of, the days of services behind the payer mix, and the days given to pay."""

    as_of: date
    days: int = 365
    settle: int = 0


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Sources:
    """The tables, ready to be asked. `book` prices the procedures."""

    candidates: pd.DataFrame
    codes: pd.DataFrame
    charges: pd.DataFrame
    payments: pd.DataFrame
    costs: pd.DataFrame
    cash: pd.DataFrame
    ledger: pd.DataFrame
    accounts: pd.DataFrame
    rules: TaxRules
    book: Rulebook

    @property
    def names(self) -> list[str]:
        """Every candidate; raises NoData where there is none."""
        names = candidate_names(self.candidates)
        if not names:
            raise NoData(f"{CANDIDATES.sheet} has no rows yet: type what might be bought.")
        return names

    def candidate(self, name: str) -> Candidate:
        """The candidate of this name."""
        return candidate(self.candidates, name)

    def judging(self, back: Lookback) -> InForce:
        """What judges on the day."""
        return self.book.thresholds.on(back.as_of)

    def allowed(self, of: Candidate, back: Lookback) -> Allowed:
        """What a procedure is allowed: as typed, or by the contracts at the practice's payer mix."""
        if of.allowed is not None:
            return Allowed(Fraction(of.allowed), (), (), "typed, not worked out", Fraction(0), 0)
        period = days_up_to(back.as_of, back.days)
        return allowed_a_procedure(self.codes, of.name, self.charges, self.book, period, back.as_of)

    def collected(self, of: Candidate, back: Lookback) -> Fraction:
        """The share of the allowed amount that comes in: as typed, or the practice's net collection rate."""
        if of.collected is not None:
            return of.collected
        rate = figure("collection_rate")(
            self.charges, self.payments, back.as_of, back.days, "net", "matched", back.settle
        )
        return Fraction(str(rate.value))


def sources_of(tables: Tables) -> Sources:
    """The sources from tables; one that is not there is empty."""
    return tables.shared(SOURCES)


def _sources(tables: Tables) -> Sources:
    def frame(table: Table) -> pd.DataFrame:
        found = tables.rows_if_there(table.name)
        return empty_frame(table) if found is None else found

    return Sources(
        candidates=frame(CANDIDATES),
        codes=frame(CODES),
        charges=frame(CHARGES),
        payments=frame(PAYMENTS),
        costs=frame(COSTS),
        cash=frame(CASH),
        ledger=frame(LEDGER),
        accounts=frame(ACCOUNTS),
        rules=TaxRules(tables.get(SECTION_179_LIMITS.name), tables.get(DEPRECIATION_RATES.name)),
        book=tables.shared(RULEBOOK),
    )


SOURCES = Shared("what purchases are judged by", _sources, uses=(*NEEDED, *USED, *RULEBOOK.reads))
