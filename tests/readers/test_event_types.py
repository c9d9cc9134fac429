"""What a row of a ledger is where no column of types says it: columns of amounts, descriptions, payers, reversals."""

from datetime import date

import pytest

from medoffice_xl.readers.recognise import read_file

TODAY = date(2026, 12, 1)


def read(tmp_path, text):
    path = tmp_path / "export.csv"
    path.write_text(text, encoding="utf-8")
    return read_file(path, today=TODAY)


def entries(reading):
    return [tuple(row) for row in reading.tables["payments"][["kind", "payer", "amount"]].values.tolist()]


def money(reading):
    return [each.problem for each in reading.problems if each.severity == "money"]


APART = """Chart,Visit,DOS,Entry Date,Trans Code,Description,Carrier,Charges,Payments,Adjustments
55,V1,11/05/2026,11/06/2026,G0439,Annual visit,Alpha,150.00,{blank},{blank}
55,V1,11/05/2026,11/20/2026,PAY,{paid},Alpha,{blank},93.60,{blank}
55,V1,11/05/2026,11/20/2026,CWO,{adjusted},Alpha,{blank},{blank},36.40
55,V1,11/05/2026,11/05/2026,CASH,Patient cash payment,Alpha,{blank},20.00,{blank}
"""


@pytest.mark.parametrize("blank", ["", "0.00"])
@pytest.mark.parametrize(
    ("paid", "adjusted"), [("Insurance payment", "Contractual write off"), ("posted by Mary", "see remarks")]
)
def test_charges_and_payments_in_columns_that_never_share_a_row(tmp_path, blank, paid, adjusted):
    """What the description does not say, the column does; the visit is 150.00 = 93.60 + 36.40 + 20.00."""
    reading = read(tmp_path, APART.format(blank=blank, paid=paid, adjusted=adjusted))
    assert reading.tables["charges"][["claim_id", "code", "charge"]].values.tolist() == [["V1", "G0439", 15000]]
    assert entries(reading) == [
        ("insurance payment", "Alpha", 9360),
        ("contractual adjustment", "Alpha", 3640),
        ("patient payment", "Patient", 2000),
    ]
    assert money(reading) == []


def test_one_row_that_has_both_is_a_charge_with_what_was_posted_to_it(tmp_path):
    head = "Claim ID,DOS,Carrier,Code,Charges,Payments"
    rows = ["C1,11/05/2026,Alpha,G0439,150.00,93.60", "C2,11/05/2026,Alpha,G0439,0.00,5.00"]
    reading = read(tmp_path, "\n".join([head, *rows]))
    assert reading.tables["charges"]["charge"].tolist() == [15000, 0]
    assert [cents for *_, cents in entries(reading)] == [9360, 500]


SIDES = """Date;Acct;Visit;Item;Debit;Credit;{heading}
05.11.2026;55;V1;G0439;150,00;;Charge
20.11.2026;55;V1;;;93,60;Insurance payment
20.11.2026;55;V1;;;36,40;Contractual adjustment
"""


def test_the_text_beside_debit_and_credit_says_what_a_credit_is(tmp_path):
    reading = read(tmp_path, SIDES.format(heading="Text"))
    assert [(kind, cents) for kind, _, cents in entries(reading)] == [
        ("insurance payment", 9360),
        ("contractual adjustment", 3640),
    ]
    assert money(reading) == []


def test_credits_of_which_nothing_says_what_they_are_are_told_as_money(tmp_path):
    """93.60 + 36.40 = 130.00"""
    reading = read(tmp_path, SIDES.format(heading="Zebra"))
    assert [(kind, cents) for kind, _, cents in entries(reading)] == [
        ("insurance payment", 9360),
        ("insurance payment", 3640),
    ]
    assert money(reading) == ["2 credits do not say what they are; they were taken as payments ($130.00)."]


@pytest.mark.parametrize(
    ("sides", "charged", "paid"), [("Debit", "150.00", "-93.60"), ("Charge,Credit", "150.00,", ",93.60")]
)
def test_a_ledger_with_one_side_alone(tmp_path, sides, charged, paid):
    head = f"Visit,DOS,Post Date,Tran Type,Procedure,Insurance,{sides}"
    rows = [f"E1,11/05/2026,11/06/2026,CHG,G0439,Alpha,{charged}", f"E1,11/05/2026,11/20/2026,INS PMT,,Alpha,{paid}"]
    reading = read(tmp_path, "\n".join([head, *rows]))
    assert reading.tables["charges"]["charge"].tolist() == [15000]
    assert entries(reading) == [("insurance payment", "Alpha", 9360)]


def test_a_number_of_debits_is_no_amount(tmp_path):
    """The charge of C1 cannot be read; 9,001 is what the other system calls it, no amount in its place."""
    head = "Claim ID,Charge/Debit ID,DOS,Carrier,Code,Charge Amount,Insurance Payments"
    rows = ["C1,9001,11/05/2026,Alpha,G0439,0.005,93.60", "C2,9002,11/05/2026,Alpha,G0444,30.00,0.00"]
    reading = read(tmp_path, "\n".join([head, *rows]))
    assert reading.tables["charges"][["claim_id", "charge"]].values.tolist() == [["C2", 3000]]
    assert [each.value for each in reading.problems if each.value == "0.005"] == ["0.005"]


LEDGER = """Visit,DOS,Post Date,Tran Type,Procedure,Insurance,Amount
E1,11/05/2026,11/06/2026,CHG,G0439,Alpha,150.00
E1,11/05/2026,11/20/2026,INS PMT,G0439,Alpha,93.60-
E1,11/05/2026,11/24/2026,{type},G0439,{payer},{amount}
"""


@pytest.mark.parametrize(
    ("type", "payer", "amount", "entry"),
    [
        ("PMT REV", "Alpha", "93.60", ("insurance payment", "Alpha", -9360)),
        ("Reversed Pmt", "Alpha", "93.60", ("insurance payment", "Alpha", -9360)),
        ("Pt Pmt Reversal", "Alpha", "20.00", ("refund", "Patient", -2000)),
        ("NSF", "", "20.00", ("refund", "Patient", -2000)),
        ("PAYMENT", "*SELF PAY*", "20.00-", ("patient payment", "Patient", 2000)),
        ("PAYMENT", "", "20.00-", ("insurance payment", "Alpha", 2000)),
    ],
)
def test_reversals_and_whom_a_payment_is_from(tmp_path, type, payer, amount, entry):
    reading = read(tmp_path, LEDGER.format(type=type, payer=payer, amount=amount))
    assert entries(reading) == [("insurance payment", "Alpha", 9360), entry]


def test_a_payment_that_was_voided_is_no_payment(tmp_path):
    """Marked as void on its own row; of the two payments that stay, 60.00 + 33.60 = 93.60."""
    rows = ["E1,11/05/2026,11/06/2026,Charge,G0439,Alpha,150.00,", "E1,11/05/2026,11/20/2026,Payment,,Alpha,-60.00,",
            "E1,11/05/2026,11/20/2026,Payment,,Alpha,-75.00,11/21/2026",
            "E1,11/05/2026,11/22/2026,Payment,,Alpha,-33.60,"]  # fmt: skip
    reading = read(tmp_path, "\n".join(["Visit,DOS,Post Date,Tran Type,Procedure,Insurance,Amount,Void Date", *rows]))
    assert [cents for *_, cents in entries(reading)] == [6000, 3360]
    assert reading.tables["charges"]["charge"].tolist() == [15000]
    assert any("void" in each.problem for each in reading.problems)
