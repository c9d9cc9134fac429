"""Money that stands in several columns: once where the amounts say that it is the same, all of it where they do not."""

from datetime import date

import pytest

from medoffice_xl.readers.recognise import read_file

LINE = "Claim ID,Line Number,DOS,Code,Payer,Charge,"
FIRST, SECOND = "C1,1,09/01/2026,G0439,Alpha,200.00,", "C2,1,09/02/2026,G0439,Alpha,200.00,"


def read(tmp_path, *rows):
    path = tmp_path / "export.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return read_file(path, today=date(2026, 12, 1))


def by_kind(reading):
    return reading.tables["payments"].groupby("kind")["amount"].sum().to_dict()


def told(reading):
    return [(each.problem, each.advice) for each in reading.problems if each.severity == "money"]


@pytest.mark.parametrize(
    ("headings", "first", "second", "by_insurance", "by_patients"),
    [
        # 20.00 + 30.00 of the patients
        ("Insurance Paid,Patient Card Paid,Patient Check Paid", "60.00,20.00,", "70.00,,30.00", 13000, 5000),
        # 20.00 by card + 5.00 in cash + 30.00 in cash
        (
            "Insurance Payment,Patient Credit Card Payment,Patient Cash Payment",
            "60.00,20.00,5.00",
            "70.00,,30.00",
            13000,
            5500,
        ),
        # as much by card as the insurance paid, and as much in cash as by card, is still other money
        (
            "Insurance Payment,Patient Credit Card Payment,Patient Cash Payment",
            "60.00,60.00,60.00",
            "70.00,70.00,70.00",
            13000,
            26000,
        ),
        # 50.00 = 30.00 + 20.00 and 10.00 = 0 + 10.00: what the patients paid, and how they did
        (
            "Insurance Payment,Patient Payment,Patient Card Payment,Patient Check Payment",
            "60.00,50.00,30.00,20.00",
            "70.00,10.00,,10.00",
            13000,
            6000,
        ),
        # the checks are 60.00 + 20.00 and 70.00: insurance and patients together
        ("Insurance Payment,Patient Payment,Check Payment", "60.00,20.00,80.00", "70.00,,70.00", 13000, 2000),
    ],
)
def test_patients_cards_and_checks_are_no_insurance_payments(
    tmp_path, headings, first, second, by_insurance, by_patients
):
    reading = read(tmp_path, LINE + headings, FIRST + first, SECOND + second)
    assert by_kind(reading) == {"insurance payment": by_insurance, "patient payment": by_patients}
    assert told(reading) == []


def test_methods_whose_sums_are_others_are_posted_beside_the_payer(tmp_path):
    """60.00 of the insurance and 15.00 by check, 70.00 and 25.00 by EFT: 170.00."""
    heading = LINE + "Insurance Payment,Check Payment,EFT Payment"
    reading = read(tmp_path, heading, FIRST + "60.00,15.00,", SECOND + "70.00,,25.00")
    assert by_kind(reading) == {"insurance payment": 17000}


def test_methods_that_are_the_payers_on_half_of_the_lines_are_posted_and_told(tmp_path):
    """60.00 = 40.00 + 20.00, but 70.00 is not 71.00: 130.00 + 131.00."""
    heading = LINE + "Insurance Payment,Check Payment,EFT Payment"
    reading = read(tmp_path, heading, FIRST + "60.00,40.00,20.00", SECOND + "70.00,,71.00")
    assert by_kind(reading) == {"insurance payment": 26100}
    assert told(reading) == [
        (
            "“Check Payment” and “EFT Payment” and “Insurance Payment” say the same on some lines, on others not; "
            "all were posted.",
            "If they are the same money, set “Check Payment” and “EFT Payment” to nothing on the sheet Export columns.",
        )
    ]


def test_methods_said_again_are_told_in_the_plural(tmp_path):
    heading = LINE + "Insurance Payment,Check Payment,EFT Payment"
    reading = read(tmp_path, heading, FIRST + "60.00,40.00,20.00", SECOND + "70.00,,70.00")
    assert by_kind(reading) == {"insurance payment": 13000}
    notes = [each.problem for each in reading.problems]
    assert "“Check Payment” and “EFT Payment” say what “Insurance Payment” says; they were taken once." in notes


@pytest.mark.parametrize("rows", [("09/10/2026,", "09/20/2026,50.00"), ("09/10/2026,50.00", "09/20/2026,")])
def test_a_charges_total_that_stands_on_one_of_its_rows_is_posted(tmp_path, rows):
    """50.00 of the first charge + 70.00 of the second, whichever row of the first it stands on."""
    heading = LINE + "Payment Date,Charge Insurance Payments"
    reading = read(tmp_path, heading, *(FIRST + row for row in rows), SECOND + "09/12/2026,70.00")
    assert by_kind(reading) == {"insurance payment": 12000}


