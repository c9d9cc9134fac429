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


def posted(reading):
    """Cents by kind, which is what a reader of the ledger adds up."""
    return reading.tables["payments"].groupby("kind")["amount"].sum().to_dict()


def test_a_check_that_came_back_stands_among_the_debits(tmp_path):
    """30.00 paid in cash, taken back as the check was returned: nothing was received. It counted as 60.00."""
    rows = ["V1,11/05/2026,11/06/2026,G0444,Screening,Self Pay,$30.00,",
            "V1,11/05/2026,11/06/2026,PPAY,Patient payment - check,,,$30.00",
            "V1,11/05/2026,11/09/2026,NSF,Returned check,,$30.00,"]  # fmt: skip
    head = "Voucher,Service Date,Post Date,Transaction Code,Transaction Description,Carrier,Debit,Credit"
    reading = read(tmp_path, "\n".join([head, *rows]))
    assert reading.tables["charges"]["charge"].tolist() == [3000]
    assert posted(reading) == {"patient payment": 3000, "refund": -3000}


@pytest.mark.parametrize(
    ("back", "credit"), [("Carrier correction,$10.00,", "$93.60"), ("Carrier correction,$10.00,", "($93.60)")]
)
def test_the_side_of_a_single_entry_says_its_sign(tmp_path, back, credit):
    """150.00 - 36.40 - 93.60 + 10.00: an adjustment among the debits raises what is owed, be it the only one."""
    sign = "($36.40)" if credit.startswith("(") else "$36.40"
    rows = ["V1,11/05/2026,11/06/2026,Charge,G0439,Alpha,Annual visit,$150.00,",
            f"V1,11/05/2026,11/20/2026,Ins Pmt,,Alpha,Payment,,{credit}",
            f"V1,11/05/2026,11/20/2026,Contractual,,Alpha,Allowed amount,,{sign}",
            f"V1,11/05/2026,11/24/2026,Adj,,Alpha,{back}"]  # fmt: skip
    head = "Visit,DOS,Post Date,Tran Type,Procedure,Insurance,Description,Debit,Credit"
    reading = read(tmp_path, "\n".join([head, *rows]))
    assert posted(reading) == {"insurance payment": 9360, "contractual adjustment": 3640 - 1000}


def test_a_single_entry_has_the_sign_of_most_of_what_lowers_a_balance(tmp_path):
    """Credits are negative here: the one adjustment of 5.00 that is not raises the balance."""
    rows = ["E1,11/05/2026,11/06/2026,CHG,G0439,Alpha,150.00", "E1,11/05/2026,11/20/2026,INS PMT,,Alpha,-93.60",
            "E1,11/05/2026,11/20/2026,PT PMT,,Alpha,-20.00", "E1,11/05/2026,11/24/2026,ADJ,,Alpha,5.00"]  # fmt: skip
    head = "Visit,DOS,Post Date,Tran Type,Procedure,Insurance,Amount"
    reading = read(tmp_path, "\n".join([head, *rows]))
    assert posted(reading) == {"insurance payment": 9360, "patient payment": 2000, "contractual adjustment": -500}


SESSIONS = """Date,Type,Patient ID,Claim,Payer,Service Code,Modifiers,Amount
11/5/2026,{charge},PT-7,C-501,Alpha Health,G0439,95,$150.00
11/6/2026,{other},PT-8,C-502,Alpha Health,G0444,"95, GT",$60.00
11/20/2026,Insurance Payment,PT-7,C-501,Alpha Health,G0439,,-$97.00
11/20/2026,Insurance Write-Off,PT-7,C-501,Alpha Health,G0439,,-$33.00
11/5/2026,Patient Payment,PT-7,C-501,,G0439,,-$20.00
"""


@pytest.mark.parametrize(("charge", "other"), [("Session", "Session"), ("Intake", "Session")])
def test_what_a_ledger_calls_its_charges_need_not_be_known(tmp_path, charge, other):
    """They have the codes and the other sign; what was posted came in as charges of less than nothing."""
    reading = read(tmp_path, SESSIONS.format(charge=charge, other=other))
    assert reading.tables["charges"]["charge"].tolist() == [15000, 6000]
    assert posted(reading) == {"insurance payment": 9700, "contractual adjustment": 3300, "patient payment": 2000}
    assert money(reading) == []


@pytest.mark.parametrize(
    ("type", "described", "kind"),
    [
        ("Adjustment", "Bad debt write off", "bad debt"),
        ("Adjustment", "Small balance write-off", "small balance"),
        ("Adjustment", "Contractual", "contractual adjustment"),
        ("Payment", "Patient copay", "patient payment"),
        ("Payment", "Annual visit", "insurance payment"),
        ("Adjustment", "Annual visit, payment plan", "contractual adjustment"),
    ],
)
def test_the_description_says_which_payment_or_adjustment_it_was(tmp_path, type, described, kind):
    rows = ["E1,11/05/2026,11/06/2026,Charge,G0439,Alpha,150.00,Annual visit",
            f'E1,11/05/2026,11/25/2026,{type},,Alpha,-30.00,"{described}"']  # fmt: skip
    head = "Visit,DOS,Post Date,Tran Type,Procedure,Insurance,Amount,Description"
    assert posted(read(tmp_path, "\n".join([head, *rows]))) == {kind: 3000}


