"""What payers allowed below their contracts, by the check of every remitted line."""

from collections import defaultdict
from datetime import date

import pandas as pd

from medoffice_xl.contracts.check_as_known import check_as_known
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame


def underpaid(remits: Frame, charges: Frame, book: Rulebook, period: Period, as_of: date) -> dict[str, int]:
    """Cents by payer that were allowed below the contract, for services of the period, as known on the day."""
    lines, checked = check_as_known(remits, charges, book, as_of)
    dos = lines["dos"]
    inside = ((dos >= pd.Timestamp(period.first)) & (dos <= pd.Timestamp(period.last))).to_numpy()
    short = inside & checked.compared & (checked.finding == Finding.UNDERPAID)
    sums: dict[str, int] = defaultdict(int)
    for payer, cents in zip(lines["payer"][short], checked.variance[short].tolist(), strict=True):
        sums[str(payer)] -= cents
    return dict(sums)
