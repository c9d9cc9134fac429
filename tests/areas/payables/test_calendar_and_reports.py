"""The calendar file, byte for byte the same, and the reports with their totals."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd
import pytest
from icalendar import Calendar
from payables_frames import bills, payments, vendors
from practice_frames import frame

from medoffice_xl.areas.payables.calendar_file import calendar_of
from medoffice_xl.areas.payables.report import duplicate_bills, forms_1099, pay_now, payables_ageing
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.tables import CASH, FILINGS, empty_frame

TABLES = {
    "vendors": vendors({"vendor": "Acme", "terms": "2/10 net 30", "form_1099": "yes"}),
    "bills": bills(
        {"number": "INV10234", "amount": 418.50, "bill_date": "2026-06-25"},
        {"number": "INV10243", "amount": 418.50, "bill_date": "2026-06-12"},
        {"number": "CM1", "amount": -20},
        {"number": "P1", "amount": 50, "bill_date": "2026-06-02"},
    ),
    "bill_payments": payments({"amount": 50, "paid_date": "2026-06-20", "method": "check", "bill_number": "P1"}),
    "filings": frame(
        FILINGS,
        {"filing": "Form 941", "period": "Q2 2026", "due_date": "2026-07-31", "who": "CPA"},
        {"filing": "Deposit", "due_date": "2026-06-15", "done_date": "2026-06-12"},
    ),
    "cash": frame(CASH, {"month": "2026-06-30", "bank_account": "Operating", "balance": 5_000, "floor": 1_000}),
}


@dataclass
class Asked:
    """A practice of these tables and settings."""

    tables: dict[str, pd.DataFrame] = field(default_factory=lambda: dict(TABLES))
    settings: dict[str, Any] = field(default_factory=lambda: {"CashOnHand": "", "RunDays": 7, "CostOfCapital": 0.08})
    as_of: date = date(2026, 6, 30)
    name: str = ""

    def has(self, table: str) -> bool:
        return table in self.tables

    def table(self, name: str) -> pd.DataFrame:
        return self.tables[name]

    def rows(self, name: str) -> pd.DataFrame:
        return self.table(name)

    def setting(self, name: str) -> Any:
        return self.settings[name]


def shown(page: Any) -> list[str]:
    return [str(block.words) for block in page.blocks if hasattr(block, "words")]


def test_the_calendar_names_bills_discounts_and_filings():
    """2/10 net 30: June 25 + 10 is July 5, + 30 is July 25; the discount of June 12 has lapsed. 2% of 418.50: 8.37."""
    entries = [
        (event["dtstart"].dt, str(event["summary"]))
        for event in Calendar.from_ical(calendar_of(Asked())).walk("VEVENT")
    ]
    assert entries == [
        (date(2026, 7, 5), "Last day of the discount of Acme INV10234: $8.37"),
        (date(2026, 7, 12), "Pay Acme INV10243: $418.50"),
        (date(2026, 7, 25), "Pay Acme INV10234: $418.50"),
        (date(2026, 7, 31), "Form 941 (Q2 2026), CPA"),
    ]


def test_the_calendar_is_the_same_byte_for_byte_and_keeps_its_entries():
    again = {**TABLES, "bills": TABLES["bills"].iloc[::-1].reset_index(drop=True)}
    assert calendar_of(Asked()) == calendar_of(Asked(again))
    later = Calendar.from_ical(calendar_of(Asked(as_of=date(2026, 7, 1))))
    ids = {str(event["uid"]) for event in Calendar.from_ical(calendar_of(Asked())).walk("VEVENT")}
    assert {str(event["uid"]) for event in later.walk("VEVENT")} == ids


def test_nothing_due_is_no_calendar():
    nothing = {**TABLES, "bills": empty_frame_of("bills"), "filings": empty_frame(FILINGS)}
    with pytest.raises(NoData):
        calendar_of(Asked(nothing))


def empty_frame_of(name: str) -> pd.DataFrame:
    return TABLES[name].iloc[:0]


def test_the_ageing_report_adds_up():
    """418.50 + 418.50 − 20 = 817.00, nothing of it past due: June 12 + 30 is July 12."""
    page = payables_ageing(Asked())
    assert shown(page)[0] == "$817.00 owed, $0.00 of it past due."
    by_vendor, listed = (block.source for block in page.blocks[1:3])
    assert by_vendor.total[-1] == listed.total[6] == sum(row[6] for row in listed.body) == 81_700


def test_the_duplicates_report_names_the_pair():
    page = duplicate_bills(Asked())
    assert shown(page)[0] == "1 pair of bills to look at: $418.50."
    assert duplicate_bills(Asked({**TABLES, "bills": TABLES["bills"].iloc[[0]]})).blocks[0].words.startswith("0 pairs")


def test_the_report_of_what_to_pay_takes_the_settings():
    """The discount until July 5 lapses before July 7: 418.50 − 8.37 = 410.13; of 1,400 only 400 may go."""
    assert shown(pay_now(Asked()))[0] == "$410.13 to pay now; $0.00 waits for cash."
    short = Asked(settings={"CashOnHand": 1_400, "RunDays": 7, "CostOfCapital": 0.08})
    assert shown(pay_now(short))[0] == "$0.00 to pay now; $410.13 waits for cash."
    with pytest.raises(BadArgument, match="CashOnHand on the sheet Settings is no number"):
        pay_now(Asked(settings={"CashOnHand": "much", "RunDays": 7, "CostOfCapital": 0.08}))


def test_the_report_of_form_1099():
    assert shown(forms_1099(Asked()))[0] == "0 forms so far; a form is due from $2,000.00 a year."
