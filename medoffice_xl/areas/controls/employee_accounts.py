"""C4, further: vendors that have an employee's bank account, telephone or address.

These stand in the Personnel workbook alone. Whoever has its password makes this test; no other run can.
"""

import re
from datetime import date

import pandas as pd

from medoffice_xl.areas.controls.finding import Check, Finding, Row, known
from medoffice_xl.areas.controls.vendors import TEST
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.tables import VENDORS

TITLE = "Vendors with an employee's account, telephone or address"
_BY = {"bank_ending": "account", "phone": "telephone", "address": "address"}
_TELEPHONE = 10


ELSEWHERE = (
    "The staff's accounts and addresses are not here, and shall not be: medoffice personnel compares them with the "
    "Personnel workbook."
)


def check(vendors: Frame | None, staff: pd.DataFrame | None, as_of: date) -> Check:
    """Vendors and employees (name, phone, address, bank_ending) with the same last digits of an account, telephone or
    address; without employees it is not made.
    """
    if staff is None:
        return Check(TEST, TITLE, not_tested=ELSEWHERE)
    known_vendors = known(vendors, VENDORS, "first_seen", as_of, "vendor", *_BY)
    if known_vendors.empty or staff.empty:
        return Check(TEST, TITLE, not_tested="No vendors, or no employees, are here by this day.")
    rows = tuple(
        Row(None, str(vendor["vendor"]), f"{said} of {employee['name']}", 0)
        for name, said in _BY.items()
        for vendor in known_vendors.to_dict("records")
        for employee in staff.to_dict("records")
        if bare(name, vendor[name]) and bare(name, vendor[name]) == bare(name, employee[name])
    )
    what = "To look at: vendors that share an account, telephone or address with an employee."
    finding = Finding(
        what, 0, len(rows), "See whether the employee said so, and who approves the vendor's bills.", rows
    )
    return Check(TEST, TITLE, f"{len(known_vendors):,} vendors", [finding] if rows else [])


def bare(name: str, text: object) -> str:
    """What of it is compared: figures of a telephone without the country's, letters and figures of the rest.

    >>> bare("phone", "+1 (312) 555-0100"), bare("address", "1 Main St., #2")
    ('3125550100', '1mainst2')
    """
    if name == "phone":
        return re.sub(r"\D", "", str(text))[-_TELEPHONE:]
    return re.sub(r"[\W_]", "", str(text).casefold())
