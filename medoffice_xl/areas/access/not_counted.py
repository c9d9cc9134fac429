"""Appointments that no rate counts, and what to do about each kind: days that are over without a status, words that no
one knows, cancellations whose hour nobody noted."""

from medoffice_xl.areas.access.schedule import Schedule
from medoffice_xl.ledger.period import Period
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit
from medoffice_xl.tables.appointments import STATUSES, Outcome

COLUMNS = (
    BreakdownColumn("What", Unit.TEXT),
    BreakdownColumn("Appointments", Unit.COUNT),
    BreakdownColumn("What to do", Unit.TEXT),
)
DEFINITION = Definition(
    "Appointments that are not counted",
    "appointments of the window whose outcome is not known, or was taken as early because nobody noted its hour",
    "medoffice_xl's own",
)
_MISSING = "Say in the scheduler what became of them, and export again."
_UNKNOWN = f"Add the status to the sheet {STATUSES.sheet}, with what it is taken as."
_HOUR = "Export the day and time of cancelling too; until then late cancels are too few."


def not_counted(found: Schedule, period: Period) -> Breakdown:
    """One row a kind, unknown statuses one by one; no row where everything is known."""
    of = found.within(period)
    early = of.rows[of.rows["outcome"] == Outcome.EARLY_CANCEL]
    rows = [
        ("Day over, no status", of.count(Outcome.MISSING), _MISSING),
        *((f"Status “{name}” is not known", count, _UNKNOWN) for name, count in of.strange.items()),
        ("Cancelled, no day of it: taken as early", int(early["undated"].sum()), _HOUR),
        ("Cancelled the day before, no time of it: taken as early", int(early["undecided"].sum()), _HOUR),
    ]
    return Breakdown(COLUMNS, [row for row in rows if row[1]], DEFINITION, rows_used=len(of.rows))
