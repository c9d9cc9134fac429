"""Files of banks, in the layouts that they have: every line once, sums held against what the bank says."""

from datetime import date
from pathlib import Path

import pytest

from medoffice_xl.errors import CannotRead
from medoffice_xl.intake.take import take_in
from medoffice_xl.money import MOST_CENTS
from medoffice_xl.readers.recognise import read_file

BOOKS = Path(__file__).parents[2] / "samples" / "books"

CHASE = """Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #
CREDIT,03/03/2026,"HCCLAIMPMT BLUE HARBOR TRN*1*02260302*1511000002",1250.00,ACH_CREDIT,3430.00,,
CHECK,03/02/2026,"CHECK 1041",-320.00,CHECK_PAID,2180.00,1041,
DSLIP,03/02/2026,"DEPOSIT  ID NUMBER 55",500.00,CHECK_DEPOSIT,2500.00,55,
"""
BOFA = (BOOKS / "bank_of_america.csv").read_text(encoding="utf-8")
WELLS = """"03/03/2026","-12.50","*","","PURCHASE CARD"
"03/02/2026","800.00","*","","DEPOSIT MADE IN A BRANCH"
"02/27/2026","-40.00","*","1042","CHECK"
"""
XERO = """*Date,*Amount,Payee,Description,Reference,Check Number
03/02/2026,125.00,Blue Harbor,EFT,02260302,
03/03/2026,-20.00,Landlord,Rent,,1043
"""
OFX = (BOOKS / "bank.qfx").read_text(encoding="utf-8")


def read(tmp_path, text, name="stmt.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def lines(reading):
    rows = reading.tables["bank"]
    return [
        (day.strftime("%m/%d"), cents, check)
        for day, cents, check in zip(rows["posted"], rows["amount"], rows["check_number"], strict=True)
    ]


def money_problems(reading):
    return [each.problem for each in reading.problems if each.severity == "money"]


def test_chase_newest_first_with_a_further_comma(tmp_path):
    reading = read(tmp_path, CHASE, "Chase4411_Activity_20260331.CSV")
    assert lines(reading) == [("03/03", 125000, ""), ("03/02", -32000, "1041"), ("03/02", 50000, "55")]
    assert reading.tables["bank"]["account"].unique().tolist() == ["4411"]
    assert not money_problems(reading)


def test_bank_of_america_below_its_summary(tmp_path):
    reading = read(tmp_path, BOFA)
    assert lines(reading) == [("03/02", 125000, ""), ("03/03", -32000, "")]
    assert not money_problems(reading)


def test_wells_fargo_has_no_headings(tmp_path):
    assert lines(read(tmp_path, WELLS)) == [("03/03", -1250, ""), ("03/02", 80000, ""), ("02/27", -4000, "1042")]


def test_xero(tmp_path):
    reading = read(tmp_path, XERO)
    assert lines(reading) == [("03/02", 12500, ""), ("03/03", -2000, "1043")]
    assert reading.tables["bank"]["description"].tolist() == ["EFT Blue Harbor 02260302", "Rent Landlord"]


def test_a_credit_is_money_in_and_a_debit_money_out(tmp_path):
    text = "Date,Description,Amount,Balance\n03/02/2026,DEPOSIT,125.00 CR,\n03/03/2026,RENT,20.00 DR,\n"
    assert lines(read(tmp_path, text)) == [("03/02", 12500, ""), ("03/03", -2000, "")]


def test_ofx_is_known_by_the_banks_own_ids_and_its_own_days(tmp_path):
    reading = read(tmp_path, OFX, "stmt.qfx")
    assert lines(reading) == [("03/02", 125000, ""), ("03/03", -32010, "1041")]
    assert reading.tables["bank"][["account", "line_id"]].values.tolist() == [["6543", "F1"], ["6543", "F2"]]


def test_ofx_2_is_xml(tmp_path):
    _, _, body = OFX.partition("<OFX>")
    declared = '<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="220"?>\n'
    assert len(read(tmp_path, f"{declared}<OFX>{body}", "stmt.ofx").tables["bank"]) == 2


@pytest.mark.parametrize(
    "text",
    [
        OFX[:700],
        "OFXHEADER:100\n<OFX></OFX>",
        OFX.replace("1250.00", "12.345"),
        OFX.replace("1250.00", "9" * 20),
        "OFXHEADER:100\nnothing",
    ],
)
def test_a_damaged_ofx_file_is_refused_in_words(tmp_path, text):
    with pytest.raises(CannotRead, match=r"stmt\.ofx|parts of a cent|beyond what any account moves"):
        read(tmp_path, text, "stmt.ofx")


def test_the_largest_amount_of_an_ofx_file(tmp_path):
    most = f"{MOST_CENTS // 100}.{MOST_CENTS % 100:02}"
    assert MOST_CENTS in [cents for _, cents, _ in lines(read(tmp_path, OFX.replace("1250.00", most), "stmt.ofx"))]
    more = f"{MOST_CENTS // 100}.{MOST_CENTS % 100 + 1:02}"
    with pytest.raises(CannotRead, match="beyond what any account moves"):
        read(tmp_path, OFX.replace("1250.00", more), "stmt.ofx")


def test_an_ofx_line_without_a_day_is_told(tmp_path):
    reading = read(tmp_path, OFX.replace("<DTPOSTED>20260303", ""), "stmt.ofx")
    assert money_problems(reading) == ["1 lines of the statement have no day, amount or id; they were not taken in."]


def test_sums_that_do_not_agree_are_money_problems(tmp_path):
    missing = BOFA.replace('03/03/2026,"Check 1041","-320.00","2,930.00"\n', "")
    assert money_problems(read(tmp_path, missing)) == [
        "The file says -$320.00 as total debits; its lines add up to $0.00.",
        "The file says $930.00 as change of the balance; its lines add up to $1,250.00.",
    ]
    jump = CHASE.replace("2180.00", "2181.00")
    assert any("The balance here is not the one before it" in each for each in money_problems(read(tmp_path, jump)))


def test_a_line_that_cannot_be_read_is_named_and_not_taken_in(tmp_path):
    reading = read(tmp_path, CHASE.replace("-320.00", "n/k"))
    assert len(reading.tables["bank"]) == 2
    assert any(each.line == 3 for each in reading.problems)


def taken(tables, reading, mark):
    intake = take_in(reading, tables, content_hash=mark, today=date(2026, 4, 1))
    return {**tables, **intake.frames}, intake.counts.get("bank")


def test_the_same_lines_twice_change_nothing_and_two_alike_stay_two(tmp_path):
    twin = WELLS + '"02/27/2026","-40.00","*","1042","CHECK"\n'
    tables, first = taken({}, read(tmp_path, twin), "a")
    assert (first.added, len(tables["bank"])) == (4, 4)
    again = '"03/09/2026","5.00","*","","DEPOSIT"\n' + twin
    tables, second = taken(tables, read(tmp_path, again), "b")
    assert (second.added, second.changed, second.unchanged) == (1, 0, 4)
    assert len(tables["bank"]) == 5


def test_who_pays_by_app_is_not_named(tmp_path):
    text = WELLS.replace("DEPOSIT MADE IN A BRANCH", "ZELLE FROM JANE DOE ON 03/02 REF 99A7")
    assert read(tmp_path, text).tables["bank"]["description"].tolist()[1] == "ZELLE … 99A7"
