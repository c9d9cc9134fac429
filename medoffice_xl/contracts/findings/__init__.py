"""The findings of the voucher check. A further one is one file here and one line in FINDINGS.

The order is that of the report's sections and, within a line's words, of the sentences.
"""

from medoffice_xl.contracts.findings.above_unit_limit import ABOVE_UNIT_LIMIT
from medoffice_xl.contracts.findings.below_contract import BELOW_CONTRACT
from medoffice_xl.contracts.findings.deductions import DEDUCTIONS
from medoffice_xl.contracts.findings.full_difference import FULL_DIFFERENCE
from medoffice_xl.contracts.findings.kind import CheckedSoFar, FindingKind, Says
from medoffice_xl.contracts.findings.late_payment import LATE_PAYMENT
from medoffice_xl.contracts.findings.paid_twice import PAID_TWICE
from medoffice_xl.contracts.findings.recoded import RECODED
from medoffice_xl.contracts.findings.recovered import RECOVERED
from medoffice_xl.contracts.findings.unpaired_reversal import UNPAIRED_REVERSAL

FINDINGS: tuple[FindingKind, ...] = (
    FULL_DIFFERENCE,
    UNPAIRED_REVERSAL,
    PAID_TWICE,
    RECODED,
    BELOW_CONTRACT,
    DEDUCTIONS,
    LATE_PAYMENT,
    ABOVE_UNIT_LIMIT,
    RECOVERED,
)

__all__ = ["FINDINGS", "CheckedSoFar", "FindingKind", "Says"]
