"""The days a figure is taken over."""

from dataclasses import dataclass
from datetime import date, timedelta

from medoffice_xl.errors import OutOfRange
from medoffice_xl.measure import Part, Unit


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both counted."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """Calendar days, both ends counted."""
        return (self.last - self.first).days + 1

    @property
    def parts(self) -> tuple[Part, Part]:
        """From when to when, among what a figure was made of."""
        return Part("From", self.first, Unit.DATE), Part("To", self.last, Unit.DATE)

    def __str__(self) -> str:
        return f"{self.first:%m/%d/%Y} to {self.last:%m/%d/%Y}"


def days_up_to(as_of: date, window: int) -> Period:
    """The `window` days that end on `as_of`.

    >>> str(days_up_to(date(2026, 6, 30), 30))
    '06/01/2026 to 06/30/2026'
    """
    if not 1 <= window <= 36_525:
        raise OutOfRange(f"The window is {window:,} days; give 1 to 36,525, such as 90 or 365.")
    return Period(as_of - timedelta(days=window - 1), as_of)


YEAR = 365
"""Days of the history that a payer's usual ways are told from: one year, as HFMA's net days take it."""


def year_up_to(as_of: date) -> Period:
    """The year that ends on the day."""
    return days_up_to(as_of, YEAR)


def settled(as_of: date, window: int, settle: int) -> Period:
    """The `window` days that end `settle` days before `as_of`: services that had that long to be paid.

    >>> str(settled(date(2026, 9, 30), 30, 92))
    '06/01/2026 to 06/30/2026'
    """
    if not 0 <= settle <= 3_650:
        raise OutOfRange(f"Payers are given {settle:,} days to pay; give 0 to 3,650, such as 90.")
    return days_up_to(as_of - timedelta(days=settle), window)


def from_to(first: date, last: date) -> Period:
    """From the first day to the last; the last may not come before the first."""
    if last < first:
        raise OutOfRange(f"The last day, {last:%m/%d/%Y}, is before the first, {first:%m/%d/%Y}.")
    return Period(first, last)


def until(as_of: date) -> Period:
    """Everything up to the day."""
    return Period(date(1900, 1, 1), as_of)
