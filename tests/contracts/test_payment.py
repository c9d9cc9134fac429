"""What should have been paid, and when: sequestration, withhold and interest for late payment."""

from typing import Any

import pandas as pd
import pytest
from contract_tables import book, contract, rate, rates, remit, remits, table

from medoffice_xl.areas.compliance.late_interest import interest_owed
from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.line_words import line_words
from medoffice_xl.errors import NoData
from medoffice_xl.tables import CHARGES


def one(terms: dict[str, Any], *rows: dict[str, Any], charges: pd.DataFrame | None = None) -> pd.DataFrame:
    of = book(contract(**terms), rates(rate("X1001", 100.0), rate("X1002", 300.0)))
    frame = remits([remit(**row) for row in rows])
    return checked_lines(frame, check(frame, of, charges), of)


SEQUESTERED = {"charge": 150.0, "paid": 39.20, "allowed": 100.0, "deductible": 50.0, "coinsurance": 10.0,
               "sequestration": 0.80}  # fmt: skip
WITHHELD = {"charge": 150.0, "paid": 70.0, "allowed": 100.0, "copay": 20.0, "withhold": 10.0}


@pytest.mark.parametrize(
    ("terms", "line", "expected_paid", "taken_over"),
    [
        # allowed 100 − deductible 50 − coinsurance 10 = 40, less 2% = 0.80
        ({"sequestration": 0.02}, SEQUESTERED, 39.20, 0.0),
        # contract 100 − copay 20 − withhold 10% of 100
        ({"withhold": 0.10}, WITHHELD, 70.00, 0.0),
        # nothing agreed and said so: what was taken was taken too much
        ({"sequestration": 0.0}, SEQUESTERED, 40.00, 0.80),
        ({"withhold": 0.05}, WITHHELD, 75.00, 5.00),
        ({"withhold": 0.15}, WITHHELD, 65.00, -5.00),
        # sequestration of the allowed amount instead of the payment: 2% of 100 where 2% of 40 was due
        ({"sequestration": 0.02}, {**SEQUESTERED, "paid": 38.00, "sequestration": 2.00}, 39.20, 1.20),
        # the contract does not say: what was taken stands
        ({}, SEQUESTERED, 39.20, 0.0),
        # a cent is rounding: 2% of 40 is 0.80
        ({"sequestration": 0.02}, {**SEQUESTERED, "paid": 39.19, "sequestration": 0.81}, 39.20, 0.0),
    ],
)
def test_what_may_be_taken_off(terms: Any, line: Any, expected_paid: float, taken_over: float) -> None:
    row = one(terms, line).iloc[0]
    assert (row["variance"], row["expected_paid"] / 100, row["taken_over"] / 100) == (0, expected_paid, taken_over)
    assert row["service_paid"] / 100 == line["paid"]


def test_an_underpaid_line_is_not_blamed_for_its_smaller_sequestration() -> None:
    # allowed 80 where 100 is due; 2% of 80 is 1.60, of 100 it would be 2.00
    row = one({"sequestration": 0.02}, {"charge": 150.0, "paid": 78.40, "allowed": 80.0, "sequestration": 1.60}).iloc[0]
    assert (row["variance"], row["expected_paid"], row["taken_over"]) == (-2000, 9800, 0)


def test_lines_of_one_service_are_added_before_the_share_is_taken() -> None:
    # 2 units at 100, split: 2% of 200 is 4.00
    half = {"charge": 150.0, "paid": 98.0, "allowed": 100.0, "sequestration": 2.0}
    rows = one({"sequestration": 0.02}, {**half, "line_no": 1}, {**half, "line_no": 2})
    assert (rows["expected_paid"].tolist(), rows["taken_over"].tolist()) == ([19600, 0], [0, 0])


def test_it_is_said_in_words() -> None:
    row = one({"sequestration": 0.0}, SEQUESTERED).to_dict("records")[0]
    assert line_words(row) == "As contracted. Sequestration or withhold took $0.80 more than the contract says."


