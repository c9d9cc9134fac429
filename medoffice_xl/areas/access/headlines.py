"""The figures of access that the Dashboard shows month by month."""

from medoffice_xl.areas.access.benchmarks import NEW_PATIENT_WAIT, NO_SHOW
from medoffice_xl.areas.access.fill import fill_rate
from medoffice_xl.areas.access.new_patient_rate import HISTORY, new_patient_rates
from medoffice_xl.areas.access.no_shows import no_show_rate
from medoffice_xl.areas.access.schedule import NEEDS, USES, schedule
from medoffice_xl.areas.access.sessions import WHEN
from medoffice_xl.areas.access.third_next import third_next_available
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.headlines import Headline, each_end
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.measure import Unit
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables.benchmarks import HIGHER, LOWER

SHEET = "Access"

HEADLINES = (
    Headline(
        "No-show rate", "Of all that were not cancelled a day before", Unit.PERCENT, LOWER, SHEET,
        each_end(lambda tables, day, terms: no_show_rate(schedule(tables, day), days_up_to(day, terms.window))),
        NEEDS, USES, benchmark=NO_SHOW, place=12,
    ),
    Headline(
        "Fill of slots", "Booked minutes of all that could be booked", Unit.PERCENT, HIGHER, SHEET,
        each_end(lambda tables, day, terms: fill_rate(tables, days_up_to(day, terms.window))),
        (*NEEDS, "sessions"), USES, place=13,
    ),
    Headline(
        "New-patient share", "Of visits; not seen here in three years", Unit.PERCENT, HIGHER, SHEET,
        lambda tables, ends, terms: new_patient_rates(
            tables.rows("charges"), ends, terms.window, [limits_on(day, tables).whole(HISTORY) for day in ends]),
        ("charges",), ("thresholds",), place=14,
    ),
    Headline(
        "Third next available", "Days to the third open slot, mean over providers", Unit.DAYS, LOWER, SHEET,
        each_end(
            lambda tables, day, terms: remembered(third_next_available, schedule(tables, day), tables.shared(WHEN))),
        (*NEEDS, "sessions"), USES, benchmark=NEW_PATIENT_WAIT,
    ),
)  # fmt: skip
