"""Totals of pay by month and role, out of the Personnel workbook, such that nobody's pay can be read from them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import narwhals as nw

from medoffice_xl.areas.staff.thresholds import FEWEST
from medoffice_xl.contracts.thresholds import InForce
from medoffice_xl.ledger.rows import Frame, fetch, take
from medoffice_xl.plain_name import plain_name
from medoffice_xl.tables import PAY_TOTALS, frame_from_cells
from medoffice_xl.tables.personnel import PAY, PEOPLE

OTHERS = "Other roles"
UNKNOWN = "Not on People"

NEVER_FEWER = 3
"""Of two people each knows the other's pay from the total."""


@dataclass(slots=True)
class Paid:
    """Who was paid for a role in a month, and how much."""

    people: set[str] = field(default_factory=set)
    cents: int = 0
    on_top: int = 0

    def add(self, other: "Paid") -> None:
        """Take another's in."""
        self.people |= other.people
        self.cents += other.cents
        self.on_top += other.on_top


def pay_totals(people: Frame, pay: Frame, judged: InForce) -> tuple[Frame, list[str]]:
    """Rows of *Pay totals*, and what is to be said: months that cannot be shown, people who are not on People."""
    roles = {plain_name(row["employee"]): row["role"] for row in fetch(take(people, PEOPLE, "employee", "role"))}
    months: dict[date, dict[str, Paid]] = defaultdict(lambda: defaultdict(Paid))
    strangers: set[str] = set()
    money = nw.col("gross", "employer_taxes", "benefits").fill_null(0)
    paychecks = take(pay, PAY, "employee", "period_end", "gross", "employer_taxes", "benefits").with_columns(money)
    for row in fetch(paychecks.filter(~nw.col("period_end").is_null())):
        who = plain_name(row["employee"])
        if who not in roles:
            strangers.add(who)
        on_top = row["employer_taxes"] + row["benefits"]
        first = row["period_end"].replace(day=1)
        months[first][roles.get(who, UNKNOWN)].add(Paid({who}, row["gross"], on_top))
    fewest = max(judged.whole(FEWEST), NEVER_FEWER)
    shown = {first: merged(of, fewest) for first, of in sorted(months.items())}
    hidden = [f"{first:%m/%Y}" for first, of in shown.items() if not of]
    said = (
        [f"Fewer than {fewest} people were paid in {', '.join(hidden)}: these months are not shown."] if hidden else []
    )
    if strangers:
        said.append(f"{len(strangers)} people of Pay are not on People; they count as “{UNKNOWN}”.")
    rows = [
        [first, role, len(paid.people), paid.cents / 100, paid.on_top / 100]
        for first, of in shown.items()
        for role, paid in sorted(of.items(), key=lambda each: (each[0] == OTHERS, each[0]))
    ]
    return frame_from_cells(PAY_TOTALS, PAY_TOTALS.headers, rows)[0], said


def merged(of: Mapping[str, Paid], fewest: int) -> dict[str, Paid]:
    """Roles of at least so many people; the others together, with the smallest role beside them while these are few.

    A person who was paid for two roles is counted once where they are merged. Nothing is left where all together are
    too few.
    """
    many = {role: paid for role, paid in of.items() if len(paid.people) >= fewest}
    few = together(paid for role, paid in of.items() if role not in many)
    while few.people and len(few.people) < fewest and many:
        smallest = min(many, key=lambda role: (len(many[role].people), role))
        few.add(many.pop(smallest))
    if len(few.people) >= fewest:
        many[OTHERS] = few
    return many


def together(several: Iterable[Paid]) -> Paid:
    """All of them as one."""
    whole = Paid()
    for each in several:
        whole.add(each)
    return whole
