"""A group's figures on Spark: practices are partitions of one lake, and the check runs patient by patient.

What Spark cannot do here is said when this is imported, not in the middle of a night's run: without PySpark, without
Java 17, or with versions that were never tried, nothing begins.
"""

import io
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import pandas as pd
import pyarrow as pa

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.check_of_ledger import LINES
from medoffice_xl.contracts.checked_lines import checked_lines
from medoffice_xl.contracts.rulebook import Rulebook
from medoffice_xl.errors import CannotRead, LedgerError
from medoffice_xl.group.check import SUMS, ByPayer, added_up, rulebook_of, sums_by_payer
from medoffice_xl.group.practice import GroupPractice
from medoffice_xl.group.remittances import READ, Remitted, lines_of
from medoffice_xl.group.remittances import added_up as added_up_files
from medoffice_xl.group.spark_needs import why_not
from medoffice_xl.lake import Shelved
from medoffice_xl.lake.columns import PLACE
from medoffice_xl.lake.parts import frame_of_arrow
from medoffice_xl.tables import CHARGES, REMITS, TABLES

LINES_A_TASK = 100_000
"""Remitted lines of a task: with their charges 58 MB in Arrow's format, and some 0.4 GiB in its Python process."""

FILES_A_TASK = 50
"""Files of remittances that one task reads."""


if _WHY_NOT := why_not():
    raise CannotRead(_WHY_NOT)


@contextmanager
def session(url: str) -> Iterator[Any]:
    """A session with the cluster at this address; `local[2]` is this machine with two threads."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    here = url.startswith("local")
    builder = SparkSession.builder.master(url).appName("medoffice group")
    settings = {
        "spark.sql.session.timeZone": "UTC",
        "spark.ui.enabled": "false",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
        **({"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"} if here else {}),
        **({"spark.sql.shuffle.partitions": "4"} if here else {}),
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        yield spark
    finally:
        spark.stop()


@contextmanager
def ledgers_told_in_words(practices: Sequence[GroupPractice]) -> Iterator[None]:
    """Raise LedgerError with what to do where Spark fails over a ledger's file: damaged, or out of reach."""
    from py4j.protocol import Py4JError  # noqa: PLC0415
    from pyspark.errors import PySparkException  # noqa: PLC0415

    try:
        yield
    except (PySparkException, Py4JError) as error:
        if ".parquet" not in str(error):
            raise
        for each in practices:
            each.lake.check()
        raise LedgerError(
            "Spark could not read a file of a ledger that is whole as this machine sees it. Let every machine of the "
            "cluster see each ledger's folder under the same path, and try again; nothing was changed."
        ) from error


def rows_on(spark: Any, practice: GroupPractice, table: str) -> Any:
    """A practice's rows of a table, as Spark reads them from its ledger's files."""
    return frame_on(spark, practice.lake.shelved(table))


def frame_on(spark: Any, shelved: Shelved) -> Any:
    """The rows of a table of a ledger, as Spark reads them from its files; raises LedgerError as `check` does."""
    shelved.check()
    files = [str(shelved.folder / part.file) for part in shelved.parts]
    if not files:
        from medoffice_xl.lake.database import relation  # noqa: PLC0415

        return spark.createDataFrame(
            relation(shelved.folder, shelved.table, (), shelved.table.counted).to_arrow_table()
        )
    return spark.read.parquet(*files).select(*shelved.table.counted, PLACE)


