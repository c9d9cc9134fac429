"""Amounts taken or added outside any claim: found, named, and followed until something answers them.

The field's signs: a positive amount lowers the check, a negative one raises it.
"""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from remit_rows import charges, remit, remits, rows
from remittance_cases import Books, books, case, changed
from remittance_cases import rows as columns

from medoffice_xl.intake.provider_adjustments import followed
from medoffice_xl.problems import Severity
from medoffice_xl.tables import PROVIDER_ADJUSTMENTS
from medoffice_xl.tables.provider_adjustments import MATCHED, OPEN, SEEN, SETTLED

NONE = remits()


def taken(reason, cents, trace="T1", day=1, reference="", payer="Blue Harbor", **more):
    return {
        "remittance": trace, "trace": trace, "payer": payer, "paid_date": pd.Timestamp(2026, 6, day), "number": 1,
        "reason": reason, "reference": reference, "amount": cents, "state": SEEN,
    } | more  # fmt: skip


def states(*given, answers=NONE):
    """State, cents still open, claim and answers of each."""
    frame = followed(rows(PROVIDER_ADJUSTMENTS, *given), {"remits": answers, "charges": charges()})
    return columns(frame, ("state", "open_amount", "claim_id", "settled_by"))


REVERSED = remit(
    "C1", "G0438", -10000, -8000, "CO-45:-20.00", claim_status="22", trace="T1", remittance="T1", payer_claim_no="P1"
)  # fmt: skip
"""What the payer answered is taken back in the remittance T1."""
PAID = remit("C1", "G0438", 10000, 8000, "CO-45:20.00", trace="T0", payer_claim_no="P1")


def test_a_takeback_without_a_reversal_names_its_claim_and_posts_nothing():
    found = books("takeback.csv", "takeback_paid", "takeback_without_reversal")
    row = found.tables["provider_adjustments"].iloc[0]
    assert (row["claim_id"], row["amount"], row["open_amount"], row["state"]) == ("6001", 10000, 10000, OPEN)
    (told,) = found.money()
    assert "takes back $100.00 for claim 6001 (WO:T1 6001); no claim was reversed for it. Nothing was posted." in told
    assert found.paid() == {"6001": 10000, "6002": 15000}
    assert found.balance() == 0  # 350.00 charged = 250.00 paid + 100.00 CO-45: nothing posted by guess


def test_in_any_order_of_the_files():
    found = books("takeback_without_reversal", "takeback_paid", "takeback.csv")
    assert found.tables["provider_adjustments"]["claim_id"].tolist() == ["6001"]
    listed = found.tables["problems"]
    assert listed.loc[listed["severity"] == "money", "value"].tolist() == ["6001"]


def test_a_takeback_that_names_no_claim():
    found = books("padded.csv", "padded")
    assert found.tables["provider_adjustments"][["reason", "reference", "state"]].values.tolist() == [
        ["WO", "REF", OPEN]
    ]
    assert any(
        "takes back $10.00 (WO:REF); the reference names no claim that is here" in told for told in found.money()
    )


def test_a_reversal_that_is_held_back_and_then_taken(tmp_path):
    # 06/01: −80.00 for C1 and WO −80.00, so the check is as it was; 06/08: WO 80.00 takes it
    assert states(
        taken("WO", -8000, "T1", 1, "C1"), taken("WO", 8000, "T2", 8, "C1"), answers=remits(PAID, REVERSED)
    ) == [[MATCHED, 0, "C1", "T2"], [MATCHED, 0, "C1", "T1"]]  # fmt: skip


def test_medicare_forwards_the_balance_of_a_claim_and_recoups_it_by_the_claims_number():
    # the reversal's check forwards the 80.00; the next two checks take 50.00 and 30.00 of it
    assert states(
        taken("FB", -8000, "T1", 1, "T1"), taken("WO", 5000, "T2", 8, "P1"), taken("WO", 3000, "T3", 15, "C1"),
        answers=remits(PAID, REVERSED),
    ) == [[MATCHED, 0, "C1", "T2; T3"], [MATCHED, 0, "C1", "T1"], [MATCHED, 0, "C1", "T1"]]  # fmt: skip


def test_a_balance_taken_in_part_stays_open_by_the_rest():
    assert [row[:2] for row in states(taken("FB", -8000, "T1", 1, "T1"), taken("FB", 5000, "T2", 8, "T1"))] == [
        [OPEN, -3000], [MATCHED, 0],
    ]  # fmt: skip


