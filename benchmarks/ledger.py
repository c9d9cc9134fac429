"""What a ledger beside the workbook costs: imports, voucher check, figures, all pages, beside DuckDB's own group-by.

    python benchmarks/ledger.py [1000000 10000000] [--without pages read]

How each step grows from the first size to another is said at the end: 1.00 is in line with the rows. So many remitted
lines in twelve months, as many charges, twice as many payments; 20 payers × 2,000 codes × 3 schedule
versions. Every step runs in a process of its own, so that its peak memory is its own, over the same files in the same
run; seconds of processors are what to compare. Beside them stands the least that any reading of these rows costs:
DuckDB's group-by of the charges and payments by claim, and of the remitted lines by claim.
"""

import os
import resource
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from price_lines import contracts, remits, schedules, typed
from read_835 import synthetic

from medoffice_xl.areas.denials.denial_rate import denial_rate
from medoffice_xl.areas.payers.payer_mix import payer_mix
from medoffice_xl.areas.receivables.ageing import ageing
from medoffice_xl.areas.receivables.days_in_ar import ar_total, days_in_ar
from medoffice_xl.areas.receivables.days_to_pay import days_to_pay
from medoffice_xl.areas.receivables.monthly import monthly
from medoffice_xl.book import open_book
from medoffice_xl.book.master import copy_master
from medoffice_xl.claims.reason_codes import ReasonCodes
from medoffice_xl.cli.import_files import into
from medoffice_xl.contracts.check_of_ledger import checked_batches
from medoffice_xl.contracts.rulebook import compile_rulebook
from medoffice_xl.group.check import added_up, sums_by_payer
from medoffice_xl.hosts.headless import refresh
from medoffice_xl.lake import Lake, open_lake
from medoffice_xl.lake.database import connection, named
from medoffice_xl.lake.manifest import Manifest, Part
from medoffice_xl.lake.parts import as_parquet, by_month, part_of
from medoffice_xl.readers.era import read_many
from medoffice_xl.sets.unchanging import unchanging
from medoffice_xl.tables import CHARGES, PAYMENTS, REMITS, TABLES, Table, empty_frame

MONTHS = pd.date_range("2026-01-01", periods=12, freq="MS").as_unit("us")
DAY = date(2026, 12, 31)

MEGABYTES = 25
"""Of an 835 file: a large payer's day."""

SMALL = 30_000
"""Bytes, some hundred lines: what a small payer sends."""

Step = Callable[[Path], str]


