"""What holds for any lines: order does not matter, and nothing is lost on the way."""

import numpy as np
from contract_tables import billed, book, contract, medicare, rate, rates, remit, remits, rvu
from hypothesis import given
from hypothesis import strategies as st

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.exact_amounts import Amounts, half_up
from medoffice_xl.contracts.pricing import price
from medoffice_xl.row_keys import combine

CODES = ["X1001", "X1002", "X1003", "X1004"]
BOOK = book(
    contract(rules="Medicare"),
    rates(*(rate(code, 100.0 + 13.37 * place) for place, code in enumerate(CODES))),
    mpfs=medicare(*(rvu(code, mult="2") for code in CODES)),
)


@given(st.permutations(CODES))
def test_the_order_of_lines_does_not_change_a_price(codes: list[str]) -> None:
    found = price(billed(BOOK, *((code, "", 900.0) for code in codes)), BOOK).cents.tolist()
    # 140.11 in full; half of 126.74, 113.37 and 100.00
    assert dict(zip(codes, found, strict=True)) == {"X1001": 5000, "X1002": 5669, "X1003": 6337, "X1004": 14011}


@given(st.lists(st.tuples(st.sampled_from(CODES), st.integers(0, 20_000)), min_size=1, max_size=12))
def test_the_variance_ties_out(paid: list[tuple[str, int]]) -> None:
    frame = remits(
        [
            remit(claim_id=f"C{place}", claim_seq=place, code=code, charge=250.0, paid=cents / 100, allowed=cents / 100)
            for place, (code, cents) in enumerate(paid, 1)
        ]
    )
    checked = check(frame, BOOK)
    assert checked.allowed.sum() == frame["allowed"].sum()
    assert checked.variance.sum() == checked.allowed.sum() - checked.expected.sum()


@given(st.integers(0, 10**15), st.integers(1, 10**6), st.integers(1, 10**6))
def test_amounts_agree_with_whole_numbers_of_any_size(nanos: int, top: int, bottom: int) -> None:
    amounts = Amounts(np.array([nanos]))
    amounts.multiply(np.array([0]), top, bottom)
    cent = 10_000_000 * bottom
    assert amounts.cents().tolist() == [(2 * nanos * top + cent) // (2 * cent)]


@given(st.lists(st.tuples(st.integers(-9, 9), st.integers(0, 2**61), st.integers(0, 3)), min_size=2, max_size=9))
def test_combined_keys_are_alike_only_where_all_columns_are(rows: list[tuple[int, int, int]]) -> None:
    keys = combine(*(np.array(column) for column in zip(*rows, strict=True))).tolist()
    for one, key in zip(rows, keys, strict=True):
        assert [other == one for other in rows] == [other == key for other in keys]


def test_half_a_cent_rounds_up() -> None:
    assert half_up(np.array([33_155_000_000, 33_154_999_999])).tolist() == [3316, 3315]
