"""The figures of denials that the Dashboard shows month by month."""

from medoffice_xl.areas.denials.benchmarks import INITIAL_DENIAL_RATE
from medoffice_xl.areas.denials.denial_rate import initial_denial_rates
from medoffice_xl.contracts.shared import REASONS
from medoffice_xl.headlines import Headline
from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import LOWER

HEADLINES = (
    Headline(
        "Denial rate, initial", "Claims whose first answer was a denial", Unit.PERCENT, LOWER, "Denials by cause",
        lambda tables, ends, terms: initial_denial_rates(
            tables.rows("remits"), tables.shared(REASONS), ends, terms.window),
        ("remits",), REASONS.reads, benchmark=INITIAL_DENIAL_RATE, place=9,
    ),
)  # fmt: skip
