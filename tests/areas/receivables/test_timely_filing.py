"""Days left to file, and what was lost because it came too late: each last day, and the day after it."""

from datetime import date
from typing import Any

import pandas as pd
import pytest
from contract_tables import book, contract, moved, table
from kinds_of_frame import every_kind
from practice_tables import charges, payments, remits

from medoffice_xl.areas.receivables.timely_filing import FILING_SOON, Billing, filing_lost, timely_filing
from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.tables import CONTRACTS, PAYERS

AS_OF = date(2026, 3, 31)
NINETY = contract(payer="Acme", effective="2024-01-01", filing_days=90)
LISTED = table(PAYERS, {"payer": "Acme", "filing_days": 30}, {"payer": "CMS", "payer_class": "Medicare"})


def line(dos: str, **fields: Any) -> dict[str, Any]:
    return {"claim_id": "C1", "dos": dos, "charge": 100, "code": "X1001", **fields}


def refused(**fields: Any) -> dict[str, Any]:
    """A line that the payer refused because it came too late."""
    row = {"claim_id": "C1", "paid_date": "2026-03-10", "dos": "2025-06-02", "code": "X1001", "charge": 100}
    return {**row, "other_adj": 100, "adjustments": "CO-29:100.00", **fields}


def due(dos: str, of: Any, as_of: date = AS_OF, **fields: Any) -> tuple[str, int, str] | None:
    """Last day to file of one charge line, the days left and how that stands; None where nothing waits."""
    try:
        found = timely_filing(Billing(charges(line(dos, **fields))), of, as_of)
    except NoData:
        return None
    (row,) = found.body
    return str(row[3]), int(row[4]), str(row[6])


@pytest.mark.parametrize(
    ("dos", "expected"),
    [
        # 90 days after 30 December 2025 is 30 March 2026: passed yesterday
        ("2025-12-30", ("2026-03-30", -1, "passed")),
        ("2025-12-31", ("2026-03-31", 0, "due soon")),
        # 30 days left, and 31
        ("2026-01-30", ("2026-04-30", 30, "due soon")),
        ("2026-01-31", ("2026-05-01", 31, "open")),
    ],
)
def test_days_left_by_the_contract(dos: str, expected: tuple[str, int, str]) -> None:
    assert due(dos, book(NINETY)) == expected


def test_a_line_without_a_charge_is_no_claim_to_file() -> None:
    assert due("2026-01-30", book(NINETY), charge=0) is None
    assert due("2026-01-30", book(NINETY), charge=0.01) == ("2026-04-30", 30, "due soon")


def test_what_passed_is_added_up_from_the_day_after_the_last() -> None:
    """40.00 has passed; 70.00 can still be filed today."""
    waiting = charges(line("2025-12-30", charge=40), line("2025-12-31", claim_id="C2", charge=70))
    parts = timely_filing(Billing(waiting), book(NINETY), AS_OF).parts
    assert [part.value for part in parts][:4] == [2, 1, 11_000, 4_000]


def test_the_user_moves_what_is_due_soon() -> None:
    of = book(NINETY, thresholds=moved(FILING_SOON, 31))
    assert due("2026-01-31", of) == ("2026-05-01", 31, "due soon")
    assert due("2026-02-01", of) == ("2026-05-02", 32, "open")


