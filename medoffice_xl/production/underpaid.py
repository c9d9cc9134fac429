"""What payers allowed below their contracts, by the check of every remitted line."""

from collections import defaultdict
from datetime import date

import pandas as pd

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import Frame, take
from medoffice_xl.tables import CHARGES, REMITS, Table, empty_frame


def underpaid(remits: Frame, charges: Frame, book: Rulebook, period: Period, as_of: date) -> dict[str, int]:
    """Cents by payer that were allowed below the contract, for services of the period, answered by `as_of`."""
    lines = whole_table(remits, REMITS)
    lines = lines[(lines["paid_date"] <= pd.Timestamp(as_of)).fillna(False)].reset_index(drop=True)
    if lines.empty:
        return {}
    checked = check(lines, book, whole_table(charges, CHARGES))
    dos = lines["dos"]
    inside = ((dos >= pd.Timestamp(period.first)) & (dos <= pd.Timestamp(period.last))).to_numpy()
    short = inside & checked.compared & (checked.finding == Finding.UNDERPAID)
    sums: dict[str, int] = defaultdict(int)
    for payer, cents in zip(lines["payer"][short], checked.variance[short].tolist(), strict=True):
        sums[str(payer)] -= cents
    return dict(sums)


def whole_table(frame: Frame, table: Table) -> pd.DataFrame:
    """A table as the pricing engine takes it: a pandas frame of all its columns."""
    if isinstance(frame, pd.DataFrame):
        return frame
    rows = take(frame, table, *table.names).collect().to_pandas()
    return rows.astype(empty_frame(table).dtypes.to_dict())
