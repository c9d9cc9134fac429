"""What good looks like for receivables and collections, with where it was published."""

from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import Benchmark

DAYS_IN_AR = Benchmark(
    "Days in A/R", "lower", 40, 50, Unit.DAYS,
    "AAFP, Managing your practice's finances", None,
    "30 to 40 days are preferable, below 50 is the least. Definitions differ: compare gross with gross.",
)  # fmt: skip
OVER_90_DAYS = Benchmark(
    "A/R over 90 days", "lower", 0.15, 0.25, Unit.PERCENT,
    "Get Practice Help, practice dashboard guide", None,
    "Below 15% is healthy, above 25% is a warning. MGMA data are quoted at about 13.5%.",
)  # fmt: skip
OVER_120_DAYS = Benchmark(
    "A/R over 120 days", "lower", 0.1026, 0.1721, Unit.PERCENT,
    "MGMA 2007 report on 2006 data, as quoted in RTA newsletter 2008", 2006,
    "Multispecialty groups: better performers 10.26%, all groups 17.21%.",
)  # fmt: skip
NET_COLLECTION_RATE = Benchmark(
    "Net collection rate", "higher", 0.95, 0.90, Unit.PERCENT,
    "AAFP, adjusted collection rate", None,
    "95% is the least, 95 to 99% is average, above 99% is best; 90% or less is a problem.",
)  # fmt: skip
GROSS_COLLECTION_RATE = Benchmark(
    "Gross collection rate", "higher", 0.76, 0.72, Unit.PERCENT,
    "Practice Management STATS quick reference", 2016,
    "Depends on the level of the list prices: follow the trend rather than the figure.",
)  # fmt: skip
DAYS_TO_PAY = Benchmark(
    "Days to pay", "lower", 25, 35, Unit.DAYS,
    "Vizier Health, revenue-cycle guide", None,
    "Commercial payers, from clean claim to remittance: 25 to 35 days.",
)  # fmt: skip
CHARGE_LAG = Benchmark(
    "Charge lag", "lower", 1, 3, Unit.DAYS,
    "RTA, Monitoring a practice's financial health", None,
    "Outpatient charges are posted within 24 hours, inpatient within 72.",
)  # fmt: skip

BENCHMARKS = (
    DAYS_IN_AR, OVER_90_DAYS, OVER_120_DAYS, NET_COLLECTION_RATE, GROSS_COLLECTION_RATE, DAYS_TO_PAY, CHARGE_LAG,
)  # fmt: skip