@pytest.mark.parametrize(
    ("payer", "contracts", "dos", "last"),
    [
        # the contract before the payer list, the payer list before nothing, Medicare's year before nothing
        ("Acme", NINETY, "2026-01-01", "2026-04-01"),
        ("Acme", contract(payer="Acme", effective="2024-01-01"), "2026-03-01", "2026-03-31"),
        ("Acme", contract(payer="Acme", effective="2024-01-01", filing_days=0), "2026-03-01", "2026-03-31"),
        ("Acme", None, "2026-03-01", "2026-03-31"),
        ("CMS", None, "2025-03-31", "2026-03-31"),
        ("CMS", None, "2024-02-28", "2025-02-28"),
        # CMS: services of 29 February are filed by 28 February
        ("CMS", None, "2024-02-29", "2025-02-28"),
        ("CMS", None, "2023-03-01", "2024-03-01"),
        ("CMS", contract(payer="CMS", effective="2024-01-01", filing_days=120), "2026-01-01", "2026-05-01"),
        # a carve-out is part of its contract
        ("Acme", table(CONTRACTS, *({"payer": "Acme", "effective": "2024-01-01", "method": "fee schedule", **more}
                                    for more in ({"filing_days": 90}, {"codes": "X1000-X1999"}))),
         "2026-01-01", "2026-04-01"),
    ],
)  # fmt: skip
def test_who_says_the_last_day(payer: str, contracts: Any, dos: str, last: str) -> None:
    found = due(dos, book(contracts, payers=LISTED), payer=payer)
    assert found is not None
    assert found[0] == last


def test_a_payer_without_a_limit_is_left_out_and_said() -> None:
    both = charges(line("2026-03-01", payer="Best"), line("2026-03-01", claim_id="C2", charge=50))
    found = timely_filing(Billing(both), book(NINETY), AS_OF)
    assert [row[1] for row in found.body] == ["C2"]
    assert [(left.reason, left.rows, left.amount) for left in found.left_out] == [
        ("no time limit is known for Best", 1, 10_000)
    ]


@pytest.mark.parametrize(
    ("billing", "waits"),
    [
        ({}, True),
        ({"submit_date": "2026-03-31"}, False),
        ({"submit_date": "2026-04-01"}, True),
        ({"remits": remits({"claim_id": "C1", "paid_date": "2026-03-31"})}, False),
        ({"remits": remits({"claim_id": "C1", "paid_date": "2026-04-01"})}, True),
        ({"payments": payments({"claim_id": "C1", "post_date": "2026-03-31", "amount": 9})}, False),
        ({"payments": payments({"claim_id": "C1", "post_date": "2026-04-01", "amount": 9})}, True),
        ({"payments": payments({"claim_id": "C1", "post_date": "2026-03-31", "amount": 9,
                                "kind": "patient payment"})}, True),
        ({"payments": payments({"claim_id": "C1", "post_date": "2026-03-31", "amount": 9,
                                "kind": "contractual adjustment"})}, False),
        # known on the day: entered by then
        ({"post_date": "2026-03-31"}, True),
        ({"post_date": "2026-04-01"}, False),
    ],
)  # fmt: skip
def test_what_says_that_a_claim_was_filed(billing: dict[str, Any], waits: bool) -> None:
    tables = {name: billing[name] for name in ("remits", "payments") if name in billing}
    fields = {name: value for name, value in billing.items() if name not in tables}
    of = Billing(charges(line("2026-03-02", **fields)), **tables)
    try:
        found = len(timely_filing(of, book(NINETY), AS_OF).body)
    except NoData as error:
        assert "waits to be filed on 03/31/2026" in str(error)
        found = 0
    assert bool(found) is waits


@every_kind
def test_the_first_to_run_out_come_first(on):
    billed = charges(
        line("2026-03-01", claim_id="late", charge=10),
        line("2026-01-05", claim_id="soon", charge=20),
        line("2026-01-05", claim_id="soon", line_id="2", charge=5),
        line("2026-02-01", claim_id="next", charge=30),
    )
    found = timely_filing(Billing(on(billed)), book(NINETY), AS_OF)
    assert [(row[1], row[5]) for row in found.body] == [("soon", 2_500), ("next", 3_000), ("late", 1_000)]
    assert {part.label: part.value for part in found.parts}["Charges not filed"] == 6_500
    assert [row[1] for row in timely_filing(Billing(on(billed)), book(NINETY), AS_OF, top=1).body] == ["soon"]


