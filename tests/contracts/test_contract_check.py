"""Contract and rate rows that cannot be meant as they stand: each a problem with what to do."""

from typing import Any

import pandas as pd
import pytest
from contract_tables import billed, book, contract, moved, rate, rates, table

from medoffice_xl.contracts.contract_check import HIGHEST, LOWEST
from medoffice_xl.contracts.pricing import price
from medoffice_xl.contracts.status import Status
from medoffice_xl.problems import Severity
from medoffice_xl.tables import PAYERS


@pytest.mark.parametrize(
    ("fields", "column", "said", "advice"),
    [
        ({"effective": None}, "From", "no first day", "took effect"),
        ({"termination": "2024-12-31"}, "To", "ends before", "Correct"),
        ({"method": "% of Medicare", "percent": 115.0}, "Percent", "11,500%", "write 1.15"),
        ({"method": "% of Medicare", "percent": 0.0115}, "Percent", "1.15%", "write 1.15"),
        ({"method": "% of Medicare"}, "Percent", "needs this field", "Fill"),
        ({"method": "by hand"}, "Method", "not one of the list", "% of Medicare"),
        ({"assistant_percent": 16.0}, "Assistant", "1,600%", "write 0.16"),
        ({"npp_percent": -0.85}, "Non-physician", "negative", "Correct"),
        ({"multiple_steps": "half"}, "Multiple procedures", "percents by rank", "100/50/25"),
        ({"codes": "J9999-J0000"}, "Only codes", "No code lies", "J0000-J9999"),
    ],
)
def test_a_row_that_cannot_be_meant(fields: dict[str, Any], column: str, said: str, advice: str) -> None:
    of = book(contract(**fields), rates(rate("X1001", 90.0, payer="Other")))
    (problem,) = of.problems
    assert (problem.severity, problem.file, problem.line, problem.column) == (Severity.MONEY, "Contracts", 2, column)
    assert said in problem.problem
    assert advice in problem.advice
    assert price(billed(of, ("X1001", "", 90.0)), of).status[0] != Status.PRICED


@pytest.mark.parametrize(
    ("percent", "usable"), [(5.0, True), (5.01, False), (0.05, True), (0.0499, False), (0.0, False), (-0.01, False)]
)
def test_a_percent_is_believed_from_five_to_five_hundred(percent: float, usable: bool) -> None:
    assert (book(contract(method="% of charges", percent=percent)).problems == ()) is usable


def test_other_shares_may_be_small_but_not_below_nothing() -> None:
    assert book(contract(method="ASP + %", percent=0.0)).problems == ()
    assert book(contract(assistant_percent=0.0)).problems == ()
    assert len(book(contract(assistant_percent=-0.01)).problems) == 1


def test_the_user_moves_what_is_believed() -> None:
    dear = contract(method="% of charges", percent=6.0)
    assert book(dear, thresholds=moved(HIGHEST, 6.0)).problems == ()
    assert len(book(dear, thresholds=moved(HIGHEST, 5.99)).problems) == 1
    cheap = contract(method="% of charges", percent=0.03)
    assert book(cheap, thresholds=moved(LOWEST, 0.03)).problems == ()
    assert len(book(cheap, thresholds=moved(LOWEST, 0.031)).problems) == 1


def test_an_unknown_payer_is_said_and_an_alias_is_known() -> None:
    payers = table(PAYERS, {"payer": "Acme Health", "aliases": "ACME HLTH; Acme of Ohio", "payer_id": "AC01"})
    assert book(contract(), payers=payers).problems == ()
    stranger = book(contract(payer="Acme Helth"), payers=payers)
    assert stranger.problems[0].severity is Severity.NOTE
    of = book(contract(), rates(rate("X1001", 90.0)), payers=payers)
    for name in ("acme hlth", "ACME  OF OHIO", "AC01", "Acme Health"):
        assert price(billed(of, ("X1001", "", 400.0), payer=name), of).cents.tolist() == [9000]
    assert price(billed(of, ("X1001", "", 400.0), payer="Other"), of).status.tolist() == [Status.NO_PAYER]


def test_a_rate_twice_is_used_neither_way() -> None:
    of = book(contract(), rates(rate("X1001", 90.0), rate("X1001", 95.0, effective="2025-05-01"), rate("X1002", 5.0)))
    (problem,) = of.problems
    assert (problem.file, problem.line, problem.value) == ("Fee schedules", 3, "2025-05-01")
    found = price(billed(of, ("X1001", "", 400.0), ("X1002", "", 400.0)), of)
    assert found.status.tolist() == [Status.UNLISTED, Status.PRICED]


def test_a_code_typed_as_a_number_is_the_same_code() -> None:
    of = book(contract(), rates({**rate("X", 90.0), "code": 12345.0}))
    assert price(billed(of, ("12345", "", 400.0)), of).cents.tolist() == [9000]


def test_overlapping_contracts_name_both_rows() -> None:
    rows = pd.concat([contract(termination="2025-07-31"), contract(effective="2025-07-01")], ignore_index=True)
    of = book(rows, rates(rate("X1001", 90.0)))
    assert "rows 2 and 3" in of.problems[0].problem
    status = {
        day: price(billed(of, ("X1001", "", 400.0), dos=day), of).status[0] for day in ("2025-06-30", "2025-07-15")
    }
    assert status == {"2025-06-30": Status.PRICED, "2025-07-15": Status.OVERLAP}
    assert price(billed(of, ("X1001", "", 400.0), dos="2025-08-01"), of).status[0] == Status.PRICED
