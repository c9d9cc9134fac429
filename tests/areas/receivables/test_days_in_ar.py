"""A/R and days in A/R: the published check values and the edge cases of each definition."""

from datetime import date

import pytest
from kinds_of_frame import every_kind
from practice_tables import charges, payments

from medoffice_xl.areas.receivables.days_in_ar import ar_total, days_in_ar
from medoffice_xl.errors import BadArgument, NoData, OutOfRange
from medoffice_xl.ledger.scope import Scope

JUNE_30 = date(2026, 6, 30)
LONG_AGO = {"claim_id": "old", "dos": "2025-01-01"}


def parts(measure):
    return {part.label: part.value for part in measure.parts}


def practice(owed, charged, first="2026-06-01"):
    """A/R of `owed` with `charged` in the window: all of the window's charges open, the rest older."""
    return charges(
        {**LONG_AGO, "charge": owed - charged},
        {"claim_id": "new", "dos": first, "charge": charged},
    )


@every_kind
def test_calculator_example_of_45_days(on):
    # 900,000 / (600,000 / 30) = 45 (published calculator example)
    measure = days_in_ar(on(practice(900_000, 600_000)), on(payments()), JUNE_30, 30)
    assert measure.value == 45
    assert parts(measure)["A/R"] == 90_000_000
    assert parts(measure)["Days"] == 30


def test_tracker_example_of_24_days(on):
    # 480,000 owed / 20,000 a day = 24; 20,000 a day over 30 days are 600,000, of which 120,000 were paid
    paid = payments({"claim_id": "new", "post_date": "2026-06-20", "amount": 120_000})
    assert days_in_ar(on(practice(600_000, 600_000)), on(paid), JUNE_30, 30).value == 24


@pytest.mark.parametrize("window", [30, 90, 182, 365])
def test_window_is_in_calendar_days_and_ends_on_the_day(on, window):
    lines = charges(
        {**LONG_AGO, "claim_id": "older", "dos": "2024-01-01", "charge": 5},
        {"claim_id": "a", "dos": date.fromordinal(JUNE_30.toordinal() - window), "charge": 1000},
        {"claim_id": "b", "dos": date.fromordinal(JUNE_30.toordinal() - window + 1), "charge": 100},
        {"claim_id": "c", "dos": "2026-06-30", "charge": 100},
        {"claim_id": "d", "dos": "2026-07-01", "charge": 9000},
    )
    # owed 5 + 1000 + 100 + 100; charged in the window 200
    assert days_in_ar(on(lines), on(payments()), JUNE_30, window).value == pytest.approx(1205 / (200 / window))


@every_kind
def test_late_charges_belong_to_the_day_they_were_posted(on):
    lines = charges(
        {**LONG_AGO, "charge": 0},
        {"claim_id": "a", "dos": "2026-01-05", "post_date": "2026-06-15", "charge": 100},
        {"claim_id": "b", "dos": "2026-06-29", "post_date": "2026-07-01", "charge": 700},
    )
    assert days_in_ar(on(lines), on(payments()), JUNE_30, 30).value == 30


def test_charges_without_posting_day_count_from_service_and_it_is_said(on):
    lines = charges({**LONG_AGO, "charge": 0}, {"claim_id": "a", "dos": "2026-06-15", "post_date": None, "charge": 60})
    measure = days_in_ar(on(lines), on(payments()), JUNE_30, 30)
    assert measure.value == 30
    assert any("1 charge lines ($60.00) have no posting day" in note for note in measure.notes)


def test_short_history_uses_the_days_there_are_and_says_so(on):
    lines = charges({"claim_id": "a", "dos": "2026-06-21", "charge": 500})
    measure = days_in_ar(on(lines), on(payments()), JUNE_30, 90)
    assert measure.value == 10  # 500 / (500 / 10 days)
    assert measure.notes == ["The charges begin on 06/21/2026: 10 days are used instead of 90."]


@pytest.mark.parametrize("definition", ["gross", "adjusted", "net", "AAFP"])
def test_nothing_charged_in_the_window_is_no_answer(on, definition):
    with pytest.raises(NoData, match="Nothing was charged"):
        days_in_ar(on(charges({**LONG_AGO, "charge": 100})), on(payments()), JUNE_30, 90, definition)


