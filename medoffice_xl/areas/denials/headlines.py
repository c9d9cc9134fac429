"""The figures of denials that goals may name and that are drawn month by month."""

from medoffice_xl.areas.denials.benchmarks import CLEAN_CLAIM_RATE, FIRST_PASS_RATE, INITIAL_DENIAL_RATE, OVERTURN_RATE
from medoffice_xl.areas.denials.causes import CAUSES
from medoffice_xl.areas.denials.denial_rate import initial_denial_rates
from medoffice_xl.areas.denials.first_denials import DENIALS_READ, denial_tables
from medoffice_xl.areas.denials.resolution import clean_claim_rates, first_pass_rates, overturn_rates
from medoffice_xl.contracts.shared import REASONS
from medoffice_xl.headlines import Headline
from medoffice_xl.measure import Unit
from medoffice_xl.tables.benchmarks import HIGHER, LOWER

SHEET = "Denials by cause"

HEADLINES = (
    Headline(
        "Denial rate, initial", "Claims whose first answer was a denial", Unit.PERCENT, LOWER, SHEET,
        lambda tables, ends, terms: initial_denial_rates(
            tables.rows("remits"), tables.shared(REASONS), ends, terms.window),
        ("remits",), REASONS.reads, benchmark=INITIAL_DENIAL_RATE, place=9,
    ),
    Headline(
        "Denial rate, initial, year", "Claims of a year whose first answer was a denial", Unit.PERCENT, LOWER, SHEET,
        lambda tables, ends, terms: initial_denial_rates(
            tables.rows("remits"), tables.shared(REASONS), ends, terms.year),
        ("remits",), REASONS.reads, benchmark=INITIAL_DENIAL_RATE,
    ),
    Headline(
        "First-pass resolution", "Claims of a year that needed no second try", Unit.PERCENT, HIGHER, SHEET,
        lambda tables, ends, terms: first_pass_rates(
            tables.rows("remits"), tables.shared(REASONS), ends, terms.year),
        ("remits",), REASONS.reads, benchmark=FIRST_PASS_RATE,
    ),
    Headline(
        "Clean claims (proxy)", "Claims of a year without a fault of our own", Unit.PERCENT, HIGHER, SHEET,
        lambda tables, ends, terms: clean_claim_rates(
            tables.rows("remits"), tables.shared(REASONS), tables.shared(CAUSES), ends, terms.year),
        ("remits",), (*REASONS.reads, *CAUSES.reads), benchmark=CLEAN_CLAIM_RATE,
    ),
    Headline(
        "Denials overturned", "Of a year's denials that are closed", Unit.PERCENT, HIGHER, SHEET,
        lambda tables, ends, terms: overturn_rates(denial_tables(tables), ends, terms.year),
        ("remits",), DENIALS_READ, benchmark=OVERTURN_RATE,
    ),
)  # fmt: skip
