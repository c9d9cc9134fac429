"""The voucher check as a report, the worklist that survives an import, and the letters."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from contract_tables import AS_DECLARED, REASONS, book, contract, rate, rates, remit, remits, table
from report_parts import lists, verdict

from medoffice_xl.areas.compliance import appeals, voucher_check
from medoffice_xl.areas.compliance.appeal_letters import letters
from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.tables.appeals import APPEALS

TODAY = date(2025, 7, 1)
RATES = rates(rate("X1001", 100.0), rate("X1002", 70.0))


@pytest.fixture
def acme() -> Rulebook:
    terms = {"lesser_of": "line", "appeal_days": 30.0, "contract": "PPO agreement", "clause": "Exhibit B, section 3"}
    return book(contract(**terms), RATES)


def paid(claim: str, allowed: float, **fields: Any) -> dict[str, Any]:
    seq = float(claim[1:])
    given = {"claim_id": claim, "claim_seq": seq, "charge": 150.0, "paid": allowed, "allowed": allowed, **fields}
    return remit(payer_claim_no=f"P{claim}", **given)


def rows() -> pd.DataFrame:
    return remits(
        [
            paid("C1", 100.0),
            paid("C2", 90.0),
            paid("C3", 80.0, line_no=1.0),
            paid("C3", 60.0, line_no=2.0, code="X1002"),
            paid("C4", 0.0, adjustments="CO-50:150"),
            paid("C5", 60.0, charge=60.0),
            paid("C6", 110.0),
            paid("C7", 50.0, code="X9999"),
        ]
    )


def checked(of: Rulebook, frame: pd.DataFrame) -> pd.DataFrame:
    return checked_lines(frame, check(frame, of), of)


def section(report: Any, heading: str) -> Listing:
    return next(one for one in lists(report) if one.title == heading)


def test_the_report_adds_up(acme: Rulebook) -> None:
    report = voucher_check.build(checked(acme, rows()), AS_DECLARED, REASONS, RATES)
    # C2 10.00, C3 20.00 + 10.00 short
    assert verdict(report) == "3 lines of 6 underpaid by $40.00."
    short = section(report, "Underpaid")
    assert [row[8] for row in short.source.body] == [-2000, -1000, -1000]
    assert short.source.total[6:9] == (23000, 27000, -4000)
    assert section(report, "Overpaid or paid twice").source.total[8] == 1000
    assert section(report, "Charges below the contract: raise them").source.body == [("Acme Health", "X1001", 1, 4000)]
    assert section(report, "Not compared for want of a rate").source.body[0] == (
        "Acme Health",
        "X9999",
        1,
        15_000,
        "the contract has no rate for this code",
    )
    classes = section(report, "Every line by class")
    assert classes.source.total[2] == len(rows()) == sum(int(str(row[2])) for row in classes.source.body)


def test_nothing_imported_and_nothing_agreed(acme: Rulebook) -> None:
    assert "No remittances" in voucher_check.build(checked(acme, remits([])), AS_DECLARED, REASONS).subtitle
    stranger = checked(book(None), rows())
    assert "fill in Contracts" in verdict(voucher_check.build(stranger, AS_DECLARED, REASONS))


def test_claims_are_worked_not_lines(acme: Rulebook) -> None:
    found = appeals.worklist(checked(acme, rows()), None, TODAY)
    assert found["claim_id"].tolist() == ["C3", "C2"]
    assert found["underpaid"].tolist() == [3000, 1000]
    assert found["days_left"].tolist() == [19, 19]  # paid 20 June + 30 days = 20 July
    assert set(found["status"]) == {"detected"}


def test_a_new_import_leaves_the_users_rows_as_they_are(acme: Rulebook) -> None:
    own = {"payer": "Acme Health", "status_date": "2025-06-25"}
    kept = table(
        APPEALS,
        {**own, "claim_id": "C2", "status": "sent", "note": "faxed"},
        {**own, "claim_id": "C0", "status": "rejected", "note": "too small"},
    )
    after = appeals.kept_appeals(checked(acme, rows()), kept, TODAY)
    assert after["claim_id"].tolist() == ["C2", "C0", "C3"]
    assert after["status"].tolist() == ["sent", "rejected", "detected"]
    assert after["note"].tolist() == ["faxed", "too small", ""]
    again = appeals.kept_appeals(checked(acme, rows()), after, date(2025, 8, 1))
    pd.testing.assert_frame_equal(again, after)


def test_a_claim_made_good_is_recovered(acme: Rulebook) -> None:
    later = {"trace": "T2", "paid_date": "2025-07-20"}
    frame = pd.concat(
        [
            rows(),
            remits(
                [
                    paid("C2", -90.0, claim_status="22", **{**later, "charge": -150.0}),
                    paid("C2", 100.0, **{**later, "claim_seq": 9.0}),
                ]
            ),
        ],
        ignore_index=True,
    )
    kept = table(APPEALS, {"payer": "Acme Health", "claim_id": "C2", "status": "sent", "status_date": "2025-06-25"})
    lines = checked(acme, frame)
    after = appeals.kept_appeals(lines, kept, date(2025, 8, 1))
    assert after[after["claim_id"] == "C2"]["status"].tolist() == ["sent", "recovered"]
    again = appeals.kept_appeals(lines, after, date(2025, 9, 1))
    pd.testing.assert_frame_equal(again, after)
    # as of a day before it came, it is still open
    assert appeals.worklist(lines, after, date(2025, 7, 31)).set_index("claim_id").loc["C2", "status"] == "sent"
    found = appeals.worklist(lines, kept, date(2025, 8, 1)).set_index("claim_id")
    assert (found.loc["C2", "recovered"], found.loc["C2", "underpaid"]) == (1000, 0)
    assert "$10.00 recovered" in verdict(appeals.build(lines, kept, date(2025, 8, 1)))


def test_one_letter_a_payer_with_the_clause(acme: Rulebook) -> None:
    frame = rows()
    (letter,) = letters(checked(acme, frame), acme, None, TODAY, "Invented Family Practice")
    assert (letter.payer, letter.claims, letter.total) == ("Acme Health", 2, 4000)
    assert letter.agreements == ["PPO agreement, in force from January 1, 2025 (Exhibit B, section 3)"]
    assert [(line.claim_id, line.payer_claim_no, line.difference) for line in letter.lines] == [
        ("C2", "PC2", 1000),
        ("C3", "PC3", 2000),
        ("C3", "PC3", 1000),
    ]


def test_no_letter_for_what_was_sent_or_is_too_late(acme: Rulebook) -> None:
    frame = rows()
    sent = {"payer": "Acme Health", "status": "sent", "status_date": "2025-06-25"}
    kept = table(APPEALS, {**sent, "claim_id": "C2"}, {**sent, "claim_id": "C3"})
    assert letters(checked(acme, frame), acme, kept, TODAY) == []
    assert letters(checked(acme, frame), acme, None, date(2025, 9, 1)) == []