def test_no_tables_at_all_is_no_answer(on):
    with pytest.raises(NoData):
        days_in_ar(on(charges()), on(payments()), JUNE_30)
    with pytest.raises(NoData):
        ar_total(on(charges()), on(payments()), JUNE_30)


def test_reversed_charges_are_taken_off(on):
    lines = charges(
        {**LONG_AGO, "charge": 300},
        {"claim_id": "a", "dos": "2026-06-10", "charge": 500},
        {"claim_id": "a", "line_id": "2", "dos": "2026-06-11", "charge": -200},
    )
    assert days_in_ar(on(lines), on(payments()), JUNE_30, 30).value == 60  # 600 / (300 / 30)


CREDITS = (
    charges(
        {**LONG_AGO, "charge": 600},
        {"claim_id": "new", "dos": "2026-06-10", "charge": 400},
        {"claim_id": "over", "dos": "2026-06-10", "charge": 200},
    ),
    payments(
        {"claim_id": "over", "post_date": "2026-06-20", "amount": 300},
        {"claim_id": "", "post_date": "2026-06-21", "payer": "Patient", "kind": "patient payment", "amount": 50},
        {"claim_id": "new", "post_date": "2026-07-01", "amount": 400},
    ),
)


@every_kind
def test_net_takes_credits_and_unapplied_cash_off(on):
    measure = ar_total(*map(on, CREDITS), JUNE_30, "net")
    assert measure.value == 85_000  # 1,000 owed − 100 credit − 50 unapplied
    assert parts(measure)["Credit balances (taken off)"] == -10_000
    assert parts(measure)["Unapplied cash (taken off)"] == 5_000


def test_exclude_counts_only_what_is_owed(on):
    measure = ar_total(*map(on, CREDITS), JUNE_30, "Exclude")
    assert measure.value == 100_000
    assert parts(measure)["Credit balances (left out)"] == -10_000


def test_credits_follow_the_definition_unless_said(on):
    both = tuple(map(on, CREDITS))
    assert days_in_ar(*both, JUNE_30, 30).value == pytest.approx(850 / (600 / 30))
    assert days_in_ar(*both, JUNE_30, 30, credits="exclude").value == pytest.approx(1000 / (600 / 30))
    assert days_in_ar(*both, JUNE_30, 30, "aafp").value == pytest.approx(1000 / (600 / 30))
    assert days_in_ar(*both, JUNE_30, 30, "AAFP", "net").value == pytest.approx(850 / (600 / 30))


@every_kind
def test_adjusted_divides_by_charges_less_contractual_adjustments(on):
    posted = payments(
        {"claim_id": "new", "post_date": "2026-06-20", "kind": "contractual adjustment", "amount": 200},
        {"claim_id": "new", "post_date": "2026-06-20", "kind": "other adjustment", "amount": 100},
        {"claim_id": "old", "post_date": "2026-02-20", "kind": "contractual adjustment", "amount": 50},
    )
    # owed 1,000 − 350 = 650; revenue 600 − 200 (bad debt stays in, February is outside)
    measure = days_in_ar(on(practice(1000, 600)), on(posted), JUNE_30, 30, "adjusted")
    assert measure.value == pytest.approx(650 / (400 / 30))


@every_kind
def test_aafp_takes_refunds_off_the_charges(on):
    posted = payments(
        {"claim_id": "new", "post_date": "2026-06-20", "amount": 100},
        {"claim_id": "new", "post_date": "2026-06-25", "kind": "refund", "amount": -100},
    )
    measure = days_in_ar(on(practice(1000, 600)), on(posted), JUNE_30, 30, "AAFP")
    assert measure.value == pytest.approx(1000 / (500 / 30))


