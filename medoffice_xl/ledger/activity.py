"""What happened in a period: charges entered, money received, contractual adjustments posted."""

from dataclasses import dataclass
from datetime import date

import narwhals as nw

from medoffice_xl.ledger.entries import REFUND, Accounts
from medoffice_xl.ledger.period import Period, from_to
from medoffice_xl.ledger.rows import Frame, fetch_one, flag, only, take, within
from medoffice_xl.ledger.rows_behind import rows_behind
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.sets.unchanging import remembered
from medoffice_xl.tables import CHARGES, PAYMENTS
from medoffice_xl.tables.payments import MONEY_KINDS

_CHARGE_LINE = ("claim_id", "line_id", "dos", "post_date", "payer", "provider", "location", "charge")


@dataclass(frozen=True, slots=True)
class Activity:
    """Sums of a period, in cents: `money` is net of `refunds`."""

    charges: int
    money: int
    refunds: int
    contractual: int
    entries: int


def activity(owing: Accounts, period: Period) -> Activity:
    """What the entries of the period add up to, without unapplied cash."""
    return remembered(_activity, owing, asked=(period,))


def _activity(owing: Accounts, period: Period) -> Activity:
    sums_of = ("charge", "money", "refund", "contractual")
    rows = owing.entries.select("day", *sums_of).filter(within("day", period.first, period.last))
    sums = fetch_one(rows.select(nw.col(*sums_of).sum(), entries=nw.len()))
    return Activity(sums["charge"], sums["money"], sums["refund"], sums["contractual"], sums["entries"])


def available(owing: Accounts, period: Period) -> tuple[Period, list[str]]:
    """The part of the period that the charges reach back to, with a note when that is shorter.

    A new practice, or an export that does not go back far enough, is averaged over the days it has.
    """
    first = remembered(_first_charged, owing)
    if first is None or first <= period.first or first > period.last:
        return period, []
    shorter = Period(first, period.last)
    note = f"The charges begin on {first:%m/%d/%Y}: {shorter.days:,} days are used instead of {period.days:,}."
    return shorter, [note]


def _first_charged(owing: Accounts) -> date | None:
    charged_on = nw.when(nw.col("lines") > 0).then(nw.col("day"))
    day: date | None = fetch_one(owing.entries.select(first=charged_on.min()))["first"]
    return day


def charged(charges: Frame, first: date, last: date, scope: Scope = Scope()) -> Measure:  # noqa: B008 (frozen)
    """Charges entered from `first` to `last`, in cents, by posting day (or else date of service).

    Capitated lines count: they were charged. Days in A/R and A/R leave them out, so that over the same days their
    charges are lower where a payer pays by capitation. The rows behind it are charge lines.
    """
    period = from_to(first, last)
    rows = scope.of_charges(
        take(charges, CHARGES, *_CHARGE_LINE).with_columns(day=nw.coalesce(nw.col("post_date"), nw.col("dos")))
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
        parts=[*period.parts],
        rows_used=sums["lines"],
        left_out=[LeftOut("charges with no date", sums["undated"], sums["undated_cents"])] if sums["undated"] else [],
        rows_behind=lambda: rows_behind(
            rows.filter(inside), "claim_id", "line_id", "payer", "provider", "dos", "post_date", "charge"
        ),
    )


def collected(payments: Frame, first: date, last: date, payer: str = "") -> Measure:
    """Payments of payers and patients less refunds, posted from `first` to `last`, in cents.

    Unapplied cash counts: it was received, and so does money posted to capitated lines, which collection rates leave
    out. Adjustments do not: nothing was received. The rows behind it are payments.
    """
    period = from_to(first, last)
    rows = take(payments, PAYMENTS, "claim_id", "post_date", "payer", "kind", "amount")
    rows = Scope(payer=payer).of_charges(rows).filter(nw.col("kind").is_in(MONEY_KINDS))
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
            "insurance and patient payments less refunds and recoupments, by posting day",
            "The practice's own payments",
        ),
        parts=[
            Part("Payments", sums["cents"] - sums["refunds"], Unit.MONEY),
            Part("Refunds", sums["refunds"], Unit.MONEY),
            *period.parts,
        ],
        rows_used=sums["entries"],
        left_out=[LeftOut("payments with no date", sums["undated"], sums["undated_cents"])] if sums["undated"] else [],
        rows_behind=lambda: rows_behind(rows.filter(inside), "claim_id", "payer", "kind", "post_date", "amount"),
    )
