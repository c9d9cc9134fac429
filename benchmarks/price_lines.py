"""How fast remitted lines are priced and classified, beside a bare pandas merge_asof in the same run.

    python benchmarks/price_lines.py [100000 1000000]

20 payers × 2,000 codes × 3 schedule versions. The join only looks a rate up; the check also settles repeated
answers, joins split lines, matches contracts, applies the rules, classifies, subtracts, and looks at what was taken
off the payment and when it came.
"""

import resource
import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd

from medoffice_xl.contracts.check import check
from medoffice_xl.contracts.line_class import Finding
from medoffice_xl.contracts.rulebook import compile_rulebook
from medoffice_xl.money import NANOS_A_CENT
from medoffice_xl.tables import CONTRACTS, FEE_SCHEDULES, REMITS, empty_frame

PAYERS, CODES = 20, 2_000
VERSIONS = pd.to_datetime(["2024-01-01", "2025-01-01", "2026-01-01"]).as_unit("us")


def schedules(chance: np.random.Generator) -> pd.DataFrame:
    """Every payer's rate for every code in every version."""
    grid = pd.MultiIndex.from_product([range(PAYERS), range(CODES), range(len(VERSIONS))])
    payer, code, version = (grid.get_level_values(level).to_numpy() for level in range(3))
    ends = np.append(VERSIONS[1:] - pd.Timedelta(days=1), np.array(["NaT"], dtype="datetime64[us]"))
    columns = {
        "payer": pd.Series(payer).map(lambda one: f"Payer {one:02d}").astype("str"),
        "code": pd.Series(code).map(lambda one: f"X{one:04d}").astype("str"),
        "rate": chance.integers(2_000, 40_000, len(grid)) * NANOS_A_CENT,
        "effective": VERSIONS[version],
        "end": pd.Series(ends[version]).astype("datetime64[us]"),
    }
    return typed(FEE_SCHEDULES, columns, len(grid))


def contracts() -> pd.DataFrame:
    """One contract a payer, by its schedule, with no sequestration and interest for what is paid late."""
    return typed(
        CONTRACTS,
        {
            "payer": pd.Series([f"Payer {one:02d}" for one in range(PAYERS)], dtype="str"),
            "effective": pd.Series([VERSIONS[0]] * PAYERS),
            "method": pd.Series(["fee schedule"] * PAYERS, dtype="str"),
            "lesser_of": pd.Series(["line"] * PAYERS, dtype="str"),
            "sequestration": np.full(PAYERS, 0.0),
            "clean_claim_days": pd.Series([30] * PAYERS, dtype="Int64"),
            "late_interest": np.full(PAYERS, 0.12),
        },
        PAYERS,
    )


def remits(chance: np.random.Generator, rates: pd.DataFrame, lines: int) -> pd.DataFrame:
    """Two lines a claim; 8 in 100 denied, 5 in 100 paid 5% short."""
    cents = rates["rate"].to_numpy(dtype="int64") // NANOS_A_CENT
    payer, code, version = (chance.integers(0, top, lines) for top in (PAYERS, CODES, len(VERSIONS)))
    rate = cents[(payer * CODES + code) * len(VERSIONS) + version]
    payer = np.repeat(payer[::2], 2)[:lines]
    version = np.repeat(version[::2], 2)[:lines]
    rate = cents[(payer * CODES + code) * len(VERSIONS) + version]
    denied, short = chance.random(lines) < 0.08, chance.random(lines) < 0.05
    allowed = np.where(denied, 0, np.where(short, rate * 95 // 100, rate))
    charge = rate * 5 // 2
    dos = VERSIONS[version].to_numpy() + chance.integers(0, 300, lines).astype("timedelta64[D]")
    dos = np.repeat(dos[::2], 2)[:lines]
    claim = np.arange(lines) // 2
    paid_text = [f"CO-45:{cents / 100:.2f}" for cents in (charge - allowed).tolist()]
    denied_text = [f"CO-50:{cents / 100:.2f}" for cents in charge.tolist()]
    names = np.array([f"Payer {one:02d}" for one in range(PAYERS)])
    codes = np.array([f"X{one:04d}" for one in range(CODES)])
    return typed(
        REMITS,
        {
            "trace": pd.Series(np.char.add("T", (claim // 100).astype("str")), dtype="str"),
            "payer": pd.Series(names[payer], dtype="str"),
            "paid_date": pd.Series(dos + np.timedelta64(20, "D")).astype("datetime64[us]"),
            "claim_seq": claim % 100 + 1,
            "line_no": np.arange(lines) % 2 + 1,
            "level": pd.Series(np.full(lines, "line"), dtype="str"),
            "claim_id": pd.Series(np.char.add("C", claim.astype("str")), dtype="str"),
            "claim_status": pd.Series(np.full(lines, "1"), dtype="str"),
            "pos": pd.Series(np.full(lines, "11"), dtype="str"),
            "received": pd.Series(dos + np.timedelta64(3, "D")).astype("datetime64[us]"),
            "dos": pd.Series(dos).astype("datetime64[us]"),
            "code": pd.Series(codes[code], dtype="str"),
            "units": np.ones(lines),
            "charge": charge,
            "paid": allowed,
            "allowed": allowed,
            "contractual": charge - allowed,
            "adjustments": pd.Series(np.where(denied, denied_text, paid_text), dtype="str"),
        },
        lines,
    )


def typed(table: object, columns: dict[str, object], size: int) -> pd.DataFrame:
    """A frame of a table's types with these columns; the others are empty."""
    empty = empty_frame(table)  # type: ignore[arg-type]
    blank = {"str": "", "int64": 0}
    data = {
        name: columns.get(name, pd.Series([blank.get(str(kind))] * size, dtype=kind))
        for name, kind in empty.dtypes.items()
    }
    return pd.DataFrame(data)


def timed(work: Callable[[], object], times: int = 3) -> float:
    """The best of several runs, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def bare_join(lines: pd.DataFrame, rates: pd.DataFrame) -> pd.DataFrame:
    """What the looking-up alone costs with pandas: the rate in force by payer, code and day."""
    left = lines[["payer", "code", "dos", "allowed"]].sort_values("dos")
    right = rates[["payer", "code", "effective", "rate"]].sort_values("effective")
    return pd.merge_asof(left, right, left_on="dos", right_on="effective", by=["payer", "code"])


def main() -> None:
    """Print one row a size."""
    chance = np.random.default_rng(835)
    rates = schedules(chance)
    start = time.perf_counter()
    book = compile_rulebook({"contracts": contracts(), "fee_schedules": rates})
    print(f"rulebook of {len(rates):,} rates ready in {time.perf_counter() - start:.2f} s")
    for size in [int(argument) for argument in sys.argv[1:]] or [100_000, 1_000_000]:
        lines = remits(chance, rates, size)
        checked = check(lines, book)
        short = int((checked.finding == Finding.UNDERPAID).sum())
        join, ours = timed(lambda lines=lines: bare_join(lines, rates)), timed(lambda lines=lines: check(lines, book))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
        print(
            f"{size:>10,} lines: merge_asof {join:.2f} s, check {ours:.2f} s, {ours / join:.1f} times the bare join, "
            f"{size / ours / 1e6:.2f} million lines a second, {short:,} underpaid, peak {peak:.2f} GiB"
        )


if __name__ == "__main__":
    main()
