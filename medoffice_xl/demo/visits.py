"""Visits and the charge lines they make."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from medoffice_xl.demo.practice import EXTRA_SERVICES, LOCATIONS, MAIN_SERVICES, PAYERS, Payer, Service, physicians

VISITS_A_MONTH = 90
"""Visits of one physician in a month."""


@dataclass(frozen=True, slots=True)
class Line:
    """One billed service line."""

    number: int
    service: Service
    modifier: str
    units: int

    @property
    def charge(self) -> int:
        """List price of the line in cents."""
        return self.service.charge * self.units


@dataclass(frozen=True, slots=True)
class Claim:
    """One visit as billed."""

    claim_id: str
    account: str
    dos: date
    posted: date
    submitted: date
    payer: Payer
    provider: str
    npi: str
    location: str
    pos: str
    lines: tuple[Line, ...]

    @property
    def charge(self) -> int:
        """Sum of the lines in cents."""
        return sum(line.charge for line in self.lines)


def first_of_months(last: date, months: int) -> list[date]:
    """The first days of the `months` months that end with `last`'s."""
    index = last.year * 12 + last.month - 1
    return [date(m // 12, m % 12 + 1, 1) for m in range(index - months + 1, index + 1)]


def make_claims(chance: random.Random, doctors: int, months: int, last: date) -> list[Claim]:
    """Every claim of the practice, in the order of service."""
    numbered = enumerate(sorted(_visits(chance, doctors, months, last)), start=1)
    return [_claim(chance, number, dos, physicians(doctors)[doctor], last) for number, (dos, doctor) in numbered]


def _visits(chance: random.Random, doctors: int, months: int, last: date) -> Iterator[tuple[date, int]]:
    for first in first_of_months(last, months):
        following = (first + timedelta(days=32)).replace(day=1)
        weekdays = [
            day
            for day in (first + timedelta(days=i) for i in range((following - first).days))
            if day.weekday() < 5 and day <= last
        ]
        for doctor in range(doctors):
            for _ in range(chance.randint(VISITS_A_MONTH - 12, VISITS_A_MONTH + 12)):
                yield chance.choice(weekdays), doctor


def _claim(chance: random.Random, number: int, dos: date, doctor: tuple[str, str], last: date) -> Claim:
    payer = chance.choices(PAYERS, [payer.visits for payer in PAYERS])[0]
    location, pos = chance.choices(LOCATIONS, (62, 28, 10))[0]
    posted = min(dos + timedelta(days=chance.choice((0, 0, 1, 1, 1, 2, 3, 4, 9))), last)
    return Claim(
        claim_id=f"W{number:06d}",
        account=f"{chance.randint(0, 3999):05d}",
        dos=dos,
        posted=posted,
        submitted=posted + timedelta(days=chance.choice((1, 1, 2, 3))),
        payer=payer,
        provider=doctor[0],
        npi=doctor[1],
        location=location,
        pos=pos,
        lines=_lines(chance, pos),
    )


def _lines(chance: random.Random, pos: str) -> tuple[Line, ...]:
    main = chance.choices(MAIN_SERVICES, [service.weight for service in MAIN_SERVICES])[0]
    extras = [service for service in EXTRA_SERVICES if chance.randrange(100) < service.weight]
    modifier = "95" if pos == "10" else ("25" if any(extra.code == "X1004" for extra in extras) else "")
    lines = [Line(1, main, modifier, 1)]
    for number, extra in enumerate(extras, start=2):
        lines.append(Line(number, extra, "", chance.choice((1, 1, 2)) if extra.code == "X1005" else 1))
    return tuple(lines)
