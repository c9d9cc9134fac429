"""The experience and the rules from the practice's tables."""

from datetime import date

from medoffice_xl.areas.forecast.experience import Experience, experience
from medoffice_xl.areas.forecast.projection import Rules
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.sets import Tables
from medoffice_xl.tables import CHARGES, PAYERS, PAYMENTS

NEEDED = (CHARGES.name, PAYMENTS.name, PAYERS.name)


def experience_of(tables: Tables, as_of: date) -> Experience:
    """What was billed and what came in, up to the day."""
    charges, payments, payers = (tables.rows(name) for name in NEEDED)
    return experience(charges, payments, payers, tables.shared(RULEBOOK), as_of)


def rules_of(tables: Tables, as_of: date) -> Rules:
    """The thresholds in force on the day."""
    return Rules.of(tables.shared(RULEBOOK).thresholds.on(as_of))
