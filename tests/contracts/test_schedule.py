"""Which rate of Fee schedules a line gets: the most specific one, and none that cannot be used."""

from typing import Any

import numpy as np
import pandas as pd
import pytest
from contract_tables import DOS, book, contract, rate, rates, remit, remits, table

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.codes import bad_ranges, in_codes, meet, width
from medoffice_xl.contracts.lines_to_price import ServiceColumns, lines_to_price
from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.contracts.status import Status
from medoffice_xl.tables import CHARGES

DR_A, DR_B = "1000000004", "1000000012"


def priced(of: Rulebook, code: str, mods: str = "", npi: str = "", plan: str = "", pos: str = "11") -> float | None:
    """The price of one unit in dollars; None where there is none."""
    texts = {"payer": "Acme Health", "plan": plan, "code": code, "pos": pos, "npi": npi}
    one = np.zeros(1, dtype="int64")
    lines = lines_to_price(
        of,
        ServiceColumns(
            **{name: pd.Series([text], dtype="str") for name, text in texts.items()},
            mods=[pd.Series([mods], dtype="str")],
            units=pd.Series([1.0]),
            charge=pd.Series([90000]),
            dos=pd.Series(pd.to_datetime([DOS])).astype("datetime64[us]"),
            patient=one,
            claim=one,
        ),
    )
    found = price(lines, of)
    return found.cents[0] / 100 if found.status[0] == Status.PRICED else None


LADDER = [
    ("any code of a wide range", {"code": "X0000-X9999"}, 10.0),
    ("a narrower range", {"code": "X1000-X1999"}, 20.0),
    ("a list", {"code": "X1001; X1003"}, 25.0),
    ("the code", {"code": "X1001"}, 30.0),
    ("in its setting", {"code": "X1001", "pos_class": "NF"}, 40.0),
    ("by its provider", {"code": "X1001", "npi": DR_A}, 50.0),
    ("in its plan", {"code": "X1001", "plan": "Gold"}, 60.0),
    ("with its modifier", {"code": "X1001", "mods": "GQ"}, 70.0),
    ("with modifier, setting and provider", {"code": "X1001", "mods": "GQ", "pos_class": "NF", "npi": DR_A}, 80.0),
]
"""From the least to the most specific: code + modifier + setting + provider before code + modifier before code before
range before category."""


@pytest.mark.parametrize("steps", range(1, len(LADDER) + 1))
def test_the_most_specific_rate_wins(steps: int) -> None:
    rows = [rate(given["code"], dollars, **{k: v for k, v in given.items() if k != "code"})
            for _, given, dollars in LADDER[:steps]]  # fmt: skip
    for order in (rows, rows[::-1]):
        of = book(contract(), rates(*order))
        assert of.problems == ()
        assert priced(of, "X1001", "GQ", DR_A, "Gold") == LADDER[steps - 1][2]


def test_a_rate_of_one_provider_is_no_other_providers() -> None:
    of = book(contract(), rates(rate("X1001", 50.0, npi=DR_A), rate("X1001", 30.0)))
    assert [priced(of, "X1001", npi=npi) for npi in (DR_A, DR_B, "")] == [50.0, 30.0, 30.0]
    alone = book(contract(), rates(rate("X1001", 50.0, npi=DR_A)))
    assert [priced(alone, "X1001", npi=npi) for npi in (DR_A, DR_B, "")] == [50.0, None, None]


@pytest.mark.parametrize("known_by", ["remittance", "charges"])
def test_the_check_prices_each_provider_at_its_rate(known_by: str) -> None:
    of = book(contract(), rates(rate("X1001", 50.0, npi=DR_A), rate("X1001", 30.0)))
    said: dict[str, Any] = {"provider_npi": DR_A} if known_by == "remittance" else {}
    paid = remits([remit(charge=90.0, paid=50.0, allowed=50.0, adjustments="CO-45:40", **said)])
    charge = {"claim_id": "C1", "line_id": "1", "dos": DOS, "payer": "Acme Health", "code": "X1001", "charge": 90.0,
              "units": 1.0, "npi": DR_A}  # fmt: skip
    checked = check(paid, of, table(CHARGES, charge) if known_by == "charges" else None)
    assert (checked.expected.tolist(), checked.variance.tolist()) == ([5000], [0])