@every_kind
def test_net_expects_each_payers_own_adjustments(on):
    lines = charges(
        # Acme's answered claims: 100 charged, 40 taken off: 40%. Best's: 10%.
        {"claim_id": "a1", "dos": "2026-03-01", "charge": 100},
        {"claim_id": "b1", "dos": "2026-03-01", "payer": "Best", "charge": 100},
        # not answered yet
        {"claim_id": "a2", "dos": "2026-06-10", "charge": 1000},
        {"claim_id": "b2", "dos": "2026-06-10", "payer": "Best", "charge": 500},
        {"claim_id": "n", "dos": "2026-06-10", "payer": "Newcomer", "charge": 70},
    )
    posted = payments(
        {"claim_id": "a1", "post_date": "2026-04-01", "kind": "contractual adjustment", "amount": 40},
        {"claim_id": "a1", "post_date": "2026-04-01", "amount": 50},
        {"claim_id": "b1", "post_date": "2026-04-01", "kind": "contractual adjustment", "amount": 10},
    )
    measure = days_in_ar(on(lines), on(posted), JUNE_30, 30, "net")
    # A/R 10 + 90 + 1,000 + 500 + 70, less 400 and 50; revenue of June 1,570 − 400 − 50
    assert measure.value == pytest.approx((1670 - 450) / ((1570 - 450) / 30))
    assert parts(measure)["Expected contractual adjustments on the A/R"] == 45_000
    assert "Newcomer" in measure.notes[0]


def test_expected_adjustments_are_rounded_half_up_to_the_cent(on):
    lines = charges(
        {"claim_id": "a1", "dos": "2026-03-01", "charge": 2},
        {"claim_id": "a2", "dos": "2026-06-10", "charge": 0.25},
    )
    posted = payments({"claim_id": "a1", "post_date": "2026-04-01", "kind": "contractual adjustment", "amount": 1})
    measure = days_in_ar(on(lines), on(posted), JUNE_30, 30, "net")
    assert parts(measure)["Expected contractual adjustments on the A/R"] == 13  # half of 25 cents


@every_kind
def test_capitated_lines_count_on_neither_side(on):
    lines = charges(
        {**LONG_AGO, "charge": 400},
        {"claim_id": "mixed", "line_id": "1", "dos": "2026-06-10", "charge": 200},
        {"claim_id": "mixed", "line_id": "2", "dos": "2026-06-10", "charge": 999},
        {"claim_id": "whole", "dos": "2026-06-10", "charge": 888},
    )
    posted = payments(
        {"claim_id": "mixed", "line_id": "2", "post_date": "2026-06-20", "amount": 900, "reason": "CO-24"},
        {"claim_id": "whole", "line_id": "", "post_date": "2026-06-20", "amount": 800, "reason": "CO-24"},
    )
    assert days_in_ar(on(lines), on(posted), JUNE_30, 30).value == 90  # 600 / (200 / 30)
    assert ar_total(on(lines), on(posted), JUNE_30).value == 60_000


def test_capitation_of_an_unknown_line_takes_the_whole_claim(on):
    lines = charges({**LONG_AGO, "charge": 400}, {"claim_id": "a", "line_id": "1", "dos": "2026-06-10", "charge": 70})
    posted = payments({"claim_id": "a", "line_id": "X9", "post_date": "2026-06-20", "amount": 60, "reason": "CO-24"})
    assert ar_total(on(lines), on(posted), JUNE_30).value == 40_000


def test_payments_of_unknown_claims_are_left_out_and_said(on):
    posted = payments({"claim_id": "nobody", "post_date": "2026-06-20", "amount": 75})
    measure = ar_total(on(practice(1000, 600)), on(posted), JUNE_30)
    assert measure.value == 100_000
    assert [(left.rows, left.amount) for left in measure.left_out] == [(1, 7_500)]


def test_loose_adjustments_are_left_out_and_said(on):
    posted = payments({"claim_id": "", "post_date": "2026-06-20", "kind": "other adjustment", "amount": 75})
    measure = ar_total(on(practice(1000, 600)), on(posted), JUNE_30)
    assert measure.value == 100_000
    assert [(left.rows, left.amount) for left in measure.left_out] == [(1, 7_500)]


def test_a_prepayment_is_left_out_and_said_until_its_charge_is_posted(on):
    lines = charges({**LONG_AGO, "charge": 500}, {"claim_id": "pre", "dos": "2026-07-09", "charge": 100})
    posted = payments({"claim_id": "pre", "post_date": "2026-06-25", "amount": 20})
    before = ar_total(on(lines), on(posted), JUNE_30)
    assert before.value == 50_000
    assert [(left.rows, left.amount) for left in before.left_out] == [(1, 2_000)]
    assert ar_total(on(lines), on(posted), date(2026, 7, 9)).value == 58_000


