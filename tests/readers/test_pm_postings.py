"""Lists of payments and adjustments without charges: each on its day, at its claim, with its kind and cents."""

from datetime import date
from pathlib import Path

import pytest

from medoffice_xl.readers.recognise import kind_of, read_file
from medoffice_xl.readers.seen import Unclear

LAYOUTS = Path(__file__).parents[1] / "samples" / "pm" / "layouts"
TODAY = date(2026, 12, 1)
CONTRACT = "contractual adjustment"


def read(name):
    return read_file(LAYOUTS / name, today=TODAY)


def written(tmp_path, *lines):
    path = tmp_path / "postings.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return read_file(path, today=TODAY)


def entries(reading):
    """(claim, day, kind, payer, cents) of every entry, in order."""
    posted = reading.tables["payments"]
    days = posted["post_date"].dt.strftime("%m/%d")
    return sorted(
        zip(posted["claim_id"], days, posted["kind"], posted["payer"], posted["amount"].tolist(), strict=True)
    )


def money(reading):
    return [problem.problem for problem in reading.problems if problem.severity == "money"]


def test_eclinicalworks_payments_by_code():
    """“Payment” adds up the payer's and the patient's; the day it was posted is the last of its five days.

    93.60 + 30.00 - 10.00 of the payer, 20.00 of the patient, 33.00 written off.
    """
    reading = read("eclinicalworks_cpt_payments.csv")
    assert reading.kind == "charges"
    assert reading.tables["charges"].empty
    assert entries(reading) == [
        ("41001", "11/05", "patient payment", "Patient", 2000),
        ("41001", "11/21", CONTRACT, "Alpha Health", 3300),
        ("41001", "11/21", "insurance payment", "Alpha Health", 3000),
        ("41001", "11/21", "insurance payment", "Alpha Health", 9360),
        ("41001", "11/25", "insurance payment", "Alpha Health", -1000),
    ]
    assert set(reading.tables["payments"]["trace"]) == {"EFT99", "EFT100", ""}
    assert money(reading) == []
    assert "DOE" not in " ".join(map(str, reading.problems))


def test_nextgen_payments_by_transaction():
    """“Billed Amt” is the charge's, told beside each payment, and “Tran Cd” no service: nothing of it is charged."""
    reading = read("nextgen_payments_by_transaction.csv")
    assert reading.tables["charges"].empty
    assert entries(reading) == [
        ("88001", "11/20", "insurance payment", "Alpha Health", 9360),
        ("88001", "11/25", "patient payment", "Patient", 2000),
        ("88002", "11/20", "insurance payment", "Alpha Health", 3000),
        ("88002", "11/27", "insurance payment", "Alpha Health", -1000),
    ]


def test_nextgen_adjustments_by_transaction():
    """Of a reason's code and its words, the words say what was written off."""
    reading = read("nextgen_adjustments_by_transaction.csv")
    assert entries(reading) == [
        ("88001", "11/20", CONTRACT, "Alpha Health", 3300),
        ("88002", "11/28", "small balance", "Alpha Health", 340),
    ]


def test_postings_by_account_are_unapplied_and_their_total_is_none():
    """Two payments of the same amount are two; 93.60 + 93.60 + 33.00 + 20.00 = 240.20, the row of the total."""
    reading = read("postings_by_type.csv")
    assert [row[1:3] + row[4:] for row in entries(reading)] == [
        ("11/20", CONTRACT, 3300),
        ("11/20", "insurance payment", 9360),
        ("11/20", "insurance payment", 9360),
        ("11/25", "patient payment", 2000),
    ]
    assert {row[0] for row in entries(reading)} == {""}
    assert len(money(reading)) == 4
    assert all("unapplied" in told for told in money(reading))


def test_postings_at_claims_by_type_as_the_guide_asks_for_them(tmp_path):
    reading = written(
        tmp_path,
        "Claim Number,Date Posted,Type,Amount,Posted By",
        "41001,11/20/2026,Insurance Payment,93.60,amy",
        "41001,11/20/2026,Contractual,33.00,amy",
        "41001,11/25/2026,Patient Payment,20.00,bob",
        "41001,11/26/2026,Refund,5.00,bob",
    )
    assert [row[:3] + row[4:] for row in entries(reading)] == [
        ("41001", "11/20", CONTRACT, 3300),
        ("41001", "11/20", "insurance payment", 9360),
        ("41001", "11/25", "patient payment", 2000),
        ("41001", "11/26", "refund", -500),
    ]
    assert reading.tables["payments"]["posted_by"].tolist() == ["amy", "amy", "bob", "bob"]


def test_a_posting_without_a_day_is_told(tmp_path):
    rows = ("41001,11/20/2026,Alpha,93.60", "41002,,Alpha,30.00")
    reading = written(tmp_path, "Claim ID,Check Date,Payer,Insurance Payment", *rows)
    assert [row[0] for row in entries(reading)] == ["41001"]
    (told,) = [problem for problem in reading.problems if problem.severity == "money"]
    assert (told.line, told.value) == (3, "$30.00")


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("Claim ID,DOS,Code,Insurance Payment,Payment Date,Balance", "1,11/05/2026,G0439,93.60,11/20/2026,20.00"),
        ("Claim ID,DOS,Code,Insurance Payment", "1,11/05/2026,G0439,93.60"),
        ("Claim ID,DOS,Total Charge,Insurance Payment,Payment Date", "1,11/05/2026,150.00,93.60,11/20/2026"),
    ],
)
def test_what_lists_services_and_lacks_a_column_is_asked_about(tmp_path, headings, row):
    """A balance, or a day of service alone, says that these are services: what is lacking is asked for."""
    with pytest.raises(Unclear):
        written(tmp_path, headings, row)


