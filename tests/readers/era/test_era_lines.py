"""Lines whose codes, modifiers or units cannot be right; and what a remittance says twice, not alike."""

import pytest
from era_text import read_body, worth

from medoffice_xl.problems import Severity

DATES = ("DTM*472*20260501",)


def line(procedure="HC:G0438", units="1"):
    return ("CLP*C1*1*120*80**12*P1", f"SVC*{procedure}*120*80**{units}", *DATES, "CAS*CO*45*40")


def told(folder, *body, amount="80"):
    return [(each.column, each.problem) for each in worth(read_body(folder, amount, *body))]


@pytest.mark.parametrize("procedure", ["HC:G0438:25:59:RT:LT:76", "HC:G0438:25:59:RT:LT:76:words"])
def test_a_fifth_modifier(tmp_path, procedure):
    (found,) = told(tmp_path, *line(procedure))
    assert found == (
        "SVC01",
        "The line G0438 of claim C1 has a fifth modifier; a line holds four, and it was left out.",
    )


@pytest.mark.parametrize(
    "procedure",
    ["HC:G0438:25:59:RT:LT", "HC:G0438:25:::::a visit", "HC:G0438:25:59:RT:LT:A VISIT", "NU:0450", "N4:100"],
)
def test_four_modifiers_and_words_behind_them_are_right(tmp_path, procedure):
    assert told(tmp_path, *line(procedure)) == []


@pytest.mark.parametrize("code", ["100", "7", "1999"])
def test_a_code_that_lost_its_zeros(tmp_path, code):
    (found,) = told(tmp_path, *line(f"HC:{code}"))
    assert found[0] == "SVC01"
    assert "it may have lost its zeros. It was kept as it stands." in found[1]
    reading = read_body(tmp_path, "80", *line(f"HC:{code}"))
    assert reading.tables["remits"]["code"].tolist() == [code]


def test_a_code_of_five_digits_has_its_zeros(tmp_path):
    assert told(tmp_path, *line("HC:00100")) == []


def test_units_of_nothing_that_were_paid(tmp_path):
    assert told(tmp_path, *line(units="0")) == [("SVC05", "The line G0438 of claim C1 was paid for 0 units.")]


def test_units_of_nothing_that_were_denied_are_right(tmp_path):
    body = ("CLP*C1*1*120*0**12*P1", "SVC*HC:G0438*120*0**0", *DATES, "CAS*CO*50*120")
    assert told(tmp_path, *body, amount="0") == []


def test_many_odd_lines_are_counted(tmp_path):
    body = ["CLP*C1*1*2500*2500**12*P1"]
    for _ in range(25):
        body += ["SVC*HC:100*100*100**1", *DATES]
    found = told(tmp_path, *body, amount="2500")
    assert len(found) == 21
    assert found[-1][1].startswith("In all, 25 lines")


def notes(folder, amount, *body):
    told = (each for each in read_body(folder, amount, *body).problems if each.severity is Severity.NOTE)
    return [each.problem for each in told if each.column in ("CLP05", "AMT*I")]


@pytest.mark.parametrize(("stated", "apart"), [("40", False), ("", False), ("39.99", True), ("0", True), ("-40", True)])
def test_the_patients_share_beside_its_adjustments(tmp_path, stated, apart):
    body = (f"CLP*C1*1*120*80*{stated}*12*P1", "SVC*HC:G0438*120*80**1", *DATES, "CAS*PR*1*15**2*25")
    assert bool(notes(tmp_path, "80", *body)) is apart


def test_several_claims_apart_are_one_note(tmp_path):
    body = []
    for number in (1, 2, 3):
        body += [f"CLP*C{number}*1*120*80*9*12*P{number}", "SVC*HC:G0438*120*80**1", *DATES, "CAS*CO*45*40"]
    assert notes(tmp_path, "240", *body) == [
        "Claim C1 says that the patient owes $9.00, but its adjustments come to $0.00 (and so do 2 more)."
    ]


def test_a_reversal_may_repeat_the_patients_share(tmp_path):
    body = ("CLP*C1*22*-120*-80*40*12*P1", "SVC*HC:G0438*-120*-80**1", *DATES, "CAS*PR*1*-40", "PLB*1*20261231*FB*-80")
    assert notes(tmp_path, "0", *body) == []


@pytest.mark.parametrize(
    ("plb", "amount", "apart"), [("L6*-5", "85", False), ("L6*-4", "84", True), ("CS*-5", "85", True)]
)
def test_interest_of_claims_beside_the_checks(tmp_path, plb, amount, apart):
    body = ("CLP*C1*1*120*80**12*P1", "AMT*I*3", "SVC*HC:G0438*120*80**1", *DATES, "CAS*CO*45*40", "AMT*I*2")
    assert bool(notes(tmp_path, amount, *body, f"PLB*1*20261231*{plb}")) is apart
