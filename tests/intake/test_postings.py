"""What remittances post: cents by hand, from the worked cases of the field (B5) and X12's interpretations."""

import pandas as pd
import pytest
from contract_tables import REASONS
from remit_rows import charge, charges, payments, remit, remits

from medoffice_xl.intake.postings import post
from medoffice_xl.tables import PAYMENTS, empty_frame

NOTHING = empty_frame(PAYMENTS)


def posted(answers: pd.DataFrame, billed: pd.DataFrame, others: pd.DataFrame = NOTHING) -> dict[tuple[str, str], int]:
    """Cents by kind and reason."""
    frame = post(answers, billed, others, REASONS).payments
    return dict(zip(zip(frame["kind"], frame["reason"], strict=True), frame["amount"], strict=True))


def balance(answers: pd.DataFrame, billed: pd.DataFrame, others: pd.DataFrame = NOTHING) -> int:
    made = post(answers, billed, others, REASONS).payments["amount"].sum()
    return int(billed["charge"].sum() - made - others["amount"].sum())


def test_paid_line_posts_payment_and_contractual_adjustment_and_leaves_the_patient_share():
    # 200.00 = 96.00 paid + 80.00 CO-45 + 24.00 PR-2
    answers = remits(remit("C1", "G0438", 20000, 9600, "CO-45:80.00; PR-2:24.00"))
    billed = charges(charge("C1", "1", "G0438", 20000))
    assert posted(answers, billed) == {("insurance payment", ""): 9600, ("contractual adjustment", "CO-45"): 8000}
    assert balance(answers, billed) == 2400


def test_denial_is_not_written_off():
    answers = remits(remit("C1", "G0438", 20000, 0, "CO-50:200.00"))
    billed = charges(charge("C1", "1", "G0438", 20000))
    assert posted(answers, billed) == {}
    assert balance(answers, billed) == 20000
    left = post(answers, billed, NOTHING, REASONS).left_open
    assert left[["reason", "amount"]].values.tolist() == [["CO-50", 20000]]


def test_deductible_stays_owed_though_nothing_was_paid():
    # B5 case 8: charge 200, CO-45 80, PR-1 120, paid 0
    answers = remits(remit("C1", "G0438", 20000, 0, "CO-45:80.00; PR-1:120.00"))
    assert balance(answers, charges(charge("C1", "1", "G0438", 20000))) == 12000


def test_sequestration_is_written_off_but_not_as_contractual():
    # B5 case 6: allowed 100, PR-1 50, PR-2 10, CO-253 0.80, paid 39.20
    answers = remits(remit("C1", "G0438", 10000, 3920, "PR-1:50.00; PR-2:10.00; CO-253:0.80"))
    billed = charges(charge("C1", "1", "G0438", 10000))
    assert posted(answers, billed) == {("insurance payment", ""): 3920, ("other adjustment", "CO-253"): 80}
    assert balance(answers, billed) == 6000


def test_withhold_stays_receivable():
    # B5 case 10: charge 150, paid 70, PR-3 20, CO-104 10, CO-45 50
    answers = remits(remit("C1", "G0438", 15000, 7000, "PR-3:20.00; CO-104:10.00; CO-45:50.00"))
    assert balance(answers, charges(charge("C1", "1", "G0438", 15000))) == 3000


def test_bundled_lines_stay_open_but_a_reduction_of_a_paid_line_is_contractual():
    bundled = remits(remit("C1", "G0438", 10000, 0, "CO-59:100.00"))
    reduced = remits(remit("C1", "G0438", 10000, 6000, "CO-59:40.00"))
    billed = charges(charge("C1", "1", "G0438", 10000))
    assert balance(bundled, billed) == 10000
    assert posted(reduced, billed) == {("insurance payment", ""): 6000, ("contractual adjustment", "CO-59"): 4000}


