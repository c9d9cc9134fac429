"""Who works here: how many for each provider, at what hours, how many leave, and what of theirs runs out."""

from datetime import date
from typing import Annotated

from medoffice_xl.areas.staff.due_soon import due_soon
from medoffice_xl.areas.staff.leaver_cost import leaver_cost
from medoffice_xl.areas.staff.overtime import overtime_rate
from medoffice_xl.areas.staff.pay_tie import pay_tie
from medoffice_xl.areas.staff.staff_by import By, staff_by
from medoffice_xl.areas.staff.staff_months import staff_months
from medoffice_xl.areas.staff.staff_pay import staff_pay
from medoffice_xl.areas.staff.staff_ratio import Per, staff_ratio
from medoffice_xl.areas.staff.thresholds import FULL_TIME
from medoffice_xl.areas.staff.turnover import Leave, turnover
from medoffice_xl.areas.staff.vacancies import vacancy_list, vacancy_rate
from medoffice_xl.areas.staff.workforce import Way, Workforce, fte, workforce
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.ledger.choices import choose
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.sets import Tables
from udfs.arguments import Day
from udfs.sets import OfStaff

Year = Annotated[int, "Days to look back from AsOf, that day counted. Left out: 365."]
Quarter = Annotated[int, "Days to look back from AsOf, that day counted. Left out: 90."]
Who = Annotated[
    str,
    "Whom to count: providers, support, office (front and business office), a kind of staff, a role or a department. "
    "Left out: everybody.",
]

_WORK = ("employees", "hours")


@cell_function("Staff", needs=_WORK, uses=("thresholds",))
def FTE(
    Staff: OfStaff,
    AsOf: Day,
    YearDays: Year = 365,
    who: Who = "",
    way: Annotated[
        str,
        "hours: all paid hours ÷ full-time hours; capped: the same, nobody above 1.0 (MGMA); agreed: by the hours "
        "agreed a week. Left out: hours.",
    ] = "hours",
) -> Measure:
    """Full-time equivalents of some of the staff: paid hours ÷ full-time hours (40 a week, 2,080 a year).

    The pay periods that end in the window count. Of whom payroll has no hours, the hours agreed a week count.
    """
    return fte(_work(Staff, AsOf, YearDays), who, choose(Way, way, "way to count an FTE"))


@cell_function("Staff", needs=_WORK, uses=("thresholds",))
def STAFF_RATIO(
    Staff: OfStaff,
    AsOf: Day,
    YearDays: Year = 365,
    who: Annotated[
        str, "Whom to count: support, office (front and business office), a kind of staff or a role. Left out: support."
    ] = "support",
    per: Annotated[
        str, "provider: physicians and advanced practice; physician: physicians alone. Left out: provider."
    ] = "provider",
) -> Measure:
    """Support staff for each provider: FTE of the staff ÷ FTE of the providers, nobody of them above 1.0.

    12 FTE of staff and 2.6 of providers are 4.62. Of staff all paid hours count.
    """
    return staff_ratio(_work(Staff, AsOf, YearDays), who or "support", choose(Per, per, "kind of provider"))


@cell_function("Staff", needs=_WORK, uses=("thresholds",))
def OVERTIME_RATE(Staff: OfStaff, AsOf: Day, WindowDays: Quarter = 90, who: Who = "") -> Measure:
    """Overtime ÷ hours worked, double time among it; what is paid and not worked does not count.

    The pay periods that end in the window count. #N/A when no hour was worked.
    """
    return overtime_rate(_work(Staff, AsOf, WindowDays), who)


@cell_function("Staff", needs=("employees",), uses=("thresholds",))
def TURNOVER(
    Staff: OfStaff,
    AsOf: Day,
    YearDays: Year = 365,
    who: Who = "",
    leave: Annotated[str, "Which leaves count: all, voluntary or involuntary. Left out: all."] = "all",
) -> Measure:
    """Who left ÷ people on average (the mean of the month-ends), counted up to a year; a transfer is no leave.

    A window of less than six months is marked as too short to judge by. #N/A when nobody worked here.
    """
    which = choose(Leave, leave, "kind of leave")
    return turnover(Staff["employees"], AsOf, YearDays, who, which, limits_on(AsOf, Staff))


@cell_function("Staff", needs=_WORK, uses=("thresholds",), spills=True)
def STAFF_BY(
    Staff: OfStaff,
    AsOf: Day,
    YearDays: Year = 365,
    by: Annotated[str, "kind, role or department. Left out: kind."] = "kind",
) -> Breakdown:
    """Staff by kind, role or department: people, FTE both ways, for each provider, overtime and turnover.

    Spills a heading, one row each and the total.
    """
    return staff_by(_work(Staff, AsOf, YearDays), choose(By, by, "way to tell staff apart"))


