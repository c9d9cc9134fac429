"""The invented practice: the same seed writes the same bytes, its remittances balance but for the planted flaw."""

import csv
import re
from datetime import date

import pytest

from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.demo.practice import BLUE_HARBOR, MAIN_SERVICES, contract_rate
from medoffice_xl.demo.suppliers import bills
from medoffice_xl.demo.visits import first_of_months
from medoffice_xl.ledger.business_days import on_business_day
from medoffice_xl.readers import era
from medoffice_xl.readers.recognise import kind_of

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def raw(tmp_path_factory):
    return write_practice(tmp_path_factory.mktemp("practice"), doctors=2, months=8, seed=1)


def test_the_same_seed_writes_the_same_bytes(raw, tmp_path):
    again = write_practice(tmp_path, doctors=2, months=8, seed=1)
    assert [path.name for path in again.all] == [path.name for path in raw.all]
    assert [path.read_bytes() for path in again.all] == [path.read_bytes() for path in raw.all]


def test_another_seed_is_another_practice(raw, tmp_path):
    other = write_practice(tmp_path, doctors=2, months=8, seed=2)
    assert other.charges.read_bytes() != raw.charges.read_bytes()


def test_each_file_is_recognised(raw):
    kinds = [kind_of(path) for path in raw.all]
    assert kinds == ["charges", "fee schedule", "charge master", "costs", *["835"] * len(raw.remittances)]


def test_remittances_balance_but_for_the_short_check(raw):
    off = {
        path.name: [cents for cents in era.read(path).tables["remittances"]["off_by"] if cents]
        for path in raw.remittances
    }
    assert {name: cents for name, cents in off.items() if cents} == {"2026-06 Silver Oaks Advantage.835": [-3500]}


def test_charges_come_back_as_they_were_billed(raw):
    """Every remitted line's charge is the charge of a billed line of its claim (or its reversal)."""
    billed = {}
    with raw.charges.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            billed[row["Claim ID"], row["Line"]] = round(float(row["Charge Amount"]) * 100)
    remits = era.read(raw.remittances[0]).tables["remits"]
    for row in remits.to_dict("records"):
        assert abs(row["charge"]) == billed[row["claim_id"], row["line_control"]]


def test_no_real_person_and_no_cpt_code(raw):
    text = raw.remittances[0].read_text()
    assert set(re.findall(r"NM1\*QC\*1\*([A-Z]+)", text)) == {"PATIENT"}
    assert set(re.findall(r"SVC\*HC:(\w)", text)) <= {"G", "X"}


def test_rates_are_rounded_half_up():
    """128% of $92.00 is $117.76; 131.5% of $126.47 is $166.30805."""
    assert contract_rate(BLUE_HARBOR, MAIN_SERVICES[0], date(2025, 12, 31)) == 11_776
    g0439 = next(service for service in MAIN_SERVICES if service.code == "G0439")
    assert contract_rate(BLUE_HARBOR, g0439, date(2026, 1, 1)) == 16_631


def test_months_end_with_the_last():
    assert first_of_months(date(2026, 2, 10), 3) == [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]


def test_payer_list_knows_the_names_on_the_remittances(raw):
    payers = payer_list()
    names = {era.read(path).tables["remittances"]["payer"].iloc[0] for path in raw.remittances}
    known = set(payers["payer"]) | {
        alias.strip() for aliases in payers["aliases"] for alias in aliases.split(";") if alias.strip()
    }
    assert names <= known


def test_vendors_are_paid_on_business_days(raw):
    """Payments of a weekend are for the manager to look at: here nobody makes any."""
    paid = [bill.paid_on for bill in bills(raw.practice) if bill.paid_on]
    assert len(paid) > 100
    assert [day for day in paid if on_business_day(day) != day] == []
