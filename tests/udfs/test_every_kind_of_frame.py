"""Every cell function that reads a large table, on every kind of frame that may hold it: the same rows, to the cent.

The tables are those of an invented practice. On a sheet they are pandas frames; in a ledger beside the workbook they
are Parquet files that DuckDB reads. Polars stands for what another program may hand over.
"""

import pandas as pd
import pytest
from example_arguments import example_arguments
from kinds_of_frame import converter

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import CATALOGUE, handles, load_set
from medoffice_xl.cells.arguments import Takes
from medoffice_xl.cells.handles import keep_shelved, keep_table
from medoffice_xl.cells.results import explanation, to_cells
from medoffice_xl.demo.files import payer_list, write_practice
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.intake.files import bring_in
from medoffice_xl.lake import make_lake
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.sets import SETS
from medoffice_xl.tables import TABLES, empty_frame

pytestmark = pytest.mark.whole

LARGE = [table.name for table in TABLES.values() if table.by_month]
READ_LARGE = sorted(name for name, cell in CATALOGUE.items() if set(cell.reads) & set(LARGE))


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """The tables of an invented practice, and the day they are looked at; payments and remits in no order."""
    raw = write_practice(tmp_path_factory.mktemp("practice"), doctors=1, months=4, seed=3)
    empty = {name: empty_frame(table) for name, table in TABLES.items()} | {"payers": payer_list()}
    others = [raw.charges.with_name(name) for name in ("costs.csv", "charge_master.csv")]
    paths = [raw.charges, raw.fee_schedule, *others, *raw.remittances]
    tables = empty | dict(bring_in(paths, empty, today=raw.as_of).frames)
    mixed = {
        name: tables[name].sample(frac=1, random_state=5).reset_index(drop=True) for name in ("payments", "remits")
    }
    return tables | mixed, raw.as_of


@pytest.fixture(scope="module")
def sets(practice, tmp_path_factory):
    """The handles of every set, by where its large tables are."""
    tables, _ = practice
    lake = make_lake(tmp_path_factory.mktemp("beside") / "ledger")
    lake = lake.staged({name: tables[name] for name in LARGE}).published()
    on_sheet = {name: keep_table(TABLES[name], frame) for name, frame in tables.items()}
    beside = on_sheet | {name: keep_shelved(lake.shelved(name)) for name in LARGE}
    return {
        where: {name: load_set(name, *(each[table] for table in of.tables)) for name, of in SETS.items()}
        for where, each in (("pandas", on_sheet), ("ledger", beside))
    }


def arguments(cell, of, as_of):
    """The arguments of the example, with this practice, its day and a payer it has."""
    named = {"payer": "Blue Harbor PPO", "AsOf": as_of, "WindowDays": 90, "YearDays": 365}
    given = example_arguments(cell)
    return [
        of[argument.name] if argument.takes is Takes.SET else named.get(argument.name, value)
        for argument, value in zip(cell.arguments, given, strict=False)
    ]


def told(cell, of, as_of):
    """What the function gives and how it explains it, or what it says instead."""
    try:
        found = cell.measure(*arguments(cell, of, as_of))
        return to_cells(found), explanation(found) if isinstance(found, Measure | Breakdown) else []
    except MedOfficeError as error:
        return type(error).__name__, str(error)


@pytest.fixture(scope="module")
def on_pandas(practice, sets):
    return {name: told(CATALOGUE[name], sets["pandas"], practice[1]) for name in READ_LARGE}


def test_most_functions_have_an_answer(on_pandas):
    """Else the others of this file would compare excuses."""
    answered = [name for name, (_, explained) in on_pandas.items() if not isinstance(explained, str)]
    assert len(answered) >= 40, sorted(set(READ_LARGE) - set(answered))


@pytest.mark.parametrize("name", READ_LARGE)
def test_from_a_ledger(name, practice, sets, on_pandas):
    assert told(CATALOGUE[name], sets["ledger"], practice[1]) == on_pandas[name]


@pytest.mark.parametrize("name", READ_LARGE)
def test_from_polars(name, practice, sets, on_pandas, monkeypatch):
    convert = converter("polars lazy")
    kept: dict[str, object] = {}

    def rows_of(handle):
        frame = handles.frame_of(handle)
        return kept.setdefault(handle, convert(frame)) if handle.split()[0] in LARGE else frame

    monkeypatch.setattr(handles, "rows_of", rows_of)
    assert told(CATALOGUE[name], sets["pandas"], practice[1]) == on_pandas[name]
    assert all(not isinstance(frame, pd.DataFrame) for frame in kept.values())
