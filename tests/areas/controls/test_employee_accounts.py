"""C4, further: vendors that share something with an employee."""

from datetime import date

import pandas as pd
import pytest

from medoffice_xl.areas.controls.employee_accounts import check
from medoffice_xl.tables import VENDORS
from tests.kinds_of_frame import every_kind
from tests.small_book import frame_of

AS_OF = date(2026, 6, 30)
STAFF = pd.DataFrame([{"name": "Kim", "phone": "312-555-0100", "address": "1 Main St.", "bank_ending": "4411"}])


def vendor(**told):
    return frame_of(VENDORS, [{"vendor": "Acme", **told}])


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"phone": "+1 (312) 555-0100"}, ["telephone of Kim"]),
        ({"address": "1 MAIN ST"}, ["address of Kim"]),
        ({"bank_ending": "4411", "phone": "3125550100"}, ["account of Kim", "telephone of Kim"]),
        ({"bank_ending": "4412"}, []),
        ({}, []),
    ],
)
def test_what_a_vendor_shares_with_an_employee(told, said):
    found = check(vendor(**told), STAFF, AS_OF)
    assert [row.reference for each in found.findings for row in each.rows] == said


def test_what_is_empty_on_both_sides_is_not_shared():
    assert not check(vendor(), STAFF.assign(phone="", address="", bank_ending=""), AS_OF).findings


def test_without_staff_it_says_so():
    assert check(vendor(), None, AS_OF).not_tested.startswith("The staff's accounts")
    assert check(None, STAFF, AS_OF).not_tested


@every_kind
def test_every_kind_of_frame(on):
    assert check(on(vendor(bank_ending="4411")), STAFF, AS_OF).findings