def test_what_cannot_be_asked() -> None:
    with pytest.raises(OutOfRange, match="You asked for the first -1"):
        timely_filing(Billing(charges(line("2026-03-01"))), book(NINETY), AS_OF, top=-1)
    with pytest.raises(NoData, match="No claim of Best waits"):
        timely_filing(Billing(charges(line("2026-03-01"))), book(NINETY), AS_OF, "Best")


def test_a_void_is_no_claim_to_file() -> None:
    both = charges(line("2026-03-01", charge=16), line("2026-03-01", line_id="2", charge=-16))
    with pytest.raises(NoData):
        timely_filing(Billing(both), book(NINETY), AS_OF)


@every_kind
def test_what_was_lost(on):
    # C1 was refused (100), C2 ran out on 30 March without being filed (40), C3 has until today (70)
    billed = charges(
        line("2025-06-02", submit_date="2026-01-05"),
        line("2025-12-30", claim_id="C2", charge=40),
        line("2025-12-31", claim_id="C3", charge=70),
    )
    of = Billing(on(billed), on(payments()), on(remits(refused())))
    lost = filing_lost(of, book(NINETY), AS_OF)
    assert lost.value == 14_000
    assert [part.value for part in lost.parts][:4] == [1, 10_000, 1, 4_000]
    found = lost.rows.collect().to_pandas()
    assert found["charge"].sum() == 14_000
    assert [f"{day:%m-%d}" for day in found["lost"]] == ["03-10", "03-31"]
    assert filing_lost(of, book(NINETY), AS_OF, payer="acme").value == 14_000
    assert filing_lost(of, book(NINETY), AS_OF, payer="Best").value == 0


@pytest.mark.parametrize(
    ("answers", "cents"),
    [
        ([refused()], 10_000),
        # another reason, nothing taken off for it, or overturned by a later answer
        ([refused(adjustments="CO-16:100.00")], 0),
        ([refused(adjustments="CO-29:0.00; CO-16:100.00")], 0),
        ([refused(), {"claim_id": "C1", "paid_date": "2026-03-20", "dos": "2025-06-02", "code": "X1001", "charge": 100,
                      "claim_seq": 2, "paid": 80, "allowed": 80, "contractual": 20, "adjustments": "CO-45:20.00"}], 0),
        # what was overturned after the day is lost on it
        ([refused(), {"claim_id": "C1", "paid_date": "2026-04-01", "dos": "2025-06-02", "code": "X1001", "charge": 100,
                      "claim_seq": 2, "paid": 80, "allowed": 80, "contractual": 20, "adjustments": "CO-45:20.00"}],
         10_000),
        # the window's first day and the day before it: 365 days up to 31 March 2026 begin on 1 April 2025
        ([refused(paid_date="2025-04-01")], 10_000),
        ([refused(paid_date="2025-03-31")], 0),
        ([refused(paid_date="2026-03-31")], 10_000),
        ([refused(paid_date="2026-04-01")], 0),
    ],
)  # fmt: skip
def test_which_refusals_count(answers: list[dict[str, Any]], cents: int) -> None:
    of = Billing(charges(line("2024-06-02", submit_date="2024-06-03")), payments(), remits(*answers))
    assert filing_lost(of, book(NINETY), AS_OF).value == cents


@pytest.mark.parametrize(
    ("dos", "cents"),
    # Lost on the day after the last one: 1 April 2025 is the window's first day, today its last
    [("2024-12-30", 0), ("2024-12-31", 10_000), ("2025-12-30", 10_000), ("2025-12-31", 0)],
)
def test_a_line_is_lost_on_the_day_after_its_last(dos: str, cents: int) -> None:
    assert filing_lost(Billing(charges(line(dos))), book(NINETY), AS_OF).value == cents


def test_nothing_lost_is_nothing() -> None:
    empty = Billing(pd.concat([charges()]), payments(), remits())
    assert filing_lost(empty, book(NINETY), AS_OF).value == 0
