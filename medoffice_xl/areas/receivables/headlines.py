"""The figures of receivables that the Dashboard shows month by month."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import narwhals as nw

from medoffice_xl.areas.receivables import month_by_month as at
from medoffice_xl.areas.receivables import what_it_was_worth as worth
from medoffice_xl.areas.receivables.benchmarks import (
    CHARGE_LAG,
    DAYS_IN_AR,
    DAYS_TO_PAY,
    NET_COLLECTION_RATE,
    OVER_90_DAYS,
    OVER_120_DAYS,
)
from medoffice_xl.areas.receivables.charge_lag import mean_charge_lags
from medoffice_xl.areas.receivables.days_to_pay import mean_days_to_pay
from medoffice_xl.contracts.shared import REASONS
from medoffice_xl.headlines import Headline, Known, Terms
from medoffice_xl.ledger.calendar_months import month_number, month_of
from medoffice_xl.ledger.known_by import known_by
from medoffice_xl.ledger.rows import Rows, fetch
from medoffice_xl.measure import Unit
from medoffice_xl.sets import Tables
from medoffice_xl.tables import CHARGES, PAYMENTS
from medoffice_xl.tables.benchmarks import HIGHER, LOWER
from medoffice_xl.tables.payments import MONEY_KINDS

LEDGER = ("charges", "payments")
SHEET, BY_PAYER = "Receivables", "Payers"


def _of_ledger(tables: Tables) -> tuple[object, object]:
    return tables.rows("charges"), tables.rows("payments")


def charged_by_month(tables: Tables, ends: Sequence[date], terms: Terms) -> Known:
    """Charges entered in the month of each end, up to it, in cents; None before the first."""
    rows = known_by(ends[-1], tables.rows("charges"), CHARGES, "post_date", "dos", "charge")
    rows = rows.select(day=nw.coalesce(nw.col("post_date"), nw.col("dos")), cents="charge")
    return _by_month(rows, ends)


def paid_by_month(tables: Tables, ends: Sequence[date], terms: Terms) -> Known:
    """Payments less refunds posted in the month of each end, up to it, in cents; None before the first."""
    rows = known_by(ends[-1], tables.rows("payments"), PAYMENTS, "post_date", "kind", "amount")
    rows = rows.filter(nw.col("kind").is_in(MONEY_KINDS)).select(day="post_date", cents="amount")
    return _by_month(rows, ends)


def _by_month(rows: Rows, ends: Sequence[date]) -> Known:
    sums: dict[int, int] = defaultdict(int)
    months = rows.filter(~nw.col("day").is_null()).with_columns(month=month_of("day"))
    for row in fetch(months.group_by("month").agg(nw.col("cents").sum())):
        sums[row["month"]] += row["cents"]
    first = min(sums, default=None)
    return [None if first is None or month < first else sums[month] for month in (month_number(end) for end in ends)]


HEADLINES = (
    Headline(
        "Charges of the month", "Entered in the month", Unit.MONEY, HIGHER, SHEET, charged_by_month, ("charges",),
        place=1, adds_up=True, worth=worth.of_charges,
    ),
    Headline(
        "Payments of the month", "Posted in the month, less refunds", Unit.MONEY, HIGHER, SHEET, paid_by_month,
        ("payments",), place=2, adds_up=True, worth=worth.of_payments,
    ),
    Headline(
        "Days in A/R", "Gross; days of average charges that are unpaid", Unit.DAYS, LOWER, SHEET,
        lambda tables, ends, terms: at.ar_days(*_of_ledger(tables), ends, terms.window, terms.credits),
        LEDGER, benchmark=DAYS_IN_AR, place=6,
    ),
    Headline(
        "A/R over 90 days", "Share of what is owed, from the day of entry", Unit.PERCENT, LOWER, SHEET,
        lambda tables, ends, terms: at.older(*_of_ledger(tables), ends),
        LEDGER, benchmark=OVER_90_DAYS, place=7, worth=worth.of_old_receivables,
    ),
    Headline(
        "Net collection rate", "Of what contracts allow; services old enough to be paid", Unit.PERCENT, HIGHER,
        BY_PAYER,
        lambda tables, ends, terms: at.net_collection(*_of_ledger(tables), ends, terms.year, terms.settle),
        LEDGER, benchmark=NET_COLLECTION_RATE, place=8, worth=worth.of_net_collection,
    ),
    Headline(
        "Days to pay", "From claim to check or EFT, mean", Unit.DAYS, LOWER, SHEET,
        lambda tables, ends, terms: mean_days_to_pay(
            tables.rows("charges"), tables.rows("remits"), tables.shared(REASONS), ends, terms.window),
        ("charges", "remits"), REASONS.reads, benchmark=DAYS_TO_PAY, place=10,
    ),
    Headline(
        "A/R over 120 days", "Share of what is owed, from the day of entry", Unit.PERCENT, LOWER, SHEET,
        lambda tables, ends, terms: at.older(*_of_ledger(tables), ends, 120), LEDGER, benchmark=OVER_120_DAYS,
    ),
    Headline(
        "Charge lag", "From service to entry, mean", Unit.DAYS, LOWER, SHEET,
        lambda tables, ends, terms: mean_charge_lags(tables.rows("charges"), ends, terms.window),
        ("charges",), benchmark=CHARGE_LAG,
    ),
    Headline(
        "Total A/R", "What is owed", Unit.MONEY, LOWER, SHEET,
        lambda tables, ends, terms: at.ar_totals(*_of_ledger(tables), ends, terms.credits), LEDGER,
        worth=worth.of_receivables,
    ),
)  # fmt: skip