def test_a_rate_of_a_range_is_dated_too() -> None:
    of = book(
        contract(),
        rates(rate("X1000-X1999", 20.0, end="2025-05-31"), rate("X1000-X1999", 21.0, effective="2025-06-01")),
    )
    assert priced(of, "X1001") == 21.0


def test_a_range_for_the_whole_service_is_not_used_for_a_part_of_it() -> None:
    of = book(contract(), rates(rate("X1000-X1999", 20.0)))
    assert priced(of, "X1001", "26") is None


def test_what_cannot_be_used_is_said_and_priced_by_nothing() -> None:
    of = book(
        contract(),
        rates(
            rate("X1999-X1000", 20.0),
            rate("X2000-X2999", 30.0),
            rate("X2500-X3499", 31.0),
            rate("X4000-X4999", 40.0),
            rate("X4000-X4999", 41.0),
            rate("X5000-X5999", 50.0, end="2025-03-31"),
            rate("X5500-X6499", 51.0, effective="2025-04-01"),
        ),
    )
    assert [(each.line, each.column, each.value) for each in of.problems] == [
        (2, "Code", "X1999-X1000"), (6, "From", "2025-01-01"), (4, "Code", "X2500-X3499"),
    ]  # fmt: skip
    assert "equal width" in of.problems[2].problem
    assert [priced(of, code) for code in ("X1500", "X2100", "X2600", "X3400", "X4100")] == [None] * 5
    assert priced(of, "X5600") == 51.0, "these two have no day in common"


def test_lists_of_codes() -> None:
    assert in_codes("x1000 - X1001, X5", ["X1000", "X1001", "X1002", "X5"]).tolist() == [True, True, False, True]
    assert (width("X1001"), width("X1000-X1009; X5000"), width("X100A-X100Z")) == (1, 11, 26)
    assert meet("X1000-X1009; X5000", "X5000") and not meet("X1000-X1009", "X1010-X1019")
    assert bad_ranges("X1000-X1009; X9-X1; X1-X2-X3; X10-X1") == ["X9-X1", "X1-X2-X3", "X10-X1"]


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"rate": None}, "The row has no rate."),
        ({"rate": 80.0, "basis": "by report"}, "The row has a rate and a reason to have none."),
        ({"rate": None, "basis": "invoice"}, "This is no rate basis."),
        ({"rate": -0.000000001}, "The rate is below zero."),
    ],
)
def test_a_row_has_a_rate_or_says_why_not(fields: dict[str, Any], problem: str) -> None:
    of = book(contract(), rates(rate("X1001", 80.0) | fields, rate("X1002", 0.0)))
    assert [(each.line, each.problem) for each in of.problems] == [(2, problem)]
    assert (priced(of, "X1001"), priced(of, "X1002")) == (None, 0.0)


@pytest.mark.parametrize(
    "again",
    [{}, {"payer": "ACME  health"}, {"code": "x0001"}, {"mods": "TC-26"}],
    ids=["word for word", "payer", "code", "modifiers"],
)
def test_two_rates_of_one_thing_on_the_same_days_are_told_however_they_are_written(again):
    first = {"code": "X0001", "mods": "26 TC", "effective": "2025-01-01", "end": "2025-06-30"}
    later = {**first, **again, "end": None}
    touching = book(
        contract(), rates(rate(dollars=10, **first), rate(dollars=20, **later | {"effective": "2025-06-30"}))
    )
    assert [(one.line, "neither is used" in one.problem) for one in touching.problems] == [(3, True)]
    apart = book(contract(), rates(rate(dollars=10, **first), rate(dollars=20, **later | {"effective": "2025-07-01"})))
    assert not apart.problems
