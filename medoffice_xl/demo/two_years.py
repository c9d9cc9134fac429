"""The months of the invented practice's books: two years, of which its charges know the last.

The practice changed its practice-management system; what was seen before stands in the books alone.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from medoffice_xl.demo.invented import InventedPractice
from medoffice_xl.demo.overhead import A_PHYSICIAN, A_VISIT
from medoffice_xl.demo.visits import first_of_months

BOOK_MONTHS = 24

USUAL_VISITS, MORE_OR_LESS = 88, 24
"""Visits a month and physician before the charges begin, and by how many of the practice's all a month may differ: no
two months alike, so that no two bills of a vendor are."""

USUAL_RECEIPTS = 13_000
"""Cents that a visit brought before the charges begin, sooner or later."""

COLLECTED_FOR = 5
"""Months after the charges begin in which the former system still collects what was owed from before."""


def book_months(practice: InventedPractice) -> list[date]:
    """First days of the months of the books."""
    return first_of_months(practice.last_day, max(BOOK_MONTHS, practice.months))


def charged_months(practice: InventedPractice) -> list[date]:
    """First days of the months of the charges."""
    return first_of_months(practice.last_day, practice.months)


def visits(practice: InventedPractice) -> Mapping[date, int]:
    """Visits of each month of the books."""
    counted = Counter(claim.dos.replace(day=1) for claim in practice.claims)
    known, usual = set(charged_months(practice)), practice.doctors * USUAL_VISITS
    before = [first for first in book_months(practice) if first not in known]
    numbers = sorted(set(range(usual - MORE_OR_LESS, usual + MORE_OR_LESS + 1)) - set(counted.values()))
    told = practice.chance("visits before the charges").sample(numbers, len(before))
    return dict(zip(before, told, strict=True)) | {first: counted[first] for first in charged_months(practice)}


def costs(practice: InventedPractice) -> Mapping[tuple[date, str], int]:
    """Cents by month and account, as the practice's list of costs has them."""
    seen = visits(practice)
    by_visit = {(first, account): seen[first] * cents for first in seen for account, _, cents in A_VISIT}
    fixed = {(first, account): practice.doctors * cents for first in seen for account, _, cents in A_PHYSICIAN}
    return by_visit | fixed


def received(practice: InventedPractice) -> Mapping[date, int]:
    """Cents that payers and patients paid in each month; before the charges begin, what visits usually brought."""
    found: Counter[date] = Counter()
    for answer in practice.answers:
        found[answer.paid_on.replace(day=1)] += answer.paid
    for money in practice.money.values():
        if money.paid_on:
            found[money.paid_on.replace(day=1)] += money.paid
    known, seen = set(charged_months(practice)), visits(practice)
    return {first: found[first] if first in known else seen[first] * USUAL_RECEIPTS for first in seen}


def collected_by_the_former_system(practice: InventedPractice) -> Mapping[date, int]:
    """Cents a month of what was owed when the charges began: what visits usually bring less what the new ones did."""
    begun = charged_months(practice)[:COLLECTED_FOR] if practice.months < BOOK_MONTHS else []
    got, seen = received(practice), visits(practice)
    return {first: max(0, seen[first] * USUAL_RECEIPTS - got[first]) for first in begun}
