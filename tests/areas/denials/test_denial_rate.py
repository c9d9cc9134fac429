"""Denial rate: what is a denial, and that each claim counts once."""

from datetime import date, timedelta

import pytest
from contract_tables import REASONS
from kinds_of_frame import every_kind
from practice_tables import remits

from medoffice_xl.areas.denials.denial_rate import denial_rate
from medoffice_xl.errors import BadArgument, NoData

JUNE_30 = date(2026, 6, 30)
PAID = {"claim_id": "paid", "paid_date": "2026-06-10", "charge": 100, "paid": 60, "adjustments": "CO-45:40.00"}


def answer(adjustments, claim_id="x", **more):
    return {"claim_id": claim_id, "paid_date": "2026-06-10", "charge": 100, "adjustments": adjustments, **more}


def rate(on, *rows, count="claims", payer="", which="final", as_of=JUNE_30, reasons=REASONS):
    return denial_rate(on(remits(*rows)), reasons, as_of, 90, count, payer, which).value


DENIED = (
    answer("CO-50:100.00"),  # not medically necessary: the whole line
    answer("CO-45:20.00; CO-29:80.00"),  # price and late filing
    answer("PR-96:100.00"),  # not covered, patient owes it: no PR-1, 2 or 3
    answer("OA-109:100.00"),
    answer("CO-B7:100.00"),  # reasons with letters
    answer("CO-16:100.00", claim_status="4"),
    answer("CO-197:100.00", claim_status="19"),
)
NOT_DENIED = (
    answer("CO-45:80.00; PR-1:120.00", charge=200, deductible=120),  # all deductible
    answer("CO-45:40.00; PR-2:60.00", coinsurance=60),
    answer("CO-45:40.00; PR-3:60.00", copay=60),
    answer("CO-45:100.00"),  # priced at nothing by contract
    answer("CO-45:99.00; CO-253:1.00"),
    answer("CO-24:100.00"),  # capitated
    answer("CO-97:100.00"),  # bundled
    answer("CO-45:20.00; CO-59:80.00"),
    answer("CO-236:100.00"),
    answer("CO-231:100.00"),
    answer("OA-23:100.00"),  # another payer paid it
    answer("CO-50:30.00; CO-45:10.00", paid=60),  # paid in part
    answer(""),
)


@pytest.mark.parametrize("line", DENIED)
def test_denied(on, line):
    assert rate(on, PAID, line) == 0.5


@pytest.mark.parametrize("line", NOT_DENIED)
def test_not_denied(on, line):
    assert rate(on, PAID, line) == 0


@every_kind
def test_all_reasons_at_once(on):
    claims = [line | {"claim_id": str(number)} for number, line in enumerate((*DENIED, *NOT_DENIED))]
    # 7 denied of 7 + 13, and PAID
    assert rate(on, PAID, *claims) == 7 / 21


@every_kind
def test_reasons_are_read_whole(on):
    # 4 and 450 are not 45; 245 and 1597 hold no bundling code
    assert rate(on, PAID, answer("CO-4:100.00")) == 0.5
    assert rate(on, PAID, answer("CO-450:100.00")) == 0.5
    assert rate(on, PAID, answer("CO-1597:100.00")) == 0.5


@every_kind
def test_denied_lines_of_a_claim_paid_in_part_count_in_dollars(on):
    lines = (
        answer("CO-45:40.00", claim_id="a", paid=60),
        answer("CO-50:300.00", claim_id="a", line_no=2, charge=300),
    )
    assert rate(on, PAID, *lines) == 0
    assert rate(on, PAID, *lines, count="dollars") == 300 / 500


@every_kind
def test_dollars_of_whole_claims(on):
    # 200 of 1,000 denied
    assert rate(on, {**PAID, "charge": 800}, answer("CO-50:200.00", charge=200), count="dollars") == 0.2


def test_a_claim_of_many_lines_counts_once(on):
    denied = [answer("CO-50:100.00", line_no=number) for number in (1, 2, 3)]
    assert rate(on, PAID, *denied) == 0.5


