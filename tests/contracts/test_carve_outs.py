"""Rows of Contracts for some codes or places only, and rates of a day."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from contract_tables import billed, book, contract, rate, rates

from medoffice_xl.contracts.lines import Lines
from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.status import Status


def of_charges(percent: float, **fields: Any) -> pd.DataFrame:
    return contract(method="% of charges", percent=percent, **fields)


def paid(of: Rulebook, lines: Lines) -> list[float | None]:
    found = price(lines, of)
    known = found.status == Status.PRICED
    return [cents / 100 if one else None for cents, one in zip(found.cents.tolist(), known.tolist(), strict=True)]


WHOLE = of_charges(0.10)
TELEHEALTH = of_charges(0.20, places="2; 10")
DRUGS = of_charges(0.30, codes="J0000-J9999")
DRUGS_AT_HOME = of_charges(0.40, codes="J0000-J9999", places="12, 10")
GOLD = of_charges(0.50, codes="J0000-J9999", plan="Gold")


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("code", "pos", "share"),
    [
        ("X1001", "11", 0.10),
        ("X1001", "02", 0.20),
        ("X1001", "10", 0.20),
        ("J1100", "11", 0.30),
        ("J1100", "02", 0.30),
        ("J1100", "10", 0.40),
        ("J1100", "12", 0.40),
    ],
)
def test_the_closest_row_wins_in_whatever_order_they_stand(code: str, pos: str, share: float, turned: bool) -> None:
    rows = [WHOLE, TELEHEALTH, DRUGS, DRUGS_AT_HOME]
    of = book(pd.concat(rows[::-1] if turned else rows, ignore_index=True))
    assert of.problems == ()
    assert paid(of, billed(of, (code, "", 100.0), pos=pos)) == [100 * share]


@pytest.mark.parametrize("turned", [False, True])
def test_a_plans_own_carve_out_comes_before_every_plans(turned: bool) -> None:
    rows = [WHOLE, GOLD, DRUGS]
    of = book(pd.concat(rows[::-1] if turned else rows, ignore_index=True))
    line = billed(of, ("J1100", "", 100.0))
    line.plan[:] = of.plans.index("Gold")
    assert paid(of, line) == [50.0]
    assert paid(of, billed(of, ("J1100", "", 100.0))) == [30.0]


def test_a_carve_out_without_a_contract_leaves_the_rest_without_one() -> None:
    of = book(TELEHEALTH)
    assert paid(of, billed(of, ("X1001", "", 100.0), pos="11")) == [None]
    assert paid(of, billed(of, ("X1001", "", 100.0), pos="")) == [None], "an unknown place is no telehealth"


def test_rows_for_different_places_do_not_overlap() -> None:
    both = pd.concat([TELEHEALTH, of_charges(0.25, places="24")], ignore_index=True)
    assert book(both).problems == ()
    (problem,) = book(pd.concat([TELEHEALTH, TELEHEALTH], ignore_index=True)).problems
    assert "cover the same days" in problem.problem


def test_a_place_that_is_none_is_said() -> None:
    (problem,) = book(of_charges(0.2, places="02; office")).problems
    assert (problem.column, problem.value) == ("Only places", "office")
    assert "02; 10" in problem.advice


def test_a_rate_of_a_day_is_paid_once_a_day_of_a_claim() -> None:
    of = book(contract(method="per diem", amount=250.0))
    lines = billed(of, ("X1001", "", 90.0), ("X1002", "", 80.0), ("X1001", "", 90.0), ("X1003", "", 10.0))
    lines.day[2:] += 1
    assert paid(of, lines) == [250.0, 0.0, 250.0, 0.0], "two days of one claim"
    lines.claim[:] = np.arange(4)
    assert paid(of, lines) == [250.0] * 4, "four claims"


def test_a_code_with_a_rate_of_its_own_is_paid_beside_the_day() -> None:
    of = book(contract(method="per diem", amount=250.0), rates(rate("X1002", 70.0)))
    assert paid(of, billed(of, ("X1001", "", 90.0), ("X1002", "", 80.0), ("X1003", "", 10.0))) == [250.0, 70.0, 0.0]


def test_a_rate_of_a_day_needs_its_amount() -> None:
    (problem,) = book(contract(method="per diem")).problems
    assert (problem.column, "needs this field" in problem.problem) == ("Case rate", True)