def test_a_list_of_postings_is_known_for_what_it_is():
    assert kind_of(LAYOUTS / "eclinicalworks_cpt_payments.csv") == "charges"
    assert kind_of(LAYOUTS / "postings_by_type.csv") == "charges"


def test_a_charge_after_thousands_of_payments_is_a_charge(tmp_path):
    """3,000 payments of 50.00 are 150,000.00; 100 charges of 100.00 stand below them."""
    paid = [f"C{row},P{row},09/01/2026,PMT,,50.00" for row in range(3000)]
    charged = [f"C{row},P{row},09/02/2026,G0439,100.00," for row in range(100)]
    headings = "Claim ID,Patient ID,Posting Date,Transaction Code,Charge Amount,Payment Amount"
    tables = written(tmp_path, headings, *paid, *charged).tables
    assert tables["charges"]["charge"].tolist() == [10000] * 100
    assert (len(tables["payments"]), tables["payments"]["amount"].sum()) == (3000, 15000000)


@pytest.mark.parametrize("payments", [4, 400])
def test_charges_below_payments_are_asked_about_however_many_come_before(tmp_path, payments):
    """A list of types with charges in it lacks their code: it is no list of payments alone."""
    paid = [f"C{row},09/01/2026,Payment,50.00" for row in range(payments)]
    charged = [f"C{row},09/01/2026,Charge,100.00" for row in range(10)]
    with pytest.raises(Unclear) as asked:
        written(tmp_path, "Claim ID,Posting Date,Transaction Type,Amount", *paid, *charged)
    assert asked.value.lacking == ("code",)


def test_charges_that_only_their_side_tells_are_told_with_their_sum(tmp_path):
    """90.00 and 30.00 on the side of debits are 120.00; 50.00 + 20.00 + 20.00 - 20.00 were posted."""
    reading = written(
        tmp_path,
        "Claim ID,Posting Date,Type,Amount,Debit,Credit",
        "1,11/05/2026,Insurance Payment,,,50.00",
        "1,11/06/2026,Patient Payment,,,20.00",
        "1,11/06/2026,Contractual,,,20.00",
        "1,11/06/2026,Refund,,,20.00",
        "1,11/06/2026,Office visit,,90.00,",
        "1,11/06/2026,Office visit,,30.00,",
    )
    assert reading.tables["payments"]["amount"].sum() == 7000
    (told,) = [problem for problem in reading.problems if problem.severity == "money"]
    assert told.problem == "2 rows are charges by their amounts ($120.00); they were not taken in."
    assert told.line == 6


def test_charges_on_the_side_of_debits_are_charges(tmp_path):
    """90.00 and 30.00 are debits, 20.00 was paid."""
    tables = written(
        tmp_path,
        "Claim ID,DOS,Posting Date,Code,Debit,Credit,Insurance Payment",
        "1,11/05/2026,11/06/2026,G0439,90.00,,",
        "1,11/05/2026,11/09/2026,G0439,,20.00,",
        "2,11/06/2026,11/09/2026,G0439,30.00,,",
    ).tables
    assert tables["charges"]["charge"].tolist() == [9000, 3000]
    assert tables["payments"]["amount"].tolist() == [2000]


def test_totals_of_a_list_of_postings_are_none_of_them(tmp_path):
    """93.60 + 18.70 and 23.40 were posted; their sum is no posting that lacks a day, and alarms nobody."""
    reading = written(
        tmp_path,
        "Deposit,Post Date,Check Number,Pmt Type,Claim No,Applied Amt",
        "11/19/2026,11/20/2026,E778,Insurance,1001,93.60",
        "11/19/2026,11/20/2026,E778,Insurance,1002,18.70",
        "11/21/2026,11/21/2026,1044,Patient,1001,23.40",
        "Total,,,,,135.70",
    )
    assert reading.tables["payments"]["amount"].tolist() == [9360, 1870, 2340]
    assert [each for each in reading.problems if each.severity == "money"] == []


def test_a_type_that_says_total_leaves_the_list_what_it_is(tmp_path):
    reading = written(
        tmp_path,
        "Date,Claim,Payer,Type,Amount",
        "11/20/2026,1001,Alpha,Insurance Payment,93.60",
        "11/21/2026,1001,Patient,Patient Payment,23.40",
        ",,,Grand Total,117.00",
    )
    assert reading.tables["payments"]["amount"].tolist() == [9360, 2340]


def test_a_single_write_off_has_no_sign_of_payments(tmp_path):
    """Payments are written as positive, write-offs as negative: 50.00 are written off, as they say."""
    rows = [f"C{n},11/0{n}/2026,Charge,G0439,Alpha,150.00" for n in range(1, 5)]
    rows += [f"C{n},11/1{n}/2026,Insurance Payment,,Alpha,100.00" for n in range(1, 5)]
    rows.append("C4,11/20/2026,Bad Debt Write-off,,Alpha,-50.00")
    reading = written(tmp_path, "Claim,Date,Type,CPT,Payer,Amount", *rows)
    posted = reading.tables["payments"]
    assert posted.groupby("kind")["amount"].sum().to_dict() == {"bad debt": 5_000, "insurance payment": 40_000}


def test_an_export_with_headings_alone_is_an_empty_one(tmp_path):
    assert written(tmp_path, "DOS,Patient,Payer,CPT,Mod,Charge").tables["charges"].empty