def test_reversal_and_correction_net_out():
    # B5 case 11: +80, −80 (22), +95; CO-45 20, −20, 5
    answers = remits(
        remit("C1", "G0438", 10000, 8000, "CO-45:20.00"),
        remit("C1", "G0438", -10000, -8000, "CO-45:-20.00", claim_status="22", trace="T2", claim_seq=1),
        remit("C1", "G0438", 10000, 9500, "CO-45:5.00", trace="T2", claim_seq=2),
    )
    billed = charges(charge("C1", "1", "G0438", 10000))
    frame = post(answers, billed, NOTHING, REASONS).payments
    by_trace = frame.groupby(["trace", "kind"])["amount"].sum().to_dict()
    assert by_trace == {
        ("T1", "insurance payment"): 8000, ("T1", "contractual adjustment"): 2000,
        ("T2", "insurance payment"): 1500, ("T2", "contractual adjustment"): -1500,
    }  # fmt: skip
    assert frame["line_id"].unique().tolist() == ["1"]
    assert balance(answers, billed) == 0


def secondary(co45: str, other: str) -> pd.DataFrame:
    """B5 case 12: 500; the first payer pays 300 with CO-45 125 and PR-2 75, the second 65."""
    return remits(
        remit("C1", "G0438", 50000, 30000, "CO-45:125.00; PR-2:75.00"),
        remit(
            "C1", "G0438", 50000, 6500, other + f"CO-45:{co45}",
            trace="S1", claim_status="2", payer="Keystone", paid_date=pd.Timestamp(2026, 5, 1),
        ),
    )  # fmt: skip


def test_second_payer_closes_the_claim():
    assert balance(secondary("10.00", "OA-23:425.00; "), charges(charge("C1", "1", "G0438", 50000))) == 0


def test_second_payer_that_reports_the_full_difference_never_makes_the_balance_negative():
    billed = charges(charge("C1", "1", "G0438", 50000))
    for earlier in ("OA-23:425.00; ", ""):
        result = post(secondary("435.00", earlier), billed, NOTHING, REASONS)
        assert int(billed["charge"].sum() - result.payments["amount"].sum()) == 0
        assert result.clamped[["asked", "posted"]].values.tolist() == [[43500, 1000]]


def test_second_payer_alone_that_mentions_no_first_writes_nothing_off():
    alone = secondary("435.00", "").iloc[[1]].reset_index(drop=True)
    assert posted(alone, charges(charge("C1", "1", "G0438", 50000))) == {("insurance payment", ""): 6500}


def test_patient_money_counts_when_the_second_payer_is_limited():
    billed = charges(charge("C1", "1", "G0438", 50000))
    copay = payments({"claim_id": "C1", "line_id": "1", "kind": "patient payment", "amount": 400, "source": "PM"})
    # 500 − 300 − 125 − 65 − 4 = 6.00 left
    answers = secondary("10.00", "OA-23:425.00; ")
    assert post(answers, billed, copay, REASONS).clamped[["asked", "posted"]].values.tolist() == [[1000, 600]]
    assert balance(answers, billed, copay) == 0


def test_predetermination_moves_no_money():
    answers = remits(remit("C1", "G0438", 10000, 8000, "CO-45:20.00", claim_status="25"))
    assert posted(answers, charges(charge("C1", "1", "G0438", 10000))) == {}


def test_claim_level_and_unknown_lines_go_to_the_claim():
    answers = remits(
        remit("C1", "", 10000, 0, "CO-45:20.00", level="claim", line_no=0),
        remit("C1", "G9999", 5000, 5000),
    )
    result = post(answers, charges(charge("C1", "1", "G0438", 10000)), NOTHING, REASONS)
    assert set(result.payments["line_id"]) == {""}
    assert result.unmatched.tolist() == [1]
    assert result.unknown.tolist() == []


def test_claim_not_among_the_charges_is_posted_and_named():
    result = post(
        remits(remit("C9", "G0438", 10000, 10000)), charges(charge("C1", "1", "G0438", 10000)), NOTHING, REASONS
    )
    assert result.payments["amount"].tolist() == [10000]
    assert result.unknown.tolist() == [0]


def test_money_in_is_money_posted():
    answers = secondary("435.00", "")
    made = post(answers, charges(charge("C1", "1", "G0438", 50000)), NOTHING, REASONS).payments
    assert made.loc[made["kind"] == "insurance payment", "amount"].sum() == answers["paid"].sum()


