"""The page Access: who came, how full the time was, how long patients wait, and where visits are lost."""

from medoffice_xl.areas.access.appointments_by import columns
from medoffice_xl.areas.access.benchmarks import NEW_PATIENT_WAIT, NO_SHOW
from medoffice_xl.areas.access.not_counted import COLUMNS as NOT_COUNTED
from medoffice_xl.areas.access.not_counted import NOWHERE
from medoffice_xl.areas.access.uncharged import COLUMNS as UNCHARGED
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Chart, Figure, Figures, Listing, Note, Series, Shape, spill
from medoffice_xl.pages.colors import RESULT, SECOND
from medoffice_xl.pages.contents import Formula, ours
from medoffice_xl.pages.fields import count, day, percent, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import column, figure
from medoffice_xl.pages.to_do import ToDo, Urgency

NAME = "Access"
MONTHS, PROVIDERS, TYPES, PLACES, LOST = 13, 15, 10, 7, 20

FIGURES = Figures(
    "access",
    (
        Figure("No-show rate", ours("=NO_SHOW_RATE(Access,AsOf,WindowDays)"), Unit.PERCENT, NO_SHOW,
               trend="No-show rate"),
        Figure("With late cancels", ours('=NO_SHOW_RATE(Access,AsOf,WindowDays,"with late cancels")'), Unit.PERCENT,
               says="No-shows and cancellations under 24 hours"),
        Figure("Cancelled", ours('=NO_SHOW_RATE(Access,AsOf,WindowDays,"cancels")'), Unit.PERCENT,
               says="Late and early, of all that was booked"),
        Figure("Fill of slots", ours("=FILL_RATE(Access,AsOf,WindowDays)"), Unit.PERCENT,
               says="From where slots are free and full stands on Thresholds; between the two it is watched"),
        Figure("Third next available", ours("=THIRD_NEXT_AVAILABLE(Access,AsOf)"), Unit.DAYS, NEW_PATIENT_WAIT,
               trend="Third next available"),
        Figure("New-patient share", ours("=NEW_PATIENT_RATE(Practice,AsOf,WindowDays)"), Unit.PERCENT,
               says="Nobody of the practice saw them in three years; a trend, no goal"),
    ),
    title="Ninety days of appointments",
)  # fmt: skip


def _by(by: str, title: str, room: int, top: int = 0, window: str = "WindowDays") -> Listing:
    headings = columns(by)
    asked = f'=APPOINTMENTS_BY(Access,AsOf,"{by}",{window},"",{top})'
    return Listing(
        f"by {by}",
        (
            text(headings[0].header, 20),
            count("Appointments"),
            count("Kept"),
            count("No-shows", 10),
            count("Late cancels", 10),
            count("Early cancels"),
            count("Rescheduled"),
            count("Status missing"),
            percent("No-show rate", 12),
            percent("Cancelled"),
            percent("Fill"),
        ),
        spill(asked, headings),
        title=title,
        room=room,
        has_total=True,
        empty="No appointments are here yet: import the scheduler's list.",
    )


CHART = Chart(
    "fill by month",
    "Fill of slots and no-shows, by month",
    "by month",
    "Month",
    (Series("Fill", "Fill", RESULT, Shape.LINE), Series("No-show rate", "No-show rate", SECOND)),
    bottom=Axis("Month"),
    side=Axis("Share", "0%"),
)

LOST_VISITS = Listing(
    "uncharged",
    (day("Day"), text("Provider", 20), text("Account", 12), text("Visit type", 20), count("Days ago")),
    spill("=UNCHARGED_VISITS(Access,AsOf,YearDays)", UNCHARGED),
    title="Kept visits without a charge",
    room=LOST,
    empty="Every kept visit is charged.",
)

NOT_COUNTED_LIST = Listing(
    "not counted",
    (text("What", 40), count("Appointments"), text("Counted as", 14), text("What to do", 60)),
    spill("=APPOINTMENTS_NOT_COUNTED(Access,AsOf,WindowDays)", NOT_COUNTED),
    title="What is not known of appointments",
    room=8,
    empty="Every outcome is known.",
)

NO_STATUS = ToDo(
    "Appointments that no rate counts",
    Formula(
        f'=SUMIF({column("not counted", "Counted as", NAME)},"{NOWHERE}",{column("not counted", "Appointments", NAME)})'
    ),
    NAME,
    "Say what became of them, or add their status to Appointment statuses.",
    Urgency.LOOK,
)

UNCHARGED_TODO = ToDo(
    "Kept visits without a charge",
    Formula(f"=COUNT({column('uncharged', 'Days ago', NAME)})"),
    NAME,
    "Find the visit's note or ticket and charge it before its payer's time limit.",
    Urgency.MONEY,
)

PAGE = Page(
    NAME,
    "Access: who was to be seen, and who came",
    Formula('=TEXT(WindowDays,"0")&" days up to "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        FIGURES,
        _by("month", "By month", MONTHS, MONTHS, "YearDays+30"),
        CHART,
        _by("provider", "By provider", PROVIDERS, PROVIDERS - 1),
        _by("type", "By visit type", TYPES, TYPES - 1),
        _by("weekday", "By weekday", PLACES),
        _by("lead time", "By days from booking to visit", PLACES),
        LOST_VISITS,
        NOT_COUNTED_LIST,
        Note(
            "What each status of your scheduler is taken as stands on Appointment statuses; sessions and blocks on "
            "Sessions. A visit whose day is over and that has no status counts as missing, on neither side of a rate."
        ),
    ),
    key=KeyFigure("no-show rate", f"={figure('access', 'No-show rate', NAME)}", Unit.PERCENT),
    reading=(
        "Read no-shows by lead time and weekday before blaming a provider. Low fill with a long wait means that slots "
        "are of the wrong kind; low fill with a short wait means that patients are missing."
    ),
    then=(
        "Charge the kept visits that stand at the end first. Remind those who booked long ahead, change templates "
        "where fill is low, and use *Access lists* for the names."
    ),
)
