"""Every class says in one sentence what the line is."""

from typing import Any

import pytest
from contract_tables import REASONS, book, contract, rate, rates, remit, remits

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.line_words import line_words

BOOK = book(contract(lesser_of="line"), rates(rate("X1001", 100.0), rate("X1002", 70.0)))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"paid": 100.0, "allowed": 100.0}, "As contracted."),
        ({"paid": 90.0, "allowed": 90.0}, "Allowed $10.00 less than the contract's $100.00."),
        ({"paid": 120.0, "allowed": 120.0}, "Allowed $20.00 more than the contract's $100.00."),
        ({"adjustments": "CO-50:150.00"}, "Denied: on the denial list."),
        ({"adjustments": "CO-97:150.00"}, "Included in another service: for coding to look at."),
        ({"adjustments": "CO-24:150.00"}, "Covered by the monthly capitation."),
        ({"charge": 0.0}, "Nothing was charged."),
        ({"code": "X9999", "paid": 1.0, "allowed": 1.0}, "Not compared: the contract has no rate for this code."),
        ({"dos": "2024-05-05", "paid": 1.0, "allowed": 1.0}, "Not compared: no contract on this day."),
        (
            {"charge": 60.0, "paid": 60.0, "allowed": 60.0},
            "The charge is $40.00 below the contract: raise the charge. As contracted.",
        ),
        (
            {"code": "X1002", "billed_code": "X1001", "paid": 70.0, "allowed": 70.0},
            "The payer changed the code; as billed it would be $100.00. As contracted.",
        ),
        (
            {"claim_status": "22", "charge": -150.0, "paid": -100.0, "allowed": -100.0},
            "Takes back a payment that is not among the remittances.",
        ),
        (
            {"claim_status": "2", "paid": 65.0, "allowed": 65.0, "contractual": 85.0},
            "The secondary payer booked the whole difference as contractual; do not post it as a write-off.",
        ),
        (
            {"claim_status": "2", "paid": 20.0, "allowed": 100.0, "prior_payer": 80.0},
            "Another payer paid first: not comparable with the contract.",
        ),
    ],
)
def test_one_sentence(fields: dict[str, Any], words: str) -> None:
    frame = remits([remit(**{"charge": 150.0, **fields})])
    (row,) = checked_lines(frame, check(frame, BOOK), BOOK).to_dict("records")
    assert line_words(row) == words


def test_a_payment_too_much_and_a_second_line() -> None:
    paid = {"charge": 150.0, "paid": 100.0, "allowed": 100.0}
    frame = remits(
        [
            remit(**paid),
            remit(**paid, trace="T2", paid_date="2025-07-20"),
            remit(**paid, claim_id="C2", claim_seq=2.0),
            remit(**paid, claim_id="C2", claim_seq=2.0, line_no=2.0),
        ]
    )
    words = [line_words(row) for row in checked_lines(frame, check(frame, BOOK), BOOK).to_dict("records")]
    assert words == [
        "As contracted.",
        "Paid a second time: $100.00 to be given back.",
        "As contracted.",
        "Counted with the first line of the same service.",
    ]


def test_reasons_by_group_in_our_own_words() -> None:
    told = REASONS.in_words("CO-45:80.00; PR-1:-120.00; OA-999:1.00", "M127")
    assert told == (
        "CO-45 Above the agreed rate: written off; PR-1 Deductible: the patient owes it; "
        "OA-999 see the official list; M127 Medical record is missing"
    )
