"""How a figure stands against its benchmark: the words beside it. Their first word decides their colour."""

from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import LOWER, Benchmark

GOOD, FAIR, POOR = "Good", "Fair", "Poor"
NO_FIGURE = "No figure yet"


def sentence(benchmark: Benchmark, cell: str) -> str:
    """The formula for Good, Fair or Poor, with what good is; it says so where there is no figure."""
    good, poor = (_looked_up(benchmark, field) for field in ("Good", "Poor"))
    lower = benchmark.better == LOWER
    better, worse, limit = ("<=", ">=", "or less") if lower else (">=", "<=", "or more")
    days = f'TEXT({good},"0")&IF({good}=1," day"," days")'
    shown = {Unit.PERCENT: f'TEXT({good},"0.0%")', Unit.RATIO: f'TEXT({good},"0.00")'}.get(benchmark.unit, days)
    verdict = f'IF({cell}{better}{good},"{GOOD}",IF({cell}{worse}{poor},"{POOR}","{FAIR}"))'
    return f'=IF(ISNUMBER({cell}),{verdict}&" · good is "&{shown}&" {limit}","{NO_FIGURE}")'


def _looked_up(benchmark: Benchmark, field: str) -> str:
    # XLOOKUP, because the headless engine does not take INDEX over a table's column.
    return f'_xlfn.XLOOKUP("{benchmark.measure}",tblBenchmarks[Measure],tblBenchmarks[{field}])'
