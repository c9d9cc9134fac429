"""What is not known of appointments, and what to do about each kind: days that are over without a status, words that
nobody knows, cancellations whose hour nobody noted."""

from medoffice_xl.areas.access.schedule import Schedule
from medoffice_xl.ledger.period import Period
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit
from medoffice_xl.tables.appointments import STATUSES, Outcome

COLUMNS = (
    BreakdownColumn("What", Unit.TEXT),
    BreakdownColumn("Appointments", Unit.COUNT),
    BreakdownColumn("Counted as", Unit.TEXT),
    BreakdownColumn("What to do", Unit.TEXT),
)
DEFINITION = Definition(
    "Appointments that are not counted",
    "appointments of the window whose outcome is not known, or was taken as early because nobody noted its hour",
    "medoffice_xl's own",
)
NOWHERE, EARLY = "nothing", "early cancel"
_MISSING = "Say in the scheduler what became of them, and export again."
_UNKNOWN = f"Add the status to the sheet {STATUSES.sheet}, with what it is taken as."
_HOUR = "Export the day and time of cancelling too; until then late cancels are too few."


def not_counted(found: Schedule, period: Period) -> Breakdown:
    """One row a kind, unknown statuses one by one; no row where everything is known."""
    of = found.within(period)
    early = of.rows[of.rows["outcome"] == Outcome.EARLY_CANCEL]
    rows = [
        ("Day over, no status", of.count(Outcome.MISSING), NOWHERE, _MISSING),
        *((f"Status “{name}” is not known", count, NOWHERE, _UNKNOWN) for name, count in of.strange.items()),
        ("Cancelled, no day of it", int(early["undated"].sum()), EARLY, _HOUR),
        ("Cancelled the day before, no time of it", int(early["undecided"].sum()), EARLY, _HOUR),
    ]
    return Breakdown(COLUMNS, [row for row in rows if row[1]], DEFINITION, rows_used=len(of.rows))
