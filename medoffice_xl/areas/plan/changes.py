"""What changed since last month, ranked by dollars, each change with its cause."""

from dataclasses import dataclass
from datetime import date, timedelta

from medoffice_xl.area import headlines
from medoffice_xl.areas.plan.board import in_words
from medoffice_xl.errors import NoData
from medoffice_xl.headlines import Cause, Headline, Terms, Worth, is_whole_month, month_ends
from medoffice_xl.measure import Breakdown, BreakdownColumn, Definition, Part, Unit
from medoffice_xl.sets import Tables

DEFINITION = Definition(
    "What changed",
    "what each figure's change since the month before is worth, as the figure's own area says; positive helps. What "
    "adds up through a month is compared over whole months. Its cause is whose part of it moved most the same way",
    "The areas' own",
)
COLUMNS = (
    BreakdownColumn("Figure", Unit.TEXT),
    BreakdownColumn("Dollars", Unit.MONEY),
    BreakdownColumn("What changed", Unit.TEXT),
    BreakdownColumn("Cause", Unit.TEXT),
)


@dataclass(frozen=True, slots=True)
class Change:
    """What one figure's change was worth between two days."""

    figure: Headline
    worth: Worth
    before: date
    now: date

    @property
    def cause(self) -> str:
        """Whose part moved most in the direction of the whole, and what the largest part against it was."""
        same = sorted((each for each in self.worth.causes if _alike(each, self.worth)), key=_size)
        other = sorted((each for each in self.worth.causes if each.cents and not _alike(each, self.worth)), key=_size)
        if not same:
            return ""
        first = f"{same[0].who} {_signed(same[0].cents)}"
        return f"{first}; against it {other[0].who} {_signed(other[0].cents)}" if other else first


def changes(tables: Tables, as_of: date, terms: Terms) -> Breakdown:
    """The changes, most dollars first. Raises NoData where none can be told."""
    found = changed(tables, as_of, terms)
    if not found:
        raise NoData("There is no month before to compare with.")
    return Breakdown(
        columns=COLUMNS,
        body=[(each.figure.name, each.worth.cents, each.worth.words, each.cause) for each in found],
        definition=DEFINITION,
        parts=[Part("As of", as_of, Unit.DATE), Part("Changes", len(found), Unit.COUNT)],
        rows_used=len(found),
    )


def changed(tables: Tables, as_of: date, terms: Terms) -> list[Change]:
    """What the figures' changes were worth, most dollars first; changes worth nothing are left out."""
    found = []
    for figure in headlines():
        if figure.worth is None or not _is_there(figure, tables):
            continue
        before, now = compared_days(as_of, adds_up=figure.adds_up)
        worth = figure.worth(tables.narrowed(figure.reads), before, now, terms)
        if worth is not None and worth.cents:
            found.append(Change(figure, worth, before, now))
    return sorted(found, key=lambda each: (-abs(each.worth.cents), each.figure.name))


def compared_days(as_of: date, *, adds_up: bool) -> tuple[date, date]:
    """The two days that are compared: the end of the month before, and the day.

    Of what adds up through a month, the ends of the last two months that are over.
    """
    now = month_ends(as_of, 2)[0] if adds_up and not is_whole_month(as_of) else as_of
    return now.replace(day=1) - timedelta(days=1), now


def _is_there(figure: Headline, tables: Tables) -> bool:
    return all(tables.has_rows(name) for name in figure.needs)


def _alike(each: Cause, whole: Worth) -> bool:
    return each.cents * whole.cents > 0


def _size(each: Cause) -> tuple[int, str]:
    return -abs(each.cents), each.who


def _signed(cents: int) -> str:
    return f"{'+' if cents > 0 else ''}{in_words(cents, Unit.MONEY)}"
