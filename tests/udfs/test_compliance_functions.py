"""The fee-schedule functions as a host calls them: raw cells in, cells out."""

from datetime import datetime
from typing import Any

import pandas as pd
import pytest
from contract_tables import contract, medicare, rate, rates, remit, remits, rvu
from example_sets import held
from mpfs_files import GPCI_2025

from medoffice_xl.cells import CATALOGUE
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.readers.mpfs import read

JUNE = datetime(2025, 6, 2)


def call(name: str, *arguments: Any) -> Any:
    return CATALOGUE[name].call(*arguments)


def acme(**other: pd.DataFrame) -> str:
    """Acme pays X1001 at 100.00: three lines right, one 10.00 short, one denied. Tables by name in place of these."""
    lines = [
        remit(claim_id=f"C{number}", claim_seq=number, charge=150.0, paid=paid, allowed=paid, adjustments=text)
        for number, (paid, text) in enumerate(
            [(100.0, "CO-45:50"), (100.0, "CO-45:50"), (100.0, "CO-45:50"), (90.0, "CO-45:60"), (0.0, "CO-50:150")], 1
        )
    ]
    own = {
        "contracts": contract(tolerance=1.0, appeal_days=90.0, lesser_of="line"),
        "fee_schedules": rates(rate("X1001", 100.0), rate("X1002", 70.0)),
        "remits": remits(lines),
    }
    return held({**own, **other})


def test_one_service() -> None:
    assert call("FEE_EXPECTED", acme(), "Acme Health", "X1001", "", 2.0, JUNE, 11.0, 500.0) == 200.0


def test_a_column_of_services_spills_one_price_a_row() -> None:
    found = call(
        "FEE_EXPECTED",
        acme(),
        "Acme Health",
        [["X1001"], ["x1002"], ["X9999"]],
        "",
        1.0,
        JUNE,
        "11",
        [[60.0], [None], [1]],
    )
    assert found == [[60.0], [70.0], ["the contract has no rate for this code"]]


def test_plan_and_provider_stand_beside_the_payer() -> None:
    """120.00 for the plan Gold, 90.00 for the provider, 100.00 for everybody else."""
    own = rates(rate("X1001", 100.0), rate("X1001", 120.0, plan="Gold"), rate("X1001", 90.0, npi="1000000004"))
    pricing = held({"contracts": contract(), "fee_schedules": own}, "Pricing")
    rest = ("X1001", "", 1.0, JUNE, "11", None)
    acme = "Acme Health"
    assert call("FEE_EXPECTED", pricing, [[acme, "Gold"]], *rest) == 120.0
    assert call("FEE_EXPECTED", pricing, [[acme, "", "1000000004"]], *rest) == 90.0
    assert call("FEE_EXPECTED", pricing, [[acme, None, None]], *rest) == 100.0
    column = [[acme, "Gold", None], [acme, None, 1000000004.0], [acme, "Silver", "1"]]
    assert call("FEE_EXPECTED", pricing, column, *rest) == [[120.0], [90.0], [100.0]]
    with pytest.raises(BadArgument, match="“payer” has 4 columns; give at most 3: payer, plan, npi"):
        call("FEE_EXPECTED", pricing, [[acme, "Gold", "1", "2"]], *rest)


def test_no_contract_is_no_zero() -> None:
    with pytest.raises(NoData, match="no contract on this day"):
        call("FEE_EXPECTED", acme(), "Acme Health", "X1001", "", 1.0, datetime(2024, 6, 2), "11", None)
    with pytest.raises(NoData, match="Acme Health"):
        call("FEE_EXPECTED", acme(), "Acme Helth", "X1001", "", 1.0, JUNE, "11", None)


def test_columns_of_different_length_are_refused() -> None:
    with pytest.raises(BadArgument, match="one length"):
        call("FEE_EXPECTED", acme(), [["Acme Health"], ["Acme Health"]], [["X1001"]] * 3, "", 1.0, JUNE, "11", None)


def test_the_trail_step_by_step() -> None:
    pricing = held(
        {
            "contracts": contract(bilateral_percent=1.5, lesser_of="line"),
            "fee_schedules": rates(rate("X1001", 125.0)),
            "mpfs": medicare(rvu("X1001", bilat="1")),
        },
        "Pricing",
    )
    told = CATALOGUE["FEE_EXPECTED"].explain(pricing, "Acme Health", "X1001", "50", 1.0, JUNE, "11", 180.0)
    labels = {row[0]: row[1] for row in told}
    assert labels["Expected allowed amount"] == 180.0
    assert labels["Price of one unit"] == 125.0
    assert labels["Bilateral"] == 187.5
    assert labels["Charge below the rate"] == 180.0


