"""A/R and days in A/R, in the four definitions that practices are measured by.

They share the idea (how many average days of charges are still unpaid) and differ in what they divide by what, so
their figures may not be compared with each other. Each result names its own.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from medoffice_xl.areas.receivables.allowances import expected_allowances
from medoffice_xl.errors import NoData
from medoffice_xl.ledger.activity import activity, available
from medoffice_xl.ledger.balances import Credits, receivable
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.entries import Accounts, accounts
from medoffice_xl.ledger.first_billed import several_payers
from medoffice_xl.ledger.period import Period, days_up_to
from medoffice_xl.ledger.rows import Frame
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Definition, Measure, Part, Unit

EVERYTHING = Scope()


class ArDefinition(StrEnum):
    """The published definitions of days in A/R."""

    GROSS = "gross"
    ADJUSTED = "adjusted"
    NET = "net"
    AAFP = "AAFP"


DEFINITIONS = {
    ArDefinition.GROSS: Definition(
        "Days in A/R, gross fee-for-service",
        "A/R ÷ (gross charges of the window ÷ days of the window)",
        "MGMA, Cost and Revenue Survey formulas",
    ),
    ArDefinition.ADJUSTED: Definition(
        "Days in A/R, adjusted fee-for-service",
        "A/R ÷ ((gross charges − contractual adjustments posted in the window) ÷ days of the window)",
        "MGMA, Cost and Revenue Survey formulas",
    ),
    ArDefinition.NET: Definition(
        "Net days in A/R",
        "(A/R − expected contractual adjustments on claims not yet answered) ÷ (net revenue of the window ÷ days); "
        "net revenue is charges less expected contractual adjustments, each payer at its own ratio of the last year",
        "HFMA, MAP Keys",
    ),
    ArDefinition.AAFP: Definition(
        "Days in A/R, AAFP",
        "receivables without credit balances ÷ ((charges − refunds of the window) ÷ days of the window)",
        "AAFP, Practice finances; Five key metrics for financial success in your practice",
    ),
}

_OWN_CREDITS = {ArDefinition.AAFP: Credits.EXCLUDE}
"""How a definition treats credit balances, where that is not net."""

AR = Definition(
    "A/R",
    "charges less everything posted to their claims, by posting day; net: less unapplied cash; "
    "exclude: claims in credit and unapplied cash do not count",
    "MGMA, Cost and Revenue Survey guide",
)


@dataclass(frozen=True, slots=True)
class _Fraction:
    """A/R and the revenue it is compared with, in cents, and what made them differ from the plain ones."""

    receivable: int
    revenue: int
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()


def ar_total(
    charges: Frame, payments: Frame, as_of: date, credits: str = Credits.NET, scope: Scope = EVERYTHING
) -> Measure:
    """A/R on the day, in cents, capitated lines left out, and said.

    Credits: "net" takes credit balances and unapplied cash off; "exclude" counts only what is owed.
    Raises NoData when there are no charges.
    """
    mode = choose(Credits, credits, "way to treat credits")
    owing = accounts(charges, payments, as_of).of(scope)
    owed = receivable(owing)
    if not owed.charge_lines:
        raise NoData(_nothing_charged(f"up to {as_of:%m/%d/%Y}", scope))
    return Measure(
        owed.total(mode),
        Unit.MONEY,
        AR,
        parts=owed.parts(mode)[1:],
        rows_used=owed.claims,
        left_out=owed.left_out,
        notes=[*owed.notes, *(several_payers(owing.entries) if scope.payer else [])],
        rows_behind=lambda: owed.rows(mode),
    )


def days_in_ar(
    charges: Frame,
    payments: Frame,
    as_of: date,
    window: int = 90,
    definition: str = ArDefinition.GROSS,
    credits: str | None = None,
    scope: Scope = EVERYTHING,
) -> Measure:
    """Days in A/R: A/R on the day, divided by the average daily revenue of the `window` days that end on it.

    900,000 owed and 600,000 charged in 30 days are 900,000 ÷ (600,000 ÷ 30) = 45 days. What is revenue, and what
    becomes of credits where `credits` is None, is the definition's. The window is in calendar days; charges and
    payments count on the day they were posted; capitated lines count on neither side. The rows behind it are those of
    the A/R. Raises NoData when nothing was charged in the window.
    """
    kind = choose(ArDefinition, definition, "definition of days in A/R")
    mode = choose(Credits, credits, "way to treat credits") if credits else _OWN_CREDITS.get(kind, Credits.NET)
    by_payer = bool(scope.payer) or kind is ArDefinition.NET
    everything = accounts(charges, payments, as_of)
    period, notes = available(everything, days_up_to(as_of, window))
    owing = everything.of(scope)
    owed = receivable(owing)
    fraction = _fraction(kind, owing, as_of, period, owed.total(mode))
    if fraction.revenue <= 0:
        raise NoData(_nothing_charged(f"from {period}", scope))
    return Measure(
        fraction.receivable * period.days / fraction.revenue,
        Unit.DAYS,
        DEFINITIONS[kind],
        parts=[
            *owed.parts(mode),
            *fraction.parts,
            Part("Charged a day", round(fraction.revenue / period.days), Unit.MONEY),
            *period.parts,
            Part("Days", period.days, Unit.DAYS),
        ],
        rows_used=owed.claims,
        left_out=owed.left_out,
        notes=[*notes, *fraction.notes, *owed.notes, *(several_payers(owing.entries) if by_payer else [])],
        rows_behind=lambda: owed.rows(mode),
    )


def _fraction(kind: ArDefinition, owing: Accounts, as_of: date, period: Period, owed: int) -> _Fraction:
    happened = activity(owing, period)
    gross = Part("Charges of the window", happened.charges, Unit.MONEY)
    if kind is ArDefinition.GROSS:
        return _Fraction(owed, happened.charges, (gross,))
    if kind is ArDefinition.ADJUSTED:
        taken = Part("Contractual adjustments of the window", happened.contractual, Unit.MONEY)
        return _Fraction(owed, happened.charges - happened.contractual, (gross, taken))
    if kind is ArDefinition.AAFP:
        returned = Part("Refunds of the window", happened.refunds, Unit.MONEY)
        return _Fraction(owed, happened.charges - happened.refunds, (gross, returned))
    expected = expected_allowances(owing.entries, as_of, period)
    missing = ", ".join(expected.payers_without_history)
    return _Fraction(
        owed - expected.on_receivable,
        happened.charges - expected.on_charges,
        (
            gross,
            Part("Expected contractual adjustments on it", expected.on_charges, Unit.MONEY),
            Part("Expected contractual adjustments on the A/R", expected.on_receivable, Unit.MONEY),
        ),
        (f"No answered claims yet, so nothing is expected to be taken off: {missing}.",) if missing else (),
    )


def _nothing_charged(when: str, scope: Scope) -> str:
    whose = f" for {scope}" if scope.names else ""
    return f"Nothing was charged{whose} {when}, so there is nothing to measure A/R by."
