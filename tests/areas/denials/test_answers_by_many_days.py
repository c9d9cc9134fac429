"""Figures of answers at several days are worked out in one pass: each is what the function of that one day says."""

from datetime import date, timedelta

import pytest
from contract_tables import REASONS, book, contract, rate, rates, table
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from practice_tables import charges, remits

from medoffice_xl.areas.denials.causes import causes_of
from medoffice_xl.areas.denials.denial_rate import denial_rate, initial_denial_rates
from medoffice_xl.areas.denials.first_denials import DenialTables
from medoffice_xl.areas.denials.resolution import (
    clean_claim_rate,
    clean_claim_rates,
    first_pass_rate,
    first_pass_rates,
    overturn_rate,
    overturn_rates,
)
from medoffice_xl.areas.receivables.days_to_pay import days_to_pay, mean_days_to_pay
from medoffice_xl.errors import NoData
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables.appeals import APPEALS, DENIAL

BOOK = book(contract(method="fee schedule"), rates(rate("G0438", 60.00)))
CAUSES = causes_of(None, None)
FIRST = date(2026, 6, 1)
ENDS = [FIRST + timedelta(days=place) for place in (0, 1, 4, 8, 100)]
WINDOWS = (1, 3, 120)
"""So short that an answer lies on the first or the last day of a window, just before it and just after it."""

some_day = st.integers(-1, 9).map(lambda place: (FIRST + timedelta(days=place)).isoformat())
claim = st.sampled_from([*"abcdefghi", "0", ""])
ANSWERS = (
    {"charge": 100, "paid": 80, "allowed": 80, "adjustments": "CO-45:20.00"},
    {"charge": 100, "paid": 0, "allowed": 0, "adjustments": "CO-50:100.00"},
    {"charge": 100, "paid": 0, "allowed": 0, "adjustments": "CO-18:100.00"},
    {"charge": 100, "paid": 0, "allowed": 100, "adjustments": "PR-1:100.00", "deductible": 100},
    {"charge": -100, "paid": -80, "allowed": -80, "adjustments": "CO-45:-20.00", "claim_status": "22"},
    {"charge": 100, "paid": 0, "allowed": 0, "adjustments": "CO-16:100.00", "frequency": "7"},
)


line_rows = st.builds(
    lambda answer, **row: {**answer, **row},
    st.sampled_from(ANSWERS), claim_id=claim, payer_claim_no=st.sampled_from(["", "N1", "N2"]), dos=some_day,
    claim_seq=st.integers(1, 2), code=st.sampled_from(["G0438", "G0439"]),
)  # fmt: skip


@st.composite
def answered_rows(draw):
    """Lines of answers; those of one check have its day."""
    checks = [
        {"remittance": str(number), "trace": str(number), "paid_date": draw(st.none() | some_day)}
        for number in range(draw(st.integers(0, 14)))
    ]
    return [{**check, **line} for check in checks for line in draw(st.lists(line_rows, min_size=1, max_size=3))]


charged_rows = st.lists(
    st.fixed_dictionaries({"claim_id": claim, "dos": some_day, "post_date": st.none() | some_day,
                           "submit_date": st.none() | some_day, "charge": st.just(100)}),
    max_size=14,
)  # fmt: skip
step_rows = st.lists(
    st.fixed_dictionaries({"claim_id": claim, "payer": st.just("Acme"), "about": st.just(DENIAL),
                           "status_date": st.none() | some_day,
                           "status": st.sampled_from(["appealed", "recovered", "written off"])}),
    max_size=5,
)  # fmt: skip


def alone(figure, *asked):
    try:
        return figure(*asked).value
    except NoData:
        return None


def agree(answered, charged, steps, window):
    of = DenialTables(answered, charged, BOOK, CAUSES, steps)
    for many, one, given_ in (
        (initial_denial_rates, denial_rate, (answered, REASONS)),
        (first_pass_rates, first_pass_rate, (answered, REASONS)),
        (clean_claim_rates, clean_claim_rate, (answered, REASONS, CAUSES)),
        (overturn_rates, overturn_rate, (of,)),
        (mean_days_to_pay, days_to_pay, (charged, answered, REASONS)),
    ):
        expected = [alone(one, *given_, day, window) for day in ENDS]
        assert many(*given_, ENDS, window) == pytest.approx(expected), many.__name__


@settings(max_examples=6, deadline=None, phases=[Phase.generate])
@given(answered_rows(), charged_rows, step_rows, st.sampled_from(WINDOWS))
def test_many_days_are_as_each_by_itself(answered, charged, steps, window):
    agree(remits(*answered), charges(*charged), table(APPEALS, *steps), window)


def test_a_charge_entered_after_the_claim_was_paid_counts_from_its_day_on():
    """Sent June 3 and paid June 4: 1 day. From June 6 a line of May 31 is known, too: sent May 31, 4 days."""
    charged = charges({"claim_id": "a", "dos": "2026-06-03", "charge": 100},
                      {"claim_id": "a", "line_id": "2", "dos": "2026-05-31", "post_date": "2026-06-06",
                       "submit_date": "2026-05-31", "charge": 50})  # fmt: skip
    answered = remits({"claim_id": "a", "paid_date": "2026-06-04", **ANSWERS[0]})
    days = [date(2026, 6, 3), date(2026, 6, 5), date(2026, 6, 6)]
    assert mean_days_to_pay(charged, answered, REASONS, days, 30) == [None, 1.0, 4.0]


def test_tables_that_nobody_changes_answer_the_same_again_for_other_days():
    rows = [{"claim_id": "a", "paid_date": "2026-06-04", **ANSWERS[1]},
            {"claim_id": "b", "paid_date": "2026-06-04", **ANSWERS[0]},
            {"claim_id": "b", "paid_date": "2026-06-08", "remittance": "2", **ANSWERS[4]}]  # fmt: skip
    answered = unchanging(remits(*rows))
    for days in (ENDS, ENDS[2:5], ENDS):
        for window in WINDOWS:
            expected = [alone(denial_rate, answered, REASONS, day, window) for day in days]
            assert initial_denial_rates(answered, REASONS, days, window) == expected
