"""What cash is to come, and what the receivables are worth."""

from typing import Annotated

from medoffice_xl.areas.forecast.bank_ahead import READ, USED, bank_ahead
from medoffice_xl.areas.forecast.cash_forecast import cash_forecast
from medoffice_xl.areas.forecast.forecast_error import forecast_error
from medoffice_xl.areas.forecast.net_realizable import net_realizable, realizable_by_payer
from medoffice_xl.areas.forecast.payment_pattern import payment_pattern
from medoffice_xl.areas.forecast.planned_cash import planned_cash
from medoffice_xl.areas.forecast.sources import NEEDED, experience_of, rules_of
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.shared import RULEBOOK
from medoffice_xl.measure import Breakdown, Measure
from udfs.arguments import Day
from udfs.receivables import Payer
from udfs.sets import OfBudget, OfPractice


@cell_function("Forecast", needs=NEEDED, uses=(RULEBOOK,), spills=True)
def CASH_FORECAST(Practice: OfPractice, AsOf: Day) -> Breakdown:
    """Cash of payers and patients expected in the next three months, with an 80% interval.

    Spills a heading and one row a month: of services billed, of services to come, expected, low, high, and the plain
    mean of three months. The interval is that of the practice's own past forecasts.
    """
    return cash_forecast(experience_of(Practice, AsOf), rules_of(Practice, AsOf), AsOf)


@cell_function("Forecast", needs=(*NEEDED, "budget_visits"), uses=(RULEBOOK,), spills=True)
def PLANNED_CASH(Budget: OfBudget, AsOf: Day) -> Breakdown:
    """The cash forecast whose services to come are the visits that the budget plans, not those of late.

    Spills what CASH_FORECAST does; a month without rows on Budget visits is as of late, and EXPLAIN tells it.
    """
    return planned_cash(Budget, AsOf)


@cell_function("Forecast", needs=NEEDED, uses=(RULEBOOK,))
def NET_REALIZABLE(
    Practice: OfPractice,
    AsOf: Day,
    payer: Payer = "",
    method: Annotated[
        str,
        "development (how payments went on) or hindsight (what was collected of such balances). Left out: development.",
    ] = "development",
) -> Measure:
    """Net realizable value of A/R: dollars of it that will come in, never more than is owed."""
    return net_realizable(experience_of(Practice, AsOf), rules_of(Practice, AsOf), payer, method)


@cell_function("Forecast", needs=NEEDED, uses=(RULEBOOK,), spills=True)
def NET_REALIZABLE_BY_PAYER(Practice: OfPractice, AsOf: Day) -> Breakdown:
    """What each payer's A/R is worth by two methods, marked where they part by more than the threshold.

    Spills a heading, one row a payer (largest A/R first) and the total.
    """
    judging = Practice.shared(RULEBOOK).thresholds.on(AsOf)
    return realizable_by_payer(experience_of(Practice, AsOf), rules_of(Practice, AsOf), judging)


@cell_function("Forecast", needs=NEEDED, uses=(RULEBOOK,))
def FORECAST_ERROR(
    Practice: OfPractice,
    AsOf: Day,
    error: Annotated[
        str, "WAPE, bias, coverage (of the interval) or plain (WAPE of the mean of three months). Left out: WAPE."
    ] = "WAPE",
) -> Measure:
    """How far past forecasts of three months were off, from every past month-end with what was known then.

    #N/A as long as none has come in whole. EXPLAIN says whether the plain mean of three months was nearer.
    """
    return forecast_error(experience_of(Practice, AsOf), rules_of(Practice, AsOf), error)


@cell_function("Forecast", needs=NEEDED, uses=(RULEBOOK,), spills=True)
def PAYMENT_PATTERN(Practice: OfPractice, AsOf: Day) -> Breakdown:
    """How fast each kind of payer pays: share that has come in by each month after the service.

    Spills a heading and one row a class of payers.
    """
    return payment_pattern(experience_of(Practice, AsOf), rules_of(Practice, AsOf))


@cell_function("Forecast", needs=READ, uses=(*USED, RULEBOOK), spills=True)
def BANK_AHEAD(Budget: OfBudget, AsOf: Day) -> Breakdown:
    """The bank in the next three months: expected receipts, spending, the balance and its floor.

    Spills a heading and one row a month; also what would be there if receipts were low.
    """
    return bank_ahead(Budget, AsOf)
