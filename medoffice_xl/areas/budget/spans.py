"""Which months a figure of the budget is of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from medoffice_xl.areas.budget.books import BudgetBooks
from medoffice_xl.areas.budget.fiscal_year import in_words, year_of
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.calendar_months import month_number
from medoffice_xl.ledger.choices import choose


class Span(StrEnum):
    """How much of the fiscal year."""

    MONTH = "month"
    YEAR_TO_DATE = "ytd"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Months:
    """Months of a fiscal year. `left_open` are those before the last of them that are not closed."""

    numbers: tuple[int, ...]
    year: tuple[int, ...]
    is_open: bool = False
    left_open: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """January to August 2026."""
        return in_words(self.numbers)

    @property
    def notes(self) -> list[str]:
        """What to know of months that are not closed."""
        if self.is_open:
            return [f"{self.words} is open: what is posted so far, shown and never judged."]
        if not self.left_open:
            return []
        return [f"Not closed, and left out: {', '.join(in_words((each,)) for each in self.left_open)}."]


def months_of_span(books: BudgetBooks, year_start: int, span: str) -> Months:
    """`month` is the last closed month up to the day, `ytd` the closed months of its fiscal year up to it, and `open`
    the month of the day itself, as far as it is posted. Raises NoData where there is none."""
    kind = choose(Span, span, "span")
    today = month_number(books.as_of)
    if kind is Span.OPEN:
        return Months((today,), year_of(today, year_start), is_open=today not in books.closed)
    judged = books.judged(sorted(books.closed))
    if not judged:
        raise NoData(_nothing_closed(books.as_of))
    last = judged[-1]
    year = year_of(last, year_start)
    if kind is Span.MONTH:
        return Months((last,), year)
    numbers = tuple(each for each in year if each in judged)
    return Months(numbers, year, left_open=tuple(each for each in year if each < last and each not in judged))


def _nothing_closed(as_of: date) -> str:
    return (
        f"No month up to {as_of:%m/%d/%Y} is closed, budgeted and posted. Mark the months whose books are closed on "
        "the sheet Closed months; a budget is judged on closed months only."
    )
