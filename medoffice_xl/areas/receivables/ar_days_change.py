"""Why days in A/R changed: more is owed, more or less is charged a day, or something was written off.

A write-off lowers days in A/R as money does. How many days of a change it made is told apart, so that nobody takes it
for collecting.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from medoffice_xl.areas.receivables.ar_bridge import EVERYTHING, Bridge, bridge, opening_day
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.activity import activity, available
from medoffice_xl.ledger.entries import accounts
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit

DEFINITION = Definition(
    "Change of days in A/R",
    "closing days − opening days = (closing A/R − opening A/R) ÷ closing charges a day + opening A/R × (1 ÷ closing "
    "charges a day − 1 ÷ opening charges a day); written off = what no contract took ÷ closing charges a day",
    "MGMA, Cost and Revenue Survey formulas (days in A/R, gross); the split is arithmetic",
)

COLUMNS = (BreakdownColumn("Line", Unit.TEXT), BreakdownColumn("Days", Unit.DAYS))

OPENING, BALANCE, RATE, CLOSING = "Opening days in A/R", "More or less owed", "Charges a day", "Closing days in A/R"
WRITTEN_OFF, WITHOUT = "Of it written off", "Closing days without write-offs"


@dataclass(frozen=True, slots=True)
class DaysChange:
    """Days in A/R at both ends of a bridge, exact, and what made them differ."""

    bridge: Bridge
    opening_rate: Fraction
    closing_rate: Fraction

    @property
    def opening(self) -> Fraction:
        """Days at the opening, as it stood then."""
        return self.bridge.opening / self.opening_rate

    @property
    def closing(self) -> Fraction:
        """Days at the end."""
        return self.bridge.closing / self.closing_rate

    @property
    def by_balance(self) -> Fraction:
        """What more or less is owed made of the change."""
        return (self.bridge.closing - self.bridge.opening) / self.closing_rate

    @property
    def by_rate(self) -> Fraction:
        """What the charges a day made of the change."""
        return self.bridge.opening * (1 / self.closing_rate - 1 / self.opening_rate)

    @property
    def written_off(self) -> Fraction:
        """Days that were written off."""
        return self.bridge.written_off / self.closing_rate


def days_change(
    charges: Frame, payments: Frame, as_of: date, months: int = 1, window: int = 90, scope: Scope = EVERYTHING
) -> DaysChange:
    """The change as numbers; raises NoData where nothing was charged in either window."""
    found = bridge(charges, payments, as_of, months, scope)
    return DaysChange(
        found,
        _charged_a_day(charges, payments, opening_day(as_of, months), window, scope),
        _charged_a_day(charges, payments, as_of, window, scope),
    )


def ar_days_change(
    charges: Frame, payments: Frame, as_of: date, months: int = 1, window: int = 90, scope: Scope = EVERYTHING
) -> Breakdown:
    """Days in A/R (gross) at both ends of the bridge, and what made them differ.

    10,500 charged a day at the opening and 10,614 at the end, 412,350.18 owed then and 425,951.38 now: 39.27 days
    become 40.13, 1.28 more by what is owed and 0.42 fewer by the charges. The opening is as it stood then, without what
    was typed in since. Raises NoData where nothing was charged in either window.
    """
    found = days_change(charges, payments, as_of, months, window, scope)
    written_off = float(found.written_off)
    return Breakdown(
        columns=COLUMNS,
        body=[
            (OPENING, float(found.opening)),
            (BALANCE, float(found.by_balance)),
            (RATE, float(found.by_rate)),
            (CLOSING, float(found.closing)),
            (WRITTEN_OFF, written_off),
            (WITHOUT, float(found.closing + found.written_off)),
        ],
        definition=DEFINITION,
        parts=[
            Part("Opening A/R", found.bridge.opening, Unit.MONEY),
            Part("Closing A/R", found.bridge.closing, Unit.MONEY),
            Part("Charged a day at the opening", round(found.opening_rate), Unit.MONEY),
            Part("Charged a day at the end", round(found.closing_rate), Unit.MONEY),
            Part("Written off that no contract took", found.bridge.written_off, Unit.MONEY),
            Part("Opening day", opening_day(as_of, months), Unit.DATE),
            Part("Closing day", as_of, Unit.DATE),
        ],
        notes=[f"{written_off:.2f} days of it was written off."] if found.bridge.written_off > 0 else [],
    )


def _charged_a_day(charges: Frame, payments: Frame, day: date, window: int, scope: Scope) -> Fraction:
    """Gross charges of the window that ends on the day, a day, as days in A/R takes them."""
    everything = accounts(charges, payments, day)
    period, _ = available(everything, days_up_to(day, window))
    charged = activity(everything.of(scope), period).charges
    if charged <= 0:
        whose = f" for {scope}" if scope.names else ""
        raise NoData(f"Nothing was charged{whose} from {period}, so there is nothing to measure A/R by.")
    return Fraction(charged, period.days)
