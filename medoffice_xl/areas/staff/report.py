"""The report Staff: what stands out, staff by role, every month, everything due, and what the leavers cost."""

from collections.abc import Callable

from medoffice_xl.areas.staff.due_soon import LATE, due_soon
from medoffice_xl.areas.staff.leaver_cost import leaver_cost
from medoffice_xl.areas.staff.paid_hours import HoursOf
from medoffice_xl.areas.staff.people import ALL_SUPPORT, exact
from medoffice_xl.areas.staff.settings import SETTINGS
from medoffice_xl.areas.staff.staff_by import By, staff_by
from medoffice_xl.areas.staff.staff_months import StaffMonth, creeping, months_of_staff, staff_months
from medoffice_xl.areas.staff.thresholds import FULL_TIME, MUCH_OVERTIME
from medoffice_xl.areas.staff.turnover import DEFINITION as TURNOVER
from medoffice_xl.areas.staff.turnover import Leave, turnover_of
from medoffice_xl.areas.staff.vacancies import vacancy_list
from medoffice_xl.areas.staff.workforce import workforce
from medoffice_xl.contracts.thresholds import InForce, Thresholds
from medoffice_xl.errors import NoData
from medoffice_xl.measure import Breakdown, Unit
from medoffice_xl.money import show
from medoffice_xl.pages.blocks import Listing
from medoffice_xl.pages.fields import Field, of_unit
from medoffice_xl.pages.page import Page
from medoffice_xl.reports.document import report_page, section
from medoffice_xl.reports.practice import Practice, number_setting
from medoffice_xl.reports.rows import counted

SHEET = "Staff report"
YEAR, MONTHS = 365, 13
_WIDTHS = {"Staff": 24, "Role": 24, "What": 22, "Vacancy": 20, "Kind": 18, "Notice": 16}


def staff_report(practice: Practice) -> Page:
    """Everything that the practice's tables say of its staff on its day."""
    staff, hours, as_of = practice.table("employees"), practice.table("hours"), practice.as_of
    judged = Thresholds(practice.table("thresholds") if practice.has("thresholds") else None).on(as_of)
    work = workforce(staff, hours, as_of, YEAR, judged)
    left = turnover_of(work.everybody, work.over, Leave.ALL)
    due = _or_none(lambda: due_soon(staff, as_of, 0, judged))
    leavers = sum(one.separated for one in work.everybody)
    share = f" ({float(left.a_year):.1%} of the staff)" if left else ""
    a_leaver = leaver_cost(*(number_setting(practice, each.name) for each in SETTINGS))
    months = months_of_staff(staff, hours, as_of, MONTHS, ALL_SUPPORT, judged.exact(FULL_TIME))
    late = sum(row[-1] == LATE for row in due.body) if due else 0
    return report_page(
        sheet=SHEET,
        title="Staff",
        subtitle=f"As of {as_of:%m/%d/%Y}",
        verdict=(
            f"{counted(leavers, 'person', 'people')} left in the last 12 months{share}, at "
            f"about {show(leavers * int(a_leaver.value))}; {counted(late, 'thing is', 'things are')} late."
        ),
        sections=(
            _listing("Late or due, first to run out first", due, "Nothing of the staff's is late or due soon."),
            _with_total("By role, a year", staff_by(work, By.ROLE)),
            _with_total("By kind, a year", staff_by(work, By.KIND)),
            _listing(
                "Support staff by month",
                _or_none(lambda: staff_months(staff, hours, as_of, MONTHS, ALL_SUPPORT, judged)),
                "Hours has no pay period of these months.",
            ),
            _listing(
                "Open places",
                _or_none(lambda: vacancy_list(practice.table("vacancies"), as_of, judged.exact(FULL_TIME))),
                "No place is open.",
            ),
        ),
        notes=(
            *said_of_overtime(months, judged),
            f"One leaver costs about {show(int(a_leaver.value))}: {a_leaver.definition.formula}. The figures stand on "
            "Settings.",
            f"Turnover: {TURNOVER.formula}.",
        ),
    )


def said_of_overtime(months: list[StaffMonth], judged: InForce) -> list[str]:
    """A sentence where overtime creeps up, and one where it is much."""
    hours = sum((each.hours for each in months[-3:]), HoursOf())
    rate = hours.overtime / hours.worked if hours.worked else exact(0)
    much = rate >= judged.exact(MUCH_OVERTIME)
    said = [creeping(months, judged), f"Overtime is {float(rate):.1%} of the last months' hours." if much else ""]
    return [words for words in said if words]


def _or_none(make: Callable[[], Breakdown]) -> Breakdown | None:
    try:
        return make()
    except NoData:
        return None


def _listing(heading: str, found: Breakdown | None, empty: str) -> Listing:
    if found is None:
        return section(heading, (of_unit("What", Unit.TEXT, 22),), [], empty=empty)
    return section(heading, _fields(found), found.body, empty=empty)


def _with_total(heading: str, found: Breakdown) -> Listing:
    *rows, total = found.body
    return section(heading, _fields(found), rows, total)


def _fields(found: Breakdown) -> list[Field]:
    return [of_unit(each.header, each.unit, _WIDTHS.get(each.header, 12)) for each in found.columns]
