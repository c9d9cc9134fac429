"""What the area Access brings to the house."""

from medoffice_xl.area import Area
from medoffice_xl.areas.access import page, productivity_page
from medoffice_xl.areas.access.benchmarks import BENCHMARKS
from medoffice_xl.areas.access.demo import demo
from medoffice_xl.areas.access.fill import fill_rate
from medoffice_xl.areas.access.no_shows import no_show_rise
from medoffice_xl.areas.access.third_next import wait_rise
from medoffice_xl.areas.access.uncharged import kept_visits
from medoffice_xl.readers.reader import imported_later
from medoffice_xl.tables import APPOINTMENTS

AREA = Area(
    name="access",
    title="Access",
    duty="Who was to be seen and came, how the providers' time is used, and what each provider did.",
    pages=(page.PAGE, productivity_page.PAGE),
    readers=(imported_later("appointments", "medoffice_xl.areas.access.appointment_files", APPOINTMENTS.columns),),
    benchmarks=BENCHMARKS,
    demo=demo,
    to_do=(page.UNCHARGED_TODO,),
    figures={
        "fill_rate": fill_rate,
        "no_show_rise": no_show_rise,
        "wait_rise": wait_rise,
        "kept_visits": kept_visits,
    },
)
