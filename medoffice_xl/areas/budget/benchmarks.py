"""What good looks like for a practice's own money, with where it was published."""

from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import Benchmark

OVERHEAD_RATE = Benchmark(
    "Overhead rate", "lower", 0.60, 0.65, Unit.PERCENT,
    "FPM 2010 (about 60% in family medicine); Practice Management STATS (58 to 62%)", 2010,
    "Primary care runs from the high fifties to the mid sixties; behavioral health 45 to 55%.",
)  # fmt: skip
OPERATING_MARGIN = Benchmark(
    "Operating margin", "higher", 0.38, 0.30, Unit.PERCENT,
    "Practice Management STATS quick reference (38 to 42% before physician pay)", None,
    "Before physician pay. The poor end is medoffice_xl's own choice.",
)  # fmt: skip
DAYS_CASH = Benchmark(
    "Days cash on hand", "higher", 60, 30, Unit.DAYS,
    "medoffice_xl's own choice; no published figure for physician-owned practices", None,
    "One to two months of spending.",
)  # fmt: skip
CURRENT_RATIO = Benchmark(
    "Current ratio", "higher", 2.0, 1.0, Unit.RATIO,
    "Norris, medical practice finance: below 1 trouble, above 2 good", None,
    "Books on the cash basis show neither A/R nor A/P.",
)  # fmt: skip
DEBT_SERVICE_COVERAGE = Benchmark(
    "Debt service coverage", "higher", 1.5, 1.2, Unit.RATIO,
    "Forward Slash Health 2025; lenders ask for 1.25 (PracticeCFO)", 2025,
    "After physician pay, with interest and depreciation added back.",
)  # fmt: skip

BENCHMARKS = (OVERHEAD_RATE, OPERATING_MARGIN, DAYS_CASH, CURRENT_RATIO, DEBT_SERVICE_COVERAGE)
