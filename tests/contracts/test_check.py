"""The voucher check against cases a biller can check: `check_cases.csv` beside this file."""

import csv
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from contract_tables import DOS, book, contract, rate, rates, remit, remits, table

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.check_result import CHECK_RESULT
from medoffice_xl.contracts.line_class import CLASS_WORDS, FINDING_WORDS, Finding, LineClass
from medoffice_xl.contracts.status import Status
from medoffice_xl.tables import CHARGES, PROVIDERS

with (Path(__file__).parent / "check_cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


def pairs(text: str, between: str) -> dict[str, Any]:
    return dict(part.split("=", 1) for part in text.split(between) if part.strip())


def number(value: Any) -> Any:
    try:
        return float(value)
    except ValueError:
        return value


def answers(text: str) -> list[dict[str, Any]]:
    texts = {
        "claim_id", "claim_status", "payer_claim_no", "line_control", "frequency", "mod1", "adjustments", "code",
        "billed_code", "trace",
    }  # fmt: skip
    rows = []
    for part in text.split("|"):
        given = pairs(part.strip(), " ")
        rows.append(remit(**{name: value if name in texts else number(value) for name, value in given.items()}))
    return rows


def cells(text: str) -> list[str]:
    return [part.strip() for part in text.split("|")]


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_case(case: dict[str, str]) -> None:
    terms = {name: number(value) for name, value in pairs(case["contract"], ";").items()}
    listed = [rate(code, float(dollars)) for code, dollars in pairs(case["rates"], ";").items()]
    checked = check(remits(answers(case["remits"])), book(contract(**terms), rates(*listed) if listed else None))
    assert [CLASS_WORDS[LineClass(one)] for one in checked.line_class] == cells(case["class"])
    assert [FINDING_WORDS[Finding(one)] for one in checked.finding] == cells(case["finding"])
    for column in ("allowed", "expected", "recovered"):
        found = [f"{cents / 100:.2f}" for cents in getattr(checked, column).tolist()]
        assert (column, found) == (column, cells(case[column]))
    assert (checked.variance == np.where(checked.compared, checked.allowed - checked.expected, 0)).all()


ACME = book(contract(), rates(rate("X1001", 100.0), rate("X1002", 70.0), rate("X1001", 40.0, "26")))


def charge(**fields: Any) -> dict[str, Any]:
    return {
        "claim_id": "C1", "line_id": "1", "dos": DOS, "payer": "Acme Health", "code": "X1001", "charge": 150.0,
        "units": 1.0, **fields,
    }  # fmt: skip


def test_visits_of_one_account_are_priced_by_their_own_provider() -> None:
    """The second visit was a non-physician's: 85% of 100.00, and the day before its own price."""
    assistant = table(PROVIDERS, {"npi": "1000000001", "kind": "non-physician"})
    of = book(contract(npp_percent=0.85), rates(rate("X1001", 100.0)), providers=assistant)
    visits = table(CHARGES, charge(claim_id="A1", line_id="7", npi="1000000002", dos="2025-06-01"),
                   charge(claim_id="A1", line_id="8", npi="1000000001"))  # fmt: skip
    paid = remits([remit(claim_id="A1", dos=day, charge=150.0, paid=85.0, allowed=85.0, claim_seq=number)
                   for number, day in enumerate(("2025-06-01", DOS))])  # fmt: skip
    assert check(paid, of, visits).expected.tolist() == [10000, 8500]


def test_a_recode_that_only_the_charges_show_prices_both_codes() -> None:
    paid = remits([remit(code="X1002", charge=150.0, paid=70.0, allowed=70.0, adjustments="CO-45:80")])
    checked = check(paid, ACME, table(CHARGES, charge()))
    assert checked.line_class.tolist() == [LineClass.RECODED]
    assert checked.finding.tolist() == [Finding.AS_CONTRACTED]
    assert (checked.expected.tolist(), checked.as_billed.tolist()) == ([7000], [10000])


def test_modifiers_that_the_payer_did_not_return_are_taken_from_the_charges() -> None:
    paid = remits([remit(charge=150.0, paid=40.0, allowed=40.0, adjustments="CO-45:110")])
    assert check(paid, ACME).finding.tolist() == [Finding.UNDERPAID]
    quiet = check(paid, ACME, table(CHARGES, charge(mod1="26")))
    assert (quiet.finding.tolist(), quiet.expected.tolist()) == ([Finding.AS_CONTRACTED], [4000])


def test_a_plan_comes_from_the_charges() -> None:
    with_plan = book(contract(), rates(rate("X1001", 100.0), rate("X1001", 88.0, plan="Gold")))
    paid = remits([remit(charge=150.0, paid=88.0, allowed=88.0, adjustments="CO-45:62")])
    assert check(paid, with_plan, table(CHARGES, charge(plan="Gold"))).finding.tolist() == [Finding.AS_CONTRACTED]
    assert check(paid, with_plan, table(CHARGES, charge(plan="Silver"))).finding.tolist() == [Finding.UNDERPAID]


def test_a_secondary_that_books_the_whole_difference_is_marked() -> None:
    paid = remits(
        [remit(claim_status="2", charge=500.0, paid=65.0, allowed=65.0, contractual=435.0, adjustments="CO-45:435")]
    )
    assert check(paid, ACME).full_difference.tolist() == [True]


def test_two_contracts_on_one_day_price_nothing_and_say_so() -> None:
    import pandas as pd

    both = pd.concat([contract(), contract(effective="2025-06-01")], ignore_index=True)
    of = book(both, rates(rate("X1001", 100.0)))
    assert "rows 2 and 3" in of.problems[0].problem
    checked = check(remits([remit(charge=150.0, paid=40.0, allowed=40.0)]), of)
    assert checked.status.tolist() == [Status.OVERLAP]
    assert checked.line_class.tolist() == [LineClass.NO_RATE]


def test_an_unknown_payer_is_named_as_such() -> None:
    checked = check(remits([remit(payer="Somebody Else", charge=150.0, paid=40.0, allowed=40.0)]), ACME)
    assert checked.status.tolist() == [Status.NO_PAYER]


def test_a_frame_without_rows() -> None:
    assert len(check(remits([]), ACME).line_class) == 0


def test_batches_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    from medoffice_xl.contracts import check as module

    rows = [
        remit(claim_id=f"C{claim}", claim_seq=claim, line_no=line, mod1=side, charge=150.0, paid=paid, allowed=paid)
        for claim in range(1, 20)
        for line, side, paid in ((1.0, "LT", 60.0), (2.0, "RT", 40.0 + claim))
    ]
    again = [{**row, "trace": "T2", "paid_date": "2025-07-20", "frequency": "7"} for row in rows[:8]]
    frame = remits(rows + again)
    seen = table(CHARGES, *(charge(claim_id=f"C{claim}", patient_acct=f"A{claim % 7}") for claim in range(1, 20)))
    whole = check(frame, ACME, seen)
    monkeypatch.setattr(module, "BATCH", 9)
    parted = check(frame, ACME, seen)
    pd.testing.assert_frame_equal(parted, whole)


def test_the_result_has_the_declared_columns_each_once() -> None:
    names = [column.name for column in CHECK_RESULT]
    assert len(names) == len(set(names))
    assert all(column.doc for column in CHECK_RESULT)
    for frame in (remits([]), remits([remit(charge=150.0, paid=60.0, allowed=60.0)])):
        found = check(frame, ACME)
        assert [(name, str(kind)) for name, kind in found.dtypes.items()] == [
            (column.name, column.holds) for column in CHECK_RESULT
        ]


@pytest.mark.parametrize(
    ("allowed", "finding", "expected"),
    # 12.345 a unit: 24.69 for two units, or 12.35 (half up) for each of two lines
    [
        ((12.35, 12.35), Finding.AS_CONTRACTED, 2470),
        ((12.35, 12.34), Finding.AS_CONTRACTED, 2469),
        ((12.34, 12.34), Finding.UNDERPAID, 2469),
        ((12.36, 12.35), Finding.OVERPAID, 2469),
    ],
)
def test_lines_of_one_service_may_be_rounded_one_by_one(
    allowed: tuple[float, float], finding: Finding, expected: int
) -> None:
    lines = [remit(line_no=float(line), charge=50.0, paid=paid, allowed=paid) for line, paid in enumerate(allowed, 1)]
    found = check(remits(lines), book(contract(), rates(rate("X1001", 12.345))))
    assert (found["finding"][0], found["expected"].sum()) == (finding, expected)
