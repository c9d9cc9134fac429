"""Overtime: which share of the hours worked was paid at a higher rate."""

from medoffice_xl.areas.staff.people import chosen
from medoffice_xl.areas.staff.workforce import Workforce, notes, span_parts
from medoffice_xl.errors import NoData
from medoffice_xl.measure import Definition, Measure, Part, Unit

DEFINITION = Definition(
    "Overtime rate",
    "overtime hours, double time among them ÷ hours worked; what is paid and not worked (vacation, sickness) does not "
    "count",
    "Payroll practice; the pay periods that end in the window",
)


def overtime_rate(work: Workforce, who: str) -> Measure:
    """The share of overtime. Raises NoData where no hour was worked."""
    found = chosen(work.everybody, who)
    hours = work.hours(found)
    if hours.worked <= 0:
        raise NoData("Hours has no hour worked in the window. Import payroll's hours.")
    return Measure(
        float(hours.overtime / hours.worked),
        Unit.PERCENT,
        DEFINITION,
        parts=[
            Part("Overtime hours", float(hours.overtime), Unit.RATIO),
            Part("Hours worked", float(hours.worked), Unit.RATIO),
            Part("Paid and not worked", float(hours.leave), Unit.RATIO),
            *span_parts(work),
        ],
        rows_used=work.paid.rows_used,
        left_out=work.left_out,
        notes=notes(work, found),
    )
