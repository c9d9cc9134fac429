"""Lines allowed below their contract are the same of tables in memory and of a ledger, on every day."""

from datetime import date

import pandas as pd
import pyarrow as pa
import pytest
from contract_tables import DOS, book, contract, rate, rates, remit, remits, table

from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.short_lines import short_lines
from medoffice_xl.lake.columns import PLACE
from medoffice_xl.lake.database import connection
from medoffice_xl.ledger.period import Period
from medoffice_xl.production.underpaid import underpaid
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables import CHARGES

ACME = book(contract(), rates(rate("X1001", 100.0)))
"""100.00 a service."""

ALLOWED = {"C1": (90.0, 5), "C2": (100.0, 5), "C3": (70.0, 15), "C4": (85.0, 25)}
"""What was allowed of each claim, and on which day of July."""

OF_AUGUST = {"C1": (100.0, 5)}
"""What was made good: the payer's correction of the first claim."""


def practice() -> list[pd.DataFrame]:
    billed = [
        {"claim_id": claim, "line_id": "1", "dos": DOS, "post_date": DOS, "payer": "Acme Health", "code": "X1001",
         "charge": 150.0, "units": 1.0}
        for claim in ALLOWED
    ]  # fmt: skip
    answered = [
        answer(claim, allowed, f"2026-{month:02}-{day:02}")
        for month, of_month in ((7, ALLOWED), (8, OF_AUGUST))
        for claim, (allowed, day) in of_month.items()
    ]
    return [unchanging(remits(answered)), unchanging(table(CHARGES, *billed))]


def answer(claim: str, allowed: float, day: str) -> dict[str, object]:
    frequency = "7" if day > "2026-08" else "1"
    return remit(
        claim_id=claim, code="X1001", charge=150.0, paid=allowed, allowed=allowed, paid_date=day, frequency=frequency,
        adjustments=f"CO-45:{150 - allowed:.0f}", trace=f"T{claim}{day}",
    )  # fmt: skip


def as_ledger(frames: list[pd.DataFrame]) -> list[object]:
    """Relations that hand their rows out in an order of their own, each with its place."""
    rows = [pa.Table.from_pandas(each.assign(**{PLACE: range(len(each))}), preserve_index=False) for each in frames]
    return [unchanging(connection().from_arrow(each).order("random()")) for each in rows]


# 100.00 less 90.00, less 70.00 and less 85.00; the first was made good on August 5
@pytest.mark.parametrize(
    ("day", "short"),
    [
        (date(2026, 7, 4), {}),
        (date(2026, 7, 5), {"C1": -1000}),
        (date(2026, 7, 15), {"C1": -1000, "C3": -3000}),
        (date(2026, 7, 31), {"C1": -1000, "C3": -3000, "C4": -1500}),
        (date(2026, 8, 5), {"C3": -3000, "C4": -1500}),
    ],
)
def test_only_what_is_short_by_the_day_is_there(day: date, short: dict[str, int]) -> None:
    frames = practice()
    for there in (frames, as_ledger(frames)):
        found = short_lines(*there, ACME, day)
        underpaid_ones = found[found["finding"] == Finding.UNDERPAID]
        assert dict(zip(underpaid_ones["claim_id"], underpaid_ones["variance"], strict=True)) == short
        services = Period(date(2025, 6, 2), date(2025, 6, 2))
        of_payer = {"Acme Health": -sum(short.values())} if short else {}
        assert underpaid(*there, ACME, services, day) == of_payer


def test_what_was_made_good_is_told_with_its_dollars() -> None:
    frames = practice()
    for there in (frames, as_ledger(frames)):
        found = short_lines(*there, ACME, date(2026, 8, 31))
        assert found.loc[found["claim_id"] == "C1", "recovered"].sum() == 1000


def test_a_ledger_s_lines_are_the_tables_own_in_their_order() -> None:
    frames = practice()
    day = date(2026, 8, 31)
    pd.testing.assert_frame_equal(short_lines(*as_ledger(frames), ACME, day), short_lines(*frames, ACME, day))


def test_charges_from_a_range_beside_remittances_of_a_ledger():
    """C2 alone was allowed its 100.00; nothing was made good by July 31."""
    answered, billed = practice()
    (of_ledger,) = as_ledger([answered])
    found = short_lines(of_ledger, billed, ACME, date(2026, 7, 31))
    assert sorted(found["claim_id"]) == ["C1", "C3", "C4"]
