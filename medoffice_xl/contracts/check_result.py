"""What the voucher check gives: one row a remitted line, in the columns that are declared here and in the findings."""

import numpy as np
import pandas as pd

from medoffice_xl.contracts.check_column import CheckColumn, cents, flag, whole
from medoffice_xl.contracts.findings import FINDINGS, CheckedSoFar

_OF_LINE = (
    whole("line_class", "What the line is: a LineClass."),
    whole("finding", "What the comparison found: a Finding."),
    whole("status", "Whether the line has a price, and if not, why not: a Status."),
    whole("source", "Where the price of one unit came from: a Source."),
    whole("contract", "Row of the rulebook's terms."),
    whole("payer", "Place of the payer among the rulebook's names; −1 where it is unknown."),
    whole("leader", "Place of the first line of the service, where its figures stand."),
    flag("compared", "The figures of a service that was held against its contract stand here."),
    cents("allowed", "What the payer allowed for the service."),
    cents("expected", "What the contract allows for it."),
    cents("variance", "Allowed less expected, where they were compared."),
    whole("units", "Thousandths of a unit of the service."),
    whole("mods", "The service's modifiers, as bits."),
    flag("facility", "Whether the service was done in a facility."),
)

CHECK_RESULT: tuple[CheckColumn, ...] = (*_OF_LINE, *(column for kind in FINDINGS for column in kind.columns))
"""The columns of the check, in order."""


def check_result(so_far: CheckedSoFar) -> pd.DataFrame:
    """The finished check, with what each finding found."""
    compared, lines = so_far.compared, so_far.billed.lines
    found: dict[str, np.ndarray] = {
        "line_class": so_far.classes,
        "finding": compared.finding,
        "status": compared.status,
        "source": compared.source,
        "contract": compared.contract,
        "payer": lines.payer,
        "leader": compared.leader,
        "compared": compared.compared,
        "allowed": compared.allowed,
        "expected": compared.expected,
        "variance": compared.variance,
        "units": compared.units,
        "mods": compared.mods,
        "facility": lines.facility,
    }
    for kind in FINDINGS:
        found |= kind.find(so_far)
    columns = {column.name: found[column.name].astype(column.holds, copy=False) for column in CHECK_RESULT}
    return pd.DataFrame(columns, copy=False)
