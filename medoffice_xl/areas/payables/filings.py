"""What has to be filed, deposited or renewed, and what of it is late or about to be due."""

from datetime import date, timedelta
from typing import Any

from medoffice_xl.errors import NoData, OutOfRange
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.tables import FILINGS

DEFINITION = Definition(
    "Filings due",
    "filings that are not done by the day: those past due, and those due within so many days of it (that day counts)",
    "Filings: the source of each due day stands there",
)
COLUMNS = (
    BreakdownColumn("Filing", Unit.TEXT),
    BreakdownColumn("For", Unit.TEXT),
    BreakdownColumn("Due", Unit.DATE),
    BreakdownColumn("Days left", Unit.COUNT),
    BreakdownColumn("Who", Unit.TEXT),
    BreakdownColumn("Standing", Unit.TEXT),
)
LATE, TODAY, TO_DO = "late", "due today", "to do"
MOST_DAYS = 3_660


def filings_due(filings: Frame, as_of: date, days: int = 60) -> Breakdown:
    """Filings past due and those due up to `days` after the day, first due first.

    One done later than the day still counts as open on it. Raises NoData where nothing is due.
    """
    if not 0 <= days <= MOST_DAYS:
        raise OutOfRange(f"You asked for {days} days; give 0 to {MOST_DAYS:,}.")
    until = as_of + timedelta(days=days)
    rows = open_filings(filings, as_of)
    due = sorted((row["due_date"], row["filing"], row["period"], row["who"]) for row in rows)
    due = [each for each in due if each[0] <= until]
    if not due and not fetch(take(filings, FILINGS, "filing")):
        raise NoData("No filing is entered: press Filings of the year, or type them on the sheet Filings.")
    if not due:
        raise NoData(f"Nothing has to be filed up to {until:%m/%d/%Y}.")
    return Breakdown(
        columns=COLUMNS,
        body=[
            (filing, period, day, (day - as_of).days, who, _standing((day - as_of).days))
            for day, filing, period, who in due
        ],
        definition=DEFINITION,
        parts=[
            Part("Late", sum(day < as_of for day, *_ in due), Unit.COUNT),
            Part("Up to", until, Unit.DATE),
            Part("As of", as_of, Unit.DATE),
        ],
        rows_used=len(due),
    )


def open_filings(filings: Frame, as_of: date) -> list[dict[str, Any]]:
    """The filings that are not done by the day."""
    rows = fetch(take(filings, FILINGS, "filing", "period", "due_date", "who", "done_date"))
    return [row for row in rows if row["done_date"] is None or row["done_date"] > as_of]


def _standing(left: int) -> str:
    if left < 0:
        return LATE
    return TO_DO if left else TODAY
