"""The practice's own year."""

from calendar import monthrange
from datetime import date

from medoffice_xl.errors import OutOfRange
from medoffice_xl.ledger.calendar_months import first_day


def year_of(month: int, first: int) -> tuple[int, ...]:
    """The twelve months (as numbers) of the fiscal year that a month is in; `first` is its first month, 1 to 12."""
    if not 1 <= first <= 12:
        raise OutOfRange(f"The fiscal year begins in month {first}; give 1 to 12, such as 1 for January.")
    begun = month - (month % 12 - (first - 1)) % 12
    return tuple(range(begun, begun + 12))


def last_day(month: int) -> date:
    """The last day of a month given as a number."""
    begun = first_day(month)
    return begun.replace(day=monthrange(begun.year, begun.month)[1])


def in_words(months: tuple[int, ...]) -> str:
    """Several months that follow one another.

    >>> in_words((24318, 24319)), in_words((24318,))
    ('July to August 2026', 'July 2026')
    """
    begun, ended = first_day(months[0]), first_day(months[-1])
    if begun == ended:
        return f"{begun:%B %Y}"
    if begun.year == ended.year:
        return f"{begun:%B} to {ended:%B %Y}"
    return f"{begun:%B %Y} to {ended:%B %Y}"