def test_more_taken_than_was_forwarded_is_open():
    assert [row[:2] for row in states(taken("FB", -5000, "T1", 1, "T1"), taken("FB", 8000, "T2", 8, "T1"))] == [
        [MATCHED, 0], [OPEN, 3000],
    ]  # fmt: skip


def test_a_forwarded_balance_is_found_by_its_amount_where_no_reference_says_so():
    assert [row[0] for row in states(taken("FB", -8000, "T1"), taken("FB", 8000, "T2", 8, "OTHER"))] == [
        MATCHED,
        MATCHED,
    ]
    two = states(taken("FB", -8000, "T1"), taken("FB", -8000, "T2", 8), taken("FB", 8000, "T3", 15, "OTHER"))
    assert [row[0] for row in two] == [OPEN, OPEN, OPEN]  # either may be meant


def test_another_payers_amount_answers_nothing():
    both = taken("FB", -8000, "T1", 1, "X"), taken("FB", 8000, "T2", 8, "X", payer="Cedar Valley")
    assert [row[0] for row in states(*both)] == [OPEN, OPEN]


def test_a_refund_by_the_practice_answers_what_was_taken():
    both = taken("WO", 8000, "T1", 1, "C1"), taken("72", -8000, "T2", 8, "C1")
    assert [row[0] for row in states(*both, answers=remits(PAID))] == [MATCHED, MATCHED]


def test_taken_by_the_reversal_and_once_more_is_open():
    (told,) = states(taken("WO", 8000, "T2", 8, "C1"), answers=remits(PAID, REVERSED))
    assert told[:3] == [OPEN, 8000, "C1"]


@pytest.mark.parametrize(
    ("given", "interest", "state"),
    [
        (-500, 500, MATCHED),  # L6 −5.00 pays the 5.00 that the claims state
        (-500, 0, SEEN),  # paid to the practice, for no claim by name: nothing more will come
        (-500, 400, SEEN),
        (500, 0, OPEN),  # taken from the practice
    ],
)
def test_interest(given, interest, state):
    answers = remits(PAID | {"interest": interest, "trace": "T1", "remittance": "T1"})
    assert states(taken("L6", given, "T1"), answers=answers)[0][0] == state


@pytest.mark.parametrize(
    ("reason", "state"),
    [("LE", OPEN), ("IR", OPEN), ("E3", OPEN), ("ZZ", OPEN), ("", OPEN), ("CS", SEEN), ("BN", SEEN), ("J1", SEEN)],
)
def test_what_is_followed(reason, state):
    assert states(taken(reason, 500))[0][0] == state


def test_a_levy_that_is_given_back():
    assert [row[0] for row in states(taken("LE", 500, "T1", 1, "L9"), taken("LE", -500, "T2", 8, "L9"))] == [
        MATCHED
    ] * 2
    assert [row[0] for row in states(taken("LE", 500, "T1", 1, "L9"), taken("BN", -500, "T2", 8, "L9"))] == [OPEN, SEEN]


def test_an_amount_that_cannot_be_read_is_open():
    assert states(taken("WO", None))[0][:2] == [OPEN, 0]


@pytest.mark.parametrize("number", ["EFT831", "eft831", "00EFT831"])
def test_what_the_user_settled_stays_settled(tmp_path, number):
    found = books("takeback.csv", "takeback_paid", "takeback_without_reversal")
    found.tables["provider_adjustments"]["state"] = pd.Series([SETTLED], dtype="str")
    other = ("TRN*1*EFT831*", f"TRN*1*{number}*")
    found.bring(changed(tmp_path, "takeback_without_reversal", ("*000000002", "*000000009"), other))
    assert found.tables["provider_adjustments"]["state"].tolist() == [SETTLED]
    assert found.tables["problems"].query("severity == 'money'").empty


@pytest.mark.parametrize(
    "reference", ["6001", "T1 6001", "6001 T1", "T1:6001", "T1,EFT830", "6001-1 T1", "FCN T1", "T1  123", "260210-6001"]
)
def test_ways_to_name_a_claim(tmp_path, reference):
    found = Books()
    found.bring(case("takeback_paid"))
    found.bring(changed(tmp_path, "takeback_without_reversal", ("T1 6001", reference)))
    assert found.tables["provider_adjustments"]["claim_id"].tolist() == ["6001"]


def test_numbers_run_together():
    paid = PAID | {"claim_id": "100045", "payer_claim_no": "2026061500123"}
    for reference in ("1000452026061500123", "2026061500123100045", "2026061500123EFT99", "1000452026061500123T0"):
        assert states(taken("WO", 8000, "T2", 8, reference), answers=remits(paid))[0][2] == "100045"


