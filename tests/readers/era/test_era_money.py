"""The money of a remittance, worked out by hand: allowed amounts, reversals, provider adjustments, balances."""

import pytest
from era_text import enveloped, read_body, read_text, text, transaction, worth

from medoffice_xl.problems import Severity

# CLP02, charge, paid, adjustments, allowed by hand: paid + PR-1,2,3 + CO-253 + CO-104 (+ OA-23 of a second payer)
ALLOWED = [
    ("sequestration", "1", "100", "39.20", ["CAS*PR*1*50**2*10", "CAS*CO*253*0.80"], 3920 + 5000 + 1000 + 80),
    ("contractual only", "1", "500", "300", ["CAS*CO*45*200"], 30000),
    ("deductible or not, the same", "1", "500", "0", ["CAS*CO*45*200", "CAS*PR*1*300"], 30000),
    ("zero pay, all deductible", "1", "200", "0", ["CAS*CO*45*80", "CAS*PR*1*120"], 12000),
    ("denied", "1", "200", "0", ["CAS*CO*50*200"], 0),
    ("withhold", "1", "150", "70", ["CAS*PR*3*20", "CAS*CO*104*10**45*50"], 7000 + 2000 + 1000),
    ("second payer", "2", "500", "65", ["CAS*OA*23*425", "CAS*CO*45*10"], 6500 + 42500),
    ("forwarded second payer", "20", "500", "65", ["CAS*OA*23*425", "CAS*CO*45*10"], 6500 + 42500),
    ("first payer with OA-23", "1", "500", "75", ["CAS*OA*23*425"], 7500),
    ("PR-45 is no allowed amount", "1", "500", "300", ["CAS*PR*45*200"], 30000),
    ("no adjustment", "1", "20", "20", [], 2000),
]


@pytest.mark.parametrize(("status", "charge", "paid", "adjustments", "allowed"), [row[1:] for row in ALLOWED])
def test_allowed(tmp_path, status: str, charge: str, paid: str, adjustments: list[str], allowed: int) -> None:
    reading = read_body(
        tmp_path, paid, f"CLP*C1*{status}*{charge}*{paid}**12*P1", f"SVC*HC:X1001*{charge}*{paid}", *adjustments
    )
    assert reading.tables["remits"]["allowed"].tolist() == [allowed]
    assert worth(reading) == []


def test_three_lines_of_which_one_is_not_covered(tmp_path) -> None:
    # 500 charged − 25 not covered − 100 line not covered − 200 contractual = 175 = 100 paid + 75 patient
    reading = read_body(
        tmp_path,
        "100",
        "CLP*C1*1*500*100*75*12*P1",
        "SVC*HC:X1001*400*100",
        "CAS*CO*45*200**96*25",
        "CAS*PR*2*75",
        "SVC*HC:X1002*100*0",
        "CAS*CO*96*100",
    )
    assert reading.tables["remits"]["allowed"].sum() == 17500
    assert worth(reading) == []


def test_a_reversal_and_its_correction_add_up(tmp_path) -> None:
    reading = read_body(
        tmp_path,
        "95",
        "CLP*C1*1*120*80**12*P1",
        "SVC*HC:G0438*120*80",
        "CAS*CO*45*40",
        "CLP*C1*22*-120*-80**12*P1",
        "SVC*HC:G0438*-120*-80",
        "CAS*CO*45*-40",
        "CLP*C1*1*120*95**12*P2*11*7",
        "REF*F8*P1",
        "SVC*HC:G0438*120*95",
        "CAS*CO*45*25",
    )
    remits = reading.tables["remits"]
    assert remits["paid"].tolist() == [8000, -8000, 9500]
    assert remits["claim_seq"].tolist() == [1, 2, 3]
    assert remits["original_ref"].tolist() == ["", "", "P1"]
    assert remits["frequency"].tolist() == ["", "", "7"]
    assert worth(reading) == []
    assert not [each for each in reading.problems if "taken back" in each.problem]


def test_a_reversal_without_its_correction_is_noted(tmp_path) -> None:
    reading = read_body(tmp_path, "0", "CLP*C1*22*-120*-80**12*P1", "CAS*CO*45*-40", "PLB*1*20261231*FB:T1*-80")
    assert reading.tables["remittances"]["forwarded"].tolist() == [-8000]
    assert reading.tables["remittances"]["off_by"].tolist() == [0]  # 0 − (−80 − (−80))
    assert [each.line for each in reading.problems if "taken back" in each.problem] == [13]


def test_provider_adjustments(tmp_path) -> None:
    # 250 − (20 WO − 1.50 L6 interest to the practice + 5 FB applied + 3.95 without reference) = 222.55
    reading = read_body(
        tmp_path,
        "222.55",
        "CLP*C1*1*250*250**12*P1",
        "PLB*1234567893*20261231*WO:OLD CLAIM*20*L6*-1.50*FB:T0*5",
        "PLB*1234567893*20261231*90*3.95",
    )
    check = reading.tables["remittances"].iloc[0]
    assert (check["recoupment"], check["interest"], check["forwarded"]) == (2000, -150, 500)
    assert check["provider_adj"] == 2000 - 150 + 500 + 395
    assert check["adjustments"] == "WO:OLD CLAIM 20.00; L6 -1.50; FB:T0 5.00; 90 3.95"
    assert check["off_by"] == 0
    assert worth(reading) == []