@pytest.mark.parametrize("written", ["USD 93.60", "93.60 CR"])
def test_a_column_of_amounts_with_letters_beside_them_is_no_column_of_words(tmp_path, written):
    """“Payment” was taken for who paid, and the money was left out."""
    head = "Claim ID,DOS,Carrier,Code,Charge,Payment"
    reading = read(tmp_path, f"{head}\nC1,11/05/2026,Alpha,G0439,USD 150.00,{written}")
    assert entries(reading) == [("insurance payment", "Alpha", 9360)]


def test_charges_and_credits_that_never_share_a_row_are_two_sides(tmp_path):
    """Noughts stand where nothing was posted: 150.00 = 93.60 + 33.00 + 23.40. The credits were left out."""
    head = "Visit,DOS,Post Date,Description,Procedure,Insurance,Charges,Credits"
    rows = ["E1,11/05/2026,11/06/2026,Annual visit,G0439,Alpha,150.00,0.00",
            "E1,11/05/2026,11/20/2026,Insurance payment,,Alpha,0.00,93.60",
            "E1,11/05/2026,11/20/2026,Contractual adjustment,,Alpha,0.00,33.00",
            "E1,11/05/2026,11/22/2026,Patient payment,,,0.00,23.40"]  # fmt: skip
    reading = read(tmp_path, "\n".join([head, *rows]))
    assert reading.tables["charges"]["charge"].tolist() == [15000]
    assert posted(reading) == {"insurance payment": 9360, "contractual adjustment": 3300, "patient payment": 2340}


def test_credits_beside_charges_are_told_with_their_sum(tmp_path):
    head = "Claim,DOS,Payer,Code,Charges,Credits"
    rows = ["1,11/05/2026,Alpha,G0439,150.00,126.60", "2,11/06/2026,Alpha,G0444,30.00,0.00"]
    reading = read(tmp_path, "\n".join([head, *rows]))
    assert reading.tables["charges"]["charge"].tolist() == [15000, 3000]
    assert [each.split(" does")[0] for each in money(reading)] == ["“Credits” ($126.60)"]


def test_a_ledgers_own_date_is_the_day_that_money_came_in(tmp_path):
    """“Date” beside a day of service was taken for the day the claim was sent; payments counted on the service."""
    head = "Date,Claim,Svc Date,Code,Description,Ins,Debits,Credits"
    rows = ["11/06/2026,1001,11/05/2026,G0439,Annual visit,Alpha,150.00,",
            "11/20/2026,1001,11/05/2026,,Insurance payment,Alpha,,93.60"]  # fmt: skip
    reading = read(tmp_path, "\n".join([head, *rows]))
    charges = reading.tables["charges"]
    assert charges["post_date"].dt.date.tolist() == [date(2026, 11, 6)]
    assert charges["submit_date"].isna().all()
    assert reading.tables["payments"]["post_date"].dt.date.tolist() == [date(2026, 11, 20)]


def test_a_type_that_says_the_side_and_a_category_that_says_the_rest(tmp_path):
    """150.00 = 93.60 paid + 33.00 written off + 23.40 paid; the 33.00 counted as money received."""
    head = "Transaction Date,Service Date,Claim ID,CPT,Transaction Type,Transaction Category,Payer,Amount"
    rows = ["11/06/2026,11/05/2026,C1,G0439,Charge,Service,Medicare,150.00",
            "11/20/2026,11/05/2026,C1,G0439,Credit,Insurance Payment,Medicare,93.60",
            "11/20/2026,11/05/2026,C1,G0439,Credit,Contractual Adjustment,Medicare,33.00",
            "11/25/2026,11/05/2026,C1,G0439,Credit,Insurance Payment,Gamma,23.40"]  # fmt: skip
    reading = read(tmp_path, "\n".join([head, *rows]))
    assert entries(reading) == [
        ("insurance payment", "Medicare", 9360),
        ("contractual adjustment", "Medicare", 3300),
        ("insurance payment", "Gamma", 2340),
    ]


@pytest.mark.parametrize("payer", ["Featherly, Ned", "Ned Featherly", "NED  FEATHERLY"])
def test_a_patient_who_is_billed_himself_is_no_payer(tmp_path, payer):
    head = "Claim,Patient,DOS,Bill To,CPT,Charge"
    rows = [
        '1001,"Quimby, Una",11/05/2026,Alpha,G0439,150.00',
        f'1002,"Featherly, Ned",11/06/2026,"{payer}",G0444,30.00',
    ]
    reading = read(tmp_path, "\n".join([head, *rows]))
    assert reading.tables["charges"]["payer"].tolist() == ["Alpha", "Self-pay"]
    everything = reading.tables["charges"].to_string() + " ".join(map(str, reading.problems))
    assert "featherly" not in everything.casefold()
