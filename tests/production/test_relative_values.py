"""Whose relative value counts: Medicare's last release where it prints any, or else the charge master's."""

from datetime import date

import pytest
from contract_tables import rvu
from kinds_of_frame import every_kind
from payer_books import medicare, prices, service
from practice_tables import charges

from medoffice_xl.production.relative_values import relative_values
from medoffice_xl.production.work_rvus import work_rvus

AS_OF = date(2026, 3, 31)


@every_kind
def test_a_code_without_values_takes_the_charge_masters(on):
    # Ten of R1 (restricted, no values in Medicare's file, 1.0 on the charge master) and ten of A1 (3.0): 10 + 30 = 40
    values = medicare(rvu("R1", 0.0, status="R"), rvu("A1", 3.0))
    lines = charges(service("a", "Acme", 10, "R1", units=10), service("b", "Acme", 10, "A1", units=10))
    own = prices({"code": "R1", "list_price": 1, "work_rvu": 1.0})
    assert work_rvus(on(lines), on(values), on(own), AS_OF).value == 40.0


@pytest.mark.parametrize("status", ["A", "R", "T", "C", "N"])
def test_without_values_a_code_has_no_work_whatever_its_status(status: str) -> None:
    assert relative_values(medicare(rvu("G1", 0.0, status=status)), prices()).work("G1") is None
    assert relative_values(medicare(rvu("G1", 0.5, status=status)), prices()).work("G1") == 50


def test_a_code_of_practice_expense_alone_has_no_work_and_is_valued() -> None:
    own = prices({"code": "G1", "list_price": 1, "work_rvu": 9.0})
    assert relative_values(medicare(rvu("G1", 0.0, pe_nf=0.4)), own).work("G1") == 0


def test_what_the_last_release_no_longer_values_is_not_valued_by_an_earlier_one() -> None:
    of = medicare(rvu("G1", 2.0), rvu("G1", 0.0, status="I", effective="2025-07-01"), rvu("G2", 1.0))
    found = relative_values(of, prices())
    assert (found.work("G1"), found.work("G2")) == (None, 100)
