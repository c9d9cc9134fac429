"""How long things take: days to pay and charge lag, exact at mean, median and 90th percentile."""

from datetime import date, timedelta

import pytest
from contract_tables import REASONS
from kinds_of_frame import every_kind
from practice_tables import charges, remits

from medoffice_xl.areas.receivables.charge_lag import charge_lag
from medoffice_xl.areas.receivables.days_to_pay import days_to_pay
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.spread import Spread, Statistic

JUNE_30 = date(2026, 6, 30)


def claim(name, **more):
    return {"claim_id": name, "dos": "2026-05-01", "post_date": "2026-05-03", "charge": 100, **more}


def paid(name, day, **more):
    return {"claim_id": name, "paid_date": day, "charge": 100, "paid": 60, **more}


def waited(on, lines, answers, statistic="mean", **more):
    return days_to_pay(on(charges(*lines)), on(remits(*answers)), REASONS, JUNE_30, 90, statistic, **more)


TEN_CLAIMS = [claim(f"c{days}", submit_date="2026-05-04") for days in range(11, 21)]
TEN_ANSWERS = [paid(f"c{days}", date(2026, 5, 4) + timedelta(days=days)) for days in range(11, 21)]


@pytest.mark.parametrize(("statistic", "days"), [("mean", 15.5), ("median", 15.5), ("P90", 19.1)])
@every_kind
def test_statistics_of_eleven_to_twenty_days(on, statistic, days):
    # 90th percentile of 11..20, linear: 11 + 0.9 × 9 = 19.1
    measure = waited(on, TEN_CLAIMS, TEN_ANSWERS, statistic)
    assert measure.value == pytest.approx(days)
    assert measure.rows_used == 10


@every_kind
def test_clock_starts_at_submission_or_else_at_entry(on):
    lines = claim("sent", submit_date="2026-05-05"), claim("unsent")
    assert waited(on, lines, [paid("sent", "2026-05-25")]).value == 20
    assert waited(on, lines, [paid("unsent", "2026-05-25")]).value == 22


def test_the_first_payment_counts(on):
    answers = paid("a", "2026-05-13"), paid("a", "2026-06-13", claim_status="2"), paid("a", "2026-05-13", line_no=2)
    measure = waited(on, [claim("a"), claim("a", line_id="2")], answers)
    assert (measure.value, measure.rows_used) == (10, 1)


@every_kind
def test_a_reversed_payment_does_not_count_its_correction_does(on):
    answers = (
        paid("a", "2026-05-13"),
        paid("a", "2026-06-02", claim_status="22", paid=-60, charge=-100),
        paid("a", "2026-06-02", claim_seq=2, paid=75),
        paid("gone", "2026-05-13"),
        paid("gone", "2026-06-02", claim_status="22", paid=-60, charge=-100),
    )
    measure = waited(on, [claim("a"), claim("gone")], answers)
    assert (measure.value, measure.rows_used) == (30, 1)


def test_claims_paid_nothing_wait_on(on):
    answers = paid("a", "2026-05-13", paid=0), paid("b", "2026-05-23")
    assert waited(on, [claim("a"), claim("b")], answers).value == 20


def test_what_cannot_be_measured_is_left_out_and_said(on):
    lines = claim("good"), claim("early", submit_date="2026-06-20"), claim("undated", post_date=None)
    answers = [paid(name, "2026-05-13") for name in ("good", "early", "undated", "unknown")]
    measure = waited(on, lines, answers)
    assert measure.value == 10
    assert {left.reason.split(":")[0]: left.rows for left in measure.left_out} == {
        "paid claims that are not in the charges": 1,
        "claims with no day of submission or entry": 1,
        "claims paid before they were sent": 1,
    }


def test_only_claims_paid_in_the_window(on):
    with pytest.raises(NoData, match="No claim of the charges was paid"):
        waited(on, [claim("a")], [paid("a", "2026-07-01")])
    with pytest.raises(NoData):
        waited(on, [claim("a")], [])


def test_one_payer(on):
    lines = claim("a"), claim("b", payer="Best")
    answers = paid("a", "2026-05-13"), paid("b", "2026-06-02", payer="BEST HEALTH")
    assert waited(on, lines, answers, scope=Scope("Best")).value == 30