@cell_function("Staff", needs=_WORK, uses=("thresholds",), spills=True)
def STAFF_MONTHS(
    Staff: OfStaff,
    AsOf: Day,
    months: Annotated[int, "How many months up to AsOf to show. Left out: 13."] = 13,
    who: Who = "",
) -> Breakdown:
    """Staff month by month: people, FTE, hours worked, overtime and leavers, oldest month first.

    A pay period counts to the month in which it ends. Spills a heading and one row a month.
    """
    return staff_months(Staff["employees"], Staff["hours"], AsOf, months, who, limits_on(AsOf, Staff))


@cell_function("Staff", needs=("employees",), uses=("thresholds",), spills=True)
def DUE_SOON(
    Staff: OfStaff,
    AsOf: Day,
    days: Annotated[int, "How many days ahead to look; 0 is the first notice on Thresholds. Left out: 0."] = 0,
) -> Breakdown:
    """Licenses, DEA, board, CME, CPR, malpractice, training, I-9 and reviews that are late or due within 90 days.

    Spills a heading and one row a thing, first due first, with its notice: late, within 30, 60 or 90 days. #N/A when
    nothing is due.
    """
    return due_soon(Staff["employees"], AsOf, days, limits_on(AsOf, Staff))


@cell_function("Staff", needs=("employees", "vacancies"))
def VACANCY_RATE(Staff: OfStaff, AsOf: Day, who: Who = "") -> Measure:
    """Share of the hours a week that nobody fills: open places ÷ (open places + hours agreed with the staff)."""
    return vacancy_rate(Staff["employees"], Staff["vacancies"], AsOf, who)


@cell_function("Staff", needs=("vacancies",), uses=("thresholds",), spills=True)
def VACANCIES(Staff: OfStaff, AsOf: Day) -> Breakdown:
    """Places that are open on the day, with their FTE and how long they have been; the longest open first.

    Spills a heading and one row a place. #N/A when none is open.
    """
    return vacancy_list(Staff["vacancies"], AsOf, limits_on(AsOf, Staff).exact(FULL_TIME))


@cell_function("Staff", needs=("pay_totals",), spills=True)
def STAFF_PAY(Staff: OfStaff, AsOf: Day, YearDays: Year = 365) -> Breakdown:
    """Pay by role over the whole months of the window, with the employer's taxes and benefits, most dollars first.

    Out of the totals that the Personnel workbook gave; spills a heading, one row a role and the total.
    """
    return staff_pay(Staff["pay_totals"], AsOf, YearDays)


@cell_function("Staff", needs=("pay_totals", "costs"))
def PAY_TIE(Staff: OfStaff, AsOf: Day, YearDays: Year = 365) -> Measure:
    """Costs of staff in the books less gross pay of the Personnel workbook's totals, in dollars: 0 where they tie.

    Over the whole months of the window that both have; EXPLAIN shows both sides, and which months do not tie.
    """
    return pay_tie(Staff["pay_totals"], Staff["costs"], AsOf, YearDays)


@cell_function("Staff")
def LEAVER_COST(
    LeaverWage: Annotated[float, "Wage of an hour of who leaves, with taxes and benefits."],
    LeaverHours: Annotated[float, "Hours a week of the place."],
    LeaverDaysEmpty: Annotated[float, "Days until the place is filled; others work overtime for it."],
    LeaverTraining: Annotated[float, "Hours of training of who comes, the trainer's among them. Left out: 0."] = 0.0,
    LeaverManagerHours: Annotated[float, "Hours of the manager to find and bring in a person. Left out: 0."] = 0.0,
    LeaverManagerWage: Annotated[float, "Wage of an hour of the manager. Left out: 0."] = 0.0,
    LeaverRecruiting: Annotated[float, "Dollars of advertisements, checks and agencies. Left out: 0."] = 0.0,
) -> Measure:
    """Dollars that one leaver costs: overtime while the place is empty, training, manager's time and recruiting."""
    return leaver_cost(
        LeaverWage,
        LeaverHours,
        LeaverDaysEmpty,
        LeaverTraining,
        LeaverManagerHours,
        LeaverManagerWage,
        LeaverRecruiting,
    )


def _work(tables: Tables, as_of: date, window: int) -> Workforce:
    return workforce(tables["employees"], tables["hours"], as_of, window, limits_on(as_of, tables))