def test_only_provider_adjustments(tmp_path) -> None:
    reading = read_body(tmp_path, "12.5", "PLB*1234567893*20261231*72:A1*-12.50")
    assert reading.tables["remittances"]["claims"].tolist() == [0]
    assert reading.tables["remittances"]["off_by"].tolist() == [0]
    assert len(reading.tables["remits"]) == 0
    assert worth(reading) == []


def test_each_balance_says_by_how_much_it_is_off(tmp_path) -> None:
    reading = read_body(
        tmp_path,
        "99",
        "CLP*C1*1*200*100**12*P1",
        "SVC*HC:X1001*120*60",
        "CAS*CO*45*59.99",
        "SVC*HC:X1002*70*40",
        "CAS*CO*45*30",
    )
    found = {(each.column, each.line): each.problem for each in worth(reading)}
    assert "-$1.00" in found["BPR02", 4]  # 99 − 100
    assert "$10.01" in found["CLP04", 13]  # 200 − 59.99 − 30 − 100
    assert "$10.00" in found["CLP03", 13]  # 200 − (120 + 70)
    assert "$0.01" in found["SVC03", 14]  # 120 − 59.99 − 60
    assert all(each.severity is Severity.MONEY for each in worth(reading))
    assert len(found) == 4


def test_a_debit_counts_as_negative(tmp_path) -> None:
    content = text(enveloped(*transaction("50", "CLP*C1*22*-50*-50**12*P1"))).replace("BPR*I*50*C", "BPR*I*50*D")
    reading = read_text(tmp_path, content)
    assert reading.tables["remittances"]["amount"].tolist() == [-5000]
    assert reading.tables["remittances"]["off_by"].tolist() == [0]


def test_what_the_payer_changed(tmp_path) -> None:
    reading = read_body(
        tmp_path,
        "60",
        "CLP*C1*1*100*60*40*MB*P1*11*1",
        "NM1*82*1*DOC*SAMPLE****XX*1234567893",
        "DTM*232*20260501",
        "SVC*HC:X1001:50:RT:59:76*100*60*0510*1.5*HC:X1002:LT:25*2.25",
        "DTM*150*20260502",
        "DTM*151*20260504",
        "CAS*PR*2*40",
        "REF*6R*LINE7",
        "REF*HPI*1987654321",
        "AMT*B6*100",
        "AMT*I*1.25",
        "LQ*HE*N130",
        "LQ*HE*M15",
    )
    row = reading.tables["remits"].iloc[0]
    assert row[["code", "mod1", "mod2", "mod3", "mod4"]].tolist() == ["X1001", "50", "RT", "59", "76"]
    assert row[["billed_code", "billed_mods", "revenue_code"]].tolist() == ["X1002", "LT 25", "0510"]
    assert (row["units"], row["billed_units"]) == (1.5, 2.25)
    assert (f"{row['dos']:%m%d}", f"{row['dos_to']:%m%d}") == ("0502", "0504")
    assert (row["line_control"], row["provider_npi"]) == ("LINE7", "1987654321")
    assert (row["interest"], row["allowed"], row["allowed_reported"]) == (125, 10000, 10000)
    assert row["remarks"] == "N130 M15"
    assert row[["pos", "filing_code", "frequency"]].tolist() == ["11", "MB", "1"]


def test_remarks_of_the_claim_hold_for_its_lines(tmp_path) -> None:
    reading = read_body(
        tmp_path,
        "5",
        "CLP*C1*1*5*5**MB*P1",
        "MOA*0.1*2*MA01**N1",
        "SVC*HC:X1001*5*5",
        "LQ*HE*N130",
        "CLP*C2*1*0*0**MA*P2",
        "MIA*2*3*4*3*MA15*5*6*7*8*9*1*2*3*4*5*6*7*8*9*N5",
    )
    assert reading.tables["remits"]["remarks"].tolist() == ["N130 MA01 N1", "MA15 N5"]


def test_a_reported_allowed_amount_that_differs_is_a_note_only(tmp_path) -> None:
    reading = read_body(tmp_path, "5", "CLP*C1*1*5*5**MB*P1", "SVC*HC:X1001*5*5", "AMT*B6*6")
    assert worth(reading) == []
    assert [each.severity for each in reading.problems if each.column == "AMT*B6"] == [Severity.NOTE]


def test_a_second_payer_that_reports_the_full_difference(tmp_path) -> None:
    reading = read_body(tmp_path, "65", "CLP*C1*2*500*65**12*P1", "SVC*HC:X1001*500*65", "CAS*CO*45*435")
    assert [each.line for each in reading.problems if "second payer" in each.problem] == [13]


def test_a_bilateral_line_split_in_two(tmp_path) -> None:
    reading = read_body(
        tmp_path,
        "150",
        "CLP*C1*1*200*150**12*P1",
        "SVC*HC:X1003:RT*100*100",
        "SVC*HC:X1003:LT*100*50",
        "CAS*CO*45*50",
    )
    assert reading.tables["remits"]["mod1"].tolist() == ["RT", "LT"]
    assert reading.tables["remits"]["line_no"].tolist() == [1, 2]
    assert worth(reading) == []
