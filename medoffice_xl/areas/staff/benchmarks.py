"""What good looks like for staffing and turnover, with where it was published."""

from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import Benchmark

_SURVEY = "Comprehensive Primary Care initiative, practice survey, Annals of Family Medicine"

STAFF_PER_PROVIDER = Benchmark(
    "Support staff per provider", "lower", 4, 5, Unit.RATIO,
    "MGMA DataDive Cost and Revenue 2017, as told by Part B News", 2017,
    "Groups of about 4 did best; the lowest quarter has 2.7 or fewer, the highest 5 or more. Too few costs visits.",
)  # fmt: skip
ADMINISTRATIVE_PER_PHYSICIAN = Benchmark(
    "Front and business office per physician", "lower", 2.01, 2.33, Unit.RATIO, _SURVEY, 2012,
    "Mean of 496 primary-care practices 2.01; of those with two physicians or fewer 2.33.",
)  # fmt: skip
CLINICAL_PER_PHYSICIAN = Benchmark(
    "Clinical support per physician", "lower", 2.49, 2.99, Unit.RATIO, _SURVEY, 2012,
    "Mean 2.49 (4.50 of all staff less 2.01); of practices with two physicians or fewer 2.99. Nurse practitioners, "
    "physician assistants and care managers count there.",
)  # fmt: skip
TURNOVER_ALL = Benchmark(
    "Staff turnover", "lower", 0.10, 0.25, Unit.PERCENT, "MGMA Stat, May 2017", 2017,
    "1,133 groups: more than 40% lose fewer than 10% a year, 6% lose more than 25%.",
)  # fmt: skip
TURNOVER_FRONT = Benchmark(
    "Turnover, front office", "lower", 0.20, 0.40, Unit.PERCENT,
    "MGMA operations data 2024, as told by Forward Slash Health", 2024,
    "Single-specialty groups: 40% a year. The good end is medoffice_xl's own choice.",
)  # fmt: skip
TURNOVER_CLINICAL = Benchmark(
    "Turnover, clinical support", "lower", 0.20, 0.33, Unit.PERCENT,
    "MGMA operations data 2024, as told by Forward Slash Health", 2024,
    "Single-specialty groups: 33% a year. The good end is medoffice_xl's own choice.",
)  # fmt: skip

BENCHMARKS = (
    STAFF_PER_PROVIDER, ADMINISTRATIVE_PER_PHYSICIAN, CLINICAL_PER_PHYSICIAN, TURNOVER_ALL, TURNOVER_FRONT,
    TURNOVER_CLINICAL,
)  # fmt: skip
