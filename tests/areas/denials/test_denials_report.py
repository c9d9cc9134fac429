"""Expected: which reasons deny follows the denial rate's definition; amounts are added by hand."""

from datetime import date

from practice_frames import frame
from report_parts import lists, verdict

from medoffice_xl.areas.denials.denials_report import build
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.tables import REMITS

TODAY = date(2026, 7, 1)
LISTED = ReasonCodes(
    (
        ("CARC", "16", "denial", "information is missing"),
        ("CARC", "45", "contractual", ""),
        ("CARC", "97", "bundled", ""),
        ("CARC", "1", "patient", ""),
    )
)


def remits(*rows):
    about = {"trace": "EFT1", "payer": "Blue Harbor", "paid_date": "2026-06-30", "claim_status": "1", "level": "line"}
    return frame(REMITS, *({"claim_seq": number, **about, **row} for number, row in enumerate(rows, 1)))


def test_denied_lines_by_payer_and_reason():
    report = build(
        remits(
            {"claim_id": "A", "charge": 120, "adjustments": "CO-16:120.00"},
            {"claim_id": "B", "charge": 80, "adjustments": "CO-16:80.00"},
            {"claim_id": "C", "charge": 50, "adjustments": "CO-197:50.00"},
        ),
        LISTED,
        TODAY,
    )
    by_reason, lines = lists(report)
    assert by_reason.source.body == [
        ("Blue Harbor", "CO-16", 2, 2, 20_000, "information is missing"),
        ("Blue Harbor", "CO-197", 1, 1, 5_000, ""),
    ]
    assert lines.source.total[4] == 25_000
    assert verdict(report) == "3 denied lines, $250.00 at stake."


def test_contract_deductible_and_bundling_are_no_denials():
    report = build(
        remits(
            {"claim_id": "A", "charge": 100, "contractual": 100, "adjustments": "CO-45:100.00"},
            {"claim_id": "B", "charge": 100, "deductible": 100, "adjustments": "PR-1:100.00"},
            {"claim_id": "C", "charge": 100, "adjustments": "CO-97:100.00"},
            {"claim_id": "D", "charge": 100, "paid": 60, "adjustments": "CO-16:40.00"},
        ),
        LISTED,
        TODAY,
    )
    assert not lists(report)[1].source.body


def test_a_denial_paid_later_no_longer_stands():
    denied = {"claim_id": "A", "charge": 100, "paid_date": "2026-05-01", "adjustments": "CO-16:100.00"}
    paid = {"claim_id": "A", "charge": 100, "paid": 100, "paid_date": "2026-06-01", "trace": "EFT2"}
    assert not lists(build(remits(denied, paid), LISTED, TODAY))[1].source.body


def test_the_reason_with_the_most_money_leads():
    assert LISTED.main_reason("CO-45:20.00; CO-197:30.00; OA-16:50.00") == "OA-16"


def test_without_remittances():
    assert verdict(build(remits(), LISTED, TODAY)) == "0 denied lines, $0.00 at stake."
