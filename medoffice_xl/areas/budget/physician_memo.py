"""The one-page memo to the physicians: how the budget stands, why, and what is proposed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from medoffice_xl.areas.budget.books import budget_books
from medoffice_xl.areas.budget.budget_alert import Alert, alert, sentence
from medoffice_xl.areas.budget.settings import year_start_of
from medoffice_xl.areas.budget.spans import Span, months_of_span
from medoffice_xl.areas.budget.year_forecast import year_forecast
from medoffice_xl.contracts.thresholds import limits_on
from medoffice_xl.money import show
from medoffice_xl.reports.practice import Practice, tables_of

MOST_CAUSES = 6
"""Causes that fit on the page; the others are on the page Budget."""


@dataclass(frozen=True, slots=True)
class Memo:
    """What the memo says. `figures` are a name, planned, actual and the difference; `causes` are what hurts, its
    dollars, and what to do."""

    practice: str
    day: date
    state: str
    sentence: str
    figures: Sequence[tuple[str, str, str, str]]
    causes: Sequence[tuple[str, str, str]]
    remarks: Sequence[str]


def physician_memo(practice: Practice) -> Memo:
    """The memo of the last closed month. Raises NoData where no month is closed."""
    tables = tables_of(practice)
    books = budget_books(tables, practice.as_of)
    first = year_start_of(practice)
    found = alert(books, tables, first, limits_on(practice.as_of, tables))
    year = months_of_span(books, first, Span.YEAR_TO_DATE)
    month = months_of_span(books, first, Span.MONTH)
    forecast = int(year_forecast(books, year).value)
    planned_year = books.net(year.year, planned=True)
    figures = [
        _figures(f"Net, {each.words}", books.net(each.numbers, planned=True), books.net(each.numbers, planned=False))
        for each in (month, year)
    ]
    figures.append(_figures("Net, forecast of the year", planned_year, forecast))
    return Memo(
        practice.name,
        practice.as_of,
        str(found.standing.state),
        sentence(found),
        figures,
        _causes(found),
        [
            f"Net is before physician pay; basis of the books: {books.basis}. Only closed months are judged.",
            *found.unknown,
        ],
    )


def _figures(name: str, planned: int, actual: int) -> tuple[str, str, str, str]:
    return name, show(planned), show(actual), show(actual - planned)


def _causes(found: Alert) -> list[tuple[str, str, str]]:
    most = found.causes[:MOST_CAUSES]
    return [(cause.name[:1].upper() + cause.name[1:], show(cause.cents), cause.advice) for cause in most]
