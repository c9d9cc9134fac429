"""What the workbook's figures cost: a first pass of all of them, and what one edited row costs with its dependents.

    python benchmarks/figures.py [WORKBOOK]        default: the invented practice, made anew

Three years of 300,000 charges: `medoffice demo --physicians 57 --months 36 --out large`, and then its workbook.

Every call that the workbook makes of our functions is heard in a headless pass and made again, in the same order, in a
process that has answered nothing yet; then once more with one cell of one table changed. Beside each stands, from the
same run, the bare reading of the same tables' sheets by calamine and the bare pandas group-by of the same rows: claims
by their charges and payments, remitted lines by claim. A refresh without Excel, with its peak memory, is held against
1.5 times the bare read and 5 seconds; the cost of asking over COM, where there is Wine. Seconds of one core; the ratios
are what to compare.
"""

import gc
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import Any

import wine_calls
from python_calamine import CalamineWorkbook

from medoffice_xl.book import open_book
from medoffice_xl.book.book import Book
from medoffice_xl.cells import CATALOGUE
from medoffice_xl.cells.function import CellFunction
from medoffice_xl.cells.handles import is_set, table_name
from medoffice_xl.errors import MedOfficeError
from medoffice_xl.hosts.headless import refresh
from medoffice_xl.hosts.headless.engine import Engine
from medoffice_xl.tables import TABLES

EDITS = (
    ("a contract's Note", "contracts", "note", "called"),
    ("a remitted line", "remits", "paid", 0.01),
    ("a payment", "payments", "amount", 0.01),
    ("a charge", "charges", "charge", 0.01),
)
"""What is edited: its name, the table, the column of its first row, and what is put there or added."""


LOOKS_ANYWHERE = "INDIRECT(A1)"
"""A question for which no table is read past the calculation, so that all are loaded by calls."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One call that the workbook made: of which function, with what, by which cell, and what it gave."""

    function: str
    arguments: tuple[Any, ...]
    place: str
    gave: Any


def calls_of(path: Path) -> list[Heard]:
    """Every call that the workbook makes, in the order of a headless pass."""
    heard: list[Heard] = []
    plain = CellFunction.call

    def listening(function: CellFunction, *values: Any, place: str = "") -> Any:
        gave = None
        try:
            gave = plain(function, *values, place=place)
        finally:
            heard.append(Heard(function.name, values, place, gave))
        return gave

    CellFunction.call = listening  # type: ignore[method-assign]
    Engine(open_book(path), questions=(LOOKS_ANYWHERE,)).evaluate()
    return [call for call in heard if not any(isinstance(one, dict) for one in call.arguments)]


class Pass:
    """The calls made again; `costs` is what each function took."""

    def __init__(self, calls: list[Heard]) -> None:
        self._calls = calls
        self._now: dict[str, Any] = {}
        self.costs: Counter[str] = Counter()
        self.loading = 0.0

    @property
    def figures(self) -> float:
        """Seconds of all figures, without the loading of tables."""
        return sum(self.costs.values())

    def run(self, edited: str = "", edit: Callable[[list[list[Any]]], list[list[Any]]] | None = None) -> "Pass":
        """Make every call; the cells of the table `edited` are changed before they are loaded."""
        for call in self._calls:
            arguments = tuple(self._as_now(one) for one in call.arguments)
            if call.function == "LOAD_TABLE" and edit is not None and arguments[0] == edited:
                arguments = (arguments[0], edit(arguments[1]))
            function = CATALOGUE[call.function]
            started = process_time()
            try:
                gave = function.call(*arguments, place=call.place)
            except MedOfficeError:
                gave = None
            took = process_time() - started
            if function.loads:
                self.loading += took
                self._now[call.gave] = gave
            else:
                self.costs[call.function] += took
        return self

    def _as_now(self, argument: Any) -> Any:
        """A handle as it is called after the edit; all else as it was."""
        is_handle = isinstance(argument, str) and (is_set(argument) or table_name(argument))
        if is_handle:
            return self._now.get(argument, argument)
        if isinstance(argument, list):
            return [[self._as_now(cell) for cell in row] for row in argument] if len(argument) < 100 else argument
        return argument