def test_a_number_that_two_claims_go_by_names_none():
    other = PAID | {"claim_id": "C2", "claim_seq": 2}
    assert states(taken("WO", 8000, "T2", 8, "P1"), answers=remits(PAID, other))[0][2] == ""


def test_a_beneficiarys_number_is_not_kept(tmp_path):
    # the standard's own example of such a number
    found = Books()
    found.bring(changed(tmp_path, "takeback_without_reversal", ("T1 6001", "T1 1EG4TE5MK73")))
    assert found.tables["provider_adjustments"]["reference"].tolist() == ["T1"]
    assert "1EG4TE5MK73" not in "".join(frame.to_csv() for frame in found.tables.values())


def test_a_pair_without_a_reason_or_an_amount_is_named():
    found = books("provider_adjustment_without_reason")
    assert columns(found.tables["provider_adjustments"], ("reason", "reference", "amount")) == [
        ["WO", "", -1000], ["", "", 100], ["CS", "A", 1000],
    ]  # fmt: skip
    assert found.tables["remittances"]["off_by"].tolist() == [0]  # 100.00 − (−10.00 + 1.00 + 10.00) = 99.00
    assert any("A provider adjustment of $1.00 has no reason" in told for told in found.money())
    found = books("provider_adjustment_without_amount")
    assert found.tables["remittances"]["off_by"].tolist() == [0]
    assert any("The provider adjustment WO:X has no amount" in told for told in found.money())


@pytest.mark.parametrize(
    ("pairs", "kept", "said"),
    [
        ("*5*WO*10", [["", "", 500], ["WO", "", 1000]], "of $5.00 has no reason"),
        ("WO**CS:A*10", [["WO", "", None], ["CS", "A", 1000]], "The provider adjustment WO has no amount"),
        (":X*7", [["", "X", 700]], "of $7.00 has no reason"),
        ("WO:X*ten", [["WO", "X", None]], "The provider adjustment WO:X has an amount that is none"),
        ("WO:X*1.005", [["WO", "X", None]], "The provider adjustment WO:X has an amount that is none"),
        ("**FB*10", [["FB", "", 1000]], ""),
        ("WO:X*1*WO:Y*2*WO:Z*3*WO:V*4*WO:U*5*WO:T*6", [["WO", each, cents] for each, cents in
         zip("XYZVUT", range(100, 700, 100), strict=True)], ""),
    ],
)  # fmt: skip
def test_holes(tmp_path, pairs, kept, said):
    found = Books()
    found.bring(changed(tmp_path, "takeback_without_reversal", ("WO:T1 6001*100", pairs)))
    frame = found.tables["provider_adjustments"]
    assert columns(frame.astype("object").where(frame.notna(), None), ("reason", "reference", "amount")) == kept
    named = [
        told for told in found.words() if "no reason" in told or "amount that is none" in told or "no amount" in told
    ]
    assert any(said in told for told in named) if said else not any("provider adjustment" in told for told in named)


AMOUNTS = st.lists(
    st.tuples(st.sampled_from(["WO", "72", "LE", "L6"]), st.integers(-5, 5), st.sampled_from("XYZ"), st.integers(1, 9)),
    max_size=8,
)  # fmt: skip


@given(AMOUNTS, st.randoms())
def test_what_is_open_is_what_was_taken_less_what_was_given(amounts, random):
    """Per reference: the balance family nets to the cent, whatever the order of the rows."""
    given_rows = [
        taken(reason, cents * 100, f"T{place}", day, reference)
        for place, (reason, cents, reference, day) in enumerate(amounts)
    ]
    shuffled = random.sample(given_rows, len(given_rows))
    frame = followed(rows(PROVIDER_ADJUSTMENTS, *given_rows), {"remits": NONE, "charges": charges()})
    again = followed(rows(PROVIDER_ADJUSTMENTS, *shuffled), {"remits": NONE, "charges": charges()})
    order = frame.sort_values("trace", ignore_index=True)
    pd.testing.assert_frame_equal(order, again.sort_values("trace", ignore_index=True))
    for reference in "XYZ":
        own = frame[(frame["reference"] == reference) & frame["reason"].isin(["WO", "72"])]
        assert own["open_amount"].sum() == own["amount"].sum()


def test_nothing_open_is_a_note_and_what_is_to_come_is_one(tmp_path):
    found = books("two_visits.csv", "two_visits_first_paid", "two_visits_second_paid", "two_visits_first_reversed")
    assert any("a later check will be lowered by it" in told for told in found.words(Severity.NOTE))
    assert found.money() == []
