"""Which contract covers a day of service: first and last days, overlaps, gaps, and what holds after an overlap."""

from typing import Any

import pandas as pd
import pytest
from contract_tables import billed, book, contract, medicare, rate, rates, rvu, table

from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.status import IN_WORDS, Status
from medoffice_xl.tables import CONTRACTS, CONVERSION_FACTORS

NO_CONTRACT, OVERLAP = IN_WORDS[Status.NO_CONTRACT], IN_WORDS[Status.OVERLAP]


def half(first: str, last: str | None = None, share: float = 0.5, **fields: Any) -> dict[str, Any]:
    """A contract of Acme Health by percent of charges."""
    return {
        "payer": "Acme Health", "method": "% of charges", "percent": share, "effective": first, "termination": last,
        **fields,
    }  # fmt: skip


def paid(day: str, *contracts: dict[str, Any], fields: dict[str, Any] | None = None) -> Any:
    """What a charge of $100.00 comes to on a day, in dollars, or why it has no price."""
    of = book(table(CONTRACTS, *contracts), **(fields or {}))
    found = price(billed(of, ("X1001", "", 100.0), dos=day), of)
    status = Status(int(found.status[0]))
    return int(found.cents[0]) / 100 if status is Status.PRICED else IN_WORDS[status]


@pytest.mark.parametrize(
    ("day", "dollars"),
    [("2025-02-28", NO_CONTRACT), ("2025-03-01", 50.0), ("2025-06-30", 50.0), ("2025-07-01", NO_CONTRACT)],
)
def test_a_contract_holds_from_its_first_to_its_last_day(day: str, dollars: Any) -> None:
    assert paid(day, half("2025-03-01", "2025-06-30")) == dollars


@pytest.mark.parametrize(
    ("day", "dollars"),
    # The whole year at 50%; a second contract at 60% for June by mistake: no price while both are in force
    [("2025-05-31", 50.0), ("2025-06-01", OVERLAP), ("2025-06-30", OVERLAP), ("2025-07-01", 50.0), ("2025-07-15", 50.0),
     ("2025-12-31", 50.0), ("2026-01-01", NO_CONTRACT)],
)  # fmt: skip
@pytest.mark.parametrize("turned", [False, True])
def test_after_an_overlap_the_contract_in_force_prices_again(day: str, dollars: Any, turned: bool) -> None:
    rows = [half("2025-01-01", "2025-12-31"), half("2025-06-01", "2025-06-30", 0.6)]
    assert paid(day, *(rows[::-1] if turned else rows)) == dollars


@pytest.mark.parametrize(
    ("day", "dollars"),
    # To 30 June at 50%, from 30 June at 60%: the one shared day has no price
    [("2025-06-29", 50.0), ("2025-06-30", OVERLAP), ("2025-07-01", 60.0)],
)
def test_two_contracts_that_share_their_last_and_first_day(day: str, dollars: Any) -> None:
    assert paid(day, half("2025-01-01", "2025-06-30"), half("2025-06-30", None, 0.6)) == dollars


@pytest.mark.parametrize(("day", "dollars"), [("2025-06-30", 50.0), ("2025-07-01", 60.0)])
def test_contracts_that_follow_each_other_share_no_day(day: str, dollars: Any) -> None:
    rows = [half("2025-01-01", "2025-06-30"), half("2025-07-01", None, 0.6)]
    assert paid(day, *rows) == dollars
    assert book(table(CONTRACTS, *rows)).problems == ()


@pytest.mark.parametrize(
    ("day", "dollars"),
    [("2025-03-10", OVERLAP), ("2025-03-25", 50.0), ("2025-05-10", OVERLAP), ("2025-06-10", 50.0),
     ("2026-02-01", NO_CONTRACT)],
)  # fmt: skip
def test_several_short_contracts_within_a_long_one(day: str, dollars: Any) -> None:
    rows = [
        half("2025-01-01", "2025-12-31"), half("2025-03-01", "2025-03-20", 0.6), half("2025-05-01", "2025-05-31", 0.7),
    ]  # fmt: skip
    assert paid(day, *rows) == dollars


def test_two_that_outlast_the_one_that_began_last_still_clash() -> None:
    # On 15 July the contract of June has ended; two others are in force
    rows = [half("2025-01-01", "2025-12-31"), half("2025-02-01", "2025-08-31", 0.6), half("2025-06-01", "2025-06-30")]
    assert paid("2025-07-15", *rows) == OVERLAP
    assert paid("2025-09-01", *rows) == 50.0


@pytest.mark.parametrize(("day", "dollars"), [("2025-06-30", 60.0), ("2025-07-01", 50.0)])
def test_after_a_plans_own_contract_every_plans_holds_again(day: str, dollars: Any) -> None:
    rows = [half("2025-01-01"), half("2025-01-01", "2025-06-30", 0.6, plan="Silver")]
    of = book(table(CONTRACTS, *rows))
    lines = billed(of, ("X1001", "", 100.0), dos=day)
    lines.plan[:] = of.plan_of(pd.Series(["Silver"], dtype="str"))
    assert price(lines, of).cents.tolist() == [round(dollars * 100)]


@pytest.mark.parametrize(
    ("day", "dollars"),
    # 1.00 RVU: the published 32.35 of 2025, 40.00 typed for June alone
    [("2025-05-31", 32.35), ("2025-06-01", 40.0), ("2025-06-30", 40.0), ("2025-07-01", 32.35)],
)
def test_after_a_typed_factor_the_published_one_holds_again(day: str, dollars: float) -> None:
    typed = {"kind": "physician", "effective": "2025-06-01", "end": "2025-06-30", "factor": 40.0, "source": "typed"}
    tables = {"conversion_factors": table(CONVERSION_FACTORS, typed), "mpfs": medicare(rvu("X1001", 1.0))}
    medicares = {"method": "% of Medicare", "percent": 1.0, "rules": "own"}
    assert paid(day, half("2025-01-01", **medicares), fields=tables) == dollars


@pytest.mark.parametrize(("day", "hit"), [("2025-03-31", False), ("2025-04-01", True), ("2025-06-30", True),
                                          ("2025-07-01", False)])  # fmt: skip
def test_a_rate_holds_from_its_first_to_its_last_day(day: str, hit: bool) -> None:
    of = book(contract(), rates(rate("X1001", 80.0, effective="2025-04-01", end="2025-06-30")))
    found = price(billed(of, ("X1001", "", 100.0), dos=day), of)
    assert (found.status.tolist() == [Status.PRICED]) is hit


@pytest.mark.parametrize(("day", "dollars"), [("2025-05-31", 50.0), ("2025-06-01", 60.0), ("2025-06-30", 60.0),
                                              ("2025-07-01", 50.0)])  # fmt: skip
def test_a_carve_out_holds_from_its_first_to_its_last_day(day: str, dollars: float) -> None:
    assert paid(day, half("2025-01-01"), half("2025-06-01", "2025-06-30", 0.6, codes="X1000-X1999")) == dollars