def read_on(spark: Any, files: pa.Table) -> Mapping[str, Remitted]:
    """What files of remittances hold: each is read by one of Spark's processes, and only sums come back."""
    from pyspark.sql import functions as f  # noqa: PLC0415
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415

    tasks = max(1, -(-len(files) // FILES_A_TASK))
    lines = spark.createDataFrame(files).repartition(tasks).mapInArrow(lines_of, from_arrow_schema(READ))
    sums = lines.groupBy("practice", "path", "refused").agg(
        f.count("paid").alias("lines"), f.sum("charge").alias("charged"), f.sum("paid").alias("paid")
    )
    return added_up_files([sums.toArrow().to_pandas()])


def checked_on(spark: Any, practices: Sequence[GroupPractice]) -> ByPayer:
    """The check on the cluster: of one practice's patients, whose accounts have the same hash, one task is made.

    A task gets its lines and the charges of their claims as two Arrow tables, because neither can be judged without the
    other. It gives back sums alone: no line leaves its task.
    """
    schema = ", ".join(("practice string", "payer string", *(f"{name} long" for name in SUMS)))
    books = {each.mark: _as_bytes(each.pricing) for each in practices}
    shared = spark.sparkContext.broadcast(books)
    tasks = None
    for each in practices:
        remits, charges = _by_patient(rows_on(spark, each, "remits"), rows_on(spark, each, "charges"), each)
        mine = remits.groupBy("practice", "task").cogroup(charges.groupBy("practice", "task"))
        part = mine.applyInArrow(_task(shared), schema)
        tasks = part if tasks is None else tasks.unionByName(part)
    found = tasks.groupBy("practice", "payer").sum(*SUMS).toArrow().to_pylist() if tasks is not None else []
    return added_up(
        (row["practice"], pd.DataFrame([{"payer": row["payer"], **{name: row[f"sum({name})"] for name in SUMS}}]))
        for row in found
    )


def _by_patient(remits: Any, charges: Any, practice: GroupPractice) -> tuple[Any, Any]:
    """Lines and charges with the practice's mark and their patient's task; a claim stands for a patient not known."""
    from pyspark.sql import functions as f  # noqa: PLC0415

    count = max(1, -(-practice.lake.rows("remits") // LINES_A_TASK))
    known = charges.filter(f.col("patient_acct") != "").groupBy("claim_id")
    accounts = known.agg(f.min_by("patient_acct", PLACE).alias("account"))
    person = f.coalesce(f.col("account"), f.concat(f.lit("claim "), f.col("claim_id")))
    task = f.pmod(f.xxhash64(person), f.lit(count)).cast("int")
    marked = (
        rows.join(accounts, "claim_id", "left").select(
            *names, PLACE, f.lit(practice.mark).alias("practice"), task.alias("task")
        )
        for rows, names in ((remits, LINES), (charges, CHARGES.counted))
    )
    return next(marked), next(marked)


def _task(books: Any) -> Callable[[tuple[Any, ...], pa.Table, pa.Table], pa.Table]:
    """What a Python process of the cluster does with the lines and charges of one task."""

    def judge(key: tuple[Any, ...], lines: pa.Table, charges: pa.Table) -> pa.Table:
        mark = key[0].as_py()
        book = _rulebook(books.value[mark])
        remits = frame_of_arrow(REMITS, lines.sort_by(PLACE).select(list(LINES)), LINES)
        billed = frame_of_arrow(CHARGES, charges.sort_by(PLACE).select(CHARGES.counted), CHARGES.counted)
        sums = sums_by_payer(checked_lines(remits, check(remits, book, billed), book))
        return pa.table(
            {
                "practice": pa.array([mark] * len(sums), pa.string()),
                "payer": pa.array(sums["payer"].tolist(), pa.string()),
                **{name: pa.array(sums[name].tolist(), pa.int64()) for name in SUMS},
            }
        )

    return judge


Packed = tuple[tuple[str, bytes], ...]


def _as_bytes(pricing: Mapping[str, pd.DataFrame]) -> Packed:
    """A practice's pricing tables as they travel to the tasks: Arrow's own format, which holds data and no code."""
    packed = []
    for name, frame in sorted(pricing.items()):
        sink = io.BytesIO()
        rows = pa.Table.from_pandas(frame[TABLES[name].names], preserve_index=False)
        with pa.ipc.new_stream(sink, rows.schema) as stream:
            stream.write_table(rows)
        packed.append((name, sink.getvalue()))
    return tuple(packed)


@cache
def _rulebook(packed: Packed) -> Rulebook:
    """The rulebook of a practice, compiled once in each process."""
    tables = {
        name: frame_of_arrow(TABLES[name], pa.ipc.open_stream(content).read_all(), TABLES[name].names)
        for name, content in packed
    }
    return rulebook_of(tables)
