"""A hint names what the user may have meant, never what he asked for."""

import pytest
from contract_tables import book, contract, rate, rates

from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.contracts.expected import Services, explained, price_services
from medoffice_xl.errors import NoData


@pytest.mark.parametrize("asked", ["G0439", "g0439", " G0439 "])
def test_what_was_asked_for_is_no_hint(asked):
    assert "G0439" not in did_you_mean(asked, ["G0439", "G0438"])


def test_those_that_begin_alike_come_first():
    assert did_you_mean("G043", ["G0543", "G0439"]) == ["G0439", "G0543"]
    assert did_you_mean("G043", ["G0543", "G0439"], 1) == ["G0439"]


def test_a_code_that_only_another_payer_has_is_not_its_own_hint():
    of = book(contract(), rates(rate("X1002", 100.0), rate("X1001", 90.0, payer="Birch")))
    priced = price_services(
        of, Services(["Acme Health"], ["x1001"], [""], [1.0], ["2025-06-02"], ["11"], [0], [""], [""])
    )
    with pytest.raises(NoData) as missing:
        explained(of, priced, "Acme Health", "x1001")
    assert str(missing.value).endswith("Near it: X1002.")
