"""Whatever the history: the parts add up, and no receivable is worth more than is owed or less than nothing."""

from datetime import date, timedelta

import pandas as pd
import pytest
from contract_tables import contract, rate, rates, table
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from practice_tables import charges, payments

from medoffice_xl.areas.forecast.cash_forecast import cash_forecast
from medoffice_xl.areas.forecast.experience import experience
from medoffice_xl.areas.forecast.net_realizable import net_realizable, realizable_by_payer
from medoffice_xl.areas.forecast.projection import Rules
from medoffice_xl.areas.receivables.days_in_ar import ar_total
from medoffice_xl.contracts.rulebook import compile_rulebook
from medoffice_xl.contracts.thresholds import Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.tables import PAYERS

pytestmark = pytest.mark.whole

AS_OF = date(2026, 6, 18)
RULES, JUDGING = Rules.of(Thresholds().on(AS_OF)), Thresholds().on(AS_OF)
BOOK = compile_rulebook(
    {
        "contracts": contract(effective="2020-01-01"),
        "fee_schedules": rates(rate("X1", 100, effective="2020-01-01")),
    }
)
CLASSES = {"Acme Health": "Commercial", "Best": "Medicaid"}
LISTED = table(PAYERS, *({"payer": payer, "payer_class": kind} for payer, kind in CLASSES.items()))
NAMES = ("Acme Health", "Best", "Self-pay")
CLAIMS = {f"c{number}": NAMES[number % 3] for number in range(9)}

cents = st.integers(-20_000, 90_000).map(lambda amount: amount / 100)
days = st.integers(-700, 30).map(lambda back: AS_OF + timedelta(days=back))
billed = st.lists(
    st.builds(
        lambda claim, line, day, charge: {
            "claim_id": claim, "line_id": line, "dos": day, "charge": charge, "payer": CLAIMS[claim], "code": "X1"
        },
        st.sampled_from(sorted(CLAIMS)), st.sampled_from("12"), days, cents,
    ),
    min_size=2,
    max_size=14,
)  # fmt: skip
posted = st.lists(
    st.builds(
        lambda claim, day, amount, kind: {"claim_id": claim, "post_date": day, "amount": amount, "kind": kind},
        st.sampled_from([*sorted(CLAIMS), "unknown"]), days, cents,
        st.sampled_from(["insurance payment", "patient payment", "contractual adjustment", "refund"]),
    ),
    max_size=14,
)  # fmt: skip

quick = settings(phases=[Phase.explicit, Phase.reuse, Phase.generate], max_examples=12)


def seen(charged_rows, paid_rows):
    both = charges(*charged_rows), payments(*paid_rows)
    try:
        of = experience(*both, LISTED, BOOK, AS_OF)
        return both, of, realizable_by_payer(of, RULES, JUDGING).body
    except NoData:
        return both, None, []


@quick
@given(billed, posted)
def test_payers_add_up_to_the_receivables_and_to_their_worth(charged_rows, paid_rows):
    both, of, body = seen(charged_rows, paid_rows)
    if not body:
        return
    *rows, total = body
    assert total[1] == ar_total(*both, AS_OF, "net").value
    for column in (1, 2):
        assert sum(row[column] for row in rows) == total[column]
    assert total[2] == net_realizable(of, RULES).value
    owed = of.owed.sum(axis=2).clip(min=0).sum(axis=1)
    for row in rows:
        place = of.payers.index(row[0])
        assert 0 <= row[2] <= owed[place] + 1
        assert row[3] is None or 0 <= row[3] <= owed[place] + 1


@quick
@given(billed, posted)
def test_expected_is_billed_and_to_come_and_the_order_of_rows_is_nothing(charged_rows, paid_rows):
    both, of, _ = seen(charged_rows, paid_rows)
    if of is None or of.months < 3:
        return
    body = cash_forecast(of, RULES, AS_OF).body
    assert all(row[3] == row[1] + row[2] for row in body)
    turned = [pd.DataFrame(frame[::-1].reset_index(drop=True)) for frame in both]
    again = cash_forecast(experience(*turned, LISTED, BOOK, AS_OF), RULES, AS_OF).body
    assert [row[:4] for row in again] == [row[:4] for row in body]
