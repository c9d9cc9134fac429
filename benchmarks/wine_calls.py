"""What a cell function costs over COM: real Windows Python under Wine, xlwings' own server.

Prints, from one run: calls a second of a function that does nothing and of a figure on a set; the seconds that
a table of 100,000 rows and 12 columns takes to go over, and to be loaded. Wine is not Windows: the ratios count.

Run: python benchmarks/wine_calls.py [ROWS]
"""

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path[:0] = [str(TESTS), str(TESTS / "hosts" / "wine")]

from wine_python import StandIn, install_checkout, why_not  # noqa: E402

from medoffice_xl.tables import CHARGES, PAYMENTS  # noqa: E402

CALLS = 300
DAY = {"date": "2026-06-30"}
VALUES = {
    **{"claim_id": "C1", "line_id": "1", "dos": {"date": "2026-05-01"}, "post_date": {"date": "2026-05-02"}},
    **{"submit_date": {"date": "2026-05-03"}, "payer": "Gray Oak", "plan": "PPO", "provider": "Able"},
    **{"location": "Main", "code": "G0438", "units": 1, "charge": 120.5},
}
HEADER = [CHARGES[name].header for name in VALUES]
ROW = list(VALUES.values())


def main(rows: int) -> None:
    """Measure and print."""
    reason = why_not()
    if reason:
        sys.exit(reason)
    install_checkout()
    excel = StandIn()
    try:
        excel.ask("bare")
        tables(excel, rows)
        calls(excel)
    finally:
        excel.close()


def border() -> None:
    """What asking costs over COM, or why that is not measured here."""
    reason = why_not()
    if reason:
        print(f"  over COM: not measured. {reason}")
        return
    install_checkout()
    excel = StandIn()
    try:
        excel.ask("bare")
        calls(excel)
    finally:
        excel.close()


def tables(excel: StandIn, rows: int) -> None:
    """A whole table over, and loaded; the first load is not counted, for it imports everything."""
    load = {"module": "udfs.tables", "function": "LOAD_TABLE", "before": ["here", "charges"]}
    excel.ask("send_table", **load, header=HEADER, row=ROW, rows=10)
    over, loaded = (
        min(excel.ask("send_table", **asked, header=HEADER, row=ROW, rows=rows)["seconds"] for _ in range(3))
        for asked in ({"module": "bare", "function": "ROWS_IN"}, load)
    )
    print(f"{rows:,} × {len(HEADER)} over the border   {over:7.2f} s")
    share = (loaded - over) / over
    print(f"{rows:,} × {len(HEADER)} LOAD_TABLE        {loaded:7.2f} s   our share {share:.2f} × the border")


def calls(excel: StandIn) -> None:
    """Scalar calls: nothing at all, then days in A/R on the handle of a set of small tables."""
    paid = ["C1", "1", DAY, "Gray Oak", "insurance payment", 50.0, "", "EFT1", "835"]
    practice = excel.ask(
        "call",
        module="udfs.tables",
        function="PRACTICE",
        arguments=["here", "charges", [HEADER, ROW], "payments", [PAYMENTS.headers, paid]],
    )
    arguments = [practice["value"], DAY]
    bare = milliseconds(excel, "bare", "NOTHING", arguments)
    print(f"a call that does nothing   {bare:7.2f} ms   {1000 / bare:6.0f} a second")
    for module, name, given in (
        ("udfs.receivables", "AR_DAYS", arguments),
        ("udfs.collections", "CHARGES_IN", [*arguments, DAY]),
        ("udfs.explain", "WHY", ["#N/A"]),
    ):
        ours = milliseconds(excel, module, name, given)
        print(f"{name:26} {ours:7.2f} ms   {1000 / ours:6.0f} a second   our share {ours - bare:.2f} ms")


def milliseconds(excel: StandIn, module: str, name: str, arguments: list[object]) -> float:
    """Of one call, from the best of three rounds."""
    rounds = [
        excel.ask("call", module=module, function=name, arguments=arguments, times=CALLS)["seconds"] for _ in range(3)
    ]
    return 1000 * min(rounds) / CALLS


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
