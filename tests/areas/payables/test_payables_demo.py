"""The invented practice's vendors: paid what its costs say, with things worth finding."""

import pandas as pd
import pytest

from medoffice_xl.areas.payables.ageing import ap_ageing
from medoffice_xl.areas.payables.demo import demo
from medoffice_xl.areas.payables.discounts import ap_discounts
from medoffice_xl.areas.payables.duplicates import suspects
from medoffice_xl.areas.payables.filings import filings_due
from medoffice_xl.areas.payables.form_1099 import form_1099
from medoffice_xl.areas.payables.open_bills import open_bills
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.demo.files import write_practice
from medoffice_xl.demo.overhead import A_PHYSICIAN, A_VISIT
from medoffice_xl.demo.suppliers import BANK_FEE, SUPPLIERS, TWICE, forgotten


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    return write_practice(tmp_path_factory.mktemp("practice"), doctors=2, months=6, seed=835).practice


@pytest.fixture(scope="module")
def tables(practice):
    return demo(practice).tables


@pytest.fixture(scope="module")
def owed(tables, practice):
    return open_bills(tables["vendors"], tables["bills"], tables["bill_payments"], practice.last_day)


def test_what_is_billed_of_a_month_is_what_the_costs_say(practice, tables):
    """Every account of costs that has vendors, month by month, to the cent: less what the bank takes itself, and
    without the bill that was entered twice."""
    by_visit = {account: cents for account, _, cents in A_VISIT}
    fixed = {account: cents for account, _, cents in A_PHYSICIAN}
    of_vendor = {supplier.name: supplier.account for supplier in SUPPLIERS}
    billed = tables["bills"].assign(account=tables["bills"]["vendor"].map(of_vendor))
    billed = billed[billed["number"] != TWICE]
    sums = billed.groupby(["account", billed["bill_date"].dt.to_period("M")])["amount"].sum()
    assert len(sums) == 24 * len(set(of_vendor.values()))
    charged = {pd.Period(claim.dos, "M") for claim in practice.claims}
    for (account, month), amount in sums.items():
        if month in charged:
            visits = sum(claim.dos.year == month.year and claim.dos.month == month.month for claim in practice.claims)
            cents = visits * by_visit[account] if account in by_visit else practice.doctors * fixed[account]
            assert amount == cents - (BANK_FEE if account == SUPPLIERS[-1].account else 0)


def test_every_payment_settles_the_bill_it_names(owed):
    assert owed.left_out == []
    assert owed.discounts == 0
    assert len(owed.still_open) == len(SUPPLIERS) + 4


def test_what_is_hidden_is_found(tables, owed, practice):
    one, *others = suspects(tables["bills"], Thresholds().on(practice.last_day), practice.last_day)
    assert (one.test, one.first.number, one.other.number, one.cents) == ("D3", "INV51234", "INV51243", 41_850)
    assert {each.test for each in others} <= {"D5"}, "digits of another order are chance's doing"
    (lapses, _) = ap_discounts(owed, 7, 0.08).body
    assert lapses[0] == "Birch Pharma"
    assert ap_ageing(owed).body[-1][3] == forgotten(practice)
    assert ap_ageing(owed).body[-1][6] == -8_460
    late = [row for row in filings_due(tables["filings"], practice.last_day).body if row[5] == "late"]
    assert [row[0] for row in late] == ["Payroll tax deposit"]
    form = form_1099(tables["vendors"], tables["bill_payments"], None, practice.last_day)
    assert "Willow Creek Properties" in [row[0] for row in form.body]


def test_the_demo_is_the_same_each_time(practice, tables):
    again = demo(practice).tables
    for name, frame in tables.items():
        pd.testing.assert_frame_equal(frame, again[name])
