"""Whatever the data, the parts add up to the whole, to the cent."""

from datetime import date, timedelta

import narwhals as nw
import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from practice_tables import charges, payments

from medoffice_xl.areas.payers.payer_mix import payer_mix
from medoffice_xl.areas.receivables.ageing import ageing
from medoffice_xl.areas.receivables.days_in_ar import ar_total, days_in_ar
from medoffice_xl.areas.receivables.monthly import monthly, months_up_to
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.activity import charged, collected
from medoffice_xl.ledger.entries import ledger
from medoffice_xl.ledger.period import Period
from medoffice_xl.ledger.rows import fetch_one, within
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.sets.unchanging import unchanging

pytestmark = pytest.mark.whole

AS_OF = date(2026, 6, 30)
LATER = date(2027, 1, 1)
PAYERS = ("Acme", "Best", "Self-pay")
CLAIMS = {f"c{number}": PAYERS[number % 3] for number in range(6)}

cents = st.integers(-50_000, 200_000).map(lambda amount: amount / 100)
days = st.integers(-400, 20).map(lambda back: AS_OF + timedelta(days=back))
charge_rows = st.lists(
    st.builds(
        lambda claim, line, day, charge: {
            "claim_id": claim, "line_id": line, "dos": day, "charge": charge, "payer": CLAIMS[claim]
        },
        st.sampled_from(sorted(CLAIMS)), st.sampled_from("12"), days, cents,
    ),
    min_size=1,
    max_size=12,
)  # fmt: skip
payment_rows = st.lists(
    st.builds(
        lambda claim, line, day, amount, kind, reason: {
            "claim_id": claim, "line_id": line, "post_date": day, "amount": amount, "kind": kind, "reason": reason
        },
        st.sampled_from([*sorted(CLAIMS), "", "unknown"]), st.sampled_from(["", "1", "2"]), days, cents,
        st.sampled_from(["insurance payment", "patient payment", "contractual adjustment", "refund"]),
        st.sampled_from(["", "", "", "CO-24"]),
    ),
    max_size=12,
)  # fmt: skip

# The tables are small as they are: shrinking a failure would cost minutes.
quick = settings(phases=[Phase.explicit, Phase.reuse, Phase.generate])


@quick
@given(charge_rows, payment_rows)
def test_buckets_credits_and_payers_add_up_to_ar(charged_rows, paid_rows):
    both = unchanging(charges(*charged_rows)), unchanging(payments(*paid_rows))
    for top in (0, 1):
        body = _or_zero(lambda top=top: ageing(*both, AS_OF, top).body)
        if not body:  # everything is capitated
            return
        *rows, total = body
        assert total[7] == ar_total(*both, AS_OF, "net").value
        assert sum(total[1:6]) == ar_total(*both, AS_OF, "exclude").value
        for column in range(1, 8):
            assert sum(row[column] for row in rows) == total[column]
        for row in body:
            assert sum(row[1:7]) == row[7]


@quick
@given(charge_rows, payment_rows)
def test_payers_add_up_to_the_practice(charged_rows, paid_rows):
    both = (
        unchanging(charges(*charged_rows)),
        unchanging(payments(*[{**row, "payer": "Acme"} for row in paid_rows])),
    )
    whole = _or_zero(lambda: ar_total(*both, AS_OF).value)
    used = {row["payer"] for row in charged_rows}
    by_payer = {payer: _or_none(lambda payer=payer: ar_total(*both, AS_OF, scope=Scope(payer)).value) for payer in used}
    if by_payer.get("Acme") is None:  # unapplied cash is Acme's, and all of Acme's lines are capitated
        return
    assert sum(value or 0 for value in by_payer.values()) == whole


@quick
@given(charge_rows, payment_rows)
def test_shares_add_up_to_one(charged_rows, paid_rows):
    both = unchanging(charges(*charged_rows)), unchanging(payments(*paid_rows))
    body = _or_zero(lambda: payer_mix(*both, AS_OF, 365, 2).body) or [(None, 0, None, 0, None, None, 0, None, None)]
    *rows, total = body
    for amount, share in ((1, 2), (3, 4), (6, 7)):
        assert sum(row[amount] for row in rows) == (total[amount] if rows else 0)
        if rows and total[amount]:
            assert abs(sum(row[share] for row in rows) - 1) < 1e-9


@quick
@given(charge_rows, payment_rows, st.integers(0, 12), st.integers(0, 12))
def test_a_table_in_two_adds_up(charged_rows, paid_rows, cut, other):
    lines, posted = charges(*charged_rows), payments(*paid_rows)
    first, last = AS_OF - timedelta(days=200), AS_OF
    halves = [lines[:cut], lines[cut:]]
    assert sum(charged(half, first, last).value for half in halves) == charged(lines, first, last).value
    parts = [posted[:other], posted[other:]]
    assert sum(collected(part, first, last).value for part in parts) == collected(posted, first, last).value
    again = pd.concat([lines[cut:], lines[:cut]], ignore_index=True)
    assert _or_zero(lambda: ar_total(again, posted, AS_OF).value) == _or_zero(
        lambda: ar_total(lines, posted, AS_OF).value
    )


@quick
@given(charge_rows, payment_rows, st.sets(st.integers(0, 13), min_size=3, max_size=3))
def test_every_month_owes_the_ar_of_its_end(charged_rows, paid_rows, looked_at):
    both = unchanging(charges(*charged_rows)), unchanging(payments(*paid_rows))
    body = _or_zero(lambda: monthly(*both, AS_OF, 14).body) or []
    of_month = list(zip(body, months_up_to(AS_OF, 14), strict=False))
    for row, month in (of_month[place] for place in sorted(looked_at) if place < len(of_month)):
        assert row[4] == _or_none(lambda month=month: ar_total(*both, month.last).value)
        assert row[5] == pytest.approx(_or_none(lambda month=month: days_in_ar(*both, month.last).value))


@quick
@given(charge_rows, payment_rows, st.integers(-399, 20))
def test_services_before_and_after_a_day_add_up(charged_rows, paid_rows, back):
    entries = ledger(charges(*charged_rows), payments(*paid_rows), LATER)
    day = AS_OF + timedelta(days=back)
    first, last = AS_OF - timedelta(days=401), AS_OF + timedelta(days=30)
    periods = Period(first, day - timedelta(days=1)), Period(day, last), Period(first, last)
    names = ("charge", "money", "refund", "contractual", "amount")
    sums = [
        fetch_one(entries.filter(within("served", period.first, period.last)).select(nw.col(*names).sum()))
        for period in periods
    ]
    assert all(sums[0][name] + sums[1][name] == sums[2][name] for name in names)
    # Whatever belongs to a claim with charges is on some service
    charged = entries.with_columns(known=nw.col("lines").max().over("claim_id")).filter(nw.col("known") > 0)
    assert fetch_one(charged.select(nw.col(*names).sum())) == sums[2]


def _or_zero(compute):
    return _or_none(compute) or 0


def _or_none(compute):
    try:
        return compute()
    except NoData:
        return None
