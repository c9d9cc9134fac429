"""What the workbook counts of a table is worked out of its rows to what the calculation makes of its cells."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from small_book import build, frame_of
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from medoffice_xl.book import open_book
from medoffice_xl.book.cell_counts import rows_of, sums_of
from medoffice_xl.book.places import Place
from medoffice_xl.hosts.headless.engine import Engine
from medoffice_xl.tables import CHARGES, PAYMENTS, TABLES

SHEET = "Owner's A, R"
ANYWHERE = "INDIRECT(A1)"
"""A question that may look anywhere: every table is handed to the calculation for it."""

DAY = pd.Timestamp(2026, 6, 30)
PAID = {
    "claim_id": "C1",
    "line_id": "1",
    "post_date": DAY,
    "payer": "Beta",
    "kind": "insurance payment",
    "source": "PM",
}
# Two payments, one of them taken back: 3 × 46,203 for the days (6/30/2026 is day 46,203) and 0.29 - 0.29 + 57.27.
PAYMENTS_MADE = [PAID | {"amount": cents} for cents in (29, -29, 5727)]
CHARGED = {
    "claim_id": "C1",
    "line_id": "1",
    "dos": DAY,
    "post_date": DAY,
    "payer": "Beta",
    "code": "G0438",
    "charge": 1,
}


def practice() -> dict[str, pd.DataFrame]:
    charges = frame_of(CHARGES, [CHARGED, CHARGED | {"claim_id": "C2", "post_date": pd.NaT}])
    charges["units"] = [1.5, float("nan")]
    return {"charges": charges, "payments": frame_of(PAYMENTS, PAYMENTS_MADE)}


def counts(path: Path, *questions: str) -> tuple[list[Any], Engine]:
    engine = Engine(open_book(path), questions=questions)
    engine.evaluate()
    return [engine.value(SHEET, Place(row, 1)) for row in range(1, 5)], engine


def fill(book: Workbook, sheet: Worksheet) -> None:
    for row, formula in enumerate((sums_of(PAYMENTS), rows_of(PAYMENTS), sums_of(CHARGES), rows_of(CHARGES))):
        sheet.write_formula(row, 0, formula)


def typed(name: str, value: Any) -> Callable[[Workbook, Worksheet], None]:
    """Something typed over a cell of the first payment."""

    def tweak(book: Workbook, sheet: Worksheet) -> None:
        column = PAYMENTS.names.index(name)
        if isinstance(value, datetime):
            sheet.write_datetime(4, column, value, book.add_format({"num_format": "mm/dd/yyyy"}))
        else:
            sheet.write(4, column, value)

    return tweak


def test_counts_are_those_of_the_cells(tmp_path):
    path = build(tmp_path / "b.xlsm", practice(), calc=fill)
    past, engine = counts(path)
    words = 3 * (len(PAID) - 1)
    assert past[:2] == [f"3 rows {words} words {100 * 3 * 46_203 + 5727}", 3]
    assert set(engine._past.counts) >= {sums_of(PAYMENTS)[1:], sums_of(CHARGES)[1:]}
    assert counts(path, ANYWHERE)[0] == past


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("payer", " "),  # a word to a program, nothing to us
        ("payer", 1234),  # an id typed as a number is no word to a program
        ("post_date", datetime(2026, 6, 30, 12)),  # half a day
        ("post_date", 46_203.5),
        ("post_date", "2026-06-30"),  # a day typed as text adds up to nothing
        ("amount", "six hundred"),
        ("amount", True),
    ],
)
def test_cells_that_rows_do_not_tell_of_are_counted_themselves(tmp_path, name, value):
    path = build(tmp_path / "b.xlsm", practice(), calc=fill, tweak={"payments": typed(name, value)})
    past, engine = counts(path)
    assert sums_of(PAYMENTS)[1:] not in engine._past.counts
    assert sums_of(CHARGES)[1:] in engine._past.counts, "the other table is plain"
    assert counts(path, ANYWHERE)[0] == past


@pytest.mark.parametrize("unread", [None, "six hundred"], ids=["nothing else on the sheet", "a row nobody can read"])
def test_rows_just_written_are_counted_as_their_cells_are(tmp_path, unread):
    """An import refreshes before it saves: what it wrote is on the sheet, with what could not be read below it."""
    tweak = {"payments": typed("amount", unread)} if unread else {}
    path = build(tmp_path / "b.xlsm", practice(), calc=fill, tweak=tweak)

    def written(*questions: str) -> tuple[list[Any], Engine]:
        book = open_book(path)
        book.write({"payments": frame_of(PAYMENTS, [*PAYMENTS_MADE, PAID | {"amount": 700, "line_id": ""}])})
        engine = Engine(book, questions=questions)
        engine.evaluate()
        return [engine.value(SHEET, Place(row, 1)) for row in range(1, 3)], engine

    past, engine = written()
    words = 4 * (len(PAID) - 1) - 1
    if unread:
        assert sums_of(PAYMENTS)[1:] not in engine._past.counts
    else:
        assert sums_of(PAYMENTS)[1:] in engine._past.counts
        assert past == [f"4 rows {words} words {100 * 4 * 46_203 + 6427}", 4]
    assert written(ANYWHERE)[0] == past


def test_what_is_counted_of_a_table_counts_in_figures_too():
    """A handle keeps the columns that count, and no others."""
    for table in TABLES.values():
        first = rows_of(table).partition("[")[2].partition("]")[0]
        assert next(column.name for column in table if column.header == first) in table.counted
