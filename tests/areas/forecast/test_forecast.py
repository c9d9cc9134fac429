"""The forecast on practices whose payments follow a known pattern: what is to come is arithmetic."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest
from contract_tables import contract, rate, rates, table
from kinds_of_frame import every_kind
from practice_frames import frame
from practice_tables import charges, payments

from medoffice_xl.area import figure
from medoffice_xl.areas.budget.alert_states import Rule
from medoffice_xl.areas.forecast.back_test import BackTest, back_test, errors, interval
from medoffice_xl.areas.forecast.bank_ahead import bank_ahead
from medoffice_xl.areas.forecast.cash_forecast import cash_forecast
from medoffice_xl.areas.forecast.experience import experience
from medoffice_xl.areas.forecast.forecast_error import forecast_error
from medoffice_xl.areas.forecast.net_realizable import PARTED, net_realizable, realizable_by_payer
from medoffice_xl.areas.forecast.payment_pattern import payment_pattern
from medoffice_xl.areas.forecast.planned_cash import planned_cash
from medoffice_xl.areas.forecast.projection import Rules
from medoffice_xl.areas.receivables.days_in_ar import ar_total
from medoffice_xl.contracts.rulebook import compile_rulebook
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.period import Period
from medoffice_xl.sets import Tables
from medoffice_xl.tables import ACCOUNTS, BUDGET_AMOUNTS, BUDGET_VISITS, CASH, CLOSED_MONTHS, COSTS, LEDGER, PAYERS

LAST = date(2026, 6, 30)
RULES = Rules.of(Thresholds().on(LAST))
SIGNED = contract(effective="2020-01-01", termination=None)
AGREED = rates(*(rate("X1", 100, effective="2020-01-01", payer=payer) for payer in ("Acme Health", "Birch", "Slow")))
BOOK = compile_rulebook({"contracts": SIGNED, "fee_schedules": AGREED})
LISTED = table(PAYERS, {"payer": "Acme Health", "payer_class": "Commercial"})


def month(number, day=10):
    """The day of the month so many months before the last."""
    place = 2026 * 12 + 5 - number
    year, of = divmod(place, 12)
    return f"{year}-{of + 1:02d}-{min(day, monthrange(year, of + 1)[1]):02d}"


def practice(months, pays=(50, 30, 10), charged=200, adjusts=True, payer="Acme Health"):
    """A claim a month, charged 200, allowed 100, of which 50 come in the month, 30 in the next, 10 in the one after."""
    billed, posted = [], []
    for back in range(months):
        claim = f"{payer} {back}"
        billed.append({"claim_id": claim, "dos": month(back), "charge": charged, "code": "X1", "payer": payer})
        for lag, amount in enumerate(pays):
            if back - lag >= 0:
                posted.append({"claim_id": claim, "post_date": month(back - lag, 20), "amount": amount, "payer": payer})
        if adjusts:
            posted.append(
                {"claim_id": claim, "post_date": month(back, 20), "amount": 100, "kind": "contractual adjustment"}
            )
    return charges(*billed), payments(*posted)


def seen(both, day=LAST, listed=LISTED, book=BOOK):
    return experience(*both, listed, book, day)


def body(of, rules=RULES, day=LAST):
    return cash_forecast(of, rules, day).body


def test_payments_that_follow_a_pattern_are_forecast_to_the_cent():
    # June's claim brings 30 in July and 10 in August, May's 10 in July; services to come bring 50, 80 and 90
    rows = body(seen(practice(20)))
    assert [row[0] for row in rows] == [date(2026, 7, 1), date(2026, 8, 1), date(2026, 9, 1)]
    assert [row[1] for row in rows] == [4_000, 1_000, 0]
    assert [row[2] for row in rows] == [5_000, 8_000, 9_000]
    assert [row[3] for row in rows] == [9_000, 9_000, 9_000]
    assert [row[6] for row in rows] == [9_000] * 3


@every_kind
def test_every_frame(on):
    billed, posted = practice(20)
    assert body(seen((on(billed), on(posted)))) == body(seen((billed, posted)))


def test_a_young_month_follows_from_its_contracts():
    # 10 of 90 in the month: grows 9 times. June's claim has brought nothing yet and is expected all the same.
    billed, posted = practice(20, pays=(10, 70, 10))
    late = posted[posted["post_date"] < pd.Timestamp(2026, 6, 1)]
    june = posted[(posted["post_date"] >= pd.Timestamp(2026, 6, 1)) & (posted["claim_id"] != "Acme Health 0")]
    rows = body(seen((billed, pd.concat([late, june], ignore_index=True))))
    # the newest step of month 0 counts June's nothing not: no row has a lag after it
    assert rows[0][1] == 7_000 + 1_000
    assert rows[1][1] == 1_000


def test_a_payer_who_never_pays_at_once_is_forecast_from_its_contracts():
    # nothing for two months, then 90: June's claim in August, May's in July, July's own in September
    rows = body(seen(practice(20, pays=(0, 0, 90))))
    assert [row[1] for row in rows] == [9_000, 9_000, 0]
    assert [row[2] for row in rows] == [0, 0, 9_000]


def test_what_is_owed_and_what_it_is_worth():
    of = seen(practice(24))
    found = net_realizable(of, RULES)
    # June is owed 50 and brings 40; May 20, brings 10; the 22 others are owed 10 and bring nothing
    assert found.value == 5_000
    assert found.parts[0].value == 5_000 + 2_000 + 22_000
    assert found.parts[0].value == ar_total(*practice(24), LAST, "net").value
    # what was collected of such balances: 40 of 50 in the month, 10 of 20 in the next
    assert net_realizable(of, RULES, method="hindsight").value == 5_000
    assert net_realizable(of, RULES, "acme health").value == 5_000
    with pytest.raises(BadArgument, match="Acme Health"):
        net_realizable(of, RULES, "Nobody")


def test_hindsight_begins_at_eighteen_months():
    # the first service is 18 months before the newest full month, or 17
    assert net_realizable(seen(practice(19)), RULES, method="hindsight").value == 5_000
    with pytest.raises(NoData, match="18 months"):
        net_realizable(seen(practice(18)), RULES, method="hindsight")


def test_worth_is_never_more_than_is_owed_nor_less_than_nothing():
    billed, posted = practice(20)
    # May's rest was written off: nothing more can come of it; April was overpaid
    gone = payments(
        {"claim_id": "Acme Health 1", "post_date": month(0, 25), "amount": 20, "kind": "other adjustment"},
        {"claim_id": "Acme Health 2", "post_date": month(0, 25), "amount": 50},
    )
    found = net_realizable(seen((billed, pd.concat([posted, gone], ignore_index=True))), RULES)
    assert found.value <= 5_000
    assert found.value >= 0


def test_by_payer_adds_up_and_marks_where_the_methods_part():
    one, other = practice(24), practice(24, pays=(20, 20, 20), payer="Birch")
    both = tuple(pd.concat(pair, ignore_index=True) for pair in zip(one, other, strict=True))
    of = seen(both)
    rows = realizable_by_payer(of, RULES, Thresholds().on(LAST)).body
    *payers, total = rows
    assert [row[0] for row in rows] == ["Birch", "Acme Health", "Total"]
    for column in (1, 2, 3):
        assert sum(row[column] for row in payers) == total[column]
    assert total[1] == ar_total(*both, LAST, "net").value
    assert total[2] == net_realizable(of, RULES).value


@pytest.mark.parametrize(("hindsight", "said"), [(1_050, ""), (1_051, "part"), (950, ""), (949, "part"), (1_000, "")])
def test_more_than_five_percent_apart_is_said(hindsight, said):
    from medoffice_xl.areas.forecast.net_realizable import _row

    assert said in _row("Acme", 2_000, 1_000, hindsight, float(PARTED.exact))[-1]
    assert bool(_row("Acme", 2_000, 1_000, hindsight, float(PARTED.exact))[-1]) is bool(said)


def test_two_years_of_history_have_a_pattern_of_their_own():
    fast, slow = practice(24, pays=(90,)), practice(24, pays=(0, 0, 90), payer="Slow")
    both = tuple(pd.concat(pair, ignore_index=True) for pair in zip(fast, slow, strict=True))
    classes = {"Acme Health": "Commercial", "Slow": "Medicaid"}
    listed = table(PAYERS, *({"payer": payer, "payer_class": kind} for payer, kind in classes.items()))
    rows = {row[0]: row for row in payment_pattern(seen(both, listed=listed), RULES).body}
    assert rows["Commercial"][1:4] == (1.0, 1.0, 1.0)
    assert rows["Medicaid"][1:4] == (0.0, 0.0, 1.0)
    assert {row[-1] for row in rows.values()} == {"its own"}
    shorter = practice(23, pays=(90,))
    assert payment_pattern(seen(shorter), RULES).body[0][-1] == "all payers'"


def test_nothing_that_came_later_counts():
    billed, posted = practice(24)
    day = date(2026, 3, 31)
    known = billed[billed["post_date"] <= pd.Timestamp(day)], posted[posted["post_date"] <= pd.Timestamp(day)]
    assert body(seen((billed, posted), day), day=day) == body(seen(known, day), day=day)


def test_a_month_under_way_is_forecast_from_the_month_before():
    both = practice(24)
    early = cash_forecast(seen(both, date(2026, 6, 29)), RULES, date(2026, 6, 29))
    assert early.body[0][0] == date(2026, 6, 1)
    assert any("under way" in note for note in early.notes)
    # June's service counts in what the A/R is worth: 90 expected, 50 paid; May's and June's rest as before
    assert net_realizable(seen(both, date(2026, 6, 29)), RULES).value == pytest.approx(5_000, abs=1)


def test_too_short_a_history():
    assert len(body(seen(practice(3)))) == 3
    with pytest.raises(NoData, match="3 full months"):
        cash_forecast(seen(practice(2)), RULES, LAST)
    with pytest.raises(NoData, match="had ended"):
        seen(practice(1), date(2026, 6, 29))


# ------------------------------------------------------------------------------------------------- how good it was


def test_an_interval_takes_nine_past_errors():
    assert interval(np.arange(1.0, 9.0)) is None
    assert interval(np.arange(1.0, 10.0)) == (1.0, 9.0)
    # 19 values: places 2 and 18 of (n + 1) × 10% and 90%
    assert interval(np.arange(1.0, 20.0)) == (2.0, 18.0)


def past(actual, forecast, plain):
    rows = [np.array([[each, 0.0, 0.0] for each in values]) for values in (actual, forecast, plain)]
    return BackTest(tuple(range(len(actual))), *rows)


def test_errors_as_in_the_worked_case():
    found = errors(past([100, 120, 90], [95, 130, 99], [100, 100, 100]))
    # |100 − 95| + |120 − 130| + |90 − 99| = 24 of 310: 7.74%; 324 − 310 = 14: 4.52% too much
    assert (round(found.wape, 4), round(found.bias, 4)) == (0.0774, 0.0452)
    assert found.wape == pytest.approx(24 / 310)
    assert found.bias == pytest.approx(14 / 310)
    assert found.plain_wape == pytest.approx(30 / 310)
    assert found.coverage is None


def test_coverage_leaves_each_out_of_its_own_interval():
    # ten ratios 1 to 10: each within the others' span but the least and the greatest
    found = errors(past(range(1, 11), [1] * 10, [1] * 10))
    assert found.coverage == pytest.approx(0.8)


def test_perfect_payers_leave_no_error_and_the_plain_mean_is_as_good():
    of = seen(practice(24))
    test = back_test(of, RULES)
    assert len(test.origins) >= 9
    found = forecast_error(of, RULES)
    assert found.value == pytest.approx(0, abs=1e-9)
    low, expected, high = body(of)[0][4], body(of)[0][3], body(of)[0][5]
    assert (low, high) == (expected, expected)
    for kind in ("bias", "coverage", "plain"):
        forecast_error(of, RULES, kind)
    with pytest.raises(BadArgument, match="WAPE"):
        forecast_error(of, RULES, "mean")


@pytest.mark.parametrize(("months", "origins", "intervals"), [(14, 11, 3), (13, 10, 2), (24, 12, 3), (4, 1, 0)])
def test_as_many_month_ends_as_there_are(months, origins, intervals):
    of = seen(practice(months))
    test = back_test(of, RULES)
    assert len(test.origins) == origins
    assert sum(interval(test.ratios(ahead)) is not None for ahead in (1, 2, 3)) == intervals


def test_forecasts_of_the_past_know_nothing_of_later():
    billed, posted = practice(24)
    whole = back_test(seen((billed, posted)), RULES)
    day = date(2025, 12, 31)
    known = billed[billed["post_date"] <= pd.Timestamp(day)], posted[posted["post_date"] <= pd.Timestamp(day)]
    then = cash_forecast(seen(known, day), RULES, day)
    place = whole.origins.index(seen(known, day).newest)
    assert [row[3] for row in then.body] == [round(each) for each in whole.forecast[place]]


def test_a_plain_mean_that_was_nearer_is_said():
    # what is paid jumps to and fro: 90 in the month, then nothing, while its charges stay
    billed, posted = practice(24, pays=(90,))
    swing = np.where(np.arange(len(posted)) % 4 < 2, 3, 1)
    money = posted["kind"] == "insurance payment"
    posted.loc[money, "amount"] = posted.loc[money, "amount"] * swing[money.to_numpy()]
    of = seen((billed, posted))
    found = errors(back_test(of, RULES))
    said = any("plain mean" in note for note in cash_forecast(of, RULES, LAST).notes)
    assert said is (found.plain_wape < found.wape)


# -------------------------------------------------------------------------------------------------------- the bank


def books(balance, floor, day="2026-06-30", **more):
    billed, posted = practice(24)
    spent = ({"month": month(back), "account": "x", "amount": 100, "behaviour": "fixed"} for back in range(13))
    at_bank = {"month": day, "bank_account": "Operating", "balance": balance, "floor": floor}
    return Tables.of(
        {
            "charges": billed, "payments": posted, "payers": LISTED, "costs": frame(COSTS, *spent),
            "cash": frame(CASH, at_bank), "contracts": SIGNED, "fee_schedules": AGREED, **more,
        }
    )  # fmt: skip


def bank(balance, floor, day="2026-06-30"):
    return bank_ahead(books(balance, floor, day), LAST).body


JUNE = Period(date(2026, 6, 1), LAST)


@pytest.mark.parametrize(("floor", "short"), [(970, 0), (970.01, 1), (980, 1_000), (1_200, 23_000)])
def test_how_short_of_its_floor_cash_will_be(floor, short):
    assert figure("cash_short")(books(1_000, floor), JUNE).value == short


def test_without_a_floor_nothing_falls_short():
    with pytest.raises(NoData, match="no floor"):
        figure("cash_short")(books(1_000, None), JUNE)


@pytest.mark.parametrize(("floor", "rule"), [(970, Rule.NONE), (970.01, Rule.CASH)])
def test_a_budget_suffers_where_cash_is_forecast_below_its_floor(floor, rule):
    as_planned = [{"month": "2026-06-01", "account": "Income", "amount": 90}]
    of = books(
        1_000,
        floor,
        accounts=frame(ACCOUNTS, {"account": "Income", "kind": "income"}),
        ledger=frame(LEDGER, *as_planned),
        budget_amounts=frame(BUDGET_AMOUNTS, *as_planned),
        closed_months=frame(CLOSED_MONTHS, {"month": "2026-06-01"}),
    )
    found = figure("budget_alert")(figure("budget_books")(of, LAST), of, 1, Thresholds().newest)
    assert found.standing.rule is rule
    assert not any("Cash is not forecast" in said for said in found.unknown)


@pytest.mark.parametrize(("floor", "said"), [(970, "above"), (970.01, "below"), (None, "")])
def test_the_bank_at_its_floor_and_a_cent_below(floor, said):
    # 90 come and 100 go a month: 1,000, 990, 980, 970
    rows = bank(1_000, floor)
    assert [row[3] for row in rows] == [99_000, 98_000, 97_000]
    assert rows[-1][-1].startswith(said)
    assert bool(rows[-1][-1]) is bool(said)


def test_a_balance_of_an_earlier_month_does_not_do():
    with pytest.raises(NoData, match="June 2026"):
        bank(1_000, 0, day="2026-05-31")


def by_plan(*rows):
    billed, posted = practice(20)
    visits = table(BUDGET_VISITS, *({"payer": "Acme Health", "allowed": 100, **row} for row in rows))
    return planned_cash(
        Tables.of({"charges": billed, "payments": posted, "payers": LISTED, "contracts": SIGNED,
                   "fee_schedules": AGREED, "budget_visits": visits}), LAST,
    )  # fmt: skip


def coming(found):
    return [row[2] for row in found.body]


def test_planned_visits_bring_what_their_payer_pays_as_fast_as_it_pays():
    # 90.00 of 100.00 comes in: 50 in the month, 30 in the next, 10 in the one after
    found = by_plan({"month": "2026-07-01", "visits": 2}, {"month": "2026-08-01", "visits": 1},
                    {"month": "2026-09-30", "visits": 0})  # fmt: skip
    assert coming(found) == pytest.approx([10_000, 6_000 + 5_000, 2_000 + 3_000], abs=1)
    assert [row[1] for row in found.body] == [4_000, 1_000, 0]  # what was billed is as before
    assert found.notes[0].startswith("Services to come are those of Budget visits")


def test_a_month_nobody_planned_is_as_of_late_and_told():
    found = by_plan({"month": "2026-07-01", "visits": 2})
    # of late: a visit a month
    assert coming(found) == pytest.approx([10_000, 6_000 + 5_000, 2_000 + 3_000 + 5_000], abs=1)
    assert "no rows for August 2026, September 2026" in found.notes[1]


def test_as_many_visits_as_of_late_are_the_forecast_of_late():
    every = [{"month": date(2026, month, 1).isoformat(), "visits": 1} for month in (7, 8, 9)]
    assert coming(by_plan(*every)) == pytest.approx([5_000, 8_000, 9_000], abs=1)


def test_a_payer_without_history_pays_as_others_do():
    assert coming(by_plan({"month": "2026-07-01", "visits": 1, "payer": "New one"}))[0] == pytest.approx(5_000, abs=1)


# ------------------------------------------------------------------------------ the small triangle, from books to cash

# Cumulative by lag: 4,000 9,000 10,800 11,400 / 4,200 9,300 11,250 / 3,800 8,700 / 4,100; as what came in each month
SMALL = ((4_000, 5_000, 1_800, 600), (4_200, 5_100, 1_950), (3_800, 4_900), (4_100,))


def small(allowed=()):
    """The books of the small triangle, a claim a month; `allowed` is what the contracts pay for each month's claim."""
    billed, posted = [], []
    for place, paid in enumerate(SMALL):
        back, code = 3 - place, f"S{place}"
        billed.append({"claim_id": code, "dos": month(back), "charge": 20_000, "code": code, "payer": "Acme Health"})
        posted += [
            {"claim_id": code, "post_date": month(back - lag, 20), "amount": amount, "payer": "Acme Health"}
            for lag, amount in enumerate(paid)
        ]
    agreed = rates(
        *(rate(f"S{n}", each, effective="2020-01-01", payer="Acme Health") for n, each in enumerate(allowed))
    )
    book = compile_rulebook({"contracts": SIGNED, "fee_schedules": agreed} if allowed else {})
    return seen((charges(*billed), payments(*posted)), book=book)


def test_the_next_months_of_the_small_triangle():
    """11,250 grows to 11,875.00; 8,700 to 10,482.79 and 11,065.16; 4,100 to 9,225.00, 11,115.37 and 11,732.89:
    625.00 + 1,782.79 + 5,125.00 = 7,532.79; 582.38 + 1,890.37 = 2,472.75; 617.52. In all 10,623.05. No month is young
    where only those that grow more than 3 times are: the newest grows 2.86 times."""
    by_chain_ladder = replace(RULES, young=3)
    assert [row[1] for row in body(small(), by_chain_ladder)] == [753_279, 247_275, 61_752]
    assert net_realizable(small(), by_chain_ladder).value == 1_062_305


def test_the_young_month_of_the_small_triangle():
    """Its CDF of 2.86168 is above 2: 11,600 × (1 − 1 ÷ 2.86168) = 7,546.44, and 625.00 + 2,365.16 + 7,546.44 =
    10,536.60. The older months come to what their contracts allow, so that the net rate is 1."""
    of = small(allowed=(11_400, 11_875, 11_065.16, 11_600))
    assert net_realizable(of, RULES).value == 1_053_660
