"""Every cell function that reads a large table, on every kind of frame that may hold it: the same rows, to the cent.

The tables are those of an invented practice. On a sheet they are pandas frames; in a ledger beside the workbook they
are Parquet files that DuckDB reads, and a group's Spark. Polars stands for what another program may hand over.
"""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from example_arguments import example_arguments
from kinds_of_frame import converter
from whole_practice import whole_practice

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import CATALOGUE, load_set
from medoffice_xl.cells.answers import GIVEN
from medoffice_xl.cells.arguments import Takes
from medoffice_xl.cells.handles import keep_shelved, keep_table
from medoffice_xl.cells.results import explanation, to_cells
from medoffice_xl.errors import CannotRead, MedOfficeError
from medoffice_xl.lake import Shelved, make_lake
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.sets import SETS
from medoffice_xl.tables import TABLES

pytestmark = pytest.mark.whole

LARGE = [table.name for table in TABLES.values() if table.by_month]
CANDIDATE = "Point-of-care ultrasound"
QUICK_WITH_LITTLE = {
    "spark.sql.shuffle.partitions": "1",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
}
"""Spark plans and compiles each question for millions of rows; here are a few thousand."""

READ_LARGE = sorted(name for name, cell in CATALOGUE.items() if set(cell.reads) & set(LARGE))


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """The tables of an invented practice, and the day they are looked at; payments and remits in no order."""
    whole = whole_practice(tmp_path_factory.mktemp("practice"))
    mixed = {
        name: whole.tables[name].sample(frac=1, random_state=5).reset_index(drop=True)
        for name in ("payments", "remits")
    }
    return whole.tables | mixed, whole.as_of


@pytest.fixture(scope="module")
def lake(practice, tmp_path_factory):
    """The large tables as a ledger."""
    tables, _ = practice
    made = make_lake(tmp_path_factory.mktemp("beside") / "ledger")
    return made.staged({name: tables[name] for name in LARGE}).published()


def sets_of(tables, large):
    """The handles of every set, of which the large tables are found so."""
    small = {name: keep_table(TABLES[name], frame) for name, frame in tables.items() if name not in large}
    each = small | large
    return {name: load_set(name, *(each[table] for table in of.tables)) for name, of in SETS.items()}


def beside(lake, frames, version):
    """The handles of the ledger's tables, of which other frames hold the rows; in a version of their own, so that
    nothing that was made of the ledger, or of the sheets, answers for them."""
    return {
        name: keep_shelved(replace(lake.shelved(name), version=version, _relations=[frame]))
        for name, frame in frames.items()
    }


@pytest.fixture(scope="module")
def sets(practice, lake):
    """The handles of every set, by where its large tables are."""
    tables, _ = practice
    convert = converter("polars lazy")
    return {
        "pandas": sets_of(tables, {}),
        "ledger": sets_of(tables, {name: keep_shelved(lake.shelved(name)) for name in LARGE}),
        "polars": sets_of(tables, beside(lake, {name: convert(tables[name]) for name in LARGE}, "01a45" + "0" * 7)),
    }


@pytest.fixture(scope="module")
def sets_on_spark(practice, lake):
    """The same where Spark reads the large tables from the ledger's files."""
    try:
        from medoffice_xl.group import spark
    except CannotRead as missing:
        pytest.skip(str(missing))
    with spark.session("local[2]") as session:
        for setting, value in QUICK_WITH_LITTLE.items():
            session.conf.set(setting, value)
        frames = {name: spark.frame_on(session, lake.shelved(name)).cache() for name in LARGE}
        yield sets_of(practice[0], beside(lake, frames, "57a4c" + "0" * 7))


def arguments(cell, of, as_of):
    """The arguments of the example, with this practice, its day and a payer it has."""
    named = {"payer": "Blue Harbor PPO", "candidate": CANDIDATE, "AsOf": as_of, "WindowDays": 90, "YearDays": 365}
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


def test_every_function_has_an_answer(on_pandas):
    """Else the others of this file would compare excuses."""
    assert [name for name, (_, explained) in on_pandas.items() if isinstance(explained, str)] == []


@pytest.fixture
def nothing_read_whole(monkeypatch):
    """A table of a ledger that a function reads whole fails the test."""
    monkeypatch.setattr(Shelved, "frame", lambda table: pytest.fail(f"{table.table.sheet} was read whole"))


@pytest.mark.parametrize("name", READ_LARGE)
def test_from_a_ledger(name, practice, sets, on_pandas, nothing_read_whole):
    assert told(CATALOGUE[name], sets["ledger"], practice[1]) == on_pandas[name]


@pytest.mark.parametrize("name", READ_LARGE)
def test_from_polars(name, practice, sets, on_pandas, nothing_read_whole):
    assert told(CATALOGUE[name], sets["polars"], practice[1]) == on_pandas[name]


@pytest.mark.spark
@pytest.mark.parametrize("name", READ_LARGE)
def test_from_spark(name, practice, sets_on_spark, on_pandas, nothing_read_whole):
    assert told(CATALOGUE[name], sets_on_spark, practice[1]) == on_pandas[name]


def test_a_host_may_ask_from_several_threads(practice, sets, on_pandas):
    """One connection answers all of them, and they come at the same moment."""
    GIVEN.forget()
    asked = [name for name in READ_LARGE if name.startswith(("AR_", "DENIAL", "CHARGE", "COLLECT", "PAYER_"))]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda name: told(CATALOGUE[name], sets["ledger"], practice[1]), asked))
    assert dict(zip(asked, found, strict=True)) == {name: on_pandas[name] for name in asked}
