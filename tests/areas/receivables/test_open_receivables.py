"""Expected: charges less what was posted, and calendar days, computed by hand."""

from datetime import date

from practice_frames import frame
from report_parts import lists, verdict

from medoffice_xl.areas.receivables.open_receivables import build
from medoffice_xl.tables import CHARGES, PAYMENTS

AS_OF = date(2026, 6, 30)


def charge(claim, amount, posted, payer="Blue Harbor"):
    return {"claim_id": claim, "line_id": "1", "dos": posted, "post_date": posted, "payer": payer, "charge": amount}


def paid(claim, amount, posted="2026-06-01"):
    return {"claim_id": claim, "line_id": "1", "post_date": posted, "kind": "insurance payment", "amount": amount}


def test_oldest_first_with_the_balance_left():
    charges = frame(CHARGES, charge("NEW", 100, "2026-06-20"), charge("OLD", 250, "2026-01-01"))
    report = build(charges, frame(PAYMENTS, paid("OLD", 50)), AS_OF)
    owed = lists(report)[1]
    # 1 January to 30 June 2026 is 180 days; 20 to 30 June is 10.
    assert [(row[0], row[5], row[6], row[7]) for row in owed.source.body] == [
        ("OLD", 180, "Over 120", 20_000),
        ("NEW", 10, "0-30", 10_000),
    ]
    assert owed.source.total[-1] == 30_000


def test_buckets_end_on_their_last_day():
    # 31 May is 30 days before 30 June, 30 May is 31.
    charges = frame(CHARGES, charge("A", 1, "2026-05-31"), charge("B", 2, "2026-05-30"))
    report = build(charges, frame(PAYMENTS), AS_OF)
    assert [row[:3] for row in lists(report)[0].source.body[:2]] == [("0-30 days", 1, 100), ("31-60 days", 1, 200)]


def test_a_settled_claim_is_not_owed_and_an_overpaid_one_is_in_credit():
    charges = frame(CHARGES, charge("DONE", 80, "2026-05-01"), charge("OVER", 80, "2026-05-01"))
    report = build(charges, frame(PAYMENTS, paid("DONE", 80), paid("OVER", 95)), AS_OF)
    assert not lists(report)[1].source.body
    assert [(row[0], row[-1]) for row in lists(report)[2].source.body] == [("OVER", -1_500)]


def test_what_is_posted_after_the_day_does_not_count():
    charges = frame(CHARGES, charge("A", 100, "2026-06-01"), charge("LATER", 100, "2026-07-01"))
    report = build(charges, frame(PAYMENTS, paid("A", 100, "2026-07-02")), AS_OF)
    assert [row[0] for row in lists(report)[1].source.body] == ["A"]


def test_an_empty_practice_has_an_empty_list():
    report = build(frame(CHARGES), frame(PAYMENTS), AS_OF)
    assert verdict(report) == "0 claims owed, $0.00 in all."
