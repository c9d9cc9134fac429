"""Merging by key: what is new, what changed, what the user added."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from remit_rows import charge, charges, payments

from medoffice_xl.intake.merge import merge
from medoffice_xl.tables import CHARGES, PAYMENTS, empty_frame


def test_counts_and_changes_in_words():
    current = charges(charge("C1", "1", "G0438", 10000), charge("C1", "2", "G2211", 5000))
    incoming = charges(charge("C1", "1", "G0438", 12000), charge("C1", "2", "G2211", 5000), charge("C2", "1", "X1", 1))
    result = merge(CHARGES, current, incoming)
    assert (result.added, result.changed, result.unchanged, result.removed) == (1, 1, 1, 0)
    assert result.changes.values.tolist() == [["charges", "C1 1", "Charge", "$100.00", "$120.00"]]
    assert result.frame["charge"].tolist() == [12000, 5000, 1]


def test_rows_not_in_the_file_and_columns_of_the_user_stay():
    current = charges(charge("C1", "1", "G0438", 10000), charge("C0", "1", "G0438", 7)).assign(my_note=["call", "wait"])
    result = merge(CHARGES, current, charges(charge("C1", "1", "G0438", 9000), charge("C3", "1", "G0438", 1)))
    assert result.frame["my_note"].tolist() == ["call", "wait", ""]
    assert result.frame["charge"].tolist() == [9000, 7, 1]


def test_a_column_the_file_does_not_have_is_not_blanked_out():
    current = charges(charge("C1", "1", "G0438", 1, responsible="Patient"))
    result = merge(CHARGES, current, charges(charge("C1", "1", "G0438", 1)))
    assert result.frame["responsible"].tolist() == ["Patient"]
    assert result.unchanged == 1


def test_a_blank_in_a_column_the_file_has_is_a_change():
    current = charges(charge("C1", "1", "G0438", 1, plan="Gold"), charge("C2", "1", "G0438", 1, plan="Gold"))
    incoming = charges(charge("C1", "1", "G0438", 1), charge("C2", "1", "G0438", 1, plan="Gold"))
    result = merge(CHARGES, current, incoming)
    assert result.changes[["row", "old", "new"]].values.tolist() == [["C1 1", "Gold", ""]]


def test_what_is_stated_anew_loses_what_it_does_not_repeat():
    entry = {"claim_id": "C1", "kind": "insurance payment", "source": "835", "trace": "T1"}
    current = payments(entry | {"line_id": "1", "amount": 5}, entry | {"line_id": "2", "amount": 6})
    result = merge(PAYMENTS, current, current.iloc[[0]], pd.Series([True, True]))
    assert (result.unchanged, result.removed) == (1, 1)
    assert result.frame["amount"].tolist() == [5]


def test_two_rows_of_one_key_are_both_kept():
    twice = charges(charge("C1", "1", "G0438", 1), charge("C1", "1", "G0438", 2))
    assert merge(CHARGES, twice, twice).frame["charge"].tolist() == [1, 2]


rows = st.lists(
    st.tuples(st.sampled_from("ABC"), st.sampled_from("123"), st.integers(-9999, 9999)),
    unique_by=lambda row: row[:2],
)


@given(rows, rows)
def test_merging_again_changes_nothing(first, second):
    def frame(given_rows):
        return charges(*(charge(claim, line, "G0438", cents) for claim, line, cents in given_rows))

    once = merge(CHARGES, merge(CHARGES, empty_frame(CHARGES), frame(first)).frame, frame(second)).frame
    again = merge(CHARGES, once, frame(second))
    pd.testing.assert_frame_equal(again.frame, once)
    assert (again.added, again.changed, again.unchanged) == (0, 0, len(second))
    expected = {row[:2]: row[2] for row in first} | {row[:2]: row[2] for row in second}
    assert int(once["charge"].sum()) == sum(expected.values())
