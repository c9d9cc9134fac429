"""Files taken into a ledger, of which the rows that they need are read, leave what they leave on sheets."""

import pytest
from pandas.testing import assert_frame_equal
from remittance_cases import CASES, TODAY

from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.intake import rows_of_ledger
from medoffice_xl.intake.files import bring_in
from medoffice_xl.intake.rows_of_ledger import LARGE
from medoffice_xl.lake import make_lake
from medoffice_xl.tables import TABLES, empty_frame

pytestmark = pytest.mark.whole

BESIDE = [table.name for table in TABLES.values() if table.by_month]


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """An invented practice's files, and its tables after the first half of its remittances."""
    raw = write_practice(tmp_path_factory.mktemp("practice"), doctors=1, months=4, seed=11)
    empty = {name: empty_frame(table) for name, table in TABLES.items()} | {"payers": payer_list()}
    half = len(raw.remittances) // 2
    first = bring_in([raw.charges, raw.fee_schedule, *raw.remittances[:half]], empty, today=raw.as_of)
    return raw, empty | dict(first.frames), raw.remittances[half:]


def beside(tables, folder):
    """The tables that a ledger leaves on the sheets, and the ledger."""
    lake = make_lake(folder).staged({name: tables[name] for name in BESIDE}).published()
    return {name: frame for name, frame in tables.items() if name not in LARGE}, lake


def both_ways(files, tables, folder, today):
    """What the files leave on sheets and in a ledger, and the rows of *Remits* that the ledger read."""
    small, lake = beside(tables, folder)
    on_sheets = bring_in(files, tables, today=today)
    in_ledger = bring_in(files, small, today=today, lake=lake)
    return on_sheets, in_ledger, lake


def assert_alike(on_sheets, in_ledger, lake):
    assert in_ledger.outcomes == on_sheets.outcomes
    assert in_ledger.underpaid == on_sheets.underpaid
    assert in_ledger.problems == on_sheets.problems
    for name, frame in on_sheets.frames.items():
        if name not in BESIDE:
            assert_frame_equal(in_ledger.frames[name], frame)
    whole = lake.staged({name: frame for name, frame in on_sheets.frames.items() if name in BESIDE})
    assert in_ledger.lake.manifest.tables == whole.manifest.tables
    after = in_ledger.lake.published()
    for name in BESIDE:
        if name in on_sheets.frames:
            assert_frame_equal(after.frame(name), on_sheets.frames[name])
    after.check()


def test_remittances(practice, tmp_path):
    raw, tables, rest = practice
    found = both_ways(rest[:3], tables, tmp_path / "ledger", raw.as_of)
    assert_alike(*found)
    assert found[0].underpaid


def test_every_case_of_a_remittance_some_after_others(tmp_path):
    """Checks stated anew, taken back, spread over files, forwarded, with interest, of payers who go by one number."""
    files = sorted(path for path in CASES.iterdir() if path.suffix not in (".md", ".json"))
    tables = {name: empty_frame(table) for name, table in TABLES.items()}
    small, lake = beside(tables, tmp_path / "ledger")
    states = set()
    for few in (files[start : start + 5] for start in range(0, len(files), 5)):
        on_sheets = bring_in(few, tables, today=TODAY)
        in_ledger = bring_in(few, small, today=TODAY, lake=lake)
        assert (in_ledger.outcomes, in_ledger.problems) == (on_sheets.outcomes, on_sheets.problems)
        tables |= on_sheets.frames
        small |= in_ledger.frames
        if in_ledger.lake:
            lake = in_ledger.lake.published()
            small |= {name: lake.frame(name) for name in BESIDE if name not in LARGE}
        states.add(lake.state)
        for name in TABLES:
            found = lake.frame(name) if name in BESIDE else small[name]
            assert_frame_equal(found, tables[name].reset_index(drop=True), obj=f"{name} after {few[-1].name}")
    assert len(states) > 5


def test_an_export_of_charges(practice, tmp_path):
    raw, tables, rest = practice
    export = tmp_path / "more.csv"
    rows = raw.charges.read_text().splitlines()
    export.write_text("\n".join([rows[0], *rows[1:40]]) + "\n")
    assert_alike(*both_ways([export, *rest[:1]], tables, tmp_path / "ledger", raw.as_of))


def test_what_is_there_already_changes_nothing(practice, tmp_path):
    raw, tables, _ = practice
    _, in_ledger, _ = both_ways(raw.remittances[:1], tables, tmp_path / "ledger", raw.as_of)
    assert (in_ledger.lake, dict(in_ledger.frames)) == (None, {})


def test_of_the_large_tables_few_rows_are_read(practice, tmp_path, monkeypatch):
    """One remittance of a practice of hundreds: its claims, and what may bear on them."""
    raw, tables, rest = practice
    small, lake = beside(tables, tmp_path / "ledger")
    read = {}
    asked = rows_of_ledger.some_rows

    def counting(lake, name, *given, **among):
        found = asked(lake, name, *given, **among)
        read[name] = len(found.frame)
        return found

    monkeypatch.setattr(rows_of_ledger, "some_rows", counting)
    bring_in(rest[:1], small, today=raw.as_of, lake=lake)
    for name in ("charges", "payments", "remits"):
        assert 0 < read[name] < len(tables[name]) / 3, name
