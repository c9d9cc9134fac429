"""What if a payer is dropped, in whole or in part, and its visits are refilled by others: the mix changes."""

from fractions import Fraction

from medoffice_xl.areas.payers.payer_economics import Books, Economics, Practice, Terms, economics, together
from medoffice_xl.areas.payers.what_if_months import VARIABLE_ONLY, Change, by_month
from medoffice_xl.errors import OutOfRange
from medoffice_xl.measure import Breakdown, Definition, Part, Unit

DEFINITION = Definition(
    "What if a payer is dropped",
    "revenue and variable cost of the dropped share of visits are taken away; refilled visits bring the revenue and "
    "the variable cost a visit of the payer that refills them, in the same month. Fixed cost stays",
    "AAFP, Family Practice Management 1999: contribution margin of a plan",
)


def what_if_drop(
    books: Books, terms: Terms, payer: str, share: float = 1.0, refill: float = 0.0, by: str = ""
) -> Breakdown:
    """Month by month, today and after dropping `share` of a payer's visits.

    `refill` is the share of the freed visits that is filled again, `by` the payer of the new patients, or all others
    as they are where it is empty. Refilled by the same payer, that share is not dropped at all.
    """
    for name, value in (("dropped", share), ("refilled", refill)):
        if not 0 <= value <= 1:
            raise OutOfRange(f"The share {name} is {value:g}; give 0 to 1, such as 0.5 or 50%.")
    practice = economics(books, terms)
    changes = drop(practice, payer, Fraction(str(share)), Fraction(str(refill)), by)
    return by_month(
        practice,
        changes,
        DEFINITION,
        [
            Part("Payer", payer, Unit.TEXT),
            Part("Share dropped", share, Unit.PERCENT),
            Part("Share refilled", refill, Unit.PERCENT),
            Part("Refilled by", by or "the other payers as they are", Unit.TEXT),
        ],
        [VARIABLE_ONLY],
    )


def drop(practice: Practice, payer: str, share: Fraction, refill: Fraction, by: str = "") -> dict[int, Change]:
    """What dropping takes away and refilling brings, by month."""
    practice.of(payer)
    gone = payer.strip().casefold()
    if by.strip().casefold() == gone:
        share, refill = share * (1 - refill), Fraction(0)
    elif by:
        practice.of(by)
    others = by.strip().casefold()

    def refills(name: str) -> bool:
        return name.casefold() == others if others else name.casefold() != gone

    changes = {}
    usual = together(part for name, part in practice.payers.items() if refills(name))
    for month in sorted({month for _, month in practice.cells}):
        leaving = together(
            part for (name, of), part in practice.cells.items() if of == month and name.casefold() == gone
        )
        coming = together(part for (name, of), part in practice.cells.items() if of == month and refills(name))
        money, cost = _a_visit(coming if coming.visits else usual)
        filled = share * refill * leaving.visits
        changes[month] = Change(
            filled * money - share * leaving.money,
            filled * cost - share * (leaving.variable + leaving.rework + leaving.financing),
        )
    return changes


def _a_visit(of: Economics) -> tuple[Fraction, Fraction]:
    """Revenue and variable cost of a visit; nothing where there are no visits."""
    if not of.visits:
        return Fraction(0), Fraction(0)
    return Fraction(of.money, of.visits), Fraction(of.variable + of.rework + of.financing, of.visits)
