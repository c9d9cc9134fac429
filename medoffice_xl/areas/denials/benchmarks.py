"""What good looks like for denials, with where it was published."""

from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import Benchmark

INITIAL_DENIAL_RATE = Benchmark(
    "Denial rate, initial", "lower", 0.05, 0.10, Unit.PERCENT,
    "AAFP, claim denial rate", None,
    "First answers. 5 to 10 % is average, below 5 % is good.",
)  # fmt: skip
FINAL_DENIAL_RATE = Benchmark(
    "Denial rate, final", "lower", 0.025, 0.05, Unit.PERCENT,
    "Derived: AAFP's rate, half of the denials overturned (RevSynMD, benchmark study: 50 to 60 % of appeals)", None,
    "Answers that stand. Nobody publishes this rate for practices: set your own goal.",
)  # fmt: skip

BENCHMARKS = (INITIAL_DENIAL_RATE, FINAL_DENIAL_RATE)