@every_kind
def test_a_corrected_denial_is_no_denial(on):
    first = answer("CO-16:100.00", paid_date="2026-06-01")
    taken_back = answer("CO-16:-100.00", paid_date="2026-06-20", claim_status="22", charge=-100)
    corrected = answer("CO-45:40.00", paid_date="2026-06-20", claim_seq=2, paid=60)
    assert rate(on, PAID, first, taken_back, corrected) == 0


def test_the_latest_answer_counts_without_a_reversal_too(on):
    resubmitted = answer("CO-45:40.00", paid_date="2026-06-25", paid=60)
    assert rate(on, PAID, answer("CO-16:100.00"), resubmitted) == 0
    later_denied = {**answer("CO-50:100.00"), "paid_date": "2026-06-25"}
    assert rate(on, PAID, answer("CO-45:40.00", paid=60, paid_date="2026-06-05"), later_denied) == 0.5


def test_a_claim_only_reversed_has_no_answer(on):
    taken_back = {**PAID, "claim_id": "r", "claim_status": "22", "paid_date": "2026-06-20", "paid": -60, "charge": -100}
    assert rate(on, PAID, {**PAID, "claim_id": "r"}, taken_back, answer("CO-50:100.00")) == 0.5


def test_secondary_forwarded_and_predetermined_answers_do_not_count(on):
    others = [
        answer("CO-50:100.00", claim_id=status, claim_status=status) for status in ("2", "3", "20", "21", "23", "25")
    ]
    assert rate(on, PAID, *others) == 0


@every_kind
def test_duplicates_are_left_out_of_both_sides_and_said(on):
    measure = denial_rate(
        on(remits(PAID, answer("CO-50:100.00"), answer("OA-18:100.00", claim_id="twice"))), REASONS, JUNE_30
    )
    assert measure.value == 0.5
    assert [(left.reason, left.rows, left.amount) for left in measure.left_out] == [
        ("claims denied as duplicates", 1, 10_000)
    ]


@every_kind
def test_bundled_and_partly_denied_claims_are_parts(on):
    measure = denial_rate(
        on(
            remits(
                PAID,
                answer("CO-97:100.00"),
                answer("CO-50:30.00", claim_id="p"),
                answer("", claim_id="p", line_no=2, paid=9),
            )
        ),
        REASONS,
        JUNE_30,
    )
    parts = {part.label: part.value for part in measure.parts}
    assert parts["Claims answered"] == 3
    assert parts["Claims bundled into other services (not denied)"] == 1
    assert parts["Claims paid in part, with a denied line"] == 1


def test_window_is_by_the_day_of_the_answer_that_stands(on):
    assert rate(on, PAID, answer("CO-50:100.00", paid_date="2026-03-01")) == 0
    with pytest.raises(NoData, match="No claim was answered"):
        rate(on, {**PAID, "paid_date": "2026-07-01"})


def test_one_payer(on):
    rows = PAID, answer("CO-50:100.00", payer="Best")
    assert rate(on, *rows, payer="best") == 1
    with pytest.raises(NoData, match="by Nobody"):
        rate(on, *rows, payer="Nobody")


def test_unknown_word():
    with pytest.raises(BadArgument, match="claims, dollars"):
        denial_rate(remits(PAID), REASONS, JUNE_30, 90, "lines")


# One claim, answered line by line: line 1 (100) paid on 6/20, line 2 (50) refused on 6/25.
BY_LINE = (
    answer("CO-45:40.00", paid=60, paid_date="2026-06-20", line_control="1", trace="T1"),
    answer("CO-50:50.00", charge=50, paid_date="2026-06-25", line_control="2", trace="T2"),
)


@every_kind
@pytest.mark.parametrize("which", ["initial", "final"])
def test_a_claim_answered_line_by_line_is_paid_in_part(on, which):
    assert rate(on, *BY_LINE, which=which) == 0
    assert rate(on, *BY_LINE, which=which, count="dollars") == 50 / 150
    # A duplicate refused later changes nothing
    again = answer("CO-18:100.00", paid_date="2026-06-28", line_control="1", trace="T3")
    assert rate(on, *BY_LINE, again, which=which, count="dollars") == 50 / 150


