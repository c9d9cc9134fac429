"""Who was to be seen, who came, how full the time was, and what each provider did."""

from typing import Annotated, Any

from medoffice_xl.areas.access.appointments_by import GroupedBy, appointments_by
from medoffice_xl.areas.access.fill import fill_rate_of
from medoffice_xl.areas.access.new_patient_rate import new_patient_rate
from medoffice_xl.areas.access.no_shows import Missed, no_show_rate
from medoffice_xl.areas.access.not_counted import not_counted
from medoffice_xl.areas.access.productivity import ProviderTables, provider_productivity
from medoffice_xl.areas.access.schedule import NEEDS, USES, schedule
from medoffice_xl.areas.access.sessions import WHEN, Sessions
from medoffice_xl.areas.access.third_next import DaysCounted
from medoffice_xl.areas.access.third_next import third_next_available as third_next
from medoffice_xl.areas.access.uncharged import uncharged_visits
from medoffice_xl.areas.access.workload import Load
from medoffice_xl.areas.access.workload import workload as staff_workload
from medoffice_xl.cells import cell_function
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.measure import Breakdown, Measure
from medoffice_xl.production.relative_values import relative_values
from medoffice_xl.sets import Tables
from medoffice_xl.tables import CHARGE_MASTER, MPFS, PAYMENTS, Table, empty_frame
from udfs.arguments import Day
from udfs.sets import OfAccess, OfPractice, OfStaff

Window = Annotated[int, "Days up to AsOf in which the appointments were. Left out: 90."]
YearWindow = Annotated[int, "Days up to AsOf. Left out: 365."]
Provider = Annotated[str, "One provider, as the appointments name him; leave out for all."]
VisitType = Annotated[str, "One visit type, as the appointments name it; leave out for all."]
Top = Annotated[int, "How many names to show, the others become one row. Left out: all."]


@cell_function("Access", needs=NEEDS, uses=USES)
def NO_SHOW_RATE(
    Access: OfAccess,
    AsOf: Day,
    WindowDays: Window = 90,
    count: Annotated[
        str,
        "no-shows, with late cancels, late cancels, or cancels (late and early, of all booked). Left out: no-shows.",
    ] = Missed.NO_SHOWS,
    provider: Provider = "",
    visit_type: VisitType = "",
    location: Annotated[str, "One place, as the appointments name it; leave out for all."] = "",
) -> Measure:
    """No-show rate: no-shows of all that were booked and not cancelled a day or more before.

    Days that are over and have no status yet count on neither side, and are told. #N/A where no outcome is known.
    """
    found = schedule(Access, AsOf).of(provider, visit_type, location)
    return no_show_rate(found, days_up_to(AsOf, WindowDays), count or Missed.NO_SHOWS)


@cell_function("Access", needs=(*NEEDS, "sessions"), uses=USES)
def FILL_RATE(Access: OfAccess, AsOf: Day, WindowDays: Window = 90, provider: Provider = "") -> Measure:
    """Fill of slots: booked minutes as a share of the minutes of the sessions that were not blocked.

    No-shows and late cancels filled their time. Above 100% where more was booked than could be. #N/A where no session
    is listed in the window.
    """
    judged = limits_on(AsOf, Access)
    period = days_up_to(AsOf, WindowDays)
    return fill_rate_of(schedule(Access, AsOf), Access.shared(WHEN), period, judged, provider)


@cell_function("Access", needs=(*NEEDS, "sessions"), uses=USES)
def THIRD_NEXT_AVAILABLE(
    Access: OfAccess,
    AsOf: Day,
    visit_type: VisitType = "",
    provider: Provider = "",
    days: Annotated[
        str, "calendar days, or workdays (US holidays left out). Left out: calendar."
    ] = DaysCounted.CALENDAR,
) -> Measure:
    """Third next available: days from AsOf to the third open slot after it, the mean over providers.

    Tomorrow is 1. The first two slots are left aside because a cancellation may have opened them. #N/A where fewer than
    three open slots are listed.
    """
    return third_next(schedule(Access, AsOf), Access.shared(WHEN), visit_type, provider, days or DaysCounted.CALENDAR)


@cell_function("Access", needs=("charges",))
def NEW_PATIENT_RATE(Practice: OfPractice, AsOf: Day, YearDays: YearWindow = 365, provider: Provider = "") -> Measure:
    """New-patient share of visits: patients with no visit to the practice in the three years before.

    From the charges' account numbers; #N/A where they have none. Where charges reach back less than three years too
    many count as new, and that is told.
    """
    return new_patient_rate(Practice.rows("charges"), days_up_to(AsOf, YearDays), AsOf, provider)