def test_underpaid_and_compliance() -> None:
    assert call("UNDERPAID", acme(), "Acme Health") == 10.0
    assert call("UNDERPAID", acme(), "", datetime(2025, 6, 1), datetime(2025, 6, 30)) == 10.0
    assert call("COMPLIANCE_RATE", acme(), "acme health") == 0.75
    with pytest.raises(NoData, match="Acme Health"):
        call("UNDERPAID", acme(), "Nobody")
    with pytest.raises(NoData, match="could be compared"):
        call("COMPLIANCE_RATE", acme(), "", datetime(2026, 1, 1))


def test_what_was_left_out_is_told() -> None:
    told = CATALOGUE["COMPLIANCE_RATE"].explain(acme())
    assert ["Left out: denied", 1, "rows"] in told


def test_the_voucher_check_spills_findings_with_words() -> None:
    header, row = call("VOUCHER_CHECK", acme())
    found = dict(zip(header, row, strict=True))
    assert (found["Claim"], found["Variance"], found["Finding"]) == ("C4", -10.0, "underpaid")
    assert found["What it is"] == "Allowed $10.00 less than the contract's $100.00."
    assert found["Appeal by"] == datetime(2025, 9, 18)  # paid 20 June + 90 days
    assert len(call("VOUCHER_CHECK", acme(), "all")) == 6
    assert len(call("VOUCHER_CHECK", acme(), "all", "", None, None, 2)) == 3  # the heading and two lines
    assert call("VOUCHER_CHECK", acme(), "denied")[1][12] == "denied"
    with pytest.raises(BadArgument, match="Show findings"):
        call("VOUCHER_CHECK", acme(), "everything")


def test_the_variance_by_payer_adds_up() -> None:
    _, of_acme, total = call("FEE_VARIANCE", acme())
    assert of_acme[1:] == total[1:] == [4, 1, 390.0, 400.0, 10.0, 0.0, 0.0, 0.75]


def test_a_changed_contract_changes_the_answer() -> None:
    assert call("UNDERPAID", acme(), "") == 10.0
    assert call("UNDERPAID", acme(fee_schedules=rates(rate("X1001", 90.0))), "") == 0.0
    assert call("UNDERPAID", acme(), "") == 10.0


def test_the_inferred_rate_is_the_commonest() -> None:
    assert call("INFERRED_RATE", acme(), "Acme Health", "X1001") == 100.0
    told = {row[0]: row[1] for row in CATALOGUE["INFERRED_RATE"].explain(acme(), "Acme Health", "X1001")}
    assert (told["Lines"], told["Share of lines at the rate"], told["Lowest"]) == (4, 0.75, 90.0)
    assert call("INFERRED_RATE", acme(), "Acme Health", [["X1001"], ["X1002"]]) == [[100.0], ["no paid lines"]]


def test_a_table_that_is_missing_is_named() -> None:
    with pytest.raises(NoData, match=r"has no table Remits. Give it by its name: =PRACTICE\(…, \"remits\""):
        call("UNDERPAID", held({"contracts": contract()}))
    # By the function of the set that was given, which holds it too
    for given, function in ((acme(), "PRACTICE"), (held({"contracts": contract()}, "Pricing"), "PRICING")):
        with pytest.raises(NoData, match=rf"has no table Medicare RVUs. Give it by its name: ={function}\(…, \"mpfs\""):
            call("MPFS_RATE", given, "G0438", "", "", "NF", JUNE)


def test_medicare_rates_by_cell_and_by_column() -> None:
    # 2.60 × 1 + 2.20 × 0.869 + 0.16 × 0.575 = 4.6038 × 32.3465 = 148.9168…; national 4.96 × 32.3465 = 160.43864
    values = medicare(rvu("G0438", 2.60, pe_nf=2.20, pe_f=2.20, mp=0.16))
    pricing = held({"mpfs": values, "gpci": read(GPCI_2025).tables["gpci"]}, "Pricing")
    assert call("MPFS_RATE", pricing, "G0438", "", "10112-00", "NF", JUNE) == 148.92
    assert call("MPFS_RATE", pricing, [["G0438"], ["G0439"]], "", "", "", JUNE)[0] == [160.44]
    told = CATALOGUE["MPFS_RATE"].explain(pricing, "G0438", "", "10112-00", "NF", JUNE)
    assert ["Practice expense GPCI", 0.869, "ratio"] in told
