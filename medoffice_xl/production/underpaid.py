"""What payers allowed below their contracts, by the check of every remitted line."""

from collections import defaultdict
from datetime import date

import pandas as pd

from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.short_lines import short_lines
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame


def underpaid(remits: Frame, charges: Frame, book: Rulebook, period: Period, as_of: date) -> dict[str, int]:
    """Cents by payer that were allowed below the contract, for services of the period, as known on the day."""
    lines = short_lines(remits, charges, book, as_of)
    inside = lines["dos"].between(pd.Timestamp(period.first), pd.Timestamp(period.last))
    short = lines[inside & lines["compared"] & (lines["finding"] == Finding.UNDERPAID)]
    sums: dict[str, int] = defaultdict(int)
    for payer, cents in zip(short["answered_by"], short["variance"].tolist(), strict=True):
        sums[str(payer)] -= cents
    return dict(sums)