def test_claim_and_line_entries_lower_the_same_claim(on):
    lines = charges(
        {"claim_id": "a", "line_id": "1", "dos": "2026-06-10", "charge": 100},
        {"claim_id": "a", "line_id": "2", "dos": "2026-06-10", "charge": 50},
    )
    posted = payments(
        {"claim_id": "a", "line_id": "1", "post_date": "2026-06-20", "amount": 120},
        {"claim_id": "a", "line_id": "", "post_date": "2026-06-20", "amount": 10},
    )
    measure = ar_total(on(lines), on(posted), JUNE_30, "exclude")
    assert measure.value == 2_000  # one claim: 150 − 130; no credit on its first line


def test_entries_after_the_day_do_not_count_and_undated_ones_are_said(on):
    posted = payments(
        {"claim_id": "new", "post_date": "2026-07-01", "amount": 600},
        {"claim_id": "new", "post_date": None, "amount": 30},
    )
    measure = ar_total(on(practice(1000, 600)), on(posted), JUNE_30)
    assert measure.value == 100_000
    assert [(left.reason, left.rows) for left in measure.left_out] == [("entries with no date", 1)]


@every_kind
def test_one_payer_provider_or_location_on_both_sides(on):
    lines = charges(
        {**LONG_AGO, "charge": 5000, "payer": "Best", "provider": "Lee", "location": "East"},
        {"claim_id": "a", "dos": "2026-06-10", "charge": 200, "provider": "Lee", "location": "West"},
        {"claim_id": "b", "dos": "2026-06-10", "charge": 300, "payer": "Best", "provider": "Roe", "location": "East"},
    )
    posted = payments(
        # paid by Best after the balance moved: still Acme's claim
        {"claim_id": "a", "post_date": "2026-06-20", "payer": "Best", "amount": 50},
        {"claim_id": "", "post_date": "2026-06-20", "payer": "Acme", "amount": 10},
    )
    both = on(lines), on(posted)
    assert days_in_ar(*both, JUNE_30, 30, scope=Scope(" acme ")).value == pytest.approx(140 / (200 / 30))
    assert ar_total(*both, JUNE_30, scope=Scope(provider="roe")).value == 30_000
    assert ar_total(*both, JUNE_30, scope=Scope(location="East")).value == 530_000
    with pytest.raises(NoData, match="payer Nobody"):
        days_in_ar(*both, JUNE_30, 30, scope=Scope("Nobody"))


def test_wrong_words_are_answered_with_the_right_ones():
    with pytest.raises(BadArgument, match="gross, adjusted, net, AAFP"):
        days_in_ar(charges(), payments(), JUNE_30, 30, "median")
    with pytest.raises(BadArgument, match="net, exclude"):
        ar_total(charges(), payments(), JUNE_30, "no")
    with pytest.raises(OutOfRange, match="0 days"):
        days_in_ar(charges(), payments(), JUNE_30, 0)


def test_a_table_that_lacks_a_column_is_named():
    with pytest.raises(BadArgument, match="The table Payments has no column Reason"):
        ar_total(charges(), payments().drop(columns="reason"), JUNE_30)


def test_every_definition_names_its_source():
    for definition in ("gross", "adjusted", "net", "AAFP"):
        measure = days_in_ar(practice(900, 600), payments(), JUNE_30, 30, definition)
        assert measure.definition.source.startswith(("MGMA", "HFMA", "AAFP"))
        assert measure.rows_used == 2


@every_kind
def test_a_patients_copay_is_no_payers_answer(on):
    # Acme's contract took 100 of 200 off a year's claim: half. 200 charged in June, 20 copay paid: 180 owed, of which
    # 100 will be taken off. (180 − 100) ÷ ((200 − 100) ÷ 30) = 24
    lines = charges(
        {"claim_id": "known", "dos": "2026-02-01", "charge": 200},
        {"claim_id": "open", "dos": "2026-06-10", "charge": 200},
    )
    posted = payments(
        {"claim_id": "known", "post_date": "2026-03-01", "amount": 100},
        {"claim_id": "known", "post_date": "2026-03-01", "amount": 100, "kind": "contractual adjustment"},
        {"claim_id": "open", "post_date": "2026-06-10", "amount": 20, "kind": "patient payment"},
    )
    assert days_in_ar(on(lines), on(posted), JUNE_30, 30, "net").value == 24


