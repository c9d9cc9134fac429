"""The people on the sheet Staff as they were known on a day, and the words by which some of them are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from medoffice_xl.contracts.did_you_mean import did_you_mean
from medoffice_xl.errors import BadArgument, NoData
from medoffice_xl.ledger.days_worked import days_worked
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.plain_name import plain_name
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import STAFF
from medoffice_xl.tables.staff import PROVIDERS, SEPARATIONS, SUPPORT

ALL_PROVIDERS, ALL_SUPPORT, OFFICE = "providers", "support", "office"
"""Words for several kinds at once; office is front and business office together."""

_TOGETHER = {ALL_PROVIDERS: tuple(PROVIDERS), ALL_SUPPORT: tuple(SUPPORT), OFFICE: ("front office", "business office")}


@dataclass(frozen=True, slots=True)
class Person:
    """One person: what they do, from when to when they worked here, and the hours agreed a week."""

    employee: str
    known_as: str
    role: str
    kind: str
    department: str
    hired: date
    left: date | None
    leave: str
    weekly: Fraction

    def as_known_on(self, day: date) -> "Person":
        """The person, of whom nobody knew by the day that they left later."""
        return self if self.left is None or self.left <= day else replace(self, left=None, leave="")

    def works_at_end_of(self, day: date) -> bool:
        """Whether the person is one of the staff when the day is over; the last day of work is over then."""
        return self.hired <= day and (self.left is None or self.left > day)

    def days_in(self, first: date, last: date) -> int:
        """Days of the span, both ends counted, on which the person worked here."""
        return days_worked(self.hired, self.left, first, last)

    @property
    def separated(self) -> bool:
        """Whether the person left the practice; a transfer is none, a leave without a word is one."""
        return self.left is not None and self.leave in ("", *SEPARATIONS)

    @property
    def name(self) -> str:
        """What a list calls the person."""
        return self.known_as or self.employee


def people(staff: Frame, as_of: date) -> list[Person]:
    """Everybody hired by the day; who left later than it still works here on it. Raises NoData where there is nobody.

    A row without its first day of work cannot be placed in time, and is left out.
    """
    found = [one.as_known_on(as_of) for one in remembered(_everybody, staff) if one.hired <= as_of]
    if not found:
        raise NoData("Nobody on the sheet Staff was hired by this day. Type the staff, or import payroll's list.")
    return found


def _everybody(staff: Frame) -> tuple[Person, ...]:
    """Everybody with a first day of work, by employee, as is known today."""
    names = ("employee", "known_as", "role", "kind", "department", "hired", "left", "leave", "weekly_hours")
    found = [
        Person(
            row["employee"],
            row["known_as"],
            row["role"],
            row["kind"].casefold(),
            row["department"],
            row["hired"],
            row["left"],
            row["leave"].casefold() if row["left"] else "",
            exact(row["weekly_hours"]),
        )
        for row in fetch(take(staff, STAFF, *names))
        if row["hired"] is not None
    ]
    return tuple(sorted(found, key=lambda person: person.employee))


def chosen(everybody: Sequence[Person], who: str) -> list[Person]:
    """Those that a word asks for: providers, support, office, a kind of staff, a role or a department; empty: all.

    Raises BadArgument for a word that fits nobody.
    """
    wanted = names_in(who)
    if not wanted:
        return list(everybody)
    for field in ("kind", "role", "department"):
        found = [one for one in everybody if plain_name(str(getattr(one, field))) in wanted]
        if found:
            return found
    if set(wanted) <= {*PROVIDERS, *SUPPORT}:
        return []
    known = sorted({*_TOGETHER, *PROVIDERS, *SUPPORT, *(one.role for one in everybody)})
    near = did_you_mean(who, known, 1)
    raise BadArgument(
        f"Nobody on Staff is “{who}”" + (f"; do you mean {near[0]}?" if near else f"; choose {', '.join(known)}.")
    )


def names_in(who: str) -> tuple[str, ...]:
    """The kinds, role or department that a word stands for; nothing for everybody."""
    word = plain_name(who)
    return _TOGETHER.get(word, (word,)) if word else ()


def exact(number: float | None) -> Fraction:
    """A number of a cell, exact as it was typed: 0.1 is one tenth."""
    return Fraction(str(number)) if number is not None else Fraction(0)
