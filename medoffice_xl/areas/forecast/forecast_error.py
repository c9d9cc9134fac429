"""How far past forecasts were off, beside a plain mean: whether the forecast deserves to be relied on."""

from enum import StrEnum

from medoffice_xl.areas.forecast.back_test import back_test, errors
from medoffice_xl.areas.forecast.experience import Experience
from medoffice_xl.areas.forecast.projection import Rules
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.choices import choose
from medoffice_xl.measure import Definition, Measure, Part, Unit


class Kind(StrEnum):
    """Which error."""

    WAPE = "WAPE"
    BIAS = "bias"
    COVERAGE = "coverage"
    PLAIN = "plain"


_SOURCE = "Hyndman and Athanasopoulos, Forecasting: principles and practice; WAPE, since MAPE breaks on small months"
DEFINITIONS = {
    Kind.WAPE: Definition("Forecast error", "sum of |forecast − actual| ÷ sum of actual, of three months", _SOURCE),
    Kind.BIAS: Definition("Forecast bias", "sum of (forecast − actual) ÷ sum of actual; above zero: too high", _SOURCE),
    Kind.COVERAGE: Definition(
        "Forecast coverage", "share of past month-ends that lie in the 80% interval made of the others", _SOURCE
    ),
    Kind.PLAIN: Definition(
        "Error of the plain mean", "the same error of three times the mean of the last three months", _SOURCE
    ),
}


def forecast_error(of: Experience, rules: Rules, kind: str = Kind.WAPE) -> Measure:
    """An error of the three months' forecast over all past month-ends that have come in whole, as a share.

    Raises NoData where none has, or, for coverage, where they are fewer than ten.
    """
    which = choose(Kind, kind, "forecast error")
    found = errors(back_test(of, rules))
    if found is None:
        raise NoData(f"No past forecast can be held against what came yet: there are {of.months} months of services.")
    values = {
        Kind.WAPE: found.wape,
        Kind.BIAS: found.bias,
        Kind.COVERAGE: found.coverage,
        Kind.PLAIN: found.plain_wape,
    }
    value = values[which]
    if value is None:
        raise NoData(f"Coverage takes ten past forecasts; there are {found.tested}.")
    better = "the plain mean of three months" if found.plain_wape < found.wape else "this forecast"
    return Measure(
        value,
        Unit.PERCENT,
        DEFINITIONS[which],
        parts=[
            Part("WAPE", found.wape, Unit.PERCENT),
            Part("Bias", found.bias, Unit.PERCENT),
            *([] if found.coverage is None else [Part("Coverage of the 80% interval", found.coverage, Unit.PERCENT)]),
            Part("WAPE of the plain mean", found.plain_wape, Unit.PERCENT),
            Part("Nearer in the past", better, Unit.TEXT),
            Part("Past month-ends", found.tested, Unit.COUNT),
        ],
        rows_used=of.entries,
    )
