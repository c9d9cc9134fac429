"""What a call from LibreOffice costs: our share beside a function that does nothing, in one run.

    python benchmarks/libreoffice_calls.py [workbook]

Three questions: how long one call of a function on a handle takes on top of a bare call; how long LOAD_TABLE of
100,000 × 12 takes beside handing the same cells over and doing nothing; how long a recalculation of the whole
workbook takes, and how much of that is our functions' own computing. Turns are taken in rotation, the best counts.
"""

import sys
import time
from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Annotated, Any

import xlwings

import udfs  # noqa: F401  (registers the functions)
from medoffice_xl.cells import CATALOGUE, cell_function
from medoffice_xl.hosts.libreoffice.addin import serve
from medoffice_xl.hosts.libreoffice.engine import attach
from medoffice_xl.hosts.libreoffice.office import Office
from medoffice_xl.hosts.libreoffice.signatures import configuration
from medoffice_xl.sets import Tables
from medoffice_xl.tables import CHARGES, Kind

ROWS, COLUMNS, CALLS, TURNS = 100_000, 12, 2_000, 3
FIRST = date(2025, 1, 1)

spent = {"seconds": 0.0, "calls": 0}


def COUNT_ROWS(
    Practice: Annotated[Tables, "The practice's tables."],
    as_of: Annotated[date, "A day."],
    window: Annotated[int, "Days."],
) -> float:
    """Reads its arguments as every function does, and computes nothing."""
    return float(len(Practice["charges"]))


def BARE(tables: Annotated[Any, "Anything."] = None, as_of: Annotated[Any, "Anything."] = None,
         window: Annotated[Any, "Anything."] = None) -> float:  # fmt: skip
    """Does nothing."""
    return 0.0


def BARE_CELLS(cells: Annotated[Any, "Cells."]) -> float:
    """Lets the cells be handed over."""
    return 0.0


def idle(function: Any) -> Any:
    """The function without reading of arguments."""
    return SimpleNamespace(**fields_of(function), call=lambda *values: 0.0)


def fields_of(function: Any) -> dict[str, Any]:
    """What a host reads of a function, except how to call it."""
    return {field.name: getattr(function, field.name) for field in fields(function)}


def timed(function: Any) -> Any:
    """The function, its time added up."""

    def call(*values: Any, **place: str) -> Any:
        start = time.perf_counter()
        try:
            return function.call(*values, **place)
        finally:
            spent["seconds"] += time.perf_counter() - start
            spent["calls"] += 1

    return SimpleNamespace(**fields_of(function), call=call)


def charges() -> list[list[Any]]:
    """Charges of ROWS lines and COLUMNS columns."""
    headers = [column.header for column in CHARGES if column.required]
    headers += [column.header for column in CHARGES if not column.required][: COLUMNS - len(headers)]
    fields = {column.header: column for column in CHARGES}

    def value(header: str, row: int) -> Any:
        kind = fields[header].kind
        if kind is Kind.DATE:
            return (FIRST + timedelta(days=row % 365) - date(1899, 12, 30)).days
        return f"T{row % 5000}" if kind is Kind.TEXT else float(row % 500)

    return [headers, *([value(header, row) for header in headers] for row in range(ROWS))]


def best(work: dict[str, Callable[[], None]]) -> dict[str, float]:
    """The shortest time of each, in rotation."""
    times: dict[str, float] = {}
    for _ in range(TURNS):
        for name, do in work.items():
            start = time.perf_counter()
            do()
            took = time.perf_counter() - start
            times[name] = min(took, times.get(name, took))
    return times


def filled(sheet: xlwings.Sheet, column: str, formula: str) -> Callable[[], None]:
    """A column of calls, recalculated by a change of the cell they all depend on."""
    trigger = sheet[f"{column}1"]
    cells = sheet[f"{column}2"].resize(CALLS, 1)
    trigger.value = 1
    cells.formula = formula.replace("$T", f"${column}$1")
    cells.impl.api.getDataArray()

    def again() -> None:
        trigger.value = trigger.value + 1
        cells.impl.api.getDataArray()

    return again


def main() -> None:
    """Measure and print."""
    cell_function("Benchmark", needs=("charges",))(COUNT_ROWS)
    for function in (BARE, BARE_CELLS):
        cell_function("Benchmark")(function)
    catalogue: dict[str, Any] = {name: timed(function) for name, function in CATALOGUE.items()}
    catalogue |= {name: idle(CATALOGUE[name]) for name in ("BARE", "BARE_CELLS")}
    with Office([configuration(catalogue)]) as office:
        serve(office, catalogue)
        app = attach(office)
        sheet = app.books.add().sheets[0]
        rows = charges()
        sheet["A1"].value = rows
        whole = f"$A$1:$L${ROWS + 1}"
        sheet["N1"].formula = f'=PRACTICE("charges",{whole})'
        assert "tables" in str(sheet["N1"].value), sheet["N1"].value

        times = best(
            {
                "bare": filled(sheet, "P", "=BARE($N$1,46000,$T)"),
                "ours": filled(sheet, "Q", "=COUNT_ROWS($N$1,46000,$T)"),
            }
        )
        share = (times["ours"] - times["bare"]) / CALLS * 1_000
        print(f"{CALLS / times['bare']:,.0f} calls/s bare, {CALLS / times['ours']:,.0f} calls/s on a handle")
        print(f"our share of a call: {share:.3f} ms (goal: at most 1 ms)")

        def anew(cell: str, formula: str) -> Callable[[], None]:
            def calculate() -> None:
                sheet[cell].formula = formula
                _ = sheet[cell].value

            return calculate

        times = best(
            {"bare": anew("S1", f"=BARE_CELLS({whole})"), "ours": anew("S2", f'=LOAD_TABLE("charges",{whole})')}
        )
        print(f"{ROWS:,} × {COLUMNS}: {times['bare']:.2f} s handed over, {times['ours']:.2f} s LOAD_TABLE")
        print(f"our share: {(times['ours'] - times['bare']) / times['bare']:.2f} of the handing over (goal: at most 1)")

        if len(sys.argv) > 1:
            book = app.books.open(Path(sys.argv[1]))
            spent.update(seconds=0.0, calls=0)
            start = time.perf_counter()
            book.api.calculateAll()
            took = time.perf_counter() - start
            print(f"{book.name}: {took:.2f} s for {spent['calls']} calls, of it {spent['seconds']:.2f} s computing")


if __name__ == "__main__":
    main()
