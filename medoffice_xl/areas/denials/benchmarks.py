"""What good looks like for denials, with where it was published."""

from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import Benchmark

INITIAL_DENIAL_RATE = Benchmark(
    "Denial rate, initial", "lower", 0.05, 0.10, Unit.PERCENT,
    "AAFP, claim denial rate", None,
    "First answers. 5 to 10% is average, below 5% is good.",
)  # fmt: skip
FINAL_DENIAL_RATE = Benchmark(
    "Denial rate, final", "lower", 0.025, 0.05, Unit.PERCENT,
    "Derived: AAFP's rate, half of the denials overturned (RevSynMD, benchmark study: 50 to 60% of appeals)", None,
    "Answers that stand. Nobody publishes this rate for practices: set your own goal.",
)  # fmt: skip

FIRST_PASS_RATE = Benchmark(
    "First-pass resolution", "higher", 0.90, 0.85, Unit.PERCENT,
    "Intermedix, five metrics", None,
    "90% or more of claims are resolved at the first submission; the poor end is medoffice_xl's own choice.",
)  # fmt: skip
CLEAN_CLAIM_RATE = Benchmark(
    "Clean-claim rate (proxy)", "higher", 0.95, 0.90, Unit.PERCENT,
    "Med Precision Billing, clean-claim rate: HFMA's target", None,
    "95% is the target, 97 to 98% the best; from payers' answers it is a proxy and reads higher than HFMA's.",
)  # fmt: skip
OVERTURN_RATE = Benchmark(
    "Denials overturned", "higher", 0.60, 0.40, Unit.PERCENT,
    "Qway Healthcare, appeal overturn rate (a vendor's figure)", None,
    "60% or more of appeals win where the right denials are appealed.",
)  # fmt: skip

BENCHMARKS = (INITIAL_DENIAL_RATE, FINAL_DENIAL_RATE, FIRST_PASS_RATE, CLEAN_CLAIM_RATE, OVERTURN_RATE)
