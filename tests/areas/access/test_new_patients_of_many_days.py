"""The new-patient share at several days is worked out in one pass: each is what the function of that one day says."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from kinds_of_frame import every_kind
from practice_tables import charges

from medoffice_xl.areas.access.new_patient_rate import new_patient_rate, new_patient_rates
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.production.visits_seen import lines_seen, visits_seen, visits_seen_by

FIRST = date(2026, 6, 1)
ENDS = [FIRST + timedelta(days=place) for place in (-3, 0, 1, 2, 4, 7, 100)]
TOLD = ["has_account", "account", "dos", "provider", "new"]
some_day = st.integers(-2, 8).map(lambda place: (FIRST + timedelta(days=place)).isoformat())
served = st.none() | some_day | st.sampled_from(["2023-06-01", "2023-06-03", "2020-01-02"])
charged_rows = st.lists(
    st.fixed_dictionaries({
        "claim_id": st.sampled_from(["a", "b", "P"]), "patient_acct": st.sampled_from(["P", "Q", "R", ""]),
        "provider": st.sampled_from(["Able", "Best"]), "dos": served, "post_date": st.none() | some_day,
        "charge": st.sampled_from([50, 50, 50, -50, 0]),
    }),
    min_size=1, max_size=14,
)  # fmt: skip


def alone(charged, day, window):
    try:
        return new_patient_rate(charged, days_up_to(day, window), day).value
    except NoData:
        return None


@settings(max_examples=20, deadline=None)
@given(charged_rows, st.sampled_from([1, 3, 400]))
def test_many_days_are_as_each_by_itself(rows, window):
    charged = charges(*rows)
    expected = [alone(charged, day, window) for day in ENDS]
    assert new_patient_rates(charged, ENDS, window, [-10_000] * len(ENDS)) == expected
    for day, found in zip(ENDS, visits_seen_by(lines_seen(charged), ENDS), strict=True):
        assert sorted(found[TOLD].itertuples(index=False)) == sorted(
            visits_seen(charged, day)[TOLD].itertuples(index=False)
        )


@every_kind
def test_a_visit_entered_late_makes_the_one_after_it_no_new_patients(on):
    """June 3 is a new patient's until June 1 is entered on June 5: then that is."""
    charged = on(charges({"claim_id": "a", "patient_acct": "P", "dos": "2026-06-03", "charge": 50},
                         {"claim_id": "b", "patient_acct": "P", "dos": "2026-06-01", "post_date": "2026-06-05",
                          "charge": 50}))  # fmt: skip
    days = [date(2026, 6, 2), date(2026, 6, 4), date(2026, 6, 5)]
    assert new_patient_rates(charged, days, 3, [-10] * 3) == [None, 1.0, 0.0]
    assert new_patient_rates(charged, days, 30, [-100] * 3) == [None, 1.0, 0.5]