LATE = {"clean_claim_days": 30.0, "late_interest": 0.12}
PAID = {"charge": 400.0, "paid": 300.0, "allowed": 300.0, "code": "X1002", "paid_date": "2025-06-20"}


@pytest.mark.parametrize(
    ("fields", "days", "owed", "due"),
    [
        # received 1 May, due 31 May, paid 20 June: 20 days; 300 × 12% × 20 / 365 = 1.9726
        ({"received": "2025-05-01"}, 20, 1.97, 1.97),
        ({"received": "2025-05-01", "interest": 1.50}, 20, 1.97, 0.47),
        ({"received": "2025-05-01", "interest": 2.50}, 20, 1.97, 0.0),
        # the thirtieth day is in time
        ({"received": "2025-05-21"}, 0, 0.0, 0.0),
        ({"received": "2025-05-20"}, 1, 0.10, 0.10),
        ({}, 0, 0.0, 0.0),
        ({"received": "2025-05-01", "claim_status": "2"}, 0, 0.0, 0.0),
        ({"received": "2025-05-01", "frequency": "7"}, 0, 0.0, 0.0),
        ({"received": "2025-05-01", "paid": 0.0, "allowed": 0.0, "adjustments": "CO-50:400"}, 0, 0.0, 0.0),
        ({"received": "2025-05-01", "paid": 0.0, "allowed": 300.0, "deductible": 300.0}, 0, 0.0, 0.0),
    ],
)
def test_interest_for_a_claim_paid_late(fields: dict[str, Any], days: int, owed: float, due: float) -> None:
    row = one(LATE, {**PAID, **fields}).iloc[0]
    assert (row["late_days"], row["interest_owed"] / 100, row["interest_due"] / 100) == (days, owed, due)


def test_interest_is_rounded_once_a_claim() -> None:
    # two lines of 300: 600 × 12% × 20 / 365 = 3.9452; rounded line by line it would be 1.97 + 1.97
    lines = [{**PAID, "received": "2025-05-01", "line_no": number, "mod1": mod} for number, mod in ((1, ""), (2, "59"))]
    assert one(LATE, *lines)["interest_owed"].tolist() == [395, 0]


def test_without_a_day_from_the_payer_the_clock_starts_when_it_was_sent() -> None:
    charge = {"claim_id": "C1", "line_id": "1", "dos": "2025-04-20", "payer": "Acme Health", "code": "X1002",
              "charge": 400.0, "units": 1.0, "submit_date": "2025-05-01"}  # fmt: skip
    assert one(LATE, PAID, charges=table(CHARGES, charge))["interest_owed"].tolist() == [197]
    said = one(LATE, {**PAID, "received": "2025-05-11"}, charges=table(CHARGES, charge))
    assert said["late_days"].tolist() == [10]


def test_the_second_payment_of_a_claim_earns_no_interest() -> None:
    again = {**PAID, "received": "2025-05-01", "trace": "T2", "paid_date": "2025-07-20"}
    assert one(LATE, {**PAID, "received": "2025-05-01"}, again)["interest_owed"].tolist() == [197, 0]


def test_the_figure_adds_up_and_explains_itself() -> None:
    of = book(contract(**LATE), rates(rate("X1002", 300.0)))
    frame = remits(
        [
            remit(**{**PAID, "received": "2025-05-01", "interest": 1.5}),
            remit(**{**PAID, "claim_id": "C2", "claim_seq": 2, "received": "2025-05-20"}),
            remit(**{**PAID, "claim_id": "C3", "claim_seq": 3, "received": "2025-06-10"}),
        ]
    )
    lines = checked_lines(frame, check(frame, of), of)
    answer = interest_owed(lines, of, "Acme Health")
    assert answer.value == 47 + 10
    assert [part.value for part in answer.parts] == [2, 10.5, 207, 150]
    with pytest.raises(NoData, match="Prompt pay"):
        interest_owed(lines, book(contract(), rates(rate("X1002", 300.0))))
    with pytest.raises(NoData, match="No remitted line is of"):
        interest_owed(lines, of, "Nobody")