@cell_function("Access", needs=NEEDS, uses=(*USES, "sessions"), spills=True)
def APPOINTMENTS_BY(
    Access: OfAccess,
    AsOf: Day,
    by: Annotated[
        str, "provider, type, weekday, lead time, location or month. Left out: provider."
    ] = GroupedBy.PROVIDER,
    WindowDays: Window = 90,
    provider: Provider = "",
    top: Top = 0,
) -> Breakdown:
    """Appointments by name: kept, missed, cancelled, rescheduled, without a status, with no-show rate and fill.

    Spills a heading, one row a name and the total. Fill is known by provider, weekday and month, where Sessions are
    listed.
    """
    found = schedule(Access, AsOf)
    return appointments_by(found, _when(Access), days_up_to(AsOf, WindowDays), by or GroupedBy.PROVIDER, provider, top)


@cell_function("Access", needs=(*NEEDS, "charges"), uses=USES, spills=True)
def UNCHARGED_VISITS(Access: OfAccess, AsOf: Day, WindowDays: Window = 90, top: Top = 0) -> Breakdown:
    """Kept visits of the window that have no charge of their patient and day, the oldest first.

    Spills a heading and one row a visit. Younger ones than the threshold “Days until a visit is charged” may still get
    one and are not listed. #N/A where the appointments have no account numbers.
    """
    judged = limits_on(AsOf, Access)
    return uncharged_visits(schedule(Access, AsOf), Access.rows("charges"), days_up_to(AsOf, WindowDays), judged, top)


@cell_function("Access", needs=NEEDS, uses=USES, spills=True)
def APPOINTMENTS_NOT_COUNTED(Access: OfAccess, AsOf: Day, WindowDays: Window = 90) -> Breakdown:
    """What is not known of appointments, and what to do: no status, a status nobody knows, cancelled at no known hour.

    Spills a heading and one row a kind.
    """
    return not_counted(schedule(Access, AsOf), days_up_to(AsOf, WindowDays))


@cell_function("Access", needs=("charges", "payments", "employees", "hours"), uses=("appointments", *USES))
def WORKLOAD(
    Staff: OfStaff,
    AsOf: Day,
    WindowDays: Window = 90,
    load: Annotated[
        str, "visits; or open work: claims with a balance, visits not charged, no status. Left out: visits."
    ] = Load.VISITS,
) -> Measure:
    """Workload: visits, or work that is open on the day, for each hour worked by the staff that are no providers.

    The pay periods that end in the window count. #N/A where payroll's hours are not here.
    """
    judged = limits_on(AsOf, Staff)
    return staff_workload(Staff, AsOf, WindowDays, choose(Load, load or Load.VISITS, "kind of work"), judged)


@cell_function(
    "Access", needs=("charges",), uses=("payments", "providers", "sessions", "mpfs", "charge_master", "thresholds"),
    spills=True,
)  # fmt: skip
def PROVIDER_PRODUCTIVITY(
    Access: OfAccess,
    AsOf: Day,
    YearDays: YearWindow = 365,
    RvuYear: Annotated[int, "Year of Medicare's work values. Left out: the newest loaded."] = 0,
) -> Breakdown:
    """Each provider's visits, work RVUs, charges and collections, new-patient share, and the same per clinical FTE.

    Spills a heading, one row a provider and the total. Clinical FTE stands on Providers; below 0.1 FTE or 20 sessions
    (thresholds) nothing is shown per FTE.
    """
    values = relative_values(_or_empty(Access, MPFS), _or_empty(Access, CHARGE_MASTER), RvuYear)
    of = ProviderTables(
        Access.rows("charges"), _or_empty(Access, PAYMENTS), Access.get("providers"), _when(Access), values
    )
    judged = limits_on(AsOf, Access)
    return provider_productivity(of, days_up_to(AsOf, YearDays), AsOf, judged)


def _when(tables: Tables) -> Sessions | None:
    """The sessions, where any are listed."""
    rows = tables.get("sessions")
    return None if rows is None or rows.empty else tables.shared(WHEN)


def _or_empty(tables: Tables, table: Table) -> Any:
    found = tables.rows_if_there(table.name)
    return empty_frame(table) if found is None else found
