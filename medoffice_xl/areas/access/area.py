"""What the area Access brings to the house."""

from medoffice_xl.actions import Action
from medoffice_xl.area import Area
from medoffice_xl.areas.access import page, productivity_page, report
from medoffice_xl.areas.access.benchmarks import BENCHMARKS
from medoffice_xl.areas.access.demo import demo
from medoffice_xl.areas.access.fill import fill_rate
from medoffice_xl.areas.access.headlines import HEADLINES
from medoffice_xl.areas.access.no_shows import no_show_rise
from medoffice_xl.areas.access.pack import SECTIONS as PACK
from medoffice_xl.areas.access.third_next import wait_rise
from medoffice_xl.areas.access.uncharged import kept_visits
from medoffice_xl.readers.reader import imported_later
from medoffice_xl.tables import APPOINTMENTS, SESSIONS

_HERE = "medoffice_xl.areas.access"
READERS = (
    imported_later("appointments", f"{_HERE}.appointment_files", APPOINTMENTS.columns),
    imported_later("sessions", f"{_HERE}.session_files", SESSIONS.columns),
)

ACTIONS = (
    Action(
        "access_lists",
        "Reports",
        "Access lists",
        "FindDialog",
        "AL",
        "Appointments to be asked about",
        "Appointments without a status, patients who miss again and again, kept visits that were never charged, row by "
        "row.",
    ),
)

AREA = Area(
    name="access",
    title="Access",
    duty="Who was to be seen and came, how the providers' time is used, and what each provider did.",
    pages=(page.PAGE, productivity_page.PAGE),
    readers=READERS,
    reports={"access_lists": report.access_lists},
    report_sheets=(report.SHEET,),
    actions=ACTIONS,
    benchmarks=BENCHMARKS,
    pack=PACK,
    demo=demo,
    to_do=(page.UNCHARGED_TODO, page.NO_STATUS),
    headlines=HEADLINES,
    figures={
        "fill_rate": fill_rate,
        "no_show_rise": no_show_rise,
        "wait_rise": wait_rise,
        "kept_visits": kept_visits,
    },
)
