"""What it costs when one person leaves: overtime while the place is empty, training, the manager's time, recruiting."""

from fractions import Fraction

from medoffice_xl.areas.staff.people import exact
from medoffice_xl.errors import OutOfRange
from medoffice_xl.measure import Definition, Measure, Part, Unit

DEFINITION = Definition(
    "Cost of a leaver",
    "days empty ÷ 7 × hours a week × wage × ½ (time and a half for the hours that others take over, less the wage "
    "saved) + hours of training × wage + hours of the manager × wage of the manager + recruiting",
    "Medical assistant turnover cost calculations, Journal of the American Board of Family Medicine, table 1",
)
PREMIUM = Fraction(1, 2)


def leaver_cost(
    wage: float,
    weekly_hours: float,
    days_empty: float,
    training_hours: float,
    manager_hours: float,
    manager_wage: float,
    recruiting: float,
) -> Measure:
    """Dollars for one leaver; wages are an hour's, with taxes and benefits. Each part is rounded half up to a cent.

    Raises OutOfRange for a negative number.
    """
    given = (wage, weekly_hours, days_empty, training_hours, manager_hours, manager_wage, recruiting)
    if min(given) < 0:
        raise OutOfRange("Wages, hours, days and dollars of a leaver cannot be negative.")
    an_hour, week, empty, training, of_manager, his_hour, advertised = (exact(number) for number in given)
    parts = {
        "Overtime while the place is empty": empty / 7 * week * an_hour * PREMIUM,
        "Training": training * an_hour,
        "Manager's time": of_manager * his_hour,
        "Recruiting": advertised,
    }
    cents = {name: int(dollars * 100 + Fraction(1, 2)) for name, dollars in parts.items()}
    return Measure(
        sum(cents.values()),
        Unit.MONEY,
        DEFINITION,
        parts=[Part(name, amount, Unit.MONEY) for name, amount in cents.items()],
    )