def make(folder: Path, lines: int) -> None:
    """Write the ledger month by month: no more than a month of it is ever in memory."""
    chance = np.random.default_rng(835)
    rates = schedules(chance)
    parts: dict[str, list[Part]] = {table.name: [] for table in (CHARGES, PAYMENTS, REMITS)}
    each = lines // len(MONTHS) // 2 * 2
    for number, month in enumerate(MONTHS):
        answered = remits(chance, rates, each)
        days = np.repeat(chance.integers(0, 27, each // 2), 2).astype("timedelta64[D]")
        claim = pd.Series([f"{number:02}-"] * each, dtype="str") + answered["claim_id"]
        service = pd.Series(month.to_numpy() + days).astype("datetime64[us]")
        answered = answered.assign(
            claim_id=claim, dos=service, paid_date=service, received=service, line_control=line()
        )
        month_of = {
            CHARGES.name: billed(answered),
            PAYMENTS.name: posted(answered),
            REMITS.name: answered,
        }
        for table in (CHARGES, PAYMENTS, REMITS):
            rows = month_of[table.name]
            first = sum(part.rows for part in parts[table.name])
            parts[table.name].append(write(folder, table, f"{month:%Y-%m}", rows, first))
    manifest = Manifest({name: tuple(found) for name, found in parts.items()})
    Lake(folder, manifest, Manifest()).published()


def line() -> str:
    """No payer returns line numbers here: lines are found by code and charge."""
    return ""


def billed(answered: pd.DataFrame) -> pd.DataFrame:
    """The charges that were answered, three claims a patient."""
    claims = pd.factorize(answered["claim_id"])[0] // 3
    return typed(
        CHARGES,
        {
            **{name: answered[name] for name in ("claim_id", "dos", "payer", "pos", "code", "units", "charge")},
            "line_id": answered["line_no"].astype("str"),
            "patient_acct": answered["claim_id"].str.slice(0, 3) + pd.Series(claims).astype("str"),
            "post_date": answered["dos"],
            "submit_date": answered["dos"],
            "provider": pd.Series([f"Provider {one}" for one in range(100)], dtype="str").take(claims % 100).array,
        },
        len(answered),
    )


def posted(answered: pd.DataFrame) -> pd.DataFrame:
    """What each answer posted: the payment, and the contractual adjustment."""
    both = pd.concat([answered, answered], ignore_index=True)
    size = len(answered)
    return typed(
        PAYMENTS,
        {
            **{name: both[name] for name in ("claim_id", "payer", "trace")},
            "line_id": both["line_no"].astype("str"),
            "post_date": both["paid_date"],
            "kind": pd.Series(["insurance payment"] * size + ["contractual adjustment"] * size, dtype="str"),
            "amount": np.concatenate([answered["paid"], answered["contractual"]]),
            "source": pd.Series(["835"] * 2 * size, dtype="str"),
        },
        2 * size,
    )


def write(folder: Path, table: Table, month: str, rows: pd.DataFrame, first: int) -> Part:
    """A month's file."""
    content = as_parquet(table, rows, np.arange(first, first + len(rows)))
    part = part_of(table, month, len(rows), content)
    (folder / part.file).parent.mkdir(parents=True, exist_ok=True)
    (folder / part.file).write_bytes(content)
    return part


def write_files(folder: Path, lines: int) -> None:
    """The same number of remitted lines as 835 files, of MEGABYTES each."""
    folder.mkdir()
    content = synthetic(MEGABYTES << 20)
    each = content.count(b"SVC*")
    for number in range(-(-lines // each)):
        (folder / f"{number:04}.835").write_bytes(content)


def make_book(folder: Path) -> None:
    """A workbook with the contracts, whose ledger this is, as `medoffice ledger` leaves it."""
    book = open_book(copy_master(folder.parent / "book"))
    schedule = schedules(np.random.default_rng(835))
    book.write({"contracts": contracts(), "fee_schedules": schedule})
    book.set_setting("AsOf", DAY)
    lake = open_lake(folder)
    missing = {name: empty_frame(table) for name, table in TABLES.items() if table.by_month and name not in lake}
    book.keep_in(lake.staged(missing))
    book.save()


def read(folder: Path) -> str:
    """Read the files two at a time, and write their lines as the ledger holds them."""
    files = sorted((folder.parent / "files").iterdir())
    target = folder.parent / "read"
    found = 0
    for start in range(0, len(files), 2):
        for reading in read_many(files[start : start + 2]):
            rows = reading.tables["remits"]
            for month, places in by_month(REMITS, rows):
                write(target, REMITS, month, rows.iloc[places], found)
            found += len(rows)
    size = sum(path.stat().st_size for path in files) / 1e9
    return f"{len(files):,} files, {size:.2f} GB, {found:,} lines"


def pages(folder: Path) -> str:
    """Every figure of every page of the workbook."""
    refreshed = refresh(next((folder.parent / "book").glob("*.xlsm")))
    return f"{len(refreshed.figures):,} cells, {len(refreshed.errors):,} without an answer"


def group_by(folder: Path) -> str:
    """DuckDB alone: balances by claim, and remitted lines by claim."""
    lake = open_lake(folder)
    rows = {name: lake.shelved(name).relation() for name in ("charges", "payments", "remits")}
    with named(**rows) as names:
        balances = (
            "SELECT count(*), sum(balance) FROM (SELECT claim_id, sum(amount) AS balance FROM ("
            f"SELECT claim_id, charge AS amount FROM {names['charges']} UNION ALL "
            f"SELECT claim_id, -amount FROM {names['payments']}) GROUP BY claim_id)"
        )
        lines = (
            "SELECT count(*), sum(paid) FROM (SELECT claim_id, sum(paid) AS paid, sum(allowed), count(*) "
            f"FROM {names['remits']} GROUP BY claim_id)"
        )
        found = [connection().sql(asked).fetchall()[0] for asked in (balances, lines)]
    return f"{found[0][0]:,} claims owe ${int(found[0][1]) / 100:,.2f}"


def check(folder: Path) -> str:
    """The voucher check of all lines, batch by batch, added up by payer."""
    lake = open_lake(folder)
    chance = np.random.default_rng(835)
    book = compile_rulebook({"contracts": contracts(), "fee_schedules": schedules(chance)})
    batches = checked_batches(lake.shelved("remits").relation(), lake.shelved("charges").relation(), book)
    sums = added_up(("1", sums_by_payer(lines)) for _, lines in batches)
    short = sum(each.short for each in sums.values())
    return f"{sum(each.short_lines for each in sums.values()):,} lines underpaid by ${short / 100:,.2f}"


def figures(folder: Path) -> str:
    """Seven figures and lists over all rows: A/R, days, ageing, thirteen months, mix, denials, days to pay."""
    lake = open_lake(folder)
    tables = (unchanging(lake.shelved(name).relation()) for name in ("charges", "payments", "remits"))
    charges, payments, answered = tables
    took = []
    for figure, given in (
        (ar_total, (charges, payments, DAY)),
        (days_in_ar, (charges, payments, DAY, 90)),
        (ageing, (charges, payments, DAY)),
        (monthly, (charges, payments, DAY, 13, 90)),
        (payer_mix, (charges, payments, DAY, 365, 0, 90)),
        (denial_rate, (answered, ReasonCodes.of(None), DAY, 90)),
        (days_to_pay, (charges, answered, ReasonCodes.of(None), DAY, 90)),
    ):
        started = time.perf_counter()
        figure(*given)
        took.append(f"{figure.__name__} {time.perf_counter() - started:.1f}")
    return ", ".join(took)


def bring(folder: Path) -> str:
    """A small 835 taken in: read, merged, checked against the contracts and staged, without the refresh after it."""
    path = folder.parent / "small.835"
    path.write_bytes(synthetic(SMALL))
    brought = into(open_book(next((folder.parent / "book").glob("*.xlsm"))), [path])
    return f"{sum(each.added for each in brought.outcomes):,} lines"


def change(folder: Path) -> str:
    """One payment of the last month is another: the table is read, compared and written, and the state published."""
    lake = open_lake(folder)
    payments = lake.frame("payments")
    payments.loc[len(payments) - 1, "amount"] += 1
    after = lake.staged({"payments": payments}).published()
    same = after.manifest.files & lake.manifest.files
    return f"{len(after.manifest.files - same):,} file of {len(after.manifest.files):,} written"


Measured = tuple[float, float, float, str]


def measured(step: Step, folder: Path) -> Measured | None:
    """Seconds, seconds of all processors, peak GiB and what it found, in a process of its own; None where it ended."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_run, args=(step, folder, there))
    process.start()
    there.close()  # held open here, it would never tell that the process is gone
    try:
        found: Measured | None = here.recv()
    except EOFError:
        found = None
    process.join()
    return found


def _run(step: Step, folder: Path, pipe: Any) -> None:
    started, before = time.perf_counter(), time.process_time()
    found = step(folder)
    took = time.perf_counter() - started, time.process_time() - before
    pipe.send((*took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20, found))


STEPS = (group_by, check, figures, bring, change, pages, read)


def main() -> None:
    """Print a block a size, and how each step grows."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sizes", nargs="*", type=int, default=[1_000_000])
    parser.add_argument("--without", nargs="*", default=[], choices=[step.__name__ for step in STEPS])
    asked = parser.parse_args()
    steps = [step for step in STEPS if step.__name__ not in asked.without]
    took: dict[int, dict[str, float]] = {}
    for size in asked.sizes:
        with tempfile.TemporaryDirectory() as place:
            took[size] = measured_at(size, Path(place), steps)
    first, *others = took
    for size in others:
        for name, seconds in took[size].items():
            if name not in took[first]:
                continue
            growth = seconds / took[first][name] / (size / first)
            print(f"  {name:<9}{first:,} to {size:,} lines: {growth:5.2f} times what is in line", flush=True)


def measured_at(size: int, place: Path, steps: Sequence[Step]) -> dict[str, float]:
    """Seconds of processors of each step, printed as they come."""
    folder = place / "ledger"
    folder.mkdir()
    started = time.perf_counter()
    make(folder, size)
    if read in steps:
        write_files(place / "files", size)
    if {pages, bring} & {*steps}:
        make_book(folder)
    took = time.perf_counter() - started
    lake = open_lake(folder)
    rows = sum(lake.rows(name) for name in lake.manifest.tables)
    weight = sum(part.size for parts in lake.manifest.tables.values() for part in parts) / 2**20
    print(f"{size:,} lines, {rows:,} rows in all, {weight:,.0f} MiB (made in {took:.0f} s)", flush=True)
    found: dict[str, float] = {}
    for step in steps:
        took_it = measured(step, folder)
        if took_it is None:
            print(
                f"  {step.__name__:<9}ended before it was done; most often the machine's memory was not enough",
                flush=True,
            )
            continue
        seconds, processor, peak, said = took_it
        found[step.__name__] = processor
        bare = found.get(group_by.__name__, processor)
        print(
            f"  {step.__name__:<9}{seconds:7.1f} s, {processor:6.1f} s of processors, {processor / bare:5.1f} "
            f"times the group-by, peak {peak:5.2f} GiB, load {os.getloadavg()[0]:4.1f}: {said}",
            flush=True,
        )
    return found


if __name__ == "__main__":
    main()