def edit_of(table: str, column: str, change: Any) -> Callable[[list[list[Any]]], list[list[Any]]]:
    """A copy of the table's cells with one cell of the first row changed."""

    def edit(cells: list[list[Any]]) -> list[list[Any]]:
        place = list(cells[0]).index(TABLES[table][column].header)
        first = list(cells[1])
        first[place] = change if isinstance(change, str) else (first[place] or 0) + change
        return [cells[0], first, *cells[2:]]

    return edit


def bare_read(path: Path, sheets: list[str]) -> float:
    """Seconds of reading the sheets' cells and nothing else."""
    started = process_time()
    with CalamineWorkbook.from_path(path) as book:
        for sheet in sheets:
            book.get_sheet_by_name(sheet).to_python()
    return process_time() - started


def bare_group_by(book: Book) -> float:
    """Seconds of the balances and answers of every claim, as pandas alone adds them up."""
    charges, payments, remits = (book.read(name) for name in ("charges", "payments", "remits"))
    started = process_time()
    billed = charges.groupby("claim_id").agg(charge=("charge", "sum"), posted=("post_date", "min"), dos=("dos", "min"))
    posted = payments.groupby("claim_id").agg(amount=("amount", "sum"))
    billed.join(posted)
    remits.groupby(["payer", "claim_id"]).agg(
        paid=("paid", "sum"), allowed=("allowed", "sum"), day=("paid_date", "min")
    )
    return process_time() - started


def refreshed(path: Path) -> tuple[float, float]:
    """Seconds and peak GiB of a refresh of a copy, in a process of its own."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / path.name
        shutil.copy(path, copy)
        started = process_time()
        refresh(copy)
        return process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def measure(path: Path) -> None:
    book = open_book(path)
    sizes = {name: len(book.read(name)) for name in ("charges", "payments", "remits")}
    print(", ".join(f"{size:,} {name}" for name, size in sizes.items()))
    sheets = [TABLES[name].sheet for name in sizes]
    read = bare_read(path, sheets)
    print(f"  bare calamine read of these sheets {read:6.2f} s")
    print(f"  bare pandas group-by of these rows {bare_group_by(book):6.2f} s")
    with ProcessPoolExecutor(1, get_context("spawn")) as another:
        seconds, peak = another.submit(refreshed, path).result()
    print(f"  refresh without Excel              {seconds:6.2f} s   1.5 × the read + 5 s is {1.5 * read + 5:.2f} s")
    print(f"  its peak memory                    {peak:6.2f} GiB")
    with ProcessPoolExecutor(1, get_context("spawn")) as another:
        calls = another.submit(calls_of, path).result()
    gc.collect()
    gc.freeze()  # a host holds the cells outside of Python
    first = Pass(calls).run()
    print(f"  first pass of {len(calls)} calls          {first.figures:6.2f} s   and {first.loading:.2f} s of loading")
    for name, took in first.costs.most_common(8):
        print(f"    {name:32} {took:6.2f} s")
    for what, table, column, change in EDITS:
        again = Pass(calls).run(table, edit_of(table, column, change))
        tail = ", ".join(f"{name} {took:.2f}" for name, took in again.costs.most_common(6) if took > 0.005)
        print(f"  {what:34} {again.figures:6.2f} s   and {again.loading:.2f} s of loading   {tail}")


def main() -> None:
    given = sys.argv[1:]
    if given:
        measure(Path(given[0]))
    else:
        measure_the_demo()
    wine_calls.border()


def measure_the_demo() -> None:
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "demo"
        subprocess.run([Path(sys.executable).with_name("medoffice"), "demo", "--out", out], check=True)
        measure(out / "PracticeManager.xlsm")


if __name__ == "__main__":
    main()
