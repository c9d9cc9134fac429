"""Adjustments as remittances list them: group, reason and amount, such as `CO-45:200.00; PR-1:120.00`."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import pandas as pd

from medoffice_xl.money import to_cents

_ENTRY = re.compile(r"([A-Z]{2})-([A-Z0-9]+):\s*(-?\d[\d,]*(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One adjustment; `amount` in cents, positive where it lowers the payment."""

    group: str
    code: str
    amount: int

    @property
    def reason(self) -> str:
        """Group and code, such as CO-45."""
        return f"{self.group}-{self.code}"


@lru_cache(maxsize=100_000)
def read_adjustments(text: str) -> tuple[Adjustment, ...]:
    """The adjustments that a line lists.

    >>> [(one.reason, one.amount) for one in read_adjustments("CO-45:1,200.00; PR-1:-0.50")]
    [('CO-45', 120000), ('PR-1', -50)]
    """
    return tuple(
        Adjustment(group, code, to_cents(Decimal(dollars.replace(",", ""))))
        for group, code, dollars in _ENTRY.findall(text)
    )


def adjustment_rows(adjustments: "pd.Series[str]") -> pd.DataFrame:
    """Every adjustment as a row: `row` (index of the series), `reason` such as CO-45, `amount` in cents."""
    rows = [
        (row, one.reason, one.amount)
        for row, text in zip(adjustments.index, adjustments.tolist(), strict=True)
        for one in read_adjustments(text)
    ]
    return pd.DataFrame(rows, columns=["row", "reason", "amount"]).astype({"reason": "str", "amount": "int64"})