def test_a_charges_total_counts_once_beside_one_that_stands_late(tmp_path):
    """50.00 on the second row of one charge; 70.00 on both rows of the other is one total: 120.00."""
    heading = LINE + "Payment Date,Charge Insurance Payments"
    first = (FIRST + "09/10/2026,", FIRST + "09/20/2026,50.00")
    reading = read(tmp_path, heading, *first, SECOND + "09/12/2026,70.00", SECOND + "09/13/2026,70.00")
    assert by_kind(reading) == {"insurance payment": 12000}


@pytest.mark.parametrize(
    ("first", "second", "adjusted"),
    [
        ("10.00,5.00,15.00", "10.00,5.00,15.00", 3000),
        ("5.00,10.00,15.00", "5.00,10.00,15.00", 3000),
        ("10.00,10.00,20.00", "10.00,,10.00", 3000),
    ],
)
def test_adjustments_beside_their_total_are_each_posted_once(tmp_path, first, second, adjusted):
    heading = LINE + "Adjustment,Charge Adjustment,Total Adjustment"
    reading = read(tmp_path, heading, FIRST + first, SECOND + second)
    assert by_kind(reading) == {"contractual adjustment": adjusted}
    assert told(reading) == []


def test_a_total_of_two_insurances_is_left_out(tmp_path):
    """60.00 + 20.00 = 80.00 and 70.00 = 70.00: 150.00 in all."""
    heading = LINE + "Primary Insurance Payment,Secondary Insurance Payment,Total Insurance Payments"
    reading = read(tmp_path, heading, FIRST + "60.00,20.00,80.00", SECOND + "70.00,,70.00")
    assert by_kind(reading) == {"insurance payment": 15000}


def test_a_charges_amount_that_is_never_the_other_is_posted(tmp_path):
    """10.00 + 5.00 on each of two lines."""
    reading = read(tmp_path, LINE + "Adjustment,Charge Adjustment", FIRST + "10.00,5.00", SECOND + "10.00,5.00")
    assert by_kind(reading) == {"contractual adjustment": 3000}


def test_what_is_left_out_is_told_with_the_columns_to_set(tmp_path):
    """60.00 both; 90.00 of the charge in all, 70.00 of it listed."""
    heading = LINE + "Insurance Payment,Charge Insurance Payments"
    reading = read(tmp_path, heading, FIRST + "60.00,60.00", SECOND + "70.00,90.00")
    assert by_kind(reading) == {"insurance payment": 13000}
    ((problem, advice),) = told(reading)
    assert problem.endswith("taken once, as “Insurance Payment”; line by line the two are $20.00 apart.")
    assert advice == (
        "If “Charge Insurance Payments” is right, set “Insurance Payment” to nothing on the sheet Export columns."
    )


def test_differences_that_cancel_out_are_told(tmp_path):
    """10.00 more on one line and 10.00 less on another are 20.00 apart, not nothing."""
    heading = LINE + "Insurance Payment,Charge Insurance Payments"
    third, fourth = (FIRST.replace("C1", claim) for claim in ("C3", "C4"))
    rows = (FIRST + "60.00,60.00", SECOND + "70.00,70.00", third + "50.00,60.00", fourth + "50.00,40.00")
    ((problem, _),) = told(read(tmp_path, heading, *rows))
    assert "$20.00 apart" in problem


def test_a_list_of_payments_with_the_charges_running_total(tmp_path):
    """93.60 + 20.00 = 113.60, which stands on both rows of the charge; 30.00 = 30.00: 143.60."""
    rows = (
        "C1,L1,Alpha,09/10/2026,93.60,113.60",
        "C1,L1,Alpha,09/20/2026,20.00,113.60",
        "C1,L2,Alpha,09/20/2026,30.00,30.00",
    )
    heading = "Claim ID,Charge ID,Payer Name,Payment Received,Insurance Paid Amount,Charge Insurance Payments"
    assert by_kind(read(tmp_path, heading, *rows)) == {"insurance payment": 14360}


def test_totals_that_agree_on_no_line_are_other_money_without_a_word(tmp_path):
    """10.00 and 25.00, 20.00 and 35.00: on neither line the same, so 90.00 in all."""
    reading = read(
        tmp_path,
        f"{LINE}Insurance Payment,Charge Insurance Payments",
        f"{FIRST}10.00,25.00",
        f"{SECOND}20.00,35.00",
    )
    assert by_kind(reading) == {"insurance payment": 9000}
    assert told(reading) == []