@pytest.mark.parametrize(
    ("copay", "left"),
    [(99, 101 - 100), (100, 100 - 100), (101, 99 - 99), (150, 50 - 50)],  # never more taken off than is owed
)
def test_the_allowance_is_off_the_whole_fee_and_never_more_than_is_owed(on, copay, left):
    lines = charges(
        {"claim_id": "known", "dos": "2026-02-01", "charge": 200},
        {"claim_id": "open", "dos": "2026-06-10", "charge": 200},
    )
    posted = payments(
        {"claim_id": "known", "post_date": "2026-03-01", "amount": 100},
        {"claim_id": "known", "post_date": "2026-03-01", "amount": 100, "kind": "contractual adjustment"},
        {"claim_id": "open", "post_date": "2026-06-10", "amount": copay, "kind": "patient payment"},
    )
    assert days_in_ar(on(lines), on(posted), JUNE_30, 30, "net").value == pytest.approx(left / (100 / 30))


def test_an_answer_taken_back_is_none(on):
    lines = charges(
        {"claim_id": "known", "dos": "2026-02-01", "charge": 200},
        {"claim_id": "open", "dos": "2026-06-10", "charge": 200},
    )
    posted = payments(
        {"claim_id": "known", "post_date": "2026-03-01", "amount": 200, "kind": "contractual adjustment"},
        {"claim_id": "open", "post_date": "2026-06-20", "amount": 60},
        {"claim_id": "open", "post_date": "2026-06-25", "amount": -60},
    )
    with pytest.raises(NoData):  # all of the June charge is expected to be taken off
        days_in_ar(on(lines), on(posted), JUNE_30, 30, "net")


@every_kind
def test_before_the_first_charge_there_is_no_ar(on):
    lines = charges({"claim_id": "a", "dos": "2026-03-10", "charge": 100})
    with pytest.raises(NoData, match="Nothing was charged up to 03/09/2026"):
        ar_total(on(lines), on(payments()), date(2026, 3, 9))
    assert ar_total(on(lines), on(payments()), date(2026, 3, 10)).value == 10_000


@every_kind
def test_a_capitated_line_leaves_the_ar_on_the_day_of_its_co_24(on):
    lines = charges(
        {"claim_id": "a", "dos": "2026-03-10", "charge": 100},
        {"claim_id": "cap", "line_id": "1", "dos": "2026-03-10", "charge": 77},
    )
    posted = payments(
        {"claim_id": "cap", "line_id": "1", "post_date": "2026-04-10", "amount": 70, "reason": "CO-24",
         "kind": "contractual adjustment"},
        {"claim_id": "cap", "post_date": "2026-03-10", "amount": 5, "kind": "patient payment"},
    )  # fmt: skip
    both = on(lines), on(posted)
    assert ar_total(*both, date(2026, 4, 9)).value == 10_000 + 7_700 - 500
    measure = ar_total(*both, date(2026, 4, 10))
    assert measure.value == 10_000  # with the copay of the claim: nothing of it is fee for service
    assert [left.reason for left in measure.left_out] == ["capitated charge lines (CO-24)"]


def test_a_co_24_that_is_taken_back_brings_the_line_back(on):
    lines = charges({"claim_id": "cap", "line_id": "1", "dos": "2026-03-10", "charge": 77})
    capitated = {"claim_id": "cap", "line_id": "1", "reason": "CO-24", "kind": "contractual adjustment"}
    posted = payments(
        {**capitated, "post_date": "2026-04-10", "amount": 77}, {**capitated, "post_date": "2026-05-10", "amount": -77}
    )
    with pytest.raises(NoData):
        ar_total(on(lines), on(posted), date(2026, 5, 9))
    assert ar_total(on(lines), on(posted), date(2026, 5, 10)).value == 7_700
