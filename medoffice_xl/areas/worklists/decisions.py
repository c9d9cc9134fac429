"""Claims that are worth less than the work they take: written off, or worked all the same."""

from datetime import date

from medoffice_xl.areas.worklists.ar_worklist import WORKED, of_lanes, worklist
from medoffice_xl.areas.worklists.rank import Lane
from medoffice_xl.headlines import Decision, Decisions, Terms
from medoffice_xl.money import show
from medoffice_xl.reports.rows import counted
from medoffice_xl.sets import Tables

SHEET = "Worklist"


def _decisions(tables: Tables, as_of: date, terms: Terms) -> list[Decision]:
    if not all(tables.has_rows(name) for name in WORKED.needs):
        return []
    review = of_lanes(worklist(tables, as_of), Lane.REVIEW)
    if review.empty:
        return []
    what = f"Write off {counted(len(review), 'claim', 'claims')} of the review, or work on"
    why = f"They would bring {show(int(review['cents'].sum()))}, less than the minutes they take"
    return [Decision(what, int(review["balance"].sum()), None, "", why, SHEET)]


DECISIONS = Decisions(WORKED.reads, _decisions)