def test_a_line_that_was_unbundled_leaves_no_credit():
    # 100.00 = 60.00 paid + 40.00 CO-45 on the one, 30.00 paid − 30.00 OA-94 on the other: 90.00 + 10.00
    answers = remits(
        remit("C1", "G0480", 10000, 6000, "CO-45:40.00", billed_code="G0499"),
        remit("C1", "G0481", 0, 3000, "OA-94:-30.00", billed_code="G0499", line_no=2),
    )
    billed = charges(charge("C1", "1", "G0499", 10000))
    assert balance(answers, billed) == 0
    back = answers.assign(
        trace="T2", claim_status="22", charge=-answers["charge"], paid=-answers["paid"],
        adjustments=["CO-45:-40.00", "OA-94:30.00"],
    )  # fmt: skip
    assert balance(pd.concat([answers, back], ignore_index=True), billed) == 10000


@pytest.mark.parametrize("reason", ["OA-94", "PI-94", "CO-94", "OA-161", "CO-144"])
def test_what_is_paid_beyond_the_charge_is_no_credit(reason):
    # 50.00 charged, 65.00 paid, −15.00
    answers = remits(remit("C1", "G0438", 5000, 6500, f"{reason}:-15.00"))
    assert balance(answers, charges(charge("C1", "1", "G0438", 5000))) == 0


def test_a_write_off_under_no_liability_is_not_posted():
    answers = remits(remit("C1", "G0438", 5000, 3500, "OA-45:15.00"))
    assert balance(answers, charges(charge("C1", "1", "G0438", 5000))) == 1500


def undone(given: str, back: str, again: str = "CO-45:60.00") -> int:
    """What is owed on 150.00 after 100.00 paid with `given`, taken back with `back`, and 90.00 paid with `again`."""
    answers = remits(
        remit("C1", "G0438", 15000, 10000, given),
        remit("C1", "G0438", -15000, -10000, back, claim_status="22", trace="T2", claim_seq=1),
        remit("C1", "G0438", 15000, 9000, again, trace="T2", claim_seq=2),
    )
    return balance(answers, charges(charge("C1", "1", "G0438", 15000)))


def test_a_reversal_in_group_cr_undoes_what_was_posted():
    assert undone("CO-45:50.00", "CR-45:-50.00") == 0
    assert undone("OA-45:50.00", "CR-45:-50.00") == 0  # was not posted, so it is not taken back
    assert undone("CO-50:50.00", "CR-50:-50.00") == 0  # nor is a denial
    assert undone("CO-45:30.00; PR-2:20.00", "CR-45:-30.00; CR-2:-20.00") == 0


def test_a_reversal_in_group_cr_of_what_was_never_seen():
    alone = remits(remit("C1", "G0438", -15000, -10000, "CR-45:-50.00", claim_status="22"))
    assert posted(alone, charges(charge("C1", "1", "G0438", 15000))) == {
        ("insurance payment", ""): -10000, ("contractual adjustment", "CO-45"): -5000,
    }  # fmt: skip


def test_a_correction_in_group_cr_is_left_open():
    assert undone("CO-45:50.00", "CR-45:-50.00", "CR-45:60.00") == 6000


def test_the_reversal_of_a_second_payer_that_was_limited_takes_back_what_was_posted():
    billed = charges(charge("C1", "1", "G0438", 50000))
    answers = secondary("435.00", "OA-23:425.00; ")
    back = remit(
        "C1", "G0438", -50000, -6500, "OA-23:-425.00; CO-45:-435.00",
        trace="S2", claim_status="22", payer="Keystone", paid_date=pd.Timestamp(2026, 6, 1),
    )  # fmt: skip
    # 500.00 − 300.00 − 125.00 of the first payer: 75.00 is owed again
    assert balance(pd.concat([answers, remits(back)], ignore_index=True), billed) == 7500


def test_an_amount_that_raises_the_payment_and_is_not_posted_is_told():
    answers = remits(remit("C1", "G0438", 5000, 6500, "CO-16:-15.00"))
    result = post(answers, charges(charge("C1", "1", "G0438", 5000)), NOTHING, REASONS)
    assert result.left_open[["reason", "amount"]].values.tolist() == [["CO-16", -1500]]
