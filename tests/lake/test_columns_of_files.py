"""Files of other columns than the ledger's tables have: told by name to every reader, and never fitted in silence."""

import json
from dataclasses import asdict

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pandas.testing import assert_frame_equal
from rows_of_a_ledger import payments

from medoffice_xl.errors import LedgerError
from medoffice_xl.lake import make_lake, open_lake
from medoffice_xl.lake.manifest import NAME, Manifest, Part
from medoffice_xl.lake.parts import part_of
from medoffice_xl.tables import PAYMENTS

ROWS = payments(("C1", "2026-02-28", 100), ("C2", "2026-03-31", 200))


def lacks_a_column(rows):
    return rows.drop_columns(["reason"])


def has_cents_in_fractions(rows):
    """DuckDB would round them: 200.5 cents to 200."""
    place = rows.schema.get_field_index("amount")
    return rows.set_column(place, "amount", pa.array([200.5] * len(rows)))


def has_days_as_text(rows):
    place = rows.schema.get_field_index("post_date")
    return rows.set_column(place, "post_date", pa.array(["03/31/2026"] * len(rows)))


def has_a_column_more(rows):
    return rows.append_column("mood", pa.array(["good"] * len(rows)))


def lacks_places(rows):
    return rows.drop_columns(["place_in_table"])


OTHERWISE = {
    lacks_a_column: "it lacks the column Reason (reason)",
    has_cents_in_fractions: "its column Amount (amount) holds numbers where whole numbers belong",
    has_days_as_text: "its column Posted (post_date) holds texts where days belong",
    has_a_column_more: "it has the column mood, which Payments has not",
    lacks_places: "it lacks the column place_in_table",
}

READERS = {
    "frame": lambda lake: lake.frame("payments"),
    "some columns": lambda lake: lake.frame("payments", ["claim_id"]),
    "newest": lambda lake: lake.newest("payments", 2),
    "DuckDB": lambda lake: lake.shelved("payments").relation(),
    "whole frame": lambda lake: lake.shelved("payments").frame(),
    "check of the files": lambda lake: lake.check_files(),
    "check of every byte": lambda lake: lake.check(),
    "next state": lambda lake: lake.staged({"payments": ROWS}),
}


@pytest.fixture(params=["2026-02", "2026-03"])
def month(request):
    """The first file or the last: DuckDB takes the first one's word for all columns."""
    return request.param


def written_otherwise(folder, month, change):
    """A ledger whose manifest and bytes agree, as if a program had written it that has other columns of that name."""
    lake = make_lake(folder).staged({"payments": ROWS}).published()
    parts = []
    for part in lake.manifest.tables["payments"]:
        if part.month != month:
            parts.append(part)
            continue
        sink = pa.BufferOutputStream()
        pq.write_table(change(pq.ParquetFile(folder / part.file).read()), sink)
        content = sink.getvalue().to_pybytes()
        (folder / part.file).unlink()
        parts.append(part_of(PAYMENTS, part.month, part.rows, content))
        (folder / parts[-1].file).write_bytes(content)
    (folder / NAME).write_bytes(Manifest({"payments": tuple(parts)}).as_bytes())
    return folder


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("change", OTHERWISE, ids=lambda change: change.__name__)
@pytest.mark.parametrize("reader", READERS)
def test_every_reader_is_told_which_file_and_which_column(tmp_path, month, change, reader):
    folder = written_otherwise(tmp_path / "ledger", month, change)
    before = contents(folder)
    with pytest.raises(LedgerError) as caught:
        READERS[reader](open_lake(folder))
    said = str(caught.value)
    assert f"The file payments/month={month}/" in said
    assert OTHERWISE[change] in said
    assert f"It holds 1 rows of Payments, month {month}" in said
    assert "Restore the folder from a backup, or use the version that wrote it" in said
    assert contents(folder) == before


def test_a_file_of_fewer_rows_than_the_ledger_says(tmp_path):
    folder = written_otherwise(tmp_path / "ledger", "2026-03", lambda rows: rows.slice(0, 0))
    with pytest.raises(LedgerError, match="0 rows of 1"):
        open_lake(folder).frame("payments")


def test_texts_however_long_they_may_be_are_texts(tmp_path):
    """Other programs write Parquet with texts of 2 GiB at most: the same rows."""

    def with_short_texts(rows):
        fields = [pa.field(f.name, pa.string()) if f.type == pa.large_string() else f for f in rows.schema]
        return rows.cast(pa.schema(fields))

    folder = written_otherwise(tmp_path / "ledger", "2026-03", with_short_texts)
    assert_frame_equal(open_lake(folder).frame("payments"), ROWS)
    assert open_lake(folder).shelved("payments").relation().aggregate("sum(amount)").fetchall() == [(300,)]


def test_columns_are_looked_up_again_in_a_file_that_was_replaced(tmp_path):
    """The same name and length, other columns: what is remembered of a file lasts no longer than the file."""
    folder = tmp_path / "ledger"
    lake = make_lake(folder).staged({"payments": ROWS}).published()
    lake.check_files()
    part = lake.manifest.tables["payments"][0]
    content = (folder / part.file).read_bytes()
    (folder / part.file).write_bytes(content.replace(b"reason", b"season"))
    with pytest.raises(LedgerError, match="damaged \\(other bytes than were written\\)"):
        lake.check_files()
    parts = [asdict(each) for each in lake.manifest.tables["payments"]]
    assert [Part(**each) for each in parts] == list(lake.manifest.tables["payments"])
    assert json.loads((folder / NAME).read_text())["tables"]["payments"] == parts
