"""The charge lag at several days is worked out in one pass: each is what the function of that one day says."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kinds_of_frame import every_kind
from practice_tables import charges

from medoffice_xl.areas.receivables.charge_lag import charge_lag, mean_charge_lags
from medoffice_xl.errors import NoData

FIRST = date(2026, 6, 1)
ENDS = [FIRST + timedelta(days=place) for place in (0, 1, 2, 4, 7, 100)]
some_day = st.integers(-2, 8).map(lambda place: (FIRST + timedelta(days=place)).isoformat())
charged_rows = st.lists(
    st.fixed_dictionaries({"claim_id": st.sampled_from("ab"), "dos": st.none() | some_day,
                           "post_date": st.none() | some_day, "charge": st.sampled_from([50, 50, -50])}),
    min_size=1, max_size=10,
)  # fmt: skip


def alone(charged, day, window):
    try:
        return charge_lag(charged, day, window).value
    except NoData:
        return None


@settings(max_examples=20, deadline=None)
@given(charged_rows, st.sampled_from([1, 3, 120]))
def test_many_days_are_as_each_by_itself(rows, window):
    charged = charges(*rows)
    expected = [alone(charged, day, window) for day in ENDS]
    assert mean_charge_lags(charged, ENDS, window) == pytest.approx(expected)


@every_kind
def test_a_void_counts_from_its_day_on(on):
    """Lags of 1 and 5 days; the one of 5 is voided on June 9: 3 days until then, 1 from then on."""
    charged = on(charges({"claim_id": "a", "dos": "2026-06-01", "post_date": "2026-06-02", "charge": 50},
                         {"claim_id": "b", "dos": "2026-06-01", "post_date": "2026-06-06", "charge": 70},
                         {"claim_id": "b", "dos": "2026-06-01", "post_date": "2026-06-09", "charge": -70}))  # fmt: skip
    days = [date(2026, 6, 1), date(2026, 6, 8), date(2026, 6, 9)]
    assert mean_charge_lags(charged, days, 90) == [None, 3.0, 1.0]
