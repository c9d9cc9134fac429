"""What every report and figure that prices shares: one rulebook, one check of the remittances, Medicare's tables."""

from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.contracts.check_as_known import check_once
from medoffice_xl.contracts.check_of_ledger import checked_batches, lie_in_a_ledger
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.checked_rows import kept_lines
from medoffice_xl.contracts.medicare_rate import MedicareTables
from medoffice_xl.contracts.rulebook import PRICING_TABLES, Rulebook, compile_rulebook, dated_factors
from medoffice_xl.ledger.rows import Frame, in_memory
from medoffice_xl.sets import Shared, Tables
from medoffice_xl.tables import CHARGES, CONVERSION_FACTORS, GPCI, MPFS, REMITS


def _reasons(tables: Tables) -> ReasonCodes:
    return ReasonCodes.of(tables.get("reason_codes"))


REASONS = Shared("what reason codes mean", _reasons, uses=("reason_codes",))
"""The practice's list of reason codes, or the published one."""


def _rulebook(tables: Tables) -> Rulebook:
    return compile_rulebook({name: tables.get(name) for name in PRICING_TABLES})


RULEBOOK = Shared("the rulebook", _rulebook, uses=PRICING_TABLES)
"""What prices a line, compiled from all tables that price."""


def _checked(tables: Tables) -> Frame:
    remits, charges, book = tables.rows("remits"), tables.rows_if_there("charges"), tables.shared(RULEBOOK)
    if lie_in_a_ledger(remits, charges):
        return kept_lines(checked_batches(remits, charges, book))
    lines = in_memory(remits, REMITS)
    billed = None if charges is None else in_memory(charges, CHARGES)
    return checked_lines(lines, check_once(lines, book, billed), book)


CHECKED = Shared("the voucher check", _checked, needs=("remits",), uses=("charges", *RULEBOOK.reads))
"""Every remitted line with its class, finding and figures: a frame in the order of the table `remits`, or of a ledger
files on the disk (medoffice_xl.contracts.checked_rows)."""


def _medicare(tables: Tables) -> MedicareTables:
    factors = dated_factors(tables.get(CONVERSION_FACTORS.name))
    return MedicareTables(tables[MPFS.name], tables.get(GPCI.name), factors)


MEDICARE = Shared("Medicare's tables", _medicare, needs=(MPFS.name,), uses=(GPCI.name, CONVERSION_FACTORS.name))
"""What Medicare's amounts are made of; the published conversion factors where the practice typed none."""
