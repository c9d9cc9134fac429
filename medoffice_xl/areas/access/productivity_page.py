"""The page Productivity: what each provider did in the year, and the same per clinical FTE."""

from medoffice_xl.areas.access.productivity import COLUMNS
from medoffice_xl.measure import Unit
from medoffice_xl.pages.blocks import Axis, Chart, Figure, Figures, Listing, Note, Series, spill
from medoffice_xl.pages.colors import RESULT, SECOND
from medoffice_xl.pages.contents import Formula, ours_or
from medoffice_xl.pages.fields import count, dollars, percent, ratio, text
from medoffice_xl.pages.page import KeyFigure, Page
from medoffice_xl.pages.references import total

NAME = "Productivity"
ROOM = 40

PROVIDERS = Listing(
    "providers",
    (
        text("Provider", 20),
        ratio("Clinical FTE"),
        count("Sessions"),
        count("Visits"),
        count("Work RVUs"),
        dollars("Charges", 12),
        dollars("Collections", 12),
        percent("New share"),
        count("Visits per FTE"),
        count("Work RVUs per FTE"),
        dollars("Charges per FTE"),
        dollars("Collections per FTE"),
    ),
    spill("=PROVIDER_PRODUCTIVITY(Access,AsOf,YearDays,RvuYear)", COLUMNS),
    title="By provider",
    room=ROOM,
    has_total=True,
    empty="Nothing was charged in the year.",
)

WORK = Figures(
    "workload",
    (
        Figure("Visits per staff hour", ours_or("=WORKLOAD(Staff,AsOf,YearDays)", "no hours yet"), Unit.RATIO,
               says="Hours worked by the staff that are no providers"),
        Figure("Open work per staff hour", ours_or('=WORKLOAD(Staff,AsOf,WindowDays,"open work")', "no hours yet"),
               Unit.RATIO, says="Claims with a balance, visits not charged, appointments without a status"),
    ),
    title="Workload",
)  # fmt: skip

CHART = Chart(
    "per FTE",
    "Visits and work RVUs per clinical FTE",
    "providers",
    "Provider",
    (
        Series("Visits per FTE", "Visits per FTE", RESULT),
        Series("Work RVUs per FTE", "Work RVUs per FTE", SECOND),
    ),
    bottom=Axis("Provider"),
    side=Axis("Per FTE", "#,##0"),
)

PAGE = Page(
    NAME,
    "Provider productivity",
    Formula('="The year to "&TEXT(AsOf,"mmmm d, yyyy")'),
    (
        PROVIDERS,
        CHART,
        WORK,
        Note(
            "Clinical FTE stands on Providers, at most 1.0 a person. Figures per FTE are left empty below the FTE and "
            "the sessions that stand on Thresholds. Work values of one release of Medicare's file; 2026's are 2.5% "
            "lower than 2025's by rule (time-based codes apart), so that years are compared by one release."
        ),
    ),
    key=KeyFigure("visits per FTE", f"={total('providers', 'Visits per FTE', NAME)}", Unit.COUNT),
    reading=(
        "Compare work RVUs per FTE, not charges: prices do not count there. A provider with few sessions is shown, "
        "but not per FTE. Few visits with full sessions are long visits; few visits with empty ones are access."
    ),
    then=(
        "Empty sessions: *Access*. Work that piles up for each staff hour: *Staffing*. Talk with the provider over "
        "twelve months, never over one."
    ),
)
