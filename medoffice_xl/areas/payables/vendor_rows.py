"""From the rows of QuickBooks' reports on vendors to *Vendors*, *Bills* and *Bill payments*."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd

from medoffice_xl.areas.payables.vendor_report import Entry, VendorReport
from medoffice_xl.errors import CannotRead
from medoffice_xl.problems import Problem, Severity
from medoffice_xl.readers.dates import day
from medoffice_xl.readers.findings import row_problems
from medoffice_xl.readers.quickbooks.postings import typed_rows
from medoffice_xl.tables import BILL_PAYMENTS, BILLS, VENDORS
from medoffice_xl.tables.payables import ACH, BILL_PAYMENT, CARD, CHECK, DIRECT, YES

UNPAID, TRANSACTIONS, PAYMENTS = "Unpaid Bills", "Transaction List by Vendor", "Bill Payment List"

_DIRECT = {"check": CHECK, "expense": "", "cash expense": "", "cash purchase": "", "credit card expense": CARD,
           "credit card charge": CARD, "credit card credit": CARD, "debit": ACH}  # fmt: skip
_PAYS = re.compile(r"bill payment|bill pmt|billpmt")
_CARD = re.compile(r"credit card|ccard|\bcard\b|visa|mastercard|amex")

Tables = dict[str, pd.DataFrame]


def unpaid_bills(report: VendorReport, as_of: date | None) -> Tables:
    """Bills and credits that are open, each with what is open of it on the report's day. Raises CannotRead."""
    said = as_of or _day_by_past_due(report.entries)
    if said is None:
        raise CannotRead(
            f"{report.grid.file} does not say of which day it is. Keep the report's first rows, or its column Past due."
        )
    rows = []
    for entry in report.entries:
        opened = entry.amounts.get("open", entry.amounts.get("amount", 0))
        rows.append(
            {
                **_bill(entry),
                "due_date": _day(entry, "due"),
                "amount": entry.amounts.get("amount", opened),
                "open_balance": opened,
                "open_as_of": said,
                "source": UNPAID,
            }
        )
    return {"vendors": _vendors(row["vendor"] for row in rows), "bills": typed_rows(BILLS, rows)}


def transactions(report: VendorReport) -> Tables:
    """Bills, credits and payments of every vendor. What posts nothing, as a purchase order, is counted and left out."""
    billed, paid, left, strange = [], [], [], []
    for entry in report.entries:
        kind, amount = entry.texts.get("type", "").casefold(), entry.amounts.get("amount", 0)
        place = (entry.line, entry.texts.get("type", ""))
        if (
            entry.texts.get("posting", "").casefold() in ("n", "no")
            or kind in ("purchase order", "estimate")
            or not amount
        ):
            left.append(place)
        elif kind in ("bill", "vendor credit", "bill credit", "credit"):
            signed = abs(amount) if kind == "bill" else -abs(amount)
            account = entry.texts.get("account", "")
            billed.append({**_bill(entry), "amount": signed, "account": account, "source": TRANSACTIONS})
        elif _PAYS.search(kind):
            method = CARD if _CARD.search(kind) else CHECK
            paid.append(_paid(entry, abs(amount), BILL_PAYMENT, method, TRANSACTIONS))
        elif kind in _DIRECT:
            back = kind == "credit card credit"
            paid.append(_paid(entry, -abs(amount) if back else abs(amount), DIRECT, _DIRECT[kind], TRANSACTIONS))
        else:
            strange.append(place)
    report.problems += row_problems(
        Severity.NOTE, "This posts nothing (a purchase order, or an amount of 0); it was left out.", "Nothing to do.",
        report.grid.file, left,
    )  # fmt: skip
    report.problems += row_problems(
        Severity.DATA, "Transactions of this type are not known here; it was left out.",
        "If it is a bill or a payment, type it on Bills or Bill payments.", report.grid.file, strange,
    )  # fmt: skip
    reported = {vendor_of(entry) for entry in report.entries if entry.texts.get("track", "").casefold() in ("y", "yes")}
    names = (vendor_of(entry) for entry in report.entries)
    return {
        "vendors": _vendors(names, reported),
        "bills": typed_rows(BILLS, billed),
        "bill_payments": typed_rows(BILL_PAYMENTS, paid),
    }


def payment_list(report: VendorReport) -> Tables:
    """Payments of bills by the account they were paid from: from a bank negative, by card positive."""
    paid = []
    for entry in report.entries:
        amount = entry.amounts.get("amount", 0)
        if not amount:
            report.problems.append(_void(report, entry))
            continue
        method = CARD if amount > 0 or _CARD.search(entry.group.casefold()) else CHECK
        row = _paid(entry, abs(amount), BILL_PAYMENT, method, PAYMENTS)
        paid.append({**row, "vendor": entry.texts.get("vendor", ""), "account": entry.group})
    names = (row["vendor"] for row in paid)
    return {"vendors": _vendors(names), "bill_payments": typed_rows(BILL_PAYMENTS, paid)}


def vendor_of(entry: Entry) -> str:
    """The vendor of a row: its own column, else the group it stands under."""
    return entry.texts.get("vendor") or entry.group


def _bill(entry: Entry) -> dict[str, Any]:
    return {"vendor": vendor_of(entry), "number": entry.texts.get("number", ""), "bill_date": entry.date}


def _paid(entry: Entry, amount: int, kind: str, method: str, source: str) -> dict[str, Any]:
    return {
        "vendor": vendor_of(entry), "paid_date": entry.date, "number": entry.texts.get("number", ""),
        "amount": amount, "kind": kind, "method": method, "account": entry.texts.get("account", ""), "source": source,
    }  # fmt: skip


def _vendors(names: Iterable[str], reported: Iterable[str] = ()) -> pd.DataFrame:
    on_form = set(reported)
    found = sorted({name for name in names if name})
    return typed_rows(VENDORS, [{"vendor": name, "form_1099": YES if name in on_form else ""} for name in found])


def _day(entry: Entry, name: str) -> date | None:
    try:
        found: date | None = day(entry.texts.get(name, ""))
    except ValueError:
        return None
    return found


def _day_by_past_due(entries: Sequence[Entry]) -> date | None:
    """The day on which every bill is as many days past due as the report says; None where they disagree."""
    days = set()
    for entry in entries:
        due, past = _day(entry, "due"), entry.texts.get("past_due", "").replace(",", "")
        if due is not None and re.fullmatch(r"-?\d+(\.0)?", past):
            days.add(due + timedelta(days=int(float(past))))
    return days.pop() if len(days) == 1 else None


def _void(report: VendorReport, entry: Entry) -> Problem:
    return Problem(Severity.NOTE, "A payment of 0 was voided; it was left out.", "Nothing to do.", report.grid.file,
                   entry.line)  # fmt: skip
