"""The check of what was known by a day is shared by all that ask, and is what the tables of that day alone give."""

from datetime import date
from random import Random

import duckdb
import pandas as pd
import pyarrow as pa
import pytest
from contract_tables import DOS, book, contract, rate, rates, remit, remits, table

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.check_as_known import check_as_known, check_once
from medoffice_xl.lake.columns import PLACE
from medoffice_xl.ledger.known_by import copies_known_by, rows_known_by
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables import CHARGES, REMITS

ACME = book(contract(), rates(rate("X1001", 100.0)))
DAYS = [date(2026, 7, day) for day in (1, 10, 20, 31)]
CLAIMS = 12


def practice() -> tuple[pd.DataFrame, pd.DataFrame]:
    """Each claim charged 150.00 and paid 100.00, or 10.00 too little, on a drawn day."""
    lots = Random(9)
    billed = [
        {"claim_id": f"C{n}", "line_id": "1", "dos": DOS, "post_date": DOS, "payer": "Acme Health", "code": "X1001",
         "charge": 150.0, "units": 1.0}
        for n in range(CLAIMS)
    ]  # fmt: skip
    answered = []
    for number in range(CLAIMS):
        allowed = lots.choice((100.0, 90.0))
        day = f"2026-07-{lots.choice((5, 15, 25)):02d}"
        answered.append(
            remit(claim_id=f"C{number}", code="X1001", charge=150.0, paid=allowed, allowed=allowed, paid_date=day,
                  adjustments=f"CO-45:{150 - allowed:.0f}", trace=f"T{number}")
        )  # fmt: skip
    return unchanging(remits(answered)), unchanging(table(CHARGES, *billed))


def cut(rows: pd.DataFrame, column: str, day: date) -> pd.DataFrame:
    return rows[rows[column] <= pd.Timestamp(day)].reset_index(drop=True)


@pytest.mark.parametrize("days", [DAYS, DAYS[::-1]], ids=["forward", "backward"])
def test_every_day_is_checked_as_by_its_own_tables_in_whatever_order_they_are_asked(days: list[date]) -> None:
    answered, billed = practice()
    for day in days:
        lines, found = check_as_known(answered, billed, ACME, day)
        theirs = cut(answered, "paid_date", day)
        pd.testing.assert_frame_equal(lines, theirs)
        pd.testing.assert_frame_equal(found, check(theirs, ACME, cut(billed, "post_date", day)))


def test_on_a_day_that_knows_everything_the_check_of_the_whole_tables_is_taken() -> None:
    answered, billed = practice()
    whole = check_once(answered, unchanging(ACME), billed)
    lines, found = check_as_known(answered, billed, ACME, DAYS[-1])
    assert lines is answered
    assert found is whole
    assert check_as_known(answered, billed, ACME, date(2026, 7, 24))[1] is not whole, "a day before the last answer"


def test_the_table_itself_stands_only_for_a_day_that_knows_all_of_it() -> None:
    answered, _ = practice()
    last = answered["paid_date"].max().date()
    assert rows_known_by(last, answered, REMITS) is answered
    assert len(rows_known_by(date(2026, 7, last.day - 1), answered, REMITS)) < len(answered)


@pytest.mark.parametrize("day", DAYS)
def test_a_database_that_hands_rows_out_in_any_order_gives_the_same_lines_and_the_same_check(day: date) -> None:
    """The check belongs to the lines beside it, row by row, and both stand in the table's order."""
    answered, billed = practice()
    database = duckdb.connect()
    there = (unchanging(in_another_order_each_time(database, frame)) for frame in (answered, billed))
    found = check_as_known(*there, ACME, day)
    for mine, theirs in zip(found, check_as_known(answered, billed, ACME, day), strict=True):
        pd.testing.assert_frame_equal(mine, theirs)


@pytest.mark.parametrize("day", DAYS)
def test_rows_of_a_ledger_come_in_the_table_s_order_by_day_and_by_claim(day: date) -> None:
    answered, _ = practice()
    there = in_another_order_each_time(duckdb.connect(), answered)
    pd.testing.assert_frame_equal(rows_known_by(day, there, REMITS), cut(answered, "paid_date", day))
    claims = ["C3", "C1", "C7"]
    copies = [copies_known_by([day], frame, REMITS, claims) for frame in (there, answered)]
    pd.testing.assert_frame_equal(*copies)


def in_another_order_each_time(database: duckdb.DuckDBPyConnection, frame: pd.DataFrame) -> duckdb.DuckDBPyRelation:
    """A table as a ledger has it, with the place of each row: each reading gives the rows in an order of its own."""
    rows = pa.Table.from_pandas(frame.assign(**{PLACE: range(len(frame))}), preserve_index=False)
    return database.from_arrow(rows).order("random()")
