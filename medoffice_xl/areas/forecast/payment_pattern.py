"""How fast each kind of payer pays: the share that has come in by each month after the service."""

from medoffice_xl.areas.forecast.cash_forecast import projected
from medoffice_xl.areas.forecast.experience import Experience
from medoffice_xl.areas.forecast.projection import Rules
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit

SHOWN = 6

DEFINITION = Definition(
    "Payment pattern",
    "share of all that a month of service will bring that has come in by the end of that month and of each later one",
    "Mack 1993: chain ladder",
)

COLUMNS = (
    BreakdownColumn("Class", Unit.TEXT),
    BreakdownColumn("Same month", Unit.PERCENT),
    *(BreakdownColumn(f"Month {lag}", Unit.PERCENT) for lag in range(1, SHOWN + 1)),
    BreakdownColumn("Comes in of allowed", Unit.PERCENT),
    BreakdownColumn("Pattern", Unit.TEXT),
)


def payment_pattern(of: Experience, rules: Rules) -> Breakdown:
    """One row a class of payers."""
    made = projected(of, rules)
    body = [
        (
            kind,
            *(pattern.paid_by(lag) for lag in range(SHOWN + 1)),
            pattern.rate,
            "its own" if pattern.own else "all payers'",
        )
        for kind, pattern in made.by_class.items()
    ]
    return Breakdown(COLUMNS, body, DEFINITION, rows_used=of.entries)
