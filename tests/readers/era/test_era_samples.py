"""Remittances written by others: amounts, counts and balances read from the files' own text."""

import pytest
from era_text import SAMPLES, worth

from medoffice_xl.problems import Severity
from medoffice_xl.readers.era import read, recognises
from medoffice_xl.readers.file import File
from medoffice_xl.tables import REMITS, REMITTANCES, empty_frame

# file, BPR02 of each transaction, CLP, SVC (counted in the text), check off, claims off, lines off; amounts in cents
VERDICTS = [
    # CLP03 2000 − CAS 499.50 − (400 + 99.50) − CLP04 1500.50 = −499.50: the claim repeats its lines' adjustments
    ("chs_test.835", [150050], 1, 2, [0], 1, 0),
    # PLB 5 in the first transaction: 1.78 − (1.78 − 5.00)
    ("covehealth_sample_835.txt", [178, 14113], 6, 12, [500, 0], 0, 0),
    # the second has PLB L6 −10.30 besides: 141.13 − (141.13 + 10.30)
    ("covehealth_sample_835_with_interests.txt", [178, 14113], 6, 12, [500, -1030], 0, 0),
    ("edilens_835.test.0001.edi", [3400], 1, 1, [0], 0, 0),
    ("keironstoddart_blue_cross_nc_sample.txt", [192286], 1, 3, [0], 0, 0),
    ("keironstoddart_emedny_sample.txt", [4575], 3, 10, [0], 0, 0),
    ("keironstoddart_united_healthcare_legacy_sample.txt", [34999], 2, 5, [0], 0, 0),
    ("lfh_cob-contractural-adjustment.835", [3400], 1, 1, [0], 0, 0),
    # 138018.40 + 11980.33 = 149998.73, less PLB −1.27
    ("lfh_demo.835", [15000000], 2, 0, [0], 0, 0),
    ("lfh_managed-care.835", [94500], 2, 2, [0], 0, 0),
    ("lfh_medicare-part-a.835", [15000000], 2, 0, [0], 0, 0),
    ("lfh_secondary-payment.835", [122200], 2, 2, [0], 0, 0),
    # SVC*HC*24599.00*1766.50: the charge slipped by one element; 24599.00 − 1579.00 − 1766.50 = 21253.50
    ("lfh_tertiary-payment.835", [18750], 1, 1, [0], 0, 1),
    ("pyx12_835_mult_loops.txt", [0], 1, 3, [0], 0, 0),
]


@pytest.mark.parametrize(("name", "amounts", "claims", "lines", "off", "claims_off", "lines_off"), VERDICTS)
def test_verdict(
    name: str, amounts: list[int], claims: int, lines: int, off: list[int], claims_off: int, lines_off: int
) -> None:
    reading = read(SAMPLES / name)
    checks = reading.tables["remittances"]
    assert checks["amount"].tolist() == amounts
    assert checks["claims"].sum() == claims
    assert checks["lines"].sum() == lines
    assert checks["off_by"].tolist() == off
    assert checks["unbalanced_claims"].sum() == claims_off
    assert checks["unbalanced_lines"].sum() == lines_off


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("[!S]*")), ids=lambda path: path.name)
def test_every_file(path) -> None:
    assert recognises(File(path))
    reading = read(path)
    remits, remittances = reading.tables["remits"], reading.tables["remittances"]
    assert reading.kind == "835"
    assert remits.dtypes.equals(empty_frame(REMITS).dtypes)
    assert remittances.dtypes.equals(empty_frame(REMITTANCES).dtypes)
    assert remits["paid"].sum() == remittances["claims_paid"].sum()
    severities = [list(Severity).index(problem.severity) for problem in reading.problems]
    assert severities == sorted(severities)


def test_every_sample_is_in_the_table() -> None:
    assert {name for name, *_ in VERDICTS} == {path.name for path in SAMPLES.glob("[!S]*")}


def test_a_claim_adjusted_as_a_whole_has_a_row_of_its_own() -> None:
    # managed care: CLP 800 paid 450, CAS CO-A2 50 at the claim, one line of 800 paid 500 with PR-1 300
    rows = read(SAMPLES / "lfh_managed-care.835").tables["remits"].head(2)
    assert rows["level"].tolist() == ["claim", "line"]
    assert rows["line_no"].tolist() == [0, 1]
    assert rows["charge"].tolist() == [0, 80000]
    assert rows["paid"].tolist() == [-5000, 50000]
    assert rows["contractual"].tolist() == [5000, 0]
    assert rows["deductible"].tolist() == [0, 30000]
    assert rows["allowed"].sum() == 45000 + 30000
    assert rows["adjustments"].tolist() == ["CO-A2:50.00", "PR-1:300.00"]
    assert rows["dos"].dt.strftime("%Y%m%d").tolist()[1] == "20020301"
    assert rows["dos_to"].dt.strftime("%Y%m%d").tolist()[1] == "20020304"


def test_claims_without_lines() -> None:
    rows = read(SAMPLES / "lfh_demo.835").tables["remits"]
    assert rows["level"].tolist() == ["claim", "claim"]
    assert rows["charge"].tolist() == [21136697, 1500000]
    assert rows["paid"].tolist() == [13801840, 1198033]
    assert rows["remarks"].tolist() == ["", "MA02"]
    assert rows["dos"].dt.strftime("%Y%m%d").tolist() == ["20020816", "20020512"]
    assert rows["units"].isna().all()


def test_a_second_payer_s_allowed_amount_holds_what_was_paid_before() -> None:
    # 34.00 paid + OA-23 516.00 = 550.00, as AMT*B6 says
    row = read(SAMPLES / "edilens_835.test.0001.edi").tables["remits"].iloc[0]
    assert (row["prior_payer"], row["allowed"], row["allowed_reported"]) == (51600, 55000, 55000)
    assert row["other_adj"] == 51600 - 900


def test_slipped_elements_are_reported_not_mended() -> None:
    reading = read(SAMPLES / "lfh_tertiary-payment.835")
    assert reading.tables["remits"]["code"].tolist() == ["", ""]
    assert [(each.severity, each.line, each.column) for each in worth(reading)[:2]] == [
        (Severity.MONEY, 16, "CLP03"),  # 1766.50 − 24599.00 = −22832.50
        (Severity.MONEY, 20, "SVC03"),
    ]
    assert "-$22,832.50" in worth(reading)[0].problem
    assert "$21,253.50" in worth(reading)[1].problem


def test_missing_amounts_of_a_line_are_money() -> None:
    # SVC*HC:59426******742*742**1 has neither charge nor payment where they belong
    found = worth(read(SAMPLES / "keironstoddart_blue_cross_nc_sample.txt"))
    assert [(each.severity, each.line, each.column) for each in found] == [
        (Severity.MONEY, 28, "SVC02"),
        (Severity.MONEY, 28, "SVC03"),
    ]
