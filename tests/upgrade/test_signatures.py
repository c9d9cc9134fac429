"""Formulas of version 0.1.0 in the words of this one."""

import pytest

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.cells.formula import calls, parse
from medoffice_xl.upgrade.recorded import recorded
from medoffice_xl.upgrade.references import Unfollowed
from medoffice_xl.upgrade.signatures import present_words

FIRST = recorded("1").functions


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("AR_DAYS(Charges,Payments,AsOf,90)", "AR_DAYS(Practice,AsOf,90)"),
        ("ar_days(charges, payments, AsOf)*2", "ar_days(Practice,AsOf)*2"),
        ('AR_DAYS(Charges,Payments,AsOf,,"net")', 'AR_DAYS(Practice,AsOf,,"net")'),
        ('UNDERPAID("Gray Oak",,AsOf)', 'UNDERPAID(Practice,"Gray Oak",,AsOf)'),
        ("UNDERPAID()", "UNDERPAID(Practice)"),
        ('UNDERPAID("",A1,A2,Remits,Contracts,FeeSchedules)', 'UNDERPAID(Practice,"",A1,A2)'),
        ('FEE_EXPECTED(A2,B2,"",1,D2,"11",E2)', 'FEE_EXPECTED(Pricing,A2,B2,"",1,D2,"11",E2)'),
        ('FEE_EXPECTED(A2,B2,"",1,D2,"11",E2,,,"Gold",F2)',
         'FEE_EXPECTED(Pricing,IF({1,0,0},A2,IF({0,1,0},"Gold",F2)),B2,"",1,D2,"11",E2)'),
        ('FEE_EXPECTED(A2,B2,"",1,D2,"11",E2,,,,F2)',
         'FEE_EXPECTED(Pricing,IF({1,0,0},A2,IF({0,1,0},"",F2)),B2,"",1,D2,"11",E2)'),
        ('MPFS_RATE("G0438","",,"office",AsOf,Mpfs,Gpci)', 'MPFS_RATE(Pricing,"G0438","",,"office",AsOf)'),
        (
            "PAYER_MARGIN(Charges,Payments,Remits,Costs,Mpfs,ChargeMaster,AsOf,A5,\"full\",YearDays,SettleDays,"
            "CostBasis,ReworkCost,CostOfCapital,RvuYear)",
            'PAYER_MARGIN(Practice,AsOf,A5,"full",YearDays,SettleDays,CostTerms)',
        ),
        ("WORK_RVUS(Charges,Mpfs,ChargeMaster,AsOf,A5,365,0,2025)", "WORK_RVUS(Practice,AsOf,A5,365,0,2025)"),
        ("AR_TOTAL(A1:T9,Payments,AsOf)", 'AR_TOTAL(PRACTICE("charges",A1:T9,"payments",Payments),AsOf)'),
        ('IFNA(AR_DAYS(Charges,Payments,AsOf),"none")', 'IFNA(AR_DAYS(Practice,AsOf),"none")'),
        ('EXPLAIN("AR_DAYS",Charges,Payments,AsOf,90)', 'EXPLAIN("AR_DAYS",Practice,AsOf,90)'),
        ("LOAD_TABLE(tblCharges[#All])", 'LOAD_TABLE("charges",tblCharges[#All])'),
        ("SUM(B4:B6)", "SUM(B4:B6)"),
        ('"AR_DAYS(" & A1', '"AR_DAYS(" & A1'),
    ],
)  # fmt: skip
def test_a_call_takes_its_set(before, after):
    assert present_words(FIRST, before) == after


@pytest.mark.parametrize(
    "formula",
    [
        'PAYER_MARGIN(Charges,Payments,Remits,Costs,Mpfs,ChargeMaster,AsOf,A5,"full",365,0,"visits")',
        "LOAD_TABLE(A1:T9)",
    ],
)
def test_what_cannot_be_said_is_told(formula):
    with pytest.raises(Unfollowed):
        present_words(FIRST, formula)


@pytest.mark.parametrize("name", sorted(FIRST))
def test_every_function_of_the_first_version_has_present_words(name):
    """With every argument the workbook's own name or a number, none is lost: as many are left as there are now."""
    terms = {"basis": "CostBasis", "rework": "ReworkCost", "capital": "CostOfCapital", "rvu_year": "RvuYear"}
    tables = {"charges", "payments", "remits", "costs", "mpfs", "gpci", "charge_master", "contracts", "fee_schedules",
              "payers", "proposed_rates"}  # fmt: skip
    if name in ("EXPLAIN", "LOAD_TABLE", "WHY"):
        pytest.skip("has cases of its own")
    given = [each.replace("_", "") if each in tables else terms.get(each, "1") for each in FIRST[name]]
    now = present_words(FIRST, f"{name}({','.join(given)})")
    call, *_ = calls(parse(now))
    added = {"DENIAL_RATE": 1, "FEE_VARIANCE": 2}.get(name, 0)
    assert len(call.arguments) == len(CATALOGUE[name].arguments) - added
