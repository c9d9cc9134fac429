"""What cash there is on a day and how much of it has to stay, from the month-ends of the table *Cash*."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import narwhals as nw

from medoffice_xl.ledger.calendar_months import month_end
from medoffice_xl.ledger.rows import Frame, fetch, flag, take
from medoffice_xl.tables import CASH


@dataclass(frozen=True, slots=True)
class CashOnHand:
    """All bank accounts together, each at its last month-end by the day; `day` is the oldest of them."""

    balance: int
    floor: int
    day: date | None


def cash_on_hand(cash: Frame | None, as_of: date) -> CashOnHand:
    """Balances and floors by the day. A month counts once it has ended; a floor holds until another is typed."""
    latest: dict[str, tuple[date, int]] = {}
    floors: dict[str, int] = {}
    if cash is not None:
        for row in _rows(cash):
            ends = month_end(row["month"])
            if ends > as_of:
                continue
            latest[row["bank_account"].casefold()] = ends, row["balance"]
            if row["has_floor"]:
                floors[row["bank_account"].casefold()] = row["floor"]
    return CashOnHand(
        sum(balance for _, balance in latest.values()),
        sum(floors.values()),
        min((day for day, _ in latest.values()), default=None),
    )


def _rows(cash: Frame) -> list[dict[str, Any]]:
    floor = nw.col("floor")
    columns = take(cash, CASH, "month", "bank_account", "balance", "floor")
    found = fetch(columns.with_columns(has_floor=flag(~floor.is_null()), floor=floor.fill_null(0)))
    return sorted(found, key=lambda row: row["month"])