def test_such_a_claim_counts_on_its_first_or_its_last_day(on):
    # 90 days up to 9/22 begin on 6/25: the first answer of 6/20 is outside, the last one of 6/25 inside
    day = date(2026, 9, 22)
    assert rate(on, *BY_LINE, which="final", count="dollars", as_of=day) == 50 / 150
    with pytest.raises(NoData):
        rate(on, *BY_LINE, which="final", as_of=day + timedelta(days=1))
    assert rate(on, *BY_LINE, which="initial", count="dollars", as_of=day - timedelta(days=5)) == 50 / 150
    with pytest.raises(NoData):
        rate(on, *BY_LINE, which="initial", as_of=day - timedelta(days=4))


@every_kind
def test_initial_is_the_first_answer_final_the_one_that_stands(on):
    first = answer("CO-16:100.00", paid_date="2026-05-10", trace="T1")
    paid = answer("CO-45:40.00", paid=60, paid_date="2026-06-20", trace="T2")
    assert rate(on, PAID, first, paid, which="initial") == 0.5
    assert rate(on, PAID, first, paid, which="final") == 0
    # Left out, it is initial
    assert denial_rate(on(remits(PAID, first, paid)), REASONS, JUNE_30).value == 0.5


@pytest.mark.parametrize("frequency", ["1", "7"])
def test_a_first_answer_stays_the_first_whatever_became_of_it(on, frequency):
    first = answer("CO-16:100.00", paid_date="2026-05-10", trace="T1", payer_claim_no="V1")
    taken_back = answer(
        "CO-16:-100.00", charge=-100, claim_status="22", paid_date="2026-06-20", trace="T2", payer_claim_no="V1"
    )
    corrected = answer(
        "CO-45:40.00", paid=60, paid_date="2026-06-20", trace="T2", claim_seq=2, frequency=frequency,
        payer_claim_no="V2",
    )  # fmt: skip
    assert rate(on, PAID, first, taken_back, corrected, which="initial") == 0.5
    assert rate(on, PAID, first, taken_back, corrected, which="final") == 0


def test_a_line_that_a_replacement_adds_is_no_first_answer(on):
    first = answer("CO-45:40.00", paid=60, paid_date="2026-05-10", trace="T1")
    again = answer("CO-45:40.00", paid=60, paid_date="2026-06-20", trace="T2", frequency="7")
    added = answer("CO-16:50.00", charge=50, code="X2", paid_date="2026-06-20", trace="T2", frequency="7", line_no=2)
    assert rate(on, first, again, added, which="initial", count="dollars") == 0
    assert rate(on, first, again, added, which="final", count="dollars") == 50 / 150


@every_kind
def test_as_of_a_past_day_nothing_later_counts(on):
    # denied 3/1, paid 5/1
    rows = answer("CO-16:100.00", paid_date="2026-03-01"), answer("", paid=60, paid_date="2026-05-01", trace="T2")
    assert rate(on, *rows, as_of=date(2026, 3, 31)) == 1
    assert rate(on, *rows, as_of=date(2026, 4, 30)) == 1
    assert rate(on, *rows, as_of=date(2026, 5, 1)) == 0


def test_visits_of_one_account_are_claims_of_their_own(on):
    first = answer("CO-50:150.00", charge=150, paid_date="2026-05-01", payer_claim_no="V1", dos="2026-04-10")
    second = answer("CO-45:40.00", paid=80, paid_date="2026-06-01", payer_claim_no="V2", dos="2026-05-10", trace="T2")
    assert rate(on, first, second) == 0.5
    assert rate(on, first, second, count="dollars") == 150 / 250


def test_a_claim_refused_as_a_whole_with_its_lines_paid_on_paper(on):
    line = answer("", paid=100)
    remainder = answer("CO-16:100.00", level="claim", line_no=0, charge=0, paid=-100)
    assert rate(on, PAID, line, remainder) == 0.5
    assert rate(on, PAID, line, remainder, count="dollars") == 0.5
    # With a priced reason it is none
    assert rate(on, PAID, line, remainder | {"adjustments": "CO-45:100.00"}) == 0


def test_the_measure_names_which_answer_counts(on):
    for which in ("initial", "final"):
        measure = denial_rate(on(remits(PAID)), REASONS, JUNE_30, answer=which)
        assert measure.definition.name == f"Denial rate, {which}"
        assert {part.label: part.value for part in measure.parts}["Answer that counts"] == which
    with pytest.raises(BadArgument, match="initial, final"):
        rate(on, PAID, which="last")