def test_what_is_taken_from_a_claim_as_a_whole_stands_under_its_contract() -> None:
    of = book(
        pd.concat([contract(payer="Aaa", appeal_days=9.0), contract(appeal_days=30.0)], ignore_index=True),
        rates(rate("X1001", 100.0)),
    )
    frame = remits(
        [
            remit(charge=150.0, paid=100.0, allowed=100.0, adjustments="CO-45:50"),
            remit(line_no=0, level="claim", code="", charge=0.0, paid=-20.0, allowed=-20.0, adjustments="CO-45:20"),
        ]
    )
    lines = checked_lines(frame, check(frame, of), of)
    assert [f"{day:%Y-%m-%d}" for day in lines["appeal_until"]] == ["2025-07-20"] * 2, "20 June + 30 days"


def by_law(law: str, received: str, paid_date: str, **terms: Any) -> tuple[int, float]:
    """Days late and interest on $300 under a contract that names a law."""
    row = one({"law": law, **terms}, {**PAID, "received": received, "paid_date": paid_date}).iloc[0]
    return row["late_days"], row["interest_owed"] / 100


@pytest.mark.parametrize(
    ("law", "received", "paid_date", "found"),
    [
        # 30 calendar days, 9%: due 31 May; 20 days late: 300 × 9% × 20 / 365 = 1.479
        ("IL", "2025-05-01", "2025-06-20", (20, 1.48)),
        ("IL", "2025-05-01", "2025-05-31", (0, 0.0)),
        ("IL", "2025-05-01", "2025-06-01", (1, 0.07)),
        # 15 working days from Thursday 1 May are Thursday 22 May, 12%: 300 × 12% × 1 / 365 = 0.0986
        ("GA", "2025-05-01", "2025-05-22", (0, 0.0)),
        ("GA", "2025-05-01", "2025-05-23", (1, 0.10)),
        # received on a Saturday: counted from Friday, so that Monday is the first working day
        ("GA", "2025-05-03", "2025-05-23", (0, 0.0)),
        ("GA", "2025-05-03", "2025-05-24", (1, 0.10)),
        # 30 working days until the end of 2025, 30 calendar days from then on
        ("CA plan", "2025-05-01", "2025-06-12", (0, 0.0)),
        ("CA plan", "2025-05-01", "2025-06-13", (1, 0.12)),
    ],
)
def test_a_law_holds_where_the_contract_names_it(law: str, received: str, paid_date: str, found: Any) -> None:
    assert by_law(law, received, paid_date) == found


def test_the_law_is_that_of_the_day_of_receipt() -> None:
    terms = {"effective": "2025-01-01", "termination": "2026-12-31"}
    received, paid_date = "2025-12-31", "2026-02-12"
    assert by_law("CA plan", received, paid_date, **terms)[0] == 1, "30 working days from Wednesday: Wednesday 11 Feb"
    assert by_law("CA plan", "2026-01-01", paid_date, **terms)[0] == 12, "30 calendar days: 31 January"


def test_what_the_contract_says_itself_goes_before_the_law() -> None:
    # 40 days are 10 June: 10 days late; at IL's 9%: 300 × 9% × 10 / 365 = 0.7397
    assert by_law("IL", "2025-05-01", "2025-06-20", clean_claim_days=40) == (10, 0.74)
    # IL's 30 days at 12%: 1.9726
    assert by_law("IL", "2025-05-01", "2025-06-20", late_interest=0.12) == (20, 1.97)


def test_a_law_that_is_not_listed_is_told_and_owes_nothing() -> None:
    assert by_law("ZZ", "2025-05-01", "2025-06-20") == (0, 0.0)
    (told,) = [each for each in book(contract(law="ZZ")).problems if each.column == "Prompt pay law"]
    assert (told.line, told.value) == (2, "ZZ")
    assert not [each for each in book(contract(law="GA")).problems if each.column == "Prompt pay law"]
