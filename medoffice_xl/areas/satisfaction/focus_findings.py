"""What focus groups brought: dated notes with theme and action, those that are not done first."""

from datetime import date

import pandas as pd

from medoffice_xl.areas.satisfaction.tables import FOCUS_GROUPS
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.rows import Frame, as_pandas, take
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Unit, Value

DEFINITION = Definition("Focus groups", "findings held by the day, with what became of them", "Focus groups")
COLUMNS = (
    BreakdownColumn("Held on", Unit.DATE),
    BreakdownColumn("Group", Unit.TEXT),
    BreakdownColumn("Theme", Unit.TEXT),
    BreakdownColumn("Finding", Unit.TEXT),
    BreakdownColumn("Action", Unit.TEXT),
    BreakdownColumn("Owner", Unit.TEXT),
    BreakdownColumn("Due", Unit.DATE),
    BreakdownColumn("Standing", Unit.TEXT),
)
OVERDUE, TO_DO, DONE, NO_ACTION = "overdue", "to do", "done", "no action"
_ORDER = (OVERDUE, TO_DO, NO_ACTION, DONE)


def focus_findings(table: Frame, as_of: date) -> Breakdown:
    """The findings by the day: overdue actions first, then those to do, then the others, newest first.

    An action due on the day is not overdue. Raises NoData without findings.
    """
    rows = as_pandas(take(table, FOCUS_GROUPS, *FOCUS_GROUPS.counted), FOCUS_GROUPS)
    rows = rows[rows["held"] <= pd.Timestamp(as_of)].sort_values("held", ascending=False, kind="stable")
    if rows.empty:
        raise NoData("No finding of a focus group is written down by the day.")
    body = [_row(each, as_of) for each in rows.to_dict("records")]
    body.sort(key=lambda row: _ORDER.index(str(row[-1])))
    return Breakdown(COLUMNS, body, DEFINITION, rows_used=len(body))


def _row(row: dict[object, object], as_of: date) -> tuple[Value, ...]:
    held, due, done = (_day(row[name]) for name in ("held", "due", "done"))
    return (
        held, str(row["group"]), str(row["theme"]), str(row["finding"]), str(row["action"]), str(row["owner"]), due,
        _standing(str(row["action"]), due, done, as_of),
    )  # fmt: skip


def _standing(action: str, due: date | None, done: date | None, as_of: date) -> str:
    if done is not None and done <= as_of:
        return DONE
    if not action.strip():
        return NO_ACTION
    return OVERDUE if due is not None and due < as_of else TO_DO


def _day(value: object) -> date | None:
    return None if pd.isna(value) else value.date()  # type: ignore[call-overload, attr-defined]