def lag(on, *lines, statistic="mean", **more):
    return charge_lag(on(charges(*lines)), JUNE_30, 90, statistic, **more)


@pytest.mark.parametrize(("statistic", "days"), [("mean", 4), ("median", 2), ("p90", 8.4)])
@every_kind
def test_charge_lag(on, statistic, days):
    # lags 0, 2, 10: mean 4, median 2, p90 2 + 0.8 × 8 = 8.4
    lines = [claim(str(days), dos="2026-06-01", post_date=date(2026, 6, 1 + days)) for days in (0, 2, 10)]
    assert lag(on, *lines, statistic=statistic).value == pytest.approx(days)


def test_negative_lag_is_an_error_left_out_and_said(on):
    lines = claim("good"), claim("bad", dos="2026-05-04", charge=70), claim("unposted", post_date=None, charge=5)
    measure = lag(on, *lines)
    assert measure.value == 2
    assert [(left.rows, left.amount) for left in measure.left_out] == [(1, 7_000), (1, 500)]


@every_kind
def test_lag_of_one_provider_in_the_window(on):
    lines = (
        claim("a", provider="Lee"),
        claim("b", provider="Roe", post_date="2026-05-11"),
        claim("c", post_date="2026-07-01"),
    )
    assert lag(on, *lines, scope=Scope(provider="roe")).value == 10
    with pytest.raises(NoData, match="provider Nobody"):
        lag(on, *lines, scope=Scope(provider="Nobody"))


def test_unknown_statistic():
    with pytest.raises(BadArgument, match="mean, median, p90"):
        charge_lag(charges(claim("a")), JUNE_30, statistic="mode")


def test_spread_of_one():
    assert {Spread({7: 1}).of(statistic) for statistic in Statistic} == {7}


@every_kind
def test_a_voided_charge_has_no_lag(on):
    lines = (
        claim("a", line_id="1", dos="2026-05-01", post_date="2026-05-03"),  # 2 days
        claim("b", line_id="1", dos="2026-05-01", post_date="2026-05-11", charge=16, code="X1"),
        claim("b", line_id="2", dos="2026-05-01", post_date="2026-05-21", charge=-16, code="X1"),
        claim("b", line_id="3", dos="2026-05-01", post_date="2026-05-21", charge=18, code="X1"),  # 20 days
    )
    measure = lag(on, *lines)
    assert (measure.value, measure.rows_used) == (11, 2)


@every_kind
def test_as_of_a_past_day_a_payment_taken_back_later_was_a_payment(on):
    # paid 3/4, taken back 5/1: 30 days from 2/2 to 3/4
    lines = [claim("a", dos="2026-02-01", post_date="2026-02-02")]
    answers = paid("a", "2026-03-04"), paid("a", "2026-05-01", paid=-60, charge=-100, claim_status="22")
    both = on(charges(*lines)), on(remits(*answers))
    assert days_to_pay(*both, REASONS, date(2026, 3, 31)).value == 30
    with pytest.raises(NoData):
        days_to_pay(*both, REASONS, date(2026, 5, 1))


@every_kind
def test_visits_that_share_a_patients_account_number_are_claims_of_their_own(on):
    # 5/1, sent 5/4 and paid 5/14: 10 days; 6/1, sent 6/4 and paid 6/24: 20 days
    lines = (
        claim("acct", line_id="1", submit_date="2026-05-04", code="X1"),
        claim("acct", line_id="2", dos="2026-06-01", post_date="2026-06-02", submit_date="2026-06-04", code="X2"),
    )
    answers = (
        paid("acct", "2026-05-14", dos="2026-05-01", code="X1", line_control="1", payer_claim_no="P1"),
        paid("acct", "2026-06-24", dos="2026-06-01", code="X2", line_control="1", payer_claim_no="P2"),
    )
    measure = waited(on, lines, answers)
    assert (measure.value, measure.rows_used) == (15, 2)


@every_kind
def test_answers_under_the_number_nobody_knows_are_as_many_claims_as_the_payer_numbers(on):
    answers = paid("a", "2026-05-13"), *(paid("0", "2026-05-13", payer_claim_no=number) for number in ("P1", "P2"))
    measure = waited(on, [claim("a")], answers)
    assert [(left.reason, left.rows) for left in measure.left_out] == [("paid claims that are not in the charges", 2)]
