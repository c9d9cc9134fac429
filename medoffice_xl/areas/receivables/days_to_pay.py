"""Days to pay: how long payers take from the claim to the money."""

from collections import Counter
from datetime import date

import narwhals as nw

from medoffice_xl.errors import NoData
from medoffice_xl.ledger.adjudications import standing
from medoffice_xl.ledger.choices import choose
from medoffice_xl.ledger.first_billed import NAMES, first_billed, several_payers
from medoffice_xl.ledger.period import days_up_to
from medoffice_xl.ledger.rows import Frame, Rows, fetch, take, within
from medoffice_xl.ledger.rows_behind import behind
from medoffice_xl.ledger.scope import Scope
from medoffice_xl.ledger.spread import Spread, Statistic
from medoffice_xl.ledger.unchanging import remembered
from medoffice_xl.measure import Definition, LeftOut, Measure, Part, Unit
from medoffice_xl.tables import CHARGES

DEFINITION = Definition(
    "Days to pay, claims-based",
    "date of the check or EFT − day the claim was submitted (or else entered), over the claims paid in the window",
    "athenahealth PayerView: days in A/R from charge entry to remittance",
)


def days_to_pay(
    charges: Frame,
    remits: Frame,
    as_of: date,
    window: int = 90,
    statistic: str = Statistic.MEAN,
    scope: Scope = Scope(),  # noqa: B008 (frozen)
) -> Measure:
    """Mean, median or 90th percentile of days from submission to payment, over the claims paid in the window.

    A claim counts once, on the day of the first payment that stands: reversed payments are left out, and so are claims
    that were paid nothing. The rows behind it are the claims that count, with both days. Raises NoData when no claim of
    the charges was paid in the window.
    """
    wanted = choose(Statistic, statistic, "statistic")
    period = days_up_to(as_of, window)
    paid = scope.of_charges(_first_payments(charges, remits)).filter(within("paid_date", period.first, period.last))
    pairs = fetch(paid.group_by("sent", "paid_date", "billed").agg(claims=nw.len()))
    counts: Counter[int] = Counter()
    for row in pairs:
        if row["billed"] and row["sent"] is not None:
            counts[(row["paid_date"] - row["sent"]).days] += row["claims"]
    early = sum(claims for days, claims in counts.items() if days < 0)
    spread = Spread({days: claims for days, claims in counts.items() if days >= 0})
    if not spread.size:
        whose = f" for {scope}" if scope.names else ""
        raise NoData(f"No claim of the charges was paid{whose} from {period}.")
    unknown = sum(row["claims"] for row in pairs if not row["billed"])
    undated = sum(row["claims"] for row in pairs if row["billed"] and row["sent"] is None)
    return Measure(
        spread.of(wanted),
        Unit.DAYS,
        DEFINITION,
        parts=[
            *(Part(choice.capitalize(), spread.of(choice), Unit.DAYS) for choice in Statistic),
            Part("Claims paid", spread.size, Unit.COUNT),
            Part("From", period.first, Unit.DATE),
            Part("To", period.last, Unit.DATE),
        ],
        rows_used=spread.size,
        left_out=[
            LeftOut(reason, rows)
            for reason, rows in (
                ("paid claims that are not in the charges", unknown if not scope.names else 0),
                ("claims with no day of submission or entry", undated),
                ("claims paid before they were sent: an error in the dates", early),
            )
            if rows
        ],
        notes=several_payers(paid) if scope.payer else [],
        rows=behind(
            paid.filter((nw.col("billed") > 0) & (nw.col("paid_date") >= nw.col("sent"))),
            *("claim_id", "payer", "sent", "paid_date"),
        ),
    )


def _first_payments(charges: Frame, remits: Frame) -> Rows:
    """One row a paid claim: `sent`, `paid_date`, and whether the claim is `billed` in the charges."""
    return remembered(_found_payments, charges, remits)


def _found_payments(charges: Frame, remits: Frame) -> Rows:
    no_day, number = nw.lit(None, nw.Datetime("us")), nw.Int64()
    sent = take(charges, CHARGES, "claim_id", "post_date", "submit_date").select(
        "claim_id",
        sent=nw.coalesce(nw.col("submit_date"), nw.col("post_date")),
        paid_date=no_day,
        billed=nw.lit(1, number),
    )
    paid = (
        standing(remits)
        .filter(nw.col("paid") > 0)
        .select("claim_id", sent=no_day, paid_date=nw.col("paid_date"), billed=nw.lit(0, number))
    )
    claims = nw.concat([sent, paid]).group_by("claim_id").agg(nw.col("billed").max(), nw.col("sent", "paid_date").min())
    named = claims.join(first_billed(charges), on="claim_id", how="left")
    return named.with_columns(*(nw.col(name).fill_null("") for name in NAMES), nw.col("mixed").fill_null(0))
