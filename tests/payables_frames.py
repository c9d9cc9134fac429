"""Small tables of a practice's vendors, bills and payments, made from what a test is about."""

from typing import Any

from practice_frames import frame

from medoffice_xl.tables import BILL_PAYMENTS, BILLS, VENDORS
from medoffice_xl.tables.payables import BILL_PAYMENT


def vendors(*rows: dict[str, Any]) -> Any:
    return frame(VENDORS, *rows)


def bills(*rows: dict[str, Any]) -> Any:
    return frame(BILLS, *({"vendor": "Acme", "bill_date": "2026-06-01", **row} for row in rows))


def payments(*rows: dict[str, Any]) -> Any:
    defaults = {"vendor": "Acme", "paid_date": "2026-06-15", "kind": BILL_PAYMENT}
    return frame(BILL_PAYMENTS, *({**defaults, **row} for row in rows))
