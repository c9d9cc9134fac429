"""Expected: the three balances of the remittance standard, computed by hand beside each case."""

from practice_frames import frame
from report_parts import lists, verdict

from medoffice_xl.areas.compliance.remittance_check import build
from medoffice_xl.tables import PROVIDER_ADJUSTMENTS, REMITS, REMITTANCES


def check(**given):
    return frame(REMITTANCES, {"trace": "EFT1", "payer": "Blue Harbor", "paid_date": "2026-06-30", **given})


def taken(*rows):
    about = {"trace": "EFT1", "payer": "Blue Harbor", "paid_date": "2026-06-30", "reason": "WO"}
    return frame(PROVIDER_ADJUSTMENTS, *({**about, **row} for row in rows))


def lines(*rows):
    about = {
        "remittance": "R1",
        "trace": "EFT1",
        "payer_id": "1",
        "payer": "Blue Harbor",
        "claim_seq": 1,
        "level": "line",
    }
    return frame(REMITS, *({**about, **row} for row in rows))


def test_everything_that_balances_says_so():
    # 100.00 charged = 20.00 contractual + 15.00 patient + 65.00 paid; the check is the claim.
    report = build(
        check(amount=65, claims_paid=65),
        lines({"charge": 100, "contractual": 20, "patient_resp": 15, "paid": 65}),
        taken(),
    )
    assert verdict(report).startswith("All balanced")
    assert not any(section.source.body for section in lists(report))


def test_a_check_that_is_off_is_listed_with_its_difference():
    # 60.00 paid out for claims of 65.00 and no provider adjustment: off by -5.00.
    report = build(check(amount=60, claims_paid=65, off_by=-5), lines({"charge": 65, "paid": 65}), taken())
    checks = lists(report)[0]
    assert checks.source.body[0][-1] == -500
    assert checks.source.total[-1] == -500
    assert "1 check (-$5.00)" in verdict(report)


def test_a_claim_and_its_line_that_are_off():
    # 100.00 - 20.00 - 70.00 = 10.00 that nobody accounts for.
    report = build(
        check(amount=70, claims_paid=70),
        lines({"claim_id": "C7", "charge": 100, "contractual": 20, "paid": 70}),
        taken(),
    )
    _, claims, off_lines, _ = lists(report)
    assert claims.source.body[0][3:] == ("C7", 10_000, 2_000, 7_000, 1_000)
    assert off_lines.source.body[0][3:8] == ("C7", 10_000, 2_000, 7_000, 1_000)


def test_lines_that_are_off_against_each_other_leave_the_claim_balanced():
    report = build(
        check(amount=100, claims_paid=100),
        lines({"line_no": 1, "charge": 60, "paid": 50}, {"line_no": 2, "charge": 40, "paid": 50}),
        taken(),
    )
    _, claims, off_lines, _ = lists(report)
    assert not claims.source.body
    assert [row[7] for row in off_lines.source.body] == [1_000, -1_000]


def test_what_was_taken_back_at_provider_level():
    # 100.00 of claims less 30.00 taken back is the 70.00 of the check: it balances, and is shown.
    recouped = taken(
        {"amount": -5, "state": "matched", "reason": "L6", "settled_by": "EFT1"},
        {"amount": 30, "open_amount": 30, "state": "open", "reference": "CLM9", "claim_id": "C9", "meaning": "back"},
    )
    report = build(check(amount=70, claims_paid=100, provider_adj=30), lines({"charge": 100, "paid": 100}), recouped)
    assert verdict(report).startswith("All balanced")
    assert verdict(report).endswith("Taken at provider level and still open: 1 amount ($30.00).")
    shown = lists(report)[3].source
    assert [row[3:] for row in shown.body] == [
        (3_000, 3_000, "open", "WO", "back", "CLM9", "C9", ""),
        (-500, 0, "matched", "L6", "", "", "", "EFT1"),
    ]
    assert shown.total[3:5] == (2_500, 3_000)


def test_a_balance_that_is_still_to_be_taken_is_not_called_taken():
    forwarded = taken({"amount": -30, "open_amount": -30, "state": "open", "reason": "FB"})
    report = build(check(amount=130, claims_paid=100, provider_adj=-30), lines({"charge": 100, "paid": 100}), forwarded)
    assert "still open" not in verdict(report)


def test_without_remittances_nothing_is_called_balanced():
    report = build(frame(REMITTANCES), frame(REMITS), taken())
    assert verdict(report).startswith("Nothing to check")
