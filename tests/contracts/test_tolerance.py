"""When a difference counts: at the contract's tolerance, or at the practice's own where the contract has none."""

from typing import Any

import pandas as pd
import pytest
from contract_tables import book, contract, moved, rate, rates, remit, remits

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.line_class import FINDING_WORDS, Finding
from medoffice_xl.contracts.tolerance import DOLLARS, PERCENT


def found(
    allowed: float, thresholds: pd.DataFrame | None = None, *, paid_date: str = "2025-06-20", **terms: Any
) -> str:
    """What is found where 100.00 is agreed."""
    of = book(contract(**terms), rates(rate("X1001", 100.0)), thresholds=thresholds)
    line = remit(charge=400.0, paid=allowed, allowed=allowed, paid_date=paid_date)
    return FINDING_WORDS[Finding(int(check(remits([line]), of).finding[0]))]


@pytest.mark.parametrize(
    ("allowed", "words"),
    [(100.0, "as contracted"), (99.99, "underpaid"), (100.01, "overpaid")],
)
def test_one_cent_counts_where_nobody_said_otherwise(allowed: float, words: str) -> None:
    assert found(allowed) == words


@pytest.mark.parametrize(
    ("allowed", "words"),
    # The contract's $1.00 and 1% of 100.00, both reached at 1.00
    [(99.01, "as contracted"), (99.00, "underpaid"), (100.99, "as contracted"), (101.00, "overpaid")],
)
def test_a_difference_counts_from_the_contracts_tolerance_on(allowed: float, words: str) -> None:
    assert found(allowed, tolerance=1.0, tolerance_percent=0.01) == words


@pytest.mark.parametrize(("allowed", "words"), [(98.01, "as contracted"), (98.00, "underpaid")])
@pytest.mark.parametrize("thresholds", [moved(DOLLARS, 2.0), moved(PERCENT, 0.02)])
def test_the_practices_own_tolerance_stands_in(allowed: float, words: str, thresholds: pd.DataFrame) -> None:
    assert found(allowed, thresholds) == words


def test_a_contract_that_says_its_tolerance_is_judged_by_it() -> None:
    assert found(99.0, moved(DOLLARS, 2.0), tolerance=1.0) == "underpaid"
    assert found(99.0, moved(DOLLARS, 2.0), tolerance=0.0) == "underpaid"
    assert found(99.0, moved(PERCENT, 0.02), tolerance_percent=0.0) == "underpaid"


@pytest.mark.parametrize(("paid_date", "words"), [("2025-06-30", "underpaid"), ("2025-07-01", "as contracted")])
def test_a_tolerance_holds_for_answers_from_its_day_on(paid_date: str, words: str) -> None:
    assert found(99.0, moved(DOLLARS, 2.0, "2025-07-01"), paid_date=paid_date) == words
