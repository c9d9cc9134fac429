"""How fast a charge export is read: our tables beside bare pandas.read_csv and csv.reader, in one run.

    python benchmarks/read_pm_export.py [ROWS]        default: 100000

Each figure is the least processor time of several turns taken in rotation, so that all of them meet the same load of
the machine; the ratios are what to compare.
"""

import csv
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from time import process_time

import pandas as pd

from medoffice_xl.readers import pm_export

TURNS = 4
TODAY = date(2026, 7, 1)
HEADINGS = [
    "Claim ID",
    "Line",
    "DOS",
    "Posted",
    "Submitted",
    "Payer",
    "Plan",
    "Provider",
    "Location",
    "POS",
    "Code",
    "Mod1",
    "Mod2",
    "Units",
    "Charge",
    "Account",
    "Ins Paid",
    "Pat Paid",
    "Contractual Adj",
    "Remit Date",
]


def export(path: Path, rows: int) -> None:
    """Invented charges of two lines a claim, each with what was posted to it, in 20 columns."""
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        writer.writerows(_line(number) for number in range(rows))


def _line(number: int) -> tuple[object, ...]:
    claim, served = number // 2, date(2025, 7, 1) + timedelta(days=number % 300)
    charge = 5_000 + number * 7_919 % 35_000
    paid, adjusted = charge // 2, charge // 3
    return (
        *(f"C{claim:07d}", number % 2 + 1),
        *(f"{day:%m/%d/%Y}" for day in (served, served + timedelta(days=2), served + timedelta(days=3))),
        *(f"Payer {claim % 12}", "PPO", f"Provider {claim % 10}", "Main", "11", f"G{1000 + number * 31 % 900}"),
        *("25" if number % 3 else "", "", 1, f"{charge / 100:.2f}", f"A{claim % 9000:05d}", f"{paid / 100:.2f}"),
        *("", f"{adjusted / 100:.2f}", f"{served + timedelta(days=20):%m/%d/%Y}"),
    )


def rows_of(path: Path) -> list[list[str]]:
    """The least that reading can be in Python: every row, every cell."""
    with path.open(newline="") as file:
        return list(csv.reader(file))


def seconds(task: Callable[[], object]) -> float:
    start = process_time()
    task()
    return process_time() - start


def measure(path: Path, rows: int) -> None:
    tasks: dict[str, Callable[[], object]] = {
        "ours, into charges and payments": lambda: pm_export.read(path, today=TODAY),
        "pandas.read_csv, every cell text": lambda: pd.read_csv(path, dtype="str", keep_default_na=False),
        "pandas.read_csv, types guessed": lambda: pd.read_csv(path),
        "csv.reader": lambda: rows_of(path),
    }
    best = dict.fromkeys(tasks, float("inf"))
    for _ in range(TURNS):
        for name, task in tasks.items():
            best[name] = min(best[name], seconds(task))
    ours = next(iter(best.values()))
    print(f"{rows:,} rows × {len(HEADINGS)} columns, {path.stat().st_size / 1e6:.1f} MB, seconds of one core")
    for name, spent in best.items():
        print(f"  {name:34}{spent:6.2f} s   ours takes {ours / spent:4.1f} ×")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
        file = Path(scratch) / "export.csv"
        export(file, count)
        measure(file, count)
