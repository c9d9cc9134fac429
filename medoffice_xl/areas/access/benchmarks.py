"""What good looks like for access, with where it was published."""

from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import Benchmark

NO_SHOW = Benchmark(
    "No-show rate", "lower", 0.05, 0.10, Unit.PERCENT,
    "MGMA DataDive, by way of linear.health (6.81%; 7% in 2019)", 2023,
    "The ends are medoffice_xl's own choice round the published mean.",
)  # fmt: skip
NEW_PATIENT_WAIT = Benchmark(
    "New-patient wait", "lower", 14, 28, Unit.DAYS,
    "athenahealth, new-patient appointments (mean 2.7 weeks; 60% within two weeks, 20% over four)", 2016,
    "Third next available, calendar days.",
)  # fmt: skip

BENCHMARKS = (NO_SHOW, NEW_PATIENT_WAIT)
