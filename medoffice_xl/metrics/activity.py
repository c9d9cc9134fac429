"""What happened in a period: charges entered, money received, contractual adjustments posted."""

from dataclasses import dataclass
from datetime import date

import narwhals as nw

from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.metrics.ledger import MONEY_IN, REFUND
from medoffice_xl.metrics.period import Period, from_to
from medoffice_xl.metrics.rows import Frame, Rows, fetch_one, flag, only, take, within
from medoffice_xl.metrics.scope import Scope
from medoffice_xl.tables import CHARGES, PAYMENTS


@dataclass(frozen=True, slots=True)
class Activity:
    """Sums of a period, in cents: `money` is net of `refunds`."""

    charges: int
    money: int
    refunds: int
    contractual: int
    entries: int


def activity(entries: Rows, period: Period) -> Activity:
    """What a ledger's entries of the period add up to."""
    rows = entries.filter(within("day", period.first, period.last))
    sums = fetch_one(rows.select(nw.col("charge", "money", "refund", "contractual").sum(), entries=nw.len()))
    return Activity(sums["charge"], sums["money"], sums["refund"], sums["contractual"], sums["entries"])


def available(entries: Rows, period: Period) -> tuple[Period, list[str]]:
    """The part of the period that the charges reach back to, with a note when that is shorter.

    A new practice, or an export that does not go back far enough, is averaged over the days it has.
    """
    charged_on = nw.when(nw.col("lines") > 0).then(nw.col("day"))
    first = fetch_one(entries.select(first=charged_on.min()))["first"]
    if first is None or first <= period.first or first > period.last:
        return period, []
    shorter = Period(first, period.last)
    note = f"The charges begin on {first:%m/%d/%Y}: {shorter.days:,} days are used instead of {period.days:,}."
    return shorter, [note]


def charged(charges: Frame, first: date, last: date, scope: Scope = Scope()) -> Measure:  # noqa: B008 (frozen)
    """Charges entered from `first` to `last`, in cents, by posting day (or else date of service)."""
    period = from_to(first, last)
    rows = scope.of_charges(
        take(charges, CHARGES, "dos", "post_date", "payer", "provider", "location", "charge").with_columns(
            day=nw.coalesce(nw.col("post_date"), nw.col("dos"))
        )
    )
    inside, undated = within("day", period.first, period.last), nw.col("day").is_null()
    sums = fetch_one(
        rows.select(
            cents=only(inside, "charge").sum(),
            lines=flag(inside).sum(),
            undated=flag(undated).sum(),
            undated_cents=only(undated, "charge").sum(),
        )
    )
    return Measure(
        sums["cents"],
        Unit.MONEY,
        Definition(
            "Charges",
            "sum of the charges entered in the period, reversed charges taken off",
            "The practice's own charges",
        ),
        parts=[Part("From", period.first, Unit.DATE), Part("To", period.last, Unit.DATE)],
        rows_used=sums["lines"],
        left_out=[LeftOut("charges with no date", sums["undated"], sums["undated_cents"])] if sums["undated"] else [],
    )


def collected(payments: Frame, first: date, last: date, payer: str = "") -> Measure:
    """Payments of payers and patients less refunds, posted from `first` to `last`, in cents.

    Unapplied cash counts: it was received. Adjustments do not: nothing was received.
    """
    period = from_to(first, last)
    rows = take(payments, PAYMENTS, "post_date", "payer", "kind", "amount")
    rows = Scope(payer=payer).of_charges(rows).filter(nw.col("kind").is_in(MONEY_IN))
    inside, undated = within("post_date", period.first, period.last), nw.col("post_date").is_null()
    refund = nw.col("kind") == REFUND
    sums = fetch_one(
        rows.select(
            cents=only(inside).sum(),
            refunds=only(inside & refund).sum(),
            entries=flag(inside).sum(),
            undated=flag(undated).sum(),
            undated_cents=only(undated).sum(),
        )
    )
    return Measure(
        sums["cents"],
        Unit.MONEY,
        Definition(
            "Collections",
            "insurance and patient payments less refunds, by posting day",
            "The practice's own payments",
        ),
        parts=[
            Part("Payments", sums["cents"] - sums["refunds"], Unit.MONEY),
            Part("Refunds", sums["refunds"], Unit.MONEY),
            Part("From", period.first, Unit.DATE),
            Part("To", period.last, Unit.DATE),
        ],
        rows_used=sums["entries"],
        left_out=[LeftOut("payments with no date", sums["undated"], sums["undated_cents"])] if sums["undated"] else [],
    )
